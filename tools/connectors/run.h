#pragma once
// A whole evening to one target: rehearsed, sent, decided about, or taken back. What is unclear waits for a
// human; what one person's record meets stops nobody else. One thread, in the foreground.

#include <string>
#include <vector>

#include "tools/connectors/ledger.h"
#include "tools/connectors/target.h"

namespace welcome::tools::connectors {

enum class Outcome {
    will_update,
    will_create,
    needs_review,
    cannot_send,
    skipped,
    sent,
    already_sent,
    failed,
    undone
};
std::string_view text_of(Outcome outcome);  // "will_update" …

struct Line {
    const Record* record;
    Outcome outcome;
    std::string why;                    // a sentence where it is not simply well
    std::vector<Candidate> candidates;  // of needs_review
    std::string remote;                 // their id of the attendance, once there is one
};

struct Report {
    std::vector<Line> lines;  // one a record, in their order
    std::string stopped;      // why nobody after the last line was tried; empty: all were
    [[nodiscard]] std::size_t count(Outcome outcome) const;
};

// The four numbers of a dry run: will update, will create, needs review, cannot send. Writes nothing
// anywhere.
Report rehearse(Target& target, const std::vector<Record>& records, const Ledger& ledger);
// Sends what is clear or decided, step by step, each step kept before the next.
Report send(Target& target, const std::vector<Record>& records, Ledger& ledger);
// Takes back what was sent, where the target can.
Report undo(Target& target, const std::vector<Record>& records, Ledger& ledger);

}  // namespace welcome::tools::connectors
