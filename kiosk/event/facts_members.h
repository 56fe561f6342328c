#pragma once
// The members of each kind, named once for writing and reading alike. Included by facts.cpp only.
// `a.needs(…)` is always written and must be there; `a(…)` is left out where it holds its default, which is
// the type's own unless a third argument names it.

#include "kiosk/event/facts.h"
#include "kiosk/event/facts_members_childcare.h"
#include "kiosk/event/facts_members_items.h"
#include "kiosk/event/facts_members_labels.h"
#include "kiosk/event/facts_members_meals.h"
#include "kiosk/event/facts_members_speakers.h"
#include "kiosk/event/facts_members_taking_part.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, Room& room) {
    a("name", room.name);
    a("bands", room.bands);
    a("places", room.places);
    a("ratio", room.ratio);
}
template <typename A>
void members(A& a, EventOpened& body) {
    a.needs("name", body.name);
    a("starts", body.starts);
    a("time_zone", body.time_zone);
    a("place", body.place);
    a("room_limit", body.room_limit);
    a("languages", body.languages);
    a("childcare_rooms", body.childcare_rooms);
    a("speaking", body.speaking);
    a("calls", body.calls);
    a("asks_photo", body.asks_photo);
    a("colour", body.colour);
    a("logo", body.logo);
}
template <typename A>
void members(A& a, PersonFields& fields) {
    a("full_name", fields.full_name);
    a("call_me", fields.call_me);
    a("phone", fields.phone);
    a("email", fields.email);
    a("zip", fields.zip);
    a("language", fields.language);
    a("household", fields.household);
    a("is_child", fields.is_child);
    a("hidden", fields.hidden);
    a("role", fields.role);
    a("tickets", fields.tickets);
}
template <typename A>
void members(A& a, PersonRegistered& body) {
    a.needs("person", body.person);
    a("source", body.source);
    a("source_key", body.source_key);
    a("fields", body.fields);
}
template <typename A>
void members(A& a, PersonCorrected& body) {
    a.needs("person", body.person);
    a("fields", body.fields);
    a("source", body.source);
}
template <typename A>
void members(A& a, PeopleMerged& body) {
    a.needs("kept", body.kept);
    a.needs("merged", body.merged);
}
template <typename A>
void members(A& a, CheckedIn& body) {
    a.needs("person", body.person);
    a("method", body.method);
    a("at", body.at);
    a("more_adults", body.more_adults);
    a("more_children", body.more_children);
    a("sheet", body.sheet);
    a("row", body.row);
}
template <typename A>
void members(A& a, CameIn& body) {
    a("count", body.count, 1);
}
template <typename A>
void members(A& a, PeopleLeft& body) {
    a("count", body.count, 1);
}
template <typename A>
void members(A& a, PeopleCameBack& body) {
    a("count", body.count, 1);
}
template <typename A>
void members(A& a, FactUndone& body) {
    a.needs("fact", body.fact);
    a("reason", body.reason);
    a("by", body.by);
}
template <typename A>
void members(A& a, NeedRaised& body) {
    a.needs("person", body.person);
    a("needs", body.needs);
}
template <typename A>
void members(A& a, SignedUp& body) {
    a.needs("person", body.person);
    a("language", body.language);
}
template <typename A>
void members(A& a, ConsentGiven& body) {
    a.needs("person", body.person);
    a.needs("channel", body.channel);
    a("granted", body.granted);
    a("wording", body.wording);
    a("language", body.language);
}
template <typename A>
void members(A& a, StaffAdded& body) {
    a.needs("staff", body.staff);
    a("name", body.name);
    a("role", body.role);
    a("pin_hash", body.pin_hash);
}
template <typename A>
void members(A& a, StaffUnlocked& body) {
    a.needs("staff", body.staff);
}
template <typename A>
void members(A& a, UploadAnswered& body) {
    a.needs("fact", body.fact);
    a("state", body.state);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, sync::Hlc& time) {
    a("wall_ms", time.wall_ms);
    a("counter", time.counter);
}
template <typename A>
void members(A& a, sync::Fact& fact) {
    a.needs("id", fact.id);
    a.needs("device", fact.device);
    a.needs("device_seq", fact.device_seq);
    a("time", fact.time);
    a("wall", fact.wall);
    a("event", fact.event);
    a.needs("kind", fact.kind);
    a("body", fact.body);
}
template <typename A>
void members(A& a, FactRelayed& body) {
    a.needs("fact", body.fact);
}
template <typename A>
void members(A& a, EventClosed& body) {
    a("by", body.by);
    a("reason", body.reason);
    a("items_reason", body.items_reason);
}

}  // namespace welcome::kiosk::event::json
