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

std::unique_ptr<LabelPrinting> LabelPrinting::open(const std::vector<std::string>& printers,
                                                   const std::string& paper, const LabelParts& parts,
                                                   Post& post) {
    auto printing = std::unique_ptr<LabelPrinting>(new LabelPrinting(parts, post));
    printing->paper_.paper = true;
    printing->open_place(printing->labels_, printers, parts.designs);
    if (!paper.empty()) printing->open_place(printing->paper_, {paper}, parts.designs);
    return printing;
}

void LabelPrinting::open_place(Place& place, const std::vector<std::string>& uris,
                               const std::string& designs) {
    if (uris.empty()) return;
    auto painter = printing::LabelPainter::load(designs);
    if (!painter) fault_ = painter.error().detail;
    std::vector<std::unique_ptr<printing::Printer>> printers;
    for (const auto& uri : uris) {
        auto printer = printing::open_printer(uri);
        if (printer) {
            printers.push_back(std::move(*printer));
        } else {
            fault_ = printer.error().detail;
        }
    }
    if (!painter || printers.empty()) return;
    place.spool = std::make_unique<printing::Spool>(std::move(*painter), std::move(printers),
                                                    printing::SpoolRhythm{}, hooks(place));
}

event::LabelId LabelPrinting::label_at(const Place& place, std::uint64_t job) const {
    const std::scoped_lock lock(mutex_);
    const auto found = std::find_if(place.at_work.begin(), place.at_work.end(),
                                    [job](const auto& entry) { return entry.second == job; });
    return found == place.at_work.end() ? event::LabelId() : found->first;
}

// All of these run on the print worker.
printing::Spool::Hooks LabelPrinting::hooks(const Place& place) {
    return {.leaves =
                [this, &place](std::uint64_t job, const std::stop_token& stop) {
                    const auto slip = std::make_shared<LeaveSlip>();
                    post_.post(LabelLeaves{label_at(place, job), slip});
                    return slip->wait(stop);
                },
            .stayed = [this, &place](std::uint64_t job) { post_.post(LabelStayed{label_at(place, job)}); },
            .changed =
                [this, paper = place.paper](printing::Condition best, printing::Condition wanted) {
                    post_.post(screens::Happening(screens::PrinterStands{
                        std::string(name_of(best)), std::string(name_of(wanted)), paper}));
                }};
}

void LabelPrinting::look(const event::State& state, const sync::DeviceId& own, const std::string& time) {
    for (const auto* job : state.print_queue())
        look(job->what == "rollcall" ? paper_ : labels_, *job, state, own, time);
}

void LabelPrinting::look(Place& place, const event::LabelJob& job, const event::State& state,
                         const sync::DeviceId& own, const std::string& time) {
    if (!place.spool) return;
    const auto at_work = work_on(place, job.id);
    if (!at_work) {
        if (job.state != event::LabelState::waiting || job.printer != own) return;
        auto pages = labels::fill(state, job.what, job.subject, {words_, signing_, time});
        if (!pages.empty()) submit(place, std::move(pages), job);
        return;
    }
    // Ended: somebody may ask for it once more. Gone to another printer, or not needed: what is not on its
    // way yet stays here.
    const bool has_ended = job.state == event::LabelState::printed ||
                           job.state == event::LabelState::failed || job.state == event::LabelState::doubtful;
    const bool leaves_us = job.printer != own || job.state == event::LabelState::withdrawn;
    if (has_ended || (leaves_us && place.spool->withdraw(*at_work))) forget(place, job.id);
}

std::optional<std::uint64_t> LabelPrinting::work_on(const Place& place, const event::LabelId& label) const {
    const std::scoped_lock lock(mutex_);
    const auto found = place.at_work.find(label);
    return found == place.at_work.end() ? std::nullopt : std::optional(found->second);
}

void LabelPrinting::forget(Place& place, const event::LabelId& label) {
    const std::scoped_lock lock(mutex_);
    place.at_work.erase(label);
}

bool LabelPrinting::is_at_work() const {
    for (const auto* place : {&labels_, &paper_}) {
        if (!place->spool) continue;
        for (const auto& job : place->spool->jobs())
            if (job.state == printing::JobState::printing) return true;
    }
    return false;
}

void LabelPrinting::retry() {
    for (auto* place : {&labels_, &paper_})
        if (place->spool) place->spool->retry();
}

void LabelPrinting::test(const event::State& state) {
    if (!labels_.spool) return;
    labels_.spool->submit(
        labels::test_label(state, words_.label("en")),
        [this](std::uint64_t, printing::Outcome outcome, const std::string&) {
            post_.post(screens::Happening(screens::LabelOutcome{"test", {}, word_of(outcome), {}, {}}));
        });
}

void LabelPrinting::submit(Place& place, std::vector<printing::Label> pages, const event::LabelJob& job) {
    const std::scoped_lock lock(mutex_);  // Until the job's number is noted, its hooks wait.
    place.at_work[job.id] = place.spool->submit(
        std::move(pages), [this, id = job.id, what = job.what, subject = job.subject](
                              std::uint64_t, printing::Outcome outcome, const std::string&) {
            post_.post(screens::Happening(
                screens::LabelOutcome{what, subject, word_of(outcome), reason_of(outcome), id}));
        });
}

}  // namespace welcome::kiosk::app
