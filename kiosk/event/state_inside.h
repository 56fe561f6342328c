#pragma once
// The fold's store: every fact in the total order of the thing it speaks of, and for each thing a summary
// that is made anew, from its effective facts alone, whenever one of them comes or is undone. So the order
// of arrival cannot matter. Included by the state_*.cpp files only.

#include <map>
#include <set>
#include <unordered_map>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

using sync::Stamp;

struct Entry {
    Stamp stamp;
    Instant wall{};
    std::size_t digest = 0;    // of kind and body: decides between two facts that claim one id
    std::optional<Body> body;  // nothing: of tomorrow's kind, or unreadable
};

// Facts that speak of one thing, in total order.
using Log = std::set<std::pair<Stamp, FactId>>;

struct PersonSlot {
    Person person;
    bool registered = false;           // an effective registration is here
    bool registration_undone = false;  // there were registrations, and all are undone
    [[nodiscard]] bool counts() const { return person.attendance && !registration_undone; }
};

struct State::Inside {
    std::unordered_map<FactId, Entry> facts;
    std::unordered_map<FactId, std::vector<FactId>> undos;  // fact → facts that undo it
    std::size_t unreadable = 0;

    std::unordered_map<PersonId, Log> person_logs;               // by the id that the facts name
    std::unordered_map<PersonId, PersonId> merged_into;          // merged → root, effective merges only
    std::unordered_map<PersonId, std::vector<PersonId>> groups;  // root → the others merged into it
    std::map<PersonId, PersonSlot> people;                       // by root
    std::map<HouseholdId, std::set<PersonId>> households;
    std::unordered_map<std::string, std::set<PersonId>> tickets;      // every id that ever claimed one
    std::unordered_map<std::string, std::set<PersonId>> source_keys;  // source ‖ 0 ‖ key

    std::unordered_map<StayId, Log> stay_logs;
    std::map<StayId, Stay> stays;
    std::unordered_map<StaffId, Log> staff_logs;
    std::map<StaffId, Staff> staff;

    Log event_log, merge_log, label_log, answer_log, closed_log, deed_log;
    std::unordered_map<FactId, int> came_in;  // how many of each are counted
    EventOpened event;
    bool closed = false;
    HeadCount count;

    [[nodiscard]] bool is_effective(const FactId& id) const;
    [[nodiscard]] const Entry& entry(const FactId& id) const { return facts.at(id); }
    [[nodiscard]] PersonId root_of(const PersonId& id) const;

    void put(const sync::Fact& fact);
    void attach(const FactId& id, const Entry& entry);
    void detach(const FactId& id);
    // Makes the summaries anew that this fact speaks of.
    void touch(const FactId& id, const Stamp& stamp, const Body& body);

    void fold_people(const std::vector<PersonId>& named);
    void fold_merges();
    void fold_stay(const StayId& id);
    void fold_staff(const StaffId& id);
    void fold_event();
    void count_came_in(const FactId& id, int people);

    // Effective entries of a log that hold a Kind, in total order.
    template <typename Kind>
    void each(const Log& log, const auto& take) const {
        for (const auto& [stamp, id] : log) {
            const Entry& found = entry(id);
            const auto* body = found.body ? std::get_if<Kind>(&*found.body) : nullptr;
            if (body && is_effective(id)) take(*body, found, id);
        }
    }

    // The log that a body belongs to; calls `use(log)` for each (a deed is in two).
    void for_logs_of(const Body& body, const auto& use) {
        std::visit([&](const auto& kind) { use_logs(kind, use); }, body);
    }

  private:
    void use_logs(const auto& kind, const auto& use) {
        using Kind = std::decay_t<decltype(kind)>;
        if constexpr (requires { kind.person; }) {
            use(person_logs[kind.person]);
        } else if constexpr (requires { kind.stay; }) {
            use(stay_logs[kind.stay]);
        } else if constexpr (std::is_same_v<Kind, StaffAdded>) {
            use(staff_logs[kind.staff]);
        } else if constexpr (std::is_same_v<Kind, EventOpened>) {
            use(event_log);
        } else if constexpr (std::is_same_v<Kind, PeopleMerged>) {
            use(merge_log);
        } else if constexpr (std::is_same_v<Kind, LabelPrinted>) {
            use(label_log);
        } else if constexpr (std::is_same_v<Kind, UploadAnswered>) {
            use(answer_log);
        } else if constexpr (std::is_same_v<Kind, EventClosed>) {
            use(closed_log);
        }
        if constexpr (std::is_same_v<Kind, CheckedIn> || std::is_same_v<Kind, CameIn> ||
                      std::is_same_v<Kind, SignedUp> || std::is_same_v<Kind, NeedRaised> ||
                      std::is_same_v<Kind, ChildcareRequested> || std::is_same_v<Kind, ChildDroppedOff> ||
                      std::is_same_v<Kind, ChildPickedUp>)
            use(deed_log);
    }
};

}  // namespace welcome::kiosk::event
