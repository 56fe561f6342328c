#pragma once
// The rules: given what is true and what somebody wants, either new facts or a plain refusal. Childcare's
// are in decide_childcare.h.
// Pure: time, ids and chance come in by the context.

#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

enum class Refusal {
    unknown_person,
    already_in,  // no error to a guest: "You are already in, 6:04 pm"
    nobody_chosen,
    name_missing,
    name_too_long,  // over 200 code points
    phone_unreadable,
    email_unreadable,
    no_adult_here,  // childcare is asked for by an adult who is checked in
    child_name_missing,
    contact_missing,  // no phone or seat of the adult for tonight
    no_room_for_age,
    unknown_code,  // childcare claim
    unknown_stay,
    not_dropped_off,
    already_dropped_off,
    already_picked_up,
    not_permitted,  // this staff role may not
    unknown_fact,
    cannot_be_undone,
    same_person,     // two that are one already
    nothing_new,     // it is so already
    card_taken,      // that numbered card is somebody else's
    too_few_adults,  // two in a room always, and as many as its ratio asks
    no_place,        // this tablet has no place to give in any room that fits
    no_codes,        // no part of the codes was given to this tablet yet
    room_closed,
    unknown_room,
    children_here,  // a room, or the evening, is not closed with children in it
    reason_missing,
    already_left,  // withdrawn or turned away
    event_closed,
    line_closed,       // nobody joins the speakers any more
    question_missing,  // a written question without words
    already_in_line,
    microphone_taken,  // somebody else is up
    unknown_speech,
    word_missing,        // a raffle is drawn by a word that the room calls out
    nobody_to_draw,      // nobody is in who has not won
    already_handed_out,  // all plates that were asked for
    items_are_out,       // the evening is not closed while lent things are out, without a reason
    unknown_item,
    item_is_out,         // somebody has it
    nobody_in,           // nobody is in the room who could leave
    limit_unreadable,    // how many people the room may hold
    numbers_unreadable,  // from a number to a larger one, not too many
    label_waits,         // it is in the printer's queue already
};

struct Context {
    Instant now;
    std::optional<StaffId> staff;  // who is unlocked, if anybody
    sync::IdSource new_id;
    std::function<std::uint32_t(std::uint32_t)> random_below;  // uniform in [0, bound)
    sync::DeviceId device = {};  // this tablet: whose places and codes may be given away
};

using Decision = tl::expected<std::vector<sync::Draft>, Refusal>;

struct Arrival {  // one person who comes in
    PersonId person;
    int more_adults = 0;
    int more_children = 0;
};
// All of them in one transaction; those already in are passed over; `already_in` if nobody is left.
Decision decide_check_in(const State&, const std::vector<Arrival>&, CheckInMethod, std::optional<Instant> at,
                         const Context&);

Decision decide_come_in(const State&, int count, const Context&);
// So many more, or with a number below 0 so many fewer, have gone home; never more than are in the room.
Decision decide_leave(const State&, int count, const Context&);

struct Newcomer {
    std::string full_name;
    std::string language;
    int more_adults = 0;
    int more_children = 0;
    std::string phone;  // E.164 or empty
    std::string email;  // as typed or empty
    bool text_consent = false;
    bool email_consent = false;
    std::string wording;                // version of the consent sentences shown
    std::optional<PersonId> family_of;  // comes with somebody: the same household
    GuestRole role = GuestRole::none;   // said by staff
};
// person_registered + signed_up + checked_in (+ consents: one fact for each channel that was asked).
Decision decide_sign_up(const State&, const Newcomer&, const Context&);

// The language that somebody chose on the screen: for their labels, and for the next event.
Decision decide_note_language(const State&, const PersonId&, const std::string& language, const Context&);

Decision decide_raise_needs(const State&, const PersonId&, const std::vector<Need>&, const Context&);

// Two entries that are one person from now on; `kept`'s words stand. What comes of it: State::together.
Decision decide_merge(const State&, const PersonId& kept, const PersonId& merged, const Context&);
// Takes back the last merge of somebody.
Decision decide_unmerge(const State&, const PersonId&, std::string reason, const Context&);

// Into the household of `with`.
Decision decide_join_family(const State&, const PersonId&, const PersonId& with, const Context&);
// A pre-numbered card, as it was scanned: from now on its code finds this person.
Decision decide_bind_card(const State&, const PersonId&, const std::string& code, const Context&);

struct PaperRow {
    int sheet = 0, row = 0;
    std::optional<PersonId> person;  // somebody of the roster, else by the name
    std::string full_name;
    int more_adults = 0;
    int more_children = 0;
};
// One row of a paper sheet. Entered again, on any tablet, the later word counts and it counts once.
Decision decide_paper_row(const State&, const PaperRow&, const sync::EventId&, const Context&);

Decision decide_undo(const State&, const FactId&, std::string reason, const Context&);

// True where the fact, or what it undoes in turn, names somebody or makes two people one.
bool is_about_who_somebody_is(const State&, const FactId&);

// A roster row after reading. `person` is derived from source and key, so that two tablets that import
// the same file make the same person.
struct RosterRow {
    PersonId person;
    std::string source, source_key;
    PersonFields fields;
};
enum class RosterChange { added, changed, unchanged };
struct RosterDecision {
    RosterChange change = RosterChange::unchanged;
    std::vector<sync::Draft> drafts;  // empty where unchanged
};
RosterDecision decide_import(const State&, const RosterRow&, const Context&);

}  // namespace welcome::kiosk::event
