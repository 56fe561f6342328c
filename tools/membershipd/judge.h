#pragma once
// What the service says to one fact. A fact that happened is stored, not judged: only the unreadable, the
// foreign and a reused id are refused. Pure but for the look-up of a fact that is already there.

#include <functional>
#include <map>
#include <set>

#include "sync/upload/wire.h"
#include "tools/membershipd/event_book.h"

namespace welcome::tools::membershipd {

struct Answer {
    std::string id;     // as it was sent
    std::string state;  // accepted, duplicate, superseded, needs_review, rejected
    std::vector<std::string> ids;
    std::string reason;
    std::string person, candidate;  // of a review
    std::string digest;             // of the fact

    [[nodiscard]] bool adds_a_fact() const { return state != "duplicate" && state != "rejected"; }
};

// What identifies a fact's content, 64 hex digits.
std::string digest_of(const sync::WireFact& fact);
// The identifiers that are the acknowledgement: the attendance for a check-in, else the fact's own.
std::vector<std::string> ids_of(const Fact& fact);

class Judge {
  public:
    using Find = std::function<Result<std::optional<StoredFact>>(const FactId&)>;
    Judge(const EventBook& book, Find find) : book_(book), find_(std::move(find)) {}

    // In the order in which they came; remembers what it said, for the rest of the batch.
    Result<Answer> judge(const sync::WireFact& fact);

  private:
    Answer judge_new(const Fact& fact);
    [[nodiscard]] std::optional<kiosk::event::PersonId> twin_of(
        const kiosk::event::PersonRegistered& person) const;

    const EventBook& book_;
    Find find_;
    std::map<FactId, StoredFact> in_batch_;
    std::set<kiosk::event::PersonId> attending_in_batch_;
};

}  // namespace welcome::tools::membershipd
