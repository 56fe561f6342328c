#pragma once
// The fold: what is true, given a set of facts. Any order and any number of repeats of the same facts
// give the same state. One owner, one thread; no clock, no disk.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/event/items.h"
#include "kiosk/event/label_job.h"
#include "kiosk/event/speakers.h"
#include "kiosk/event/stay.h"

namespace welcome::kiosk::event {

// One witness of a check-in; several make one attendance.
struct Witness {
    FactId fact;
    sync::DeviceId device;
    Instant at;
    CheckInMethod method = CheckInMethod::ticket;
    bool operator==(const Witness&) const = default;
};

struct Attendance {
    Instant at;                      // the earliest witness's time
    std::vector<Witness> witnesses;  // in total order, undone ones left out, never empty
    int more_adults = 0;             // the largest number a witness named
    int more_children = 0;
    bool operator==(const Attendance&) const = default;
};

struct Consent {
    bool granted = false;
    std::string wording, language;
    Instant at;
    bool operator==(const Consent&) const = default;
};

// What somebody said beyond coming in, and what staff noted.
struct PersonPart {
    std::map<std::string, bool> calls;  // by key
    std::optional<bool> first_time;
    GuestRole role = GuestRole::none;
    bool greeted = false, followed_up = false;
    std::map<Need, Instant> asked;  // when first
    std::set<Need> met;
    bool said_plates = false;
    std::map<Diet, int> plates, plates_given;
    bool operator==(const PersonPart&) const = default;
};

struct Person {
    PersonId id;
    std::string full_name, call_me, phone, email, zip, language;
    std::optional<HouseholdId> household;
    bool is_child = false;
    bool hidden = false;
    bool signed_up = false;  // joined at the door
    std::string source, source_key;
    std::vector<std::string> tickets;
    std::set<Need> needs;
    std::map<Channel, Consent> consents;
    std::optional<Attendance> attendance;
    PersonPart part;

    // What to call this person: call_me, else the first word of the name.
    [[nodiscard]] std::string first_name() const;
    // "Rosa G.": all that a guest screen shows of somebody found without a scanned code.
    [[nodiscard]] std::string short_name() const;
    // As they say; who joined at the door and said nothing is here for the first time.
    [[nodiscard]] bool is_first_time() const { return part.first_time.value_or(signed_up); }
    bool operator==(const Person&) const = default;
};

struct Staff {
    StaffId id;
    std::string name;
    StaffRole role = StaffRole::volunteer;
    std::string pin_hash;
    bool operator==(const Staff&) const = default;
};

// Counted from facts that are not undone. `people` counts named people and their unnamed company once.
struct HeadCount {
    int people_checked_in = 0;  // named people
    int company = 0;            // unnamed people with them
    int anonymous = 0;
    int left = 0;  // went home before the end, of all who came
    int signed_up = 0;
    int children_dropped_off = 0;  // ever, tonight
    int children_picked_up = 0;
    [[nodiscard]] int came() const { return people_checked_in + company + anonymous; }
    [[nodiscard]] int in_the_room() const { return came() - left; }
    bool operator==(const HeadCount&) const = default;
};

struct LabelRecord {
    std::string what, subject, outcome;
    Instant at;
    bool operator==(const LabelRecord&) const = default;
};

// A line of the recent-actions list at the volunteer's table, newest last, with what may be undone.
struct Deed {
    FactId fact;
    std::string kind;
    std::optional<PersonId> person;
    std::optional<StayId> stay;
    std::optional<ItemId> item;
    Instant at;
    bool undone = false;
    std::optional<FactId> undone_by;  // the undo in effect; undoing that one brings the deed back
    bool operator==(const Deed&) const = default;
};

struct RaffleDraw {
    FactId fact;
    Instant at;
    RaffleDrawn body;
    PersonId winner;       // as who they are now
    bool is_void = false;  // had won already, on a tablet that this one did not see
    bool operator==(const RaffleDraw&) const = default;
};

// One row of a paper sheet, as it counts.
struct SheetRow {
    int row = 0;
    PersonId person;
    FactId fact;
    int more_adults = 0, more_children = 0;
    bool operator==(const SheetRow&) const = default;
};

// What rosters said of a person, whatever the door has put right since and though it was undone.
struct RosterWord {
    PersonId person;  // the id that the roster's own facts name
    PersonFields fields;
    bool operator==(const RosterWord&) const = default;
};

class State {
  public:
    State();
    State(State&&) noexcept;
    State& operator=(State&&) noexcept;
    State(const State&);
    ~State();

