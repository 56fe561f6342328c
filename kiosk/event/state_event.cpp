// The event's own facts and its staff.

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

void State::Inside::fold_event() {
    EventOpened latest;
    each<EventOpened>(openings, [&](const EventOpened& body, const Record&) { latest = body; });
    closed = false;
    each<EventClosed>(closings, [&](const EventClosed&, const Record&) { closed = true; });
    if (latest == event) return;
    event = std::move(latest);
    for (const auto& [id, stay] : stays) fold_stay(id);  // The room that fits may be another one now.
}

void State::Inside::fold_staff(const StaffId& id) {
    OneStaff& one = staff[id];
    one.shown = false;
    each<StaffAdded>(one.facts, [&](const StaffAdded& body, const Record&) {
        one.staff = {id, body.name, body.role, body.pin_hash};
        one.shown = true;
    });
}

}  // namespace welcome::kiosk::event
