#include "kiosk/app/label_printing.h"

#include <algorithm>

#include "kiosk/labels/fill.h"

namespace welcome::kiosk::app {

namespace {

std::string word_of(printing::Outcome outcome) {
    switch (outcome) {
        case printing::Outcome::printed:
            return "printed";
        case printing::Outcome::failed:
            return "failed";
        case printing::Outcome::doubtful:
            return "doubtful";
    }
    return "doubtful";
}

std::string reason_of(printing::Outcome outcome) {
    if (outcome == printing::Outcome::printed) return {};
    return outcome == printing::Outcome::failed ? "labels.reason.failed" : "labels.reason.broke_off";
}

}  // namespace

void LeaveSlip::answer(bool may) {
    const std::scoped_lock lock(mutex_);
    may_ = may;
    bell_.notify_all();
}

bool LeaveSlip::wait(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    bell_.wait(lock, stop, [this] { return may_.has_value(); });
    return may_.value_or(false);
}

std::unique_ptr<LabelPrinting> LabelPrinting::open(const std::vector<std::string>& uris,
                                                   const std::string& designs, Post& post) {
    auto printing = std::unique_ptr<LabelPrinting>(new LabelPrinting(post));
    if (uris.empty()) return printing;
    auto painter = printing::LabelPainter::load(designs);
    if (!painter) printing->fault_ = painter.error().detail;
    std::vector<std::unique_ptr<printing::Printer>> printers;
    for (const auto& uri : uris) {
        auto printer = printing::open_printer(uri);
        if (printer) {
            printers.push_back(std::move(*printer));
        } else {
            printing->fault_ = printer.error().detail;
        }
    }
    if (!painter || printers.empty()) return printing;
    printing->spool_ = std::make_unique<printing::Spool>(std::move(*painter), std::move(printers),
                                                         printing::SpoolRhythm{}, printing->hooks());
    return printing;
}

event::LabelId LabelPrinting::label_at(std::uint64_t job) const {
    const std::scoped_lock lock(mutex_);
    const auto found = std::find_if(at_work_.begin(), at_work_.end(),
                                    [job](const auto& entry) { return entry.second == job; });
    return found == at_work_.end() ? event::LabelId() : found->first;
}

// All of these run on the print worker.
printing::Spool::Hooks LabelPrinting::hooks() {
    return {.leaves =
                [this](std::uint64_t job, const std::stop_token& stop) {
                    const auto slip = std::make_shared<LeaveSlip>();
                    post_.post(LabelLeaves{label_at(job), slip});
                    return slip->wait(stop);
                },
            .stayed = [this](std::uint64_t job) { post_.post(LabelStayed{label_at(job)}); },
            .changed =
                [this](printing::Condition now) {
                    post_.post(screens::Happening(screens::PrinterStands{std::string(name_of(now))}));
                }};
}

void LabelPrinting::look(const event::State& state, const sync::DeviceId& own) {
    if (!spool_) return;
    for (const auto* job : state.print_queue()) {
        const auto at_work = work_on(job->id);
        if (!at_work) {
            const bool waits = job->state == event::LabelState::waiting && job->printer == own;
            auto label = waits ? labels::fill(state, job->what, job->subject) : std::nullopt;
            if (label) submit(std::move(*label), *job);
            continue;
        }
        // Ended: somebody may ask for it once more. Gone to another printer, or not needed: what is not on
        // its way yet stays here.
        const bool has_ended = job->state == event::LabelState::printed ||
                               job->state == event::LabelState::failed ||
                               job->state == event::LabelState::doubtful;
        const bool leaves_us = job->printer != own || job->state == event::LabelState::withdrawn;
        if (has_ended || (leaves_us && spool_->withdraw(*at_work))) forget(job->id);
    }
}

std::optional<std::uint64_t> LabelPrinting::work_on(const event::LabelId& label) const {
    const std::scoped_lock lock(mutex_);
    const auto found = at_work_.find(label);
    return found == at_work_.end() ? std::nullopt : std::optional(found->second);
}

void LabelPrinting::forget(const event::LabelId& label) {
    const std::scoped_lock lock(mutex_);
    at_work_.erase(label);
}

bool LabelPrinting::is_at_work() const {
    if (!spool_) return false;
    const auto jobs = spool_->jobs();
    return std::any_of(jobs.begin(), jobs.end(), [](const printing::JobStatus& job) {
        return job.state == printing::JobState::printing;
    });
}

void LabelPrinting::retry() {
    if (spool_) spool_->retry();
}

void LabelPrinting::submit(printing::Label label, const event::LabelJob& job) {
    const std::scoped_lock lock(mutex_);  // Until the job's number is noted, its hooks wait.
    at_work_[job.id] =
        spool_->submit(std::move(label), [this, id = job.id, what = job.what, subject = job.subject](
                                             std::uint64_t, printing::Outcome outcome, const std::string&) {
            post_.post(screens::Happening(
                screens::LabelOutcome{id, what, subject, word_of(outcome), reason_of(outcome)}));
        });
}

}  // namespace welcome::kiosk::app
