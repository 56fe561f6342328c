// A code held up at a volunteer's screen: whose it is.

#include "kiosk/event/id_code.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

HeldUp read_held_up(const Step& step, const std::string& text) {
    const auto& known = step.known;
    HeldUp held{.ticket = event::read_ticket(text, known.event_id, known.ticket_key)};
    if (const auto badge = event::read_badge_code(text)) {
        held.is_badge = true;
        held.person = known.state.person(*badge);
    } else {
        const auto* ours = std::get_if<event::OurTicket>(&held.ticket);
        held.person = known.state.by_ticket(ours ? ours->id : text);
    }
    return held;
}

}  // namespace welcome::kiosk::screens
