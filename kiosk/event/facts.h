#pragma once
// What each kind of fact says. One struct a kind; its JSON is written and read in facts.cpp alone.
// The kind's word on the wire is the struct's name in snake_case (`CheckedIn` → "checked_in").

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/event/facts_childcare.h"
#include "kiosk/event/facts_items.h"
#include "kiosk/event/facts_labels.h"
#include "kiosk/event/facts_meals.h"
#include "kiosk/event/facts_speakers.h"
#include "kiosk/event/facts_taking_part.h"

namespace welcome::kiosk::event {

struct Room {
    std::string name;
    std::vector<AgeBand> bands;
    int places = 0;
    int ratio = 0;  // children to one adult; 0: by the youngest band (shared/childcare.md)
    bool operator==(const Room&) const = default;
};

struct EventOpened {
    std::string name;
    Instant starts{};
    std::string time_zone;  // IANA, "America/New_York"
    std::string place;      // where to go after the door, as typed: "the big room, on your left"
    int room_limit = 0;     // occupants the hall allows; 0: not stated
    std::vector<std::string> languages;
    std::vector<Room> childcare_rooms;
    std::optional<SpeakingRules> speaking;  // nothing: no speakers are taken
    std::vector<CallToAction> calls;        // asked after check-in; the first k_most_calls count
    bool asks_photo = false;                // whether each guest is asked about pictures
    std::string colour;                     // the organiser's own, "#7A1FA2"; empty: ours
    std::string logo;                       // a small PNG in base64; empty: none
    bool operator==(const EventOpened&) const = default;
};

// Only the fields that are set are said; a later word on a field wins over an earlier one.
// Names stay as typed; phone is E.164; ZIP is text. An empty string erases.
struct PersonFields {
    std::optional<std::string> full_name, call_me, phone, email, zip, language;
    std::optional<HouseholdId> household;
    std::optional<bool> is_child;
    std::optional<bool> hidden;     // never show this person in guest look-up
    std::optional<GuestRole> role;  // whom the lead wants to know of; a guest screen never shows it
    std::vector<std::string>
        tickets;  // added, never taken away: ours as 32 hex digits, foreign ones as they are
    bool operator==(const PersonFields&) const = default;
};

struct PersonRegistered {
    PersonId person;
    std::string source;      // "roster", "door", "service"
    std::string source_key;  // the row's own key in that source; empty at the door
    PersonFields fields;
    bool operator==(const PersonRegistered&) const = default;
};
struct PersonCorrected {
    PersonId person;
    PersonFields fields;
    std::string source;  // "roster" where an import said it; empty: somebody at the door
    bool operator==(const PersonCorrected&) const = default;
};
struct PeopleMerged {
    PersonId kept, merged;
    bool operator==(const PeopleMerged&) const = default;
};
struct CheckedIn {
    PersonId person;
    CheckInMethod method = CheckInMethod::ticket;
    std::optional<Instant> at;  // where it happened at another time than it was written down
    int more_adults = 0;        // unnamed people with this one
    int more_children = 0;
    int sheet = 0;  // of paper, and its row; 0: not from paper. Of several that name a row the last counts.
    int row = 0;
    bool operator==(const CheckedIn&) const = default;
};
struct CameIn {  // anonymous: a count and nothing else
    int count = 1;
    bool operator==(const CameIn&) const = default;
};
struct PeopleLeft {  // a count as well: who goes home is not asked who they are
    int count = 1;
    bool operator==(const PeopleLeft&) const = default;
};
struct PeopleCameBack {
    int count = 1;
    bool operator==(const PeopleCameBack&) const = default;
};
struct FactUndone {  // of any fact, another undo included
    FactId fact;
    std::string reason;
    std::optional<StaffId> by;
    bool operator==(const FactUndone&) const = default;
};
struct NeedRaised {
    PersonId person;
    std::vector<Need> needs;
    bool operator==(const NeedRaised&) const = default;
};
struct SignedUp {  // a newcomer joined at the door
    PersonId person;
    std::string language;
    bool operator==(const SignedUp&) const = default;
};
struct ConsentGiven {  // also written when it is refused or taken back: granted = false
    PersonId person;
    Channel channel = Channel::text;
    bool granted = false;
    std::string wording;   // version of the sentence that was shown, "sms-2026-11"
    std::string language;  // the language it was shown in
    bool operator==(const ConsentGiven&) const = default;
};
struct StaffAdded {
    StaffId staff;
    std::string name;
    StaffRole role = StaffRole::volunteer;
    std::string pin_hash;  // Argon2id, as libsodium prints it
    bool operator==(const StaffAdded&) const = default;
};
struct StaffUnlocked {
    StaffId staff;
    bool operator==(const StaffUnlocked&) const = default;
};
struct UploadAnswered {  // only for answers that a person must see: rejected, needs_review
    FactId fact;
    std::string state;
    std::string reason;
    bool operator==(const UploadAnswered&) const = default;
};
// A fact that came from the membership service, which has it in clear and unsigned by its device.
// The fold takes the fact inside, under its own id, so it counts once however it came.
struct FactRelayed {
    sync::Fact fact;
    bool operator==(const FactRelayed&) const = default;
};
struct EventClosed {
    std::optional<StaffId> by;
    std::string
        reason;  // of older journals: what is said of children is in ClosedWithChildren, under their key
    std::string items_reason;  // asked where things that were lent are not back
    bool operator==(const EventClosed&) const = default;
};

using Body = std::variant<
    EventOpened, PersonRegistered, PersonCorrected, PeopleMerged, CheckedIn, CameIn, FactUndone, NeedRaised,
    SignedUp, ConsentGiven, ChildcareRequested, ChildDroppedOff, ChildPickedUp, LabelPrinted, StaffAdded,
    StaffUnlocked, UploadAnswered, FactRelayed, EventClosed, ChildAccepted, ChildWaitlisted, ChildTurnedAway,
    ChildWithdrawn, ParentPaged, IncidentNoted, PickUpSaid, PickUpRefused, ClaimReplaced, ClaimRefused,
    RoomStaffed, RoomOpened, RoomClosed, SlotsAsked, SlotsGranted, CodesGranted, ChildcareKeyAsked,
    ChildcareKeyGiven, TabletLost, SlotsReclaimed, SpeakingRequested, SpeechWithdrawn, SpeakerCalled,
    SpeechStarted, SpeechStopped, SpeechExtended, SpeakerSpoke, SpeakerSkipped, SpeakingRuled, CallAnswered,
    FirstTimeSaid, FollowedUp, PersonTagged, GuestGreeted, RaffleDrawn, ItemListed, ItemStruckOff, ItemLent,
    ItemReturned, NeedMet, MealsAsked, MealsHandedOut, PlateHandedOut, LabelAsked, LabelMoved, LabelStarted,
    PrinterTold, ChildSeen, RollCallBegun, ClosedWithChildren, AlertSeen, PeopleLeft, PeopleCameBack,
    QuestionGrouped, QuestionHidden, QuestionReopened, ChildcareErased>;

// The kind's word on the wire.
std::string_view kind_of(const Body& body);

// A draft whose body is `body` as compact JSON; members that hold their default are left out.
sync::Draft draft(FactId id, const Body& body);

// Nothing where the kind is unknown here (tomorrow's version) or the body is not of its shape.
std::optional<Body> read_body(std::string_view kind, std::string_view json);

// True for kinds that speak of a child: they lie under childcare's own key.
bool is_of_children(std::string_view kind);

// What of a fact may leave the venue, as JSON object text: the body where its kind is on the allow-list,
// else "{}". Childcare, PINs and kinds of tomorrow stay here; their envelopes go up so that no sequence
// has a gap (shared/design.md §5).
std::string outbound_body(std::string_view kind, std::string_view json);

std::string_view text_of(AgeBand band);       // "0-1", "2-3", "4-5", "6-9", "10-13"
std::string_view text_of(StaffRole role);     // "volunteer" …
std::string_view text_of(Channel channel);    // "text", "email", "photo"
std::string_view text_of(CheckInMethod how);  // "ticket" …
std::string_view text_of(Need need);          // "childcare" …
std::string_view text_of(GuestRole role);     // "none", "press", "vip"
std::string_view text_of(SpeechKind kind);    // "talk", "question"
std::string_view text_of(ItemKind kind);      // "headset" …
std::string_view text_of(Diet diet);          // "any" …

}  // namespace welcome::kiosk::event