    // Takes one fact in. A fact seen before changes nothing; an unknown kind is counted and kept by id.
    void apply(const sync::Fact& fact);

    [[nodiscard]] const EventOpened& event() const;  // the latest word on the event; empty before any
    [[nodiscard]] bool is_closed() const;

    // Nothing for an unknown id. A merged person answers as the one it was merged into.
    [[nodiscard]] const Person* person(const PersonId& id) const;
    [[nodiscard]] std::vector<const Person*> people() const;  // merged ones left out, by id
    // Everybody who is counted as in, by id: also whose registration has not come yet (an id, no name).
    [[nodiscard]] std::vector<const Person*> attending() const;
    // That person included; adults before children, each by name.
    [[nodiscard]] std::vector<const Person*> household_of(const PersonId& id) const;
    [[nodiscard]] const Person* by_ticket(std::string_view ticket) const;
    [[nodiscard]] const Person* by_source_key(std::string_view source, std::string_view key) const;

    // What two would be together if the first is kept, in every word; nothing where one is unknown or both
    // are one already.
    [[nodiscard]] std::optional<Person> together(const PersonId& kept, const PersonId& merged) const;
    // The latest merge in effect that made this person of several.
    [[nodiscard]] std::optional<FactId> last_merge_of(const PersonId& id) const;

    [[nodiscard]] std::vector<int> sheets() const;                // that have rows, by number
    [[nodiscard]] std::vector<SheetRow> sheet(int number) const;  // by row

    // Of the row with that key, else of that person; nothing where no roster spoke yet.
    [[nodiscard]] std::optional<RosterWord> roster_word(std::string_view source, std::string_view key,
                                                        const PersonId& person) const;

    [[nodiscard]] const Stay* stay(const StayId& id) const;
    // By id. Undone requests are left out, unless the child is in a room: that one stays in sight.
    [[nodiscard]] std::vector<const Stay*> stays() const;
    // All stays under a claim code as it was typed or scanned; compared in constant time.
    [[nodiscard]] std::vector<const Stay*> stays_by_code(std::string_view code) const;
    // Undone requests included: their labels may be in somebody's hand.
    [[nodiscard]] bool is_code_known(std::string_view code) const;
    // Known, and good for nothing any more: it was reported lost.
    [[nodiscard]] bool is_code_dead(std::string_view code) const;
    [[nodiscard]] bool is_number_known(int number) const;  // of a family, for the big screen
    // Every child who is in somebody's care now, by room and name: the roll-call.
    [[nodiscard]] std::vector<const Stay*> roll_call() const;
    // Ticks count from the last time that a roll-call was begun.
    struct RollCallStart {
        sync::Stamp stamp;
        Instant at;
        bool operator==(const RollCallStart&) const = default;
    };
    [[nodiscard]] std::optional<RollCallStart> roll_call_began() const;
    [[nodiscard]] bool is_ticked_off(const Stay& stay) const;
    // In the order in which they asked.
    [[nodiscard]] std::vector<const Stay*> waitlist() const;

    // The configured rooms; where there are none, one without a name that takes every age.
    [[nodiscard]] std::vector<RoomNow> rooms() const;
    [[nodiscard]] std::optional<RoomNow> room(std::string_view name) const;
    [[nodiscard]] bool has_room_for(AgeBand band) const;  // open now or not
    [[nodiscard]] std::vector<Alert> alerts() const;      // newest last
    [[nodiscard]] WrongClaims wrong_claims(const sync::DeviceId& at) const;

    // Escrow. The tablet that wrote the event down holds all places and all codes at first.
    [[nodiscard]] std::optional<sync::DeviceId> opener() const;
    // Places of its own that a tablet may still give away, as far as is known here.
    [[nodiscard]] int free_places(const sync::DeviceId& device, std::string_view room) const;
    [[nodiscard]] std::optional<int> code_part(const sync::DeviceId& device) const;
    [[nodiscard]] std::vector<sync::DeviceId> devices() const;  // that wrote a fact known here
    struct Asking {
        FactId fact;
        sync::DeviceId from;
        SlotsAsked what;
    };
    [[nodiscard]] std::vector<Asking> unanswered() const;  // askings for places

