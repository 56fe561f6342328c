#pragma once
// What facts say of children, rooms, places and claim codes (shared/childcare.md). None of it leaves the
// venue. `by` is left out where the tablet itself did it, or a guest; which tablet is in the envelope.

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

// ---- the stay of a child ----
struct ChildcareRequested {
    StayId stay;
    PersonId adult;
    std::string first_name;
    AgeBand band = AgeBand::from_4_to_5;
    std::string allergies;  // empty: the adult ticked "none"
    std::string notes;
    bool toilet_help = false;
    bool photo_ok = false;
    std::string contact;   // phone or seat for tonight
    std::string code;      // the family's claim code, 4 characters of k_claim_alphabet
    int number = 0;        // the family's, for the big screen: nothing can be done with it
    bool guessed = false;  // by letters and digits, which others may know; not by a scanned code
    bool operator==(const ChildcareRequested&) const = default;
};
struct ChildDroppedOff {
    StayId stay;
    std::string room;
    StaffId by;
    bool operator==(const ChildDroppedOff&) const = default;
};
struct ChildPickedUp {
    StayId stay;
    StaffId by;
    std::string reason;   // empty: by claim code; else the lead's reason
    std::string checked;  // and what the lead checked
    bool operator==(const ChildPickedUp&) const = default;
};
struct ChildAccepted {  // takes one place of this room from the grant of the tablet that says so
    StayId stay;
    std::string room;
    std::optional<StaffId> by;
    bool operator==(const ChildAccepted&) const = default;
};
struct ChildWaitlisted {
    StayId stay;
    std::optional<StaffId> by;
    bool operator==(const ChildWaitlisted&) const = default;
};
struct ChildTurnedAway {
    StayId stay;
    StaffId by;
    std::string reason;
    bool operator==(const ChildTurnedAway&) const = default;
};
struct ChildWithdrawn {
    StayId stay;
    std::optional<StaffId> by;
    std::string reason;
    bool operator==(const ChildWithdrawn&) const = default;
};
struct ParentPaged {
    StayId stay;
    std::optional<StaffId> by;
    std::string reason;
    bool over = false;  // somebody came
    bool operator==(const ParentPaged&) const = default;
};
struct IncidentNoted {
    StayId stay;
    StaffId by;
    std::string note;
    bool operator==(const IncidentNoted&) const = default;
};
// For the childcare role and the lead only; never on a label. No reason beyond the parent's own words.
struct PickUpSaid {
    StayId stay;
    StaffId by;
    std::string may, may_not;
    bool operator==(const PickUpSaid&) const = default;
};
struct PickUpRefused {
    StayId stay;
    StaffId by;
    bool operator==(const PickUpRefused&) const = default;
};

// Ticked off at a roll-call, or the tick taken back.
struct ChildSeen {
    StayId stay;
    StaffId by;
    bool seen = true;
    bool operator==(const ChildSeen&) const = default;
};
// What was ticked off before counts no more.
struct RollCallBegun {
    StaffId by;
    bool operator==(const RollCallBegun&) const = default;
};
// The evening was closed though children were here: why, and who stays with them.
struct ClosedWithChildren {
    StaffId by;
    std::string reason;
    bool operator==(const ClosedWithChildren&) const = default;
};

// ---- claim codes ----
struct ClaimReplaced {  // one for each child of the family; the code before is dead
    StayId stay;
    StaffId by;
    std::string code;
    std::string reason, checked;
    bool operator==(const ClaimReplaced&) const = default;
};
// Each wrong claim is written down, so that a tablet that starts anew counts on; a note to the lead from the
// third in a row (k_wrong_claims_at_most) and of a dead one.
struct ClaimRefused {
    StaffId by;
    int times = 1;      // wrong ones in a row at this tablet; 0: a right one ended the row
    bool dead = false;  // a code that was reported lost
    bool operator==(const ClaimRefused&) const = default;
};

// The lead has read a note: a claim that was refused, or somebody who was.
struct AlertSeen {
    FactId fact;
    StaffId by;
    bool operator==(const AlertSeen&) const = default;
};

// ---- rooms ----
struct RoomStaffed {
    std::string room;
    int adults = 0;  // in the room from now on
    StaffId by;
    bool operator==(const RoomStaffed&) const = default;
};
struct RoomOpened {
    std::string room;
    StaffId by;
    bool operator==(const RoomOpened&) const = default;
};
struct RoomClosed {
    std::string room;
    StaffId by;
    bool operator==(const RoomClosed&) const = default;
};

// ---- escrow: who may give away what, with no other tablet in sight ----
struct SlotsAsked {
    std::string room;
    int places = 1;
    sync::DeviceId of;
    bool operator==(const SlotsAsked&) const = default;
};
struct SlotsGranted {  // from the tablet that says so; 0: it has none to spare
    std::string room;
    int places = 0;
    sync::DeviceId to;
    std::optional<FactId> asked;
    bool operator==(const SlotsGranted&) const = default;
};
struct CodesGranted {  // a part of the space of codes, and no other tablet draws from it
    sync::DeviceId to;
    int part = 0;
    bool operator==(const CodesGranted&) const = default;
};

// The lead's word, then every other tablet's: that tablet is off for good, and gives no place away any more
// though it came back. `heard`: how many of its facts are known to whoever says so.
struct TabletLost {
    sync::DeviceId tablet;
    int heard = 0;
    std::optional<StaffId> by;
    bool operator==(const TabletLost&) const = default;
};
struct SlotsReclaimed {  // from a lost tablet, by the tablet that says so
    std::string room;
    int places = 0;
    sync::DeviceId of;
    bool operator==(const SlotsReclaimed&) const = default;
};

// ---- childcare's own key, from one tablet to another (kiosk/session/childcare_key.h) ----
struct ChildcareKeyAsked {
    std::string to;  // a public key, made for this once
    bool operator==(const ChildcareKeyAsked&) const = default;
};
struct ChildcareKeyGiven {
    FactId asked;
    std::string sealed;  // to that public key
    bool operator==(const ChildcareKeyGiven&) const = default;
};
// This tablet destroyed its own: what was said of children cannot be read on it any more. Says nothing else,
// since it outlives all that it speaks of (shared/field.md: an erasure on schedule leaves a record).
struct ChildcareErased {
    bool operator==(const ChildcareErased&) const = default;
};

}  // namespace welcome::kiosk::event
