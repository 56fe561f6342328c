#include "printing/spool.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace welcome::printing {
namespace {

bool is_open(JobState state) {
    return state == JobState::waiting || state == JobState::printing;
}

bool may_pass(Fault fault) {
    return fault == Fault::printer_missing || fault == Fault::busy || fault == Fault::slow ||
           fault == Fault::out_of_paper || fault == Fault::cover_open || fault == Fault::held_back;
}

Condition condition_after(const Result<void>& result) {
    if (result) return Condition::ready;
    switch (result.error().fault) {
        case Fault::printer_missing:
            return Condition::offline;
        case Fault::out_of_paper:
            return Condition::out_of_labels;
        case Fault::cover_open:
            return Condition::cover_open;
        case Fault::unreadable:
            return Condition::ready;  // The label's fault, not the printer's.
        default:
            return Condition::trouble;
    }
}

std::vector<std::unique_ptr<Printer>> alone(std::unique_ptr<Printer> printer) {
    std::vector<std::unique_ptr<Printer>> one;
    one.push_back(std::move(printer));
    return one;
}

std::string plain(const Error& error) {
    switch (error.fault) {
        case Fault::printer_missing:
            return "The printer does not answer. Is it on, and is its cable in?";
        case Fault::printer_refused:
            return "The printer did not take the label.";
        case Fault::out_of_paper:
            return "The printer is out of labels.";
        case Fault::cover_open:
            return "The printer's cover is open.";
        case Fault::busy:
            return "The printer is busy.";
        case Fault::slow:
            return "The printer stopped taking the label.";
        case Fault::held_back:
            return "The label may not leave yet.";
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

std::string_view name_of(Condition condition) {
    switch (condition) {
        case Condition::unknown:
            return "";
        case Condition::ready:
            return "ready";
        case Condition::offline:
            return "offline";
        case Condition::out_of_labels:
            return "out_of_labels";
        case Condition::cover_open:
            return "cover_open";
        case Condition::trouble:
            return "trouble";
    }
    return "";
}

Spool::Spool(LabelPainter painter, std::unique_ptr<Printer> printer, SpoolRhythm rhythm)
    : Spool(std::move(painter), alone(std::move(printer)), rhythm, {}) {}

Spool::Spool(LabelPainter painter, std::vector<std::unique_ptr<Printer>> printers, SpoolRhythm rhythm,
             Hooks hooks)
    : painter_(std::move(painter)),
      printers_(std::move(printers)),
      rhythm_(rhythm),
      hooks_(std::move(hooks)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Spool::~Spool() = default;

std::uint64_t Spool::submit(std::vector<Label> pages, Done done) {
    const std::scoped_lock lock(mutex_);
    const std::uint64_t id = ++last_id_;
    JobStatus status;
    status.id = id;
    if (!pages.empty()) status.design = pages.front().design;
    jobs_.push_back({std::move(status), std::move(pages), std::move(done), Clock::now(), false});
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
    next_look_ = {};
    rung_ = true;
    bell_.notify_one();
}

Condition Spool::condition() const {
    const std::scoped_lock lock(mutex_);
    return condition_;
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
        } else if (hooks_.changed && next_look_ <= Clock::now()) {
            look(lock, stop);
        } else if (const auto wake = next_wake(); wake == Clock::time_point::max()) {
            bell_.wait(lock, stop, [this] { return rung_; });
        } else {
            bell_.wait_until(lock, stop, wake, [this] { return rung_; });
        }
    }
}

// Nothing is printed: how the printers stand, so that people know before they need one.
void Spool::look(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    lock.unlock();
    auto best = Condition::unknown;
    auto wanted = Condition::unknown;
    for (const auto& printer : printers_) {
        const auto now = condition_after(printer->ready(stop));
        if (wanted == Condition::unknown) wanted = now;
        if (best == Condition::unknown || now == Condition::ready) best = now;
    }
    lock.lock();
    if (!stop.stop_requested()) stands(lock, best, wanted);
}

void Spool::stands(std::unique_lock<std::mutex>& lock, Condition best, Condition wanted) {
    const bool all_well = best == Condition::ready && wanted == Condition::ready;
    next_look_ = Clock::now() + (all_well ? rhythm_.look_ready : rhythm_.look_again);
    const bool is_new = std::exchange(condition_, best) != best;
    const bool wanted_is_new = std::exchange(wanted_, wanted) != wanted;
    if (is_new && best == Condition::ready) take_up_what_waits();
    if (!hooks_.changed || (!is_new && !wanted_is_new)) return;
    lock.unlock();
    hooks_.changed(best, wanted);
    lock.lock();
}

void Spool::take_up_what_waits() {
    for (auto& job : jobs_) {
        if (job.status.state != JobState::waiting) continue;
        job.status.parked = false;
        job.due = Clock::now();
    }
}

Spool::Job* Spool::next_due(Clock::time_point now) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) {
        return job.status.state == JobState::waiting && !job.status.parked && job.due <= now;
    });
    return found == jobs_.end() ? nullptr : &*found;
}

Spool::Clock::time_point Spool::next_wake() const {
    auto wake = hooks_.changed ? next_look_ : Clock::time_point::max();
    for (const auto& job : jobs_)
        if (job.status.state == JobState::waiting && !job.status.parked) wake = std::min(wake, job.due);
    return wake;
}

void Spool::print_one(std::unique_lock<std::mutex>& lock, std::uint64_t id, const std::stop_token& stop) {
    Job* job = find(id);
    job->status.state = JobState::printing;
    ++job->status.attempts;
    const std::vector<Label> pages = job->pages;
    lock.unlock();
    const auto [result, at_first] = print_on_any(pages, id, stop);
    lock.lock();
    const bool tells_nothing = !result && result.error().fault == Fault::held_back;
    if (!stop.stop_requested() && !tells_nothing)
        stands(lock, condition_after(result), condition_after(at_first));
    if (result) return finish(lock, id, Outcome::printed, "");
    const Error& error = result.error();
    if (error.may_have_printed)
        return finish(lock, id, Outcome::doubtful, plain(error) + " Look whether a label came out.");
    if (!may_pass(error.fault)) return finish(lock, id, Outcome::failed, plain(error));
    postpone(*find(id), error);
    if (!std::exchange(find(id)->begun, false) || !hooks_.stayed) return;
    lock.unlock();
    hooks_.stayed(id);
    lock.lock();
}

// The next printer takes over only where nothing has left for the one before.
Spool::Tried Spool::print_on_any(const std::vector<Label>& pages, std::uint64_t id,
                                 const std::stop_token& stop) {
    Result<void> first = fail(Fault::printer_missing, "there is no printer");
    for (std::size_t place = 0; place < printers_.size(); ++place) {
        std::function<bool()> leaves;
        if (hooks_.leaves) leaves = [&] { return note_that_it_leaves(id, stop); };
        auto result = printers_[place]->print(painter_, pages, stop, std::move(leaves));
        if (place == 0) first = result;
        if (result || result.error().may_have_printed || !may_pass(result.error().fault) ||
            result.error().fault == Fault::held_back)
            return {result, first};
    }
    return {first, first};
}

bool Spool::note_that_it_leaves(std::uint64_t id, const std::stop_token& stop) {
    if (!hooks_.leaves(id, stop)) return false;
    const std::scoped_lock lock(mutex_);
    if (Job* job = find(id)) job->begun = true;
    return true;
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
    job->pages.clear();  // a name stays no longer than its printing
    const Done done = std::exchange(job->done, nullptr);
    if (outcome == Outcome::printed) take_up_what_waits();
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
