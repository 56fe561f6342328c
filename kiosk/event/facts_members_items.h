#pragma once
// The members of the kinds of facts_items.h; see facts_members.h. Included by it only.

#include "kiosk/event/facts_items.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, ItemListed& body) {
    a.needs("item", body.item);
    a.needs("kind", body.kind);
    a("number", body.number);
    a("channel", body.channel);
    a("language", body.language);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ItemStruckOff& body) {
    a.needs("item", body.item);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ItemLent& body) {
    a.needs("item", body.item);
    a("to", body.to);
    a("ticket", body.ticket);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, ItemReturned& body) {
    a.needs("item", body.item);
    a.needs("by", body.by);
}
template <typename A>
void members(A& a, NeedMet& body) {
    a.needs("person", body.person);
    a.needs("need", body.need);
    a.needs("by", body.by);
}

}  // namespace welcome::kiosk::event::json
