// Before the doors open.

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

bool step_ready(Step& step, const Action& action) {
    auto* ready = step.on<Ready>();
    switch (action.intent) {
        case Intent::open_ready:
            step.go(Ready{});
            step.effects.emplace_back(LookAtMachine{});
            return true;
        case Intent::expect_people:
            if (ready) ready->expected = std::max(0, action.number);
            return ready != nullptr;
        case Intent::ask_card_away:
            if (ready) ready->asks_card_away = true;
            return ready != nullptr;
        case Intent::keep_card:
            if (ready) ready->asks_card_away = false;
            return ready != nullptr;
        case Intent::rehearse:
            if (ready && !step.model.rehearsal) step.effects.emplace_back(Rehearse{});
            return ready != nullptr;
        case Intent::end_rehearsal:
            if (ready && step.model.rehearsal) step.effects.emplace_back(EndRehearsal{});
            return ready != nullptr;
        case Intent::card_is_away:
            if (!ready || !ready->asks_card_away) return ready != nullptr;
            ready->asks_card_away = false;
            step.effects.emplace_back(PutCardAway{});
            step.effects.emplace_back(LookAtMachine{});
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::screens
