#pragma once
// The members of childcare's kinds; see facts_members.h, the only file that includes this one.

#include "kiosk/event/facts_childcare.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, ChildcareRequested& body) {
    a.needs("stay", body.stay);
    a.needs("adult", body.adult);
    a("first_name", body.first_name);
    a.needs("band", body.band);
    a("allergies", body.allergies);
    a("notes", body.notes);
    a("toilet_help", body.toilet_help);
    a("photo_ok", body.photo_ok);
    a("contact", body.contact);
    a("code", body.code);
    a("number", body.number);
    a("guessed", body.guessed);
}
template <typename A>
void members(A& a, ChildDroppedOff& body) {
    a.needs("stay", body.stay);
    a("room", body.room);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ChildPickedUp& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a("reason", body.reason);
    a("checked", body.checked);
}
template <typename A>
void members(A& a, ChildAccepted& body) {
    a.needs("stay", body.stay);
    a("room", body.room);
    a("by", body.by);
}
template <typename A>
void members(A& a, ChildWaitlisted& body) {
    a.needs("stay", body.stay);
    a("by", body.by);
}
template <typename A>
void members(A& a, ChildTurnedAway& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, ChildWithdrawn& body) {
    a.needs("stay", body.stay);
    a("by", body.by);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, ParentPaged& body) {
    a.needs("stay", body.stay);
    a("by", body.by);
    a("reason", body.reason);
    a("over", body.over);
}
template <typename A>
void members(A& a, IncidentNoted& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a("note", body.note);
}
template <typename A>
void members(A& a, PickUpSaid& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a("may", body.may);
    a("may_not", body.may_not);
}
template <typename A>
void members(A& a, PickUpRefused& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ClaimReplaced& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a.needs("code", body.code);
    a("reason", body.reason);
    a("checked", body.checked);
}
template <typename A>
void members(A& a, ClaimRefused& body) {
    a.needs("by", body.by);
    a("times", body.times, 1);
    a("dead", body.dead);
}
template <typename A>
void members(A& a, ChildSeen& body) {
    a.needs("stay", body.stay);
    a.needs("by", body.by);
    a("seen", body.seen, true);
}
template <typename A>
void members(A& a, RollCallBegun& body) {
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ClosedWithChildren& body) {
    a.needs("by", body.by);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, AlertSeen& body) {
    a.needs("fact", body.fact);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, RoomStaffed& body) {
    a.needs("room", body.room);
    a.needs("by", body.by);
    a("adults", body.adults);
}
template <typename A>
void members(A& a, RoomOpened& body) {
    a.needs("room", body.room);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, RoomClosed& body) {
    a.needs("room", body.room);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, SlotsAsked& body) {
    a.needs("room", body.room);
    a.needs("of", body.of);
    a("places", body.places, 1);
}
template <typename A>
void members(A& a, SlotsGranted& body) {
    a.needs("room", body.room);
    a.needs("to", body.to);
    a("places", body.places);
    a("asked", body.asked);
}
template <typename A>
void members(A& a, CodesGranted& body) {
    a.needs("to", body.to);
    a("part", body.part);
}
template <typename A>
void members(A& a, TabletLost& body) {
    a.needs("tablet", body.tablet);
    a("heard", body.heard);
    a("by", body.by);
}
template <typename A>
void members(A& a, SlotsReclaimed& body) {
    a.needs("room", body.room);
    a.needs("of", body.of);
    a("places", body.places);
}
template <typename A>
void members(A& a, ChildcareKeyAsked& body) {
    a.needs("to", body.to);
}
template <typename A>
void members(A& a, ChildcareKeyGiven& body) {
    a.needs("asked", body.asked);
    a.needs("sealed", body.sealed);
}
template <typename A>
void members(A&, ChildcareErased&) {}

}  // namespace welcome::kiosk::event::json
