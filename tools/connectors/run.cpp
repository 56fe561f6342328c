#include "tools/connectors/run.h"

#include <algorithm>
#include <array>
#include <map>

namespace welcome::tools::connectors {

namespace {

using Match = Finding::Match;
using Reach = Trouble::Reach;

constexpr int k_tries_a_step = 3;
constexpr std::string_view k_same = "same:";

class Run {
  public:
    Run(Target& target, const std::vector<Record>& records)
        : target_(target),
          records_(records),
          shared_(target.knows_people_by_email() ? shared_emails(records)
                                                 : std::map<std::string, std::string>{}) {}

    // Every record in turn; `one` gives its line, or why nobody more is to be tried.
    template <typename One>
    Report over_all(const One& one) {
        Report report;
        if (const auto ready = target_.prepare(); !ready) {
            report.stopped = ready.error().sentence;
            return report;
        }
        for (const auto& record : records_) {
            Attempt<Line> line = one(record);
            if (!line) {
                report.stopped = line.error().sentence;
                return report;
            }
            report.lines.push_back(std::move(*line));
        }
        return report;
    }

    // What would become of the record, and whom it is over there, in `progress`.
    Attempt<Line> judge(const Record& record, Progress& progress) {
        if (!progress.done.empty() && progress.done == target_.steps().back() && !progress.undone)
            return line(record, Outcome::already_sent, progress);
        if (auto why = target_.cannot_take(record); !why.empty())
            return Line{&record, Outcome::cannot_send, std::move(why), {}, {}};
        if (progress.decision == "skip")
            return Line{&record, Outcome::skipped, "somebody decided so", {}, {}};
        if (progress.decision.starts_with(k_same)) progress.person = progress.decision.substr(k_same.size());
        if (!progress.person.empty()) return line(record, Outcome::will_update, progress);
        const auto finding = target_.find(record);
        if (!finding) return of_trouble(record, finding.error());
        if (finding->match == Match::updates) {
            progress.person = finding->person;
            return line(record, Outcome::will_update, progress);
        }
        if (progress.decision == "different") return line(record, Outcome::will_create, progress);
        if (finding->match == Match::unclear)
            return Line{&record, Outcome::needs_review, finding->why, finding->candidates, {}};
        if (const auto family = shared_.find(record.email); family != shared_.end())
            return Line{
                &record, Outcome::needs_review, "two people of this evening share this email", {}, {}};
        return line(record, Outcome::will_create, progress);
    }

    // Every step that is not done yet; `keep` makes each durable.
    template <typename Keep>
    Attempt<Line> carry_out(const Record& record, Progress& progress, const Keep& keep) {
        const auto steps = target_.steps();
        auto step = progress.undone ? steps.begin() : std::find(steps.begin(), steps.end(), progress.done);
        if (progress.undone || step == steps.end()) {
            step = steps.begin();
        } else {
            ++step;
        }
        progress.undone = false;
        for (; step != steps.end(); ++step) {
            const auto taken = patiently(*step, record, progress);
            progress.error = taken ? "" : taken.error().sentence;
            if (taken) progress.done = *step;
            if (auto kept = keep(record, progress); !kept)
                return trouble(Reach::all, "how far it got cannot be written down: " + kept.error().detail);
            if (!taken) return of_trouble(record, taken.error());
        }
        return line(record, Outcome::sent, progress);
    }

    static Line line(const Record& record, Outcome outcome, const Progress& progress) {
        return {&record, outcome, progress.error, {}, progress.attendance};
    }
    // A trouble of this record is its line; one of all ends the run.
    static Attempt<Line> of_trouble(const Record& record, const Trouble& met) {
        if (met.reach == Reach::all) return tl::unexpected(met);
        return Line{&record, Outcome::failed, met.sentence, {}, {}};
    }

  private:
    Attempt<void> patiently(const std::string& step, const Record& record, Progress& progress) {
        for (int tries = 1;; ++tries) {
            auto taken = target_.take(step, record, progress);
            if (taken || taken.error().reach != Reach::later || tries == k_tries_a_step) return taken;
        }
    }

    Target& target_;
    const std::vector<Record>& records_;
    const std::map<std::string, std::string> shared_;
};

}  // namespace

std::string_view text_of(Outcome outcome) {
    constexpr std::array<std::string_view, 9> words = {"will_update",  "will_create", "needs_review",
                                                       "cannot_send",  "skipped",     "sent",
                                                       "already_sent", "failed",      "undone"};
    return words[static_cast<std::size_t>(outcome)];
}

std::size_t Report::count(Outcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return line.outcome == outcome; }));
}

Report rehearse(Target& target, const std::vector<Record>& records, const Ledger& ledger) {
    Run run(target, records);
    return run.over_all([&](const Record& record) {
        auto progress = ledger.of(record);
        return run.judge(record, progress);
    });
}

Report send(Target& target, const std::vector<Record>& records, Ledger& ledger) {
    Run run(target, records);
    return run.over_all([&](const Record& record) -> Attempt<Line> {
        auto progress = ledger.of(record);
        auto judged = run.judge(record, progress);
        if (!judged || (judged->outcome != Outcome::will_update && judged->outcome != Outcome::will_create))
            return judged;
        return run.carry_out(record, progress, [&](const Record& one, const Progress& so_far) {
            return ledger.keep(one, so_far);
        });
    });
}

Report undo(Target& target, const std::vector<Record>& records, Ledger& ledger) {
    Run run(target, records);
    return run.over_all([&](const Record& record) -> Attempt<Line> {
        auto progress = ledger.of(record);
        if (progress.attendance.empty() || progress.undone)
            return Line{&record, Outcome::skipped, "it was not sent", {}, {}};
        if (const auto taken_back = target.undo(record, progress); !taken_back)
            return Run::of_trouble(record, taken_back.error());
        progress.undone = true;
        if (auto kept = ledger.keep(record, progress); !kept) return trouble(Reach::all, kept.error().detail);
        return Run::line(record, Outcome::undone, progress);
    });
}

}  // namespace welcome::tools::connectors
