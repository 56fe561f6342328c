// The room board: how many the room may hold, which is the lead's to say.

#include "kiosk/event/decide_childcare.h"
#include "kiosk/event/typed_text.h"
#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

bool step_rooms(Step& step, const Action& action) {
    if (action.intent == Intent::open_rooms) {
        step.go(RoomBoard{});
        step.effects.emplace_back(LookAtMachine{});  // its battery stands among the tablets'
        return true;
    }
    auto* board = step.on<RoomBoard>();
    if (!board) return false;
    switch (action.intent) {
        case Intent::ask_limit: {
            const int limit = step.known.state.event().room_limit;
            board->asks_limit = true;
            board->limit = limit > 0 ? std::to_string(limit) : "";
            return true;
        }
        case Intent::edit_limit:
            board->limit = action.text;
            return true;
        case Intent::limit_ready:
            step.commit(event::decide_room_limit(
                            step.known.state, event::whole_number(board->limit).value_or(0), step.context()),
                        {.next = RoomBoard{}, .notice = Notice{"rooms.limit_set", board->limit, true}});
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
