// The draws by lot, in total order.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

std::vector<RaffleDraw> State::raffle() const {
    std::vector<RaffleDraw> all;
    inside_->each<RaffleDrawn>(inside_->draws, [&](const RaffleDrawn& body, const Record& record) {
        RaffleDraw draw{record.id, record.wall, body, inside_->root_of(body.winner), false};
        // Two tablets that could not see each other: who won first has won, the other draw is void.
        draw.is_void = std::any_of(all.begin(), all.end(), [&](const RaffleDraw& earlier) {
            return !earlier.is_void && earlier.winner == draw.winner;
        });
        all.push_back(std::move(draw));
    });
    return all;
}

}  // namespace welcome::kiosk::event
