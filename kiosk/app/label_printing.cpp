#include "kiosk/app/label_printing.h"

#include <algorithm>

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

}  // namespace

std::unique_ptr<LabelPrinting> LabelPrinting::open(const std::string& uri, const std::string& designs,
                                                   Post& post) {
    auto printing = std::unique_ptr<LabelPrinting>(new LabelPrinting(post));
    if (uri.empty()) return printing;
    auto painter = printing::LabelPainter::load(designs);
    auto printer = printing::open_printer(uri);
    if (!painter || !printer) {
        printing->fault_ = !painter ? painter.error().detail : printer.error().detail;
        return printing;
    }
    printing->spool_ = std::make_unique<printing::Spool>(std::move(*painter), std::move(*printer));
    return printing;
}

int LabelPrinting::waiting() const {
    if (!spool_) return 0;
    const auto jobs = spool_->jobs();
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(), [](const printing::JobStatus& job) {
        return job.state == printing::JobState::waiting || job.state == printing::JobState::printing;
    }));
}

void LabelPrinting::badge(const event::State& state, const event::PersonId& id) {
    const auto* person = state.person(id);
    if (spool_ && person)
        submit(labels::badge_label(state, *person, labels::words_for(person->language)), id.text());
}

void LabelPrinting::child(const event::State& state, const event::StayId& id) {
    const auto* stay = state.stay(id);
    if (spool_ && stay) submit(labels::child_label(state, *stay, labels::words_for("en")), id.text());
}

void LabelPrinting::claim(const event::State& state, const std::string& code) {
    const auto stays = state.stays_by_code(code);
    if (!spool_ || stays.empty()) return;
    const auto* adult = state.person(stays.front()->request.adult);
    const auto words = labels::words_for(adult ? adult->language : "en");
    submit(labels::claim_label(state, stays, words), stays.front()->id.text());
}

void LabelPrinting::test(const event::State& state) {
    if (spool_) submit(labels::test_label(state, labels::words_for("en")), "");
}

void LabelPrinting::submit(printing::Label label, const std::string& subject) {
    const std::string what = label.design;
    spool_->submit(std::move(label),
                   [this, what, subject](std::uint64_t, printing::Outcome outcome, const std::string&) {
                       post_.post(screens::Happening(screens::LabelOutcome{what, subject, word_of(outcome)}));
                   });
}

}  // namespace welcome::kiosk::app
