// The tablet's parts tried one by one: camera, scanner, printer, sound, and the screen by a bank card.

#include <algorithm>
#include <utility>

#include "kiosk/screens/step_inside.h"

namespace welcome::kiosk::screens {

namespace {

constexpr double k_finest = 25.4 / 600, k_coarsest = 25.4 / 50;  // dots an inch that screens have

void leave(Step& step) {
    if (step.model.staff) return step.go(Ready{});
    start_over(step);
}

// A larger outline needs more pixels a millimetre.
void scale(Step& step, int thousandths) {
    auto& pitch = step.model.millimetres_per_pixel;
    pitch = std::clamp(pitch * (1 - thousandths / 1000.0), k_finest, k_coarsest);
}

}  // namespace

void put_ruler_away(Step& step) {
    auto* parts = step.on<Parts>();
    if (!parts || !std::exchange(parts->measures, false)) return;
    step.model.millimetres_per_pixel = parts->pitch_before;
}

void tried(Step& step, const Scanned& scanned) {
    auto& parts = std::get<Parts>(step.model.screen);
    auto& part = scanned.by_camera ? parts.camera : parts.scanner;
    part = Parts::Try::good;
    (scanned.by_camera ? parts.letters_by_camera : parts.letters_by_scanner) =
        static_cast<int>(scanned.text.size());
}

void tried(Step& step, const LabelOutcome& outcome) {
    auto* parts = step.on<Parts>();
    if (!parts || outcome.what != "test") return;
    parts->printer = outcome.outcome == "printed" ? Parts::Try::good : Parts::Try::bad;
}

void tried(Step& step, const SoundPlayed& sound) {
    if (auto* parts = step.on<Parts>()) parts->sound = sound.played ? Parts::Try::good : Parts::Try::bad;
}

bool step_parts(Step& step, const Action& action) {
    if (action.intent == Intent::open_parts && step.model.staff) {
        step.go(Parts{});
        return true;
    }
    auto* parts = step.on<Parts>();
    if (!parts) return false;
    switch (action.intent) {
        case Intent::try_printer:
            parts->printer = Parts::Try::waiting;
            step.effects.emplace_back(PrintTestLabel{});
            return true;
        case Intent::try_sound:
            parts->sound = Parts::Try::waiting;
            step.effects.emplace_back(PlaySound{});
            return true;
        case Intent::measure_screen:
            if (!std::exchange(parts->measures, true)) parts->pitch_before = step.model.millimetres_per_pixel;
            return true;
        case Intent::scale_screen:
            if (parts->measures) scale(step, action.number);
            return true;
        case Intent::screen_fits:
            if (std::exchange(parts->measures, false))
                step.effects.emplace_back(KeepScale{step.model.millimetres_per_pixel});
            parts->screen = Parts::Try::good;
            return true;
        case Intent::go_back:
            if (!parts->measures) {
                leave(step);
                return true;
            }
            put_ruler_away(step);
            return true;
        case Intent::parts_done:
            leave(step);
            return true;
        default:
            return true;  // Nothing else happens from here: no PIN was asked.
    }
}

}  // namespace welcome::kiosk::screens
