// The facts of the microphone in total order, through the fold of speakers.h.

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

SpeakerLine State::speakers() const {
    const auto& inside = *inside_;
    SpeakerFold fold(inside.event.speaking, inside.event.starts);
    for (const Place place : inside.speaking) {
        const Record& record = inside.records[place];
        if (!record.effective) continue;
        inside.use(place, [&](const auto& body) {
            if constexpr (requires { fold.take(body, record.wall); }) fold.take(body, record.wall);
        });
    }
    return fold.line();
}

}  // namespace welcome::kiosk::event
