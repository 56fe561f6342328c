#pragma once
// The fold's store. Every fact has a record; every thing that facts speak of keeps them in total order and
// a summary made of the effective ones alone, so the order of arrival cannot matter. A fact that is the
// last word on its thing is added to the summary; any other makes the summary anew.
// Included by the state*.cpp files only.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "kiosk/event/place_table.h"
#include "kiosk/event/shelves.h"
#include "kiosk/event/state.h"
#include "kiosk/event/word_index.h"

namespace welcome::kiosk::event {

using Places = std::vector<Place>;

struct Record {
    FactId id;
    sync::Stamp stamp;
    Instant wall{};
    std::uint64_t digest = 0;  // of the whole fact
    std::uint32_t slot = 0;    // on its kind's shelf
    std::uint8_t kind = 0;     // Body's index, or k_unreadable
    bool relayed = false;      // came inside another fact, not from its own device
    bool effective = false;
};
inline constexpr std::uint8_t k_unreadable = 0xFF;

// What is shown of a person, or of several that are one.
struct Shown {
    Person person;
    int registrations = 0;         // effective ones
    bool ever_registered = false;  // undone ones included
    // Somebody whose registration has not come yet counts; somebody who was taken out does not.
    [[nodiscard]] bool counts() const { return registrations > 0 || !ever_registered; }
};
struct OnePerson {
    Shown self;
    Places facts;
};
struct Group {
    Shown whole;
    std::vector<PersonId> members;  // the root first, then by id
};
struct OneStay {
    Stay stay;
    bool shown = false;
    Places facts;
};
struct OneStaff {
    Staff staff;
    bool shown = false;
    Places facts;
};
struct OneLabel {
    LabelJob job;
    bool shown = false;
    Places facts;
};
struct DeedPlace {
    sync::Hlc time;  // beside the place, so that choosing the latest few need not visit every record
    Place place;
};

// A damaged number must not empty or burst the hall: no sum of these overflows.
inline constexpr int k_most_company = 1'000;
inline constexpr int k_most_at_once = 10'000;
inline int sane(int count, int most) {
    return std::clamp(count, 0, most);
}

struct State::Inside {
    std::vector<Record> records;
    Shelves<Body> shelves;
    PlaceTable places;
    std::unordered_map<FactId, Places> undos;  // what is undone → the undos
    std::size_t unreadable = 0;

    std::unordered_map<PersonId, OnePerson> persons;
    std::unordered_map<PersonId, Places> merges;   // either side → the merges that name it
    std::unordered_map<PersonId, PersonId> roots;  // of grouped people only
    std::unordered_map<PersonId, Group> groups;    // by root
    WordIndex tickets, source_keys, households;
    std::map<std::pair<int, int>, Places> paper;  // sheet and row → the check-ins that name it

    std::map<StayId, OneStay> stays;
    std::map<StaffId, OneStaff> staff;
    Places openings, closings, labels, answers, printers;
    Places speaking;  // all that is said of speakers and of their rules
    Places draws;     // by lot
    Places plates;    // handed out to people without a name
    Places items;     // all that is said of what is lent and given
    std::map<LabelId, OneLabel> label_jobs;
    Places rooms, grants, alerts;  // staffing, opening; places and codes given; what the lead must see
    Places alerts_seen, roll_calls;
    Places erasures;  // of childcare's key
    std::set<sync::DeviceId> devices;
    std::vector<DeedPlace> deeds;
    EventOpened event;
    bool closed = false;
    HeadCount count;        // without who left
    std::int64_t went = 0;  // who left less who came back, as told; may be more than came

    // state_store.cpp: records, undos
    void put(const sync::Fact& fact, bool relayed);
    void attach(Place place);
    void detach(Place place);
    void settle(FactId target);
    [[nodiscard]] std::optional<Place> place_of(const FactId& id) const;
    [[nodiscard]] bool before(Place left, Place right) const;
    [[nodiscard]] bool is_undone(const Record& record) const;
    bool insert(Places& places, Place place) const;  // true: it is the last
    void use(Place place, const auto& with) const {
        const Record& record = records[place];
        if (record.kind != k_unreadable) shelves.visit(record.kind, record.slot, with);
    }
    // Effective facts of one kind, in total order.
    template <typename Kind>
    void each(const Places& some, const auto& take) const {
        for (const Place place : some) {
            const Record& record = records[place];
            if (record.effective && record.kind == index_of<Kind, Body>)
                take(shelves.at<Kind>(record.slot), record);
        }
    }

    // state_route.cpp: which thing a fact speaks of
    void enter(Place place);
    void leave(Place place);
    void flip(Place place, bool is);

    // state_people.cpp, state_groups.cpp
    OnePerson& person_at(const PersonId& id);
    [[nodiscard]] PersonId root_of(const PersonId& id) const;
    [[nodiscard]] const Shown* shown(const PersonId& id) const;
    void index(Place place);
    void take(Shown& into, Place place, const Places& facts) const;
    // state_paper.cpp: a row of paper counts once, as the last effective word on it says
    void enter_row(Place place, const CheckedIn& body);
    void leave_row(Place place, const CheckedIn& body);
    void fold_row(Place place, const CheckedIn& body);
    [[nodiscard]] std::optional<Place> last_word_on(const Places& row) const;
    [[nodiscard]] bool counts(Place place, const CheckedIn& body) const;
    void fold_person(OnePerson& one, std::optional<Place> last_word);
    [[nodiscard]] const Shown& shown_of(const OnePerson& one) const;
    [[nodiscard]] PersonFields roster_words(const Places& facts, bool all, std::optional<Place> until) const;
    void take_words(Person& person, const PersonFields& words, const std::string& source, const Places& facts,
                    Place place) const;
    // The people under a key who answer `fits`, by id.
    [[nodiscard]] std::vector<const Person*> named(const WordIndex& by, std::size_t key,
                                                   const auto& fits) const;
    void fold_group(Group& group) const;
    void regroup(const PersonId& kept, const PersonId& merged);
    std::optional<Place> reach(const PersonId& from, std::set<PersonId>& reached) const;
    void form_group(const PersonId& root, const std::set<PersonId>& members);
    void tally(const Shown& of, int sign);

    [[nodiscard]] bool has_row(const OnePerson& one, std::string_view source, std::string_view key) const;

    // state_table.cpp, state_equal.cpp
    [[nodiscard]] Deed deed_at(Place place) const;
    static bool grants_alike(const State& mine, const State& theirs);
    static bool answers_alike(const State& mine, const State& theirs);

    // state_childcare.cpp, state_event.cpp
    void fold_stay(const StayId& id);
    [[nodiscard]] std::vector<Room> configured_rooms() const;
    void fold_staff(const StaffId& id);
    // state_labels.cpp
    void fold_label(const LabelId& id);
    void fold_event();
};

}  // namespace welcome::kiosk::event
