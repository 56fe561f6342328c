#pragma once
// Somebody else's service, as the run (run.h) sees it: who of ours it knows already, and the steps by which
// one attendance gets there. Each step first looks whether it was done before, so a step repeated does no
// harm. One thread.

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "tools/connectors/record.h"

namespace welcome::tools::connectors {

// Why something did not happen, in one plain sentence.
struct Trouble {
    enum class Reach {
        record,  // this person's only: the others go on
        later,   // the service is busy or away: the same step again
        all,     // a wrong key, a missing event: nobody can be sent
    };
    Reach reach = Reach::record;
    std::string sentence;
};
template <typename T>
using Attempt = tl::expected<T, Trouble>;

inline tl::unexpected<Trouble> trouble(Trouble::Reach reach, std::string sentence) {
    return tl::unexpected(Trouble{reach, std::move(sentence)});
}

struct Candidate {
    std::string id, name;
};

// Who a record is over there.
struct Finding {
    enum class Match { updates, creates, unclear };
    Match match = Match::creates;
    std::string person;                 // their id, of the one that matches
    std::vector<Candidate> candidates;  // where it is unclear
    std::string why;                    // where it is unclear
};

// How far one record has got. Kept between runs (ledger.h): "person saved, tag failed" goes on at the tag.
struct Progress {
    std::string done;                // the last step that was done; empty: none
    std::string person, attendance;  // their ids
    std::string before;              // what stood there before us, for an undo; empty: we made it
    std::string decision;            // a human's word on an unclear match: "same:ID", "different", "skip"
    std::string error;               // of the latest try; empty: none
    bool undone = false;
    bool operator==(const Progress&) const = default;
};

class Target {
  public:
    Target() = default;
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    virtual ~Target() = default;

    [[nodiscard]] virtual std::vector<std::string> steps() const = 0;  // in order
    // Two of our people with one email are one person over there.
    [[nodiscard]] virtual bool knows_people_by_email() const = 0;
    // What this target can never take, as a sentence; empty: it can.
    [[nodiscard]] virtual std::string cannot_take(const Record& record) const = 0;
    // Reads what a run needs to know beforehand (the event, its statuses).
    virtual Attempt<void> prepare() = 0;
    virtual Attempt<Finding> find(const Record& record) = 0;
    virtual Attempt<void> take(const std::string& step, const Record& record, Progress& progress) = 0;
    // Takes the attendance back; what cannot be undone is said as trouble of that record.
    virtual Attempt<void> undo(const Record& record, Progress& progress) = 0;
};

}  // namespace welcome::tools::connectors
