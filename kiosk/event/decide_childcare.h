#pragma once
// The rules of childcare (shared/childcare.md): given what is true and what somebody wants, either new facts
// or a plain refusal. Pure, as decide.h is; Context::device says whose places and codes are given away.

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

// 20 characters that cannot be confused or spell a word.
inline constexpr std::string_view k_claim_alphabet = "CDFGHJKMNPRTVWX34679";
// Parts of the space of codes, one a tablet: 2,500 codes each.
inline constexpr int k_code_parts = 64;

struct ChildRequest {
    std::string first_name;
    AgeBand band = AgeBand::from_4_to_5;
    std::string allergies, notes;
    std::string contact;  // phone or seat for tonight; empty: the phone that is known of the adult
    bool toilet_help = false;
    bool photo_ok = false;
};
// Whether a scanned code proved who asks; letters and digits can be guessed.
enum class Asker { proved, guessed };
// Siblings together under one family code: the one that the family has already where that was proved and so
// is this, else a fresh one. Each child accepted into a room from this tablet's places, or all on the list.
Decision decide_request_childcare(const State&, const PersonId& adult, const std::vector<ChildRequest>&,
                                  const Context&, Asker = Asker::proved);
// Of a child who was not accepted yet, also takes the place.
Decision decide_drop_off(const State&, const StayId&, const Context&);
// Every child of the code that is in a room and named in `stays`.
Decision decide_pick_up(const State&, std::string_view code, const std::vector<StayId>& stays,
                        const Context&);

// Of a family's code among the families who wait, 1 the next; 0 where nobody of it waits in the line.
int place_in_line(const State&, std::string_view code);

// ---- the lead's ways ----
// Without the code: why, and what was checked, are written down.
Decision decide_release(const State&, const std::vector<StayId>&, const std::string& reason,
                        const std::string& checked, const Context&);
// The family's claim was lost: a new code for all its children; the old one is dead and alerts.
Decision decide_replace_claim(const State&, const StayId& of_family, const std::string& reason,
                              const std::string& checked, const Context&);
// A note of State::alerts() was read.
Decision decide_see_alert(const State&, const FactId& alert, const Context&);
// Which languages the event's tablets offer, the guests' first one first; the lead's to say. BCP 47 tags.
Decision decide_languages(const State&, std::vector<std::string> languages, const Context&);
// How many people the room may hold, 1 … 50,000; the lead's to say.
Decision decide_room_limit(const State&, int limit, const Context&);
// That tablet is off for good: it gives no place away any more, and when every other tablet has heard of it,
// one of them takes its places back. What it may have accepted unheard of is not known then.
Decision decide_tablet_lost(const State&, const sync::DeviceId& tablet, const Context&);
// With children here only with a reason that says who stays with them; the same of things that were lent.
Decision decide_close_event(const State&, const std::string& reason, const Context&,
                            const std::string& items_reason = {});

// ---- the desk ----
Decision decide_withdraw(const State&, const StayId&, const std::string& reason, const Context&);
Decision decide_turn_away(const State&, const StayId&, const std::string& reason, const Context&);
Decision decide_page(const State&, const StayId&, const std::string& reason, const Context&);
Decision decide_page_over(const State&, const StayId&, const Context&);
Decision decide_note_incident(const State&, const StayId&, const std::string& note, const Context&);
Decision decide_say_pick_up(const State&, const StayId&, const std::string& may, const std::string& may_not,
                            const Context&);
Decision decide_refuse_pick_up(const State&, const StayId&, const Context&);
// `in_a_row` with this one, at this tablet.
Decision decide_note_wrong_code(const State&, std::string_view code, int in_a_row, const Context&);
// A right one after wrong ones: they are counted anew from here.
Decision decide_note_right_code(const State&, const Context&);
// At a roll-call: seen by eye, or not. Each tablet's ticks are every tablet's.
Decision decide_tick_off(const State&, const StayId&, bool seen, const Context&);
Decision decide_begin_roll_call(const State&, const Context&);  // takes all ticks back
Decision decide_staff_room(const State&, const std::string& room, int adults, const Context&);
Decision decide_open_room(const State&, const std::string& room, const Context&);
Decision decide_close_room(const State&, const std::string& room, const Context&);

// ---- what a tablet does by itself ----
// The next families of the list where places came free; places for a tablet that asked for some; a part of
// the codes for a tablet that has none; asking another tablet where this one's list waits. May be empty.
std::vector<sync::Draft> decide_upkeep(const State&, const Context&);

}  // namespace welcome::kiosk::event