    // How much of a tablet is known here, and when it wrote the latest of it by its own clock.
    struct Tablet {
        sync::DeviceId device;
        int facts = 0;
        Instant last_wrote{};
        bool lost = false;
        bool operator==(const Tablet&) const = default;
    };
    [[nodiscard]] std::vector<Tablet> tablets() const;  // whose own facts are here, by id
    [[nodiscard]] std::set<sync::DeviceId> lost_tablets() const;
    [[nodiscard]] bool is_lost(const sync::DeviceId& device) const;
    [[nodiscard]] int facts_of(const sync::DeviceId& device) const;  // its own that are here
    // Tablets with a part of the codes that have not said yet that they take this one as lost.
    [[nodiscard]] std::vector<sync::DeviceId> still_to_agree(const sync::DeviceId& lost) const;
    // Who takes a lost tablet's places back: of those not lost the one that wrote the event down, else the
    // one with the smallest part of the codes.
    [[nodiscard]] std::optional<sync::DeviceId> reclaimer() const;
    // All have agreed, and all that any of them knows of the lost tablet is known here.
    [[nodiscard]] bool may_reclaim_from(const sync::DeviceId& lost) const;
    [[nodiscard]] bool was_reclaimed_from(const sync::DeviceId& lost, std::string_view room) const;

    // The latest closing in effect, and whether an incident was noted: when childcare is erased.
    [[nodiscard]] std::optional<Instant> closed_at() const;
    [[nodiscard]] bool has_incident() const;
    // Which tablets have said that they destroyed childcare's key, each once, the first of them first.
    struct Erasure {
        sync::DeviceId on;
        Instant at{};
        bool operator==(const Erasure&) const = default;
    };
    [[nodiscard]] std::vector<Erasure> childcare_erasures() const;

    [[nodiscard]] const Staff* staff(const StaffId& id) const;
    [[nodiscard]] std::vector<const Staff*> all_staff() const;

    // The line at the microphone and the questions, made anew at each call.
    [[nodiscard]] SpeakerLine speakers() const;

    [[nodiscard]] std::vector<RaffleDraw> raffle() const;  // oldest first

    [[nodiscard]] std::map<Diet, int> plates_without_a_name() const;  // handed out
    // What is lent and given at the table, made anew at each call: by kind, then by number.
    [[nodiscard]] std::vector<Item> items() const;
    [[nodiscard]] std::optional<Item> item(const ItemId& id) const;

    [[nodiscard]] HeadCount count() const;
    [[nodiscard]] std::vector<Deed> last_deeds(std::size_t how_many) const;
    [[nodiscard]] std::vector<LabelRecord> labels() const;
    // Every label that was asked for, oldest first.
    [[nodiscard]] std::vector<const LabelJob*> print_queue() const;
    [[nodiscard]] const LabelJob* label_job(const LabelId& id) const;
    [[nodiscard]] std::vector<PrinterNow> printers() const;  // of all tablets that have one, by tablet
    [[nodiscard]] std::vector<UploadAnswered> fix_later()
        const;  // each fact's last answer, "accepted" left out

    [[nodiscard]] bool has(const FactId& id) const;
    // The kind's word of a fact that is known and readable here.
    [[nodiscard]] std::optional<std::string_view> kind_of_fact(const FactId& id) const;
    // What an undo names; nothing where the fact is no undo.
    [[nodiscard]] std::optional<FactId> undo_target(const FactId& undo) const;
    // Who registered a person: "door", "roster" … of that very fact.
    [[nodiscard]] std::string_view source_of(const FactId& registration) const;
    // True where the fact is known and no effective undo names it. An undo counts only if it is later, in
    // the total order, than what it undoes, so no circle of undos can form.
    [[nodiscard]] bool is_effective(const FactId& id) const;
    [[nodiscard]] std::size_t fact_count() const;        // distinct ids, unknown kinds included
    [[nodiscard]] std::size_t unreadable_count() const;  // unknown kinds and shapes

    bool operator==(const State& other) const;  // same answers to every question above

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::kiosk::event
