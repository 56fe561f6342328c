#include "printing/spool.h"

#include <algorithm>
#include <optional>

namespace welcome::printing {
namespace {

bool is_open(JobState state) {
    return state == JobState::waiting || state == JobState::printing;
}

bool may_pass(Fault fault) {
    return fault == Fault::printer_missing || fault == Fault::busy || fault == Fault::slow ||
           fault == Fault::out_of_paper;
}

std::string plain(const Error& error) {
    switch (error.fault) {
        case Fault::printer_missing:
            return "The printer does not answer. Is it on, and is its cable in?";
        case Fault::printer_refused:
            return "The printer did not take the label.";
        case Fault::out_of_paper:
            return "The printer is out of labels.";
        case Fault::busy:
            return "The printer is busy.";
        case Fault::slow:
            return "The printer stopped taking the label.";
        case Fault::disk_failed:
            return "The label could not be saved.";
        case Fault::unreadable:
            return "This label cannot be printed as it is: " + error.detail + ".";
    }
    return error.detail;
}

JobState state_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::printed:
            return JobState::printed;
        case Outcome::failed:
            return JobState::failed;
        case Outcome::doubtful:
            return JobState::doubtful;
    }
    return JobState::failed;
}

}  // namespace

Spool::Spool(LabelPainter painter, std::unique_ptr<Printer> printer, SpoolRhythm rhythm)
    : painter_(std::move(painter)),
      printer_(std::move(printer)),
      rhythm_(rhythm),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Spool::~Spool() = default;

std::uint64_t Spool::submit(Label label, Done done) {
    const std::scoped_lock lock(mutex_);
    const std::uint64_t id = ++last_id_;
    JobStatus status;
    status.id = id;
    status.design = label.design;
    jobs_.push_back({std::move(status), std::move(label), std::move(done), Clock::now()});
    rung_ = true;
    bell_.notify_one();
    return id;
}

void Spool::retry() {
    const std::scoped_lock lock(mutex_);
    for (auto& job : jobs_) {
        if (job.status.state != JobState::waiting) continue;
        job.status.parked = false;
        job.status.attempts = 0;
        job.due = Clock::now();
    }
    rung_ = true;
    bell_.notify_one();
}

bool Spool::withdraw(std::uint64_t id) {
    const std::scoped_lock lock(mutex_);
    return std::erase_if(jobs_, [&](const Job& job) {
               return job.status.id == id && job.status.state == JobState::waiting;
           }) > 0;
}

std::vector<JobStatus> Spool::jobs() const {
    const std::scoped_lock lock(mutex_);
    std::vector<JobStatus> list;
    for (const auto& job : jobs_) list.push_back(job.status);
    return list;
}

void Spool::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        rung_ = false;
        if (const Job* job = next_due(Clock::now())) {
            print_one(lock, job->status.id, stop);
        } else if (const auto wake = next_wake(); wake == Clock::time_point::max()) {
            bell_.wait(lock, stop, [this] { return rung_; });
        } else {
            bell_.wait_until(lock, stop, wake, [this] { return rung_; });
        }
    }
}

Spool::Job* Spool::next_due(Clock::time_point now) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) {
        return job.status.state == JobState::waiting && !job.status.parked && job.due <= now;
    });
    return found == jobs_.end() ? nullptr : &*found;
}

Spool::Clock::time_point Spool::next_wake() const {
    auto wake = Clock::time_point::max();
    for (const auto& job : jobs_)
        if (job.status.state == JobState::waiting && !job.status.parked) wake = std::min(wake, job.due);
    return wake;
}

void Spool::print_one(std::unique_lock<std::mutex>& lock, std::uint64_t id, const std::stop_token& stop) {
    Job* job = find(id);
    job->status.state = JobState::printing;
    ++job->status.attempts;
    const Label label = job->label;
    lock.unlock();
    const auto result = printer_->print(painter_, label, stop);
    lock.lock();
    if (result) return finish(lock, id, Outcome::printed, "");
    const Error& error = result.error();
    if (error.may_have_printed)
        return finish(lock, id, Outcome::doubtful, plain(error) + " Look whether a label came out.");
    if (!may_pass(error.fault)) return finish(lock, id, Outcome::failed, plain(error));
    postpone(*find(id), error);
}

void Spool::postpone(Job& job, const Error& error) {
    auto pause = rhythm_.first_pause;
    for (int n = 1; n < job.status.attempts && pause < rhythm_.longest_pause; ++n) pause *= 2;
    job.due = Clock::now() + std::min(pause, rhythm_.longest_pause);
    job.status.state = JobState::waiting;
    job.status.parked = job.status.attempts >= rhythm_.attempts;
    job.status.reason = plain(error);
}

void Spool::finish(std::unique_lock<std::mutex>& lock, std::uint64_t id, Outcome outcome,
                   const std::string& reason) {
    Job* job = find(id);
    job->status.state = state_of(outcome);
    job->status.reason = reason;
    job->label = {};  // a name stays no longer than its printing
    const Done done = std::exchange(job->done, nullptr);
    if (outcome == Outcome::printed) {
        for (auto& other : jobs_) {
            if (other.status.state != JobState::waiting) continue;
            other.status.parked = false;  // the printer is back
            other.due = Clock::now();
        }
    }
    forget_old();
    lock.unlock();
    if (done) done(id, outcome, reason);
    lock.lock();
}

void Spool::forget_old() {
    auto finished = static_cast<std::size_t>(
        std::count_if(jobs_.begin(), jobs_.end(), [](const Job& job) { return !is_open(job.status.state); }));
    for (auto job = jobs_.begin(); job != jobs_.end() && finished > rhythm_.remembered;) {
        if (is_open(job->status.state)) {
            ++job;
        } else {
            job = jobs_.erase(job);
            --finished;
        }
    }
}

Spool::Job* Spool::find(std::uint64_t id) {
    const auto found =
        std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.status.id == id; });
    return found == jobs_.end() ? nullptr : &*found;
}

}  // namespace welcome::printing
