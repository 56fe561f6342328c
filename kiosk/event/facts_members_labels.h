#pragma once
// The members of the kinds about labels; see facts_members.h, the only file that includes this one.

#include "kiosk/event/facts_labels.h"

namespace welcome::kiosk::event::json {

template <typename A>
void members(A& a, LabelAsked& body) {
    a.needs("label", body.label);
    a.needs("what", body.what);
    a.needs("subject", body.subject);
    a.needs("printer", body.printer);
    a("by", body.by);
    a("again", body.again);
}
template <typename A>
void members(A& a, LabelMoved& body) {
    a.needs("label", body.label);
    a.needs("printer", body.printer);
    a("knew", body.knew);
    a("by", body.by);
}
template <typename A>
void members(A& a, LabelStarted& body) {
    a.needs("label", body.label);
}
template <typename A>
void members(A& a, LabelPrinted& body) {
    a("what", body.what);
    a("subject", body.subject);
    a("outcome", body.outcome);
    a("label", body.label);
    a("reason", body.reason);
    a("by", body.by);
}
template <typename A>
void members(A& a, PrinterTold& body) {
    a("tablet", body.tablet);
    a("state", body.state);
    a("paper", body.paper);
}

}  // namespace welcome::kiosk::event::json
