#include "kiosk/app/robot.h"

#include <algorithm>
#include <fstream>

namespace welcome::kiosk::app {

namespace {

using namespace std::chrono_literals;

constexpr auto k_patience = 30s;         // an upload may rest; a screen not yet clear itself
constexpr auto k_longest_speech = 300s;  // a page of sentences on a sound card
constexpr auto k_between_looks = 20ms;   // while waiting for something to appear
constexpr auto k_held = 800ms;           // a finger that stays on a key
constexpr auto k_between_keys = 80ms;    // a quick typist; far slower than a scanner

// The bytes of the UTF-8 letter that begins at `from`.
std::string letter_at(const std::string& text, std::size_t from) {
    std::size_t end = from + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(from, end - from);
}

bool shows(const ui::Node& node, const std::string& text) {
    return text.empty() || node.label.find(text) != std::string::npos ||
           node.value.find(text) != std::string::npos || node.detail.find(text) != std::string::npos;
}

}  // namespace

Robot::Robot(std::vector<RobotStep> steps, RobotReach reach)
    : steps_(std::move(steps)), reach_(std::move(reach)) {}

Robot::Progress Robot::step(const ui::Tree& tree, Time now) {
    if (!failure_.empty()) return Progress::failed;
    if (position_ == steps_.size()) return Progress::finished;
    if (now < next_) return Progress::playing;
    const RobotStep& step = steps_[position_];
    if (!began_) began_ = now;
    next_ = now + k_between_looks;
    const Outcome outcome = act(step, tree, now);
    if (outcome == Outcome::failed ||
        (outcome == Outcome::again && step.verb != Verb::wait && step.verb != Verb::type &&
         step.verb != Verb::pad &&
         now - *began_ > (step.verb == Verb::listen ? k_longest_speech : k_patience))) {
        fail(step, tree);
        return Progress::failed;
    }
    if (outcome == Outcome::done) {
        reach_.say("robot: line " + std::to_string(step.line) + " done");
        began_.reset();
        ++position_;
    }
    return position_ == steps_.size() ? Progress::finished : Progress::playing;
}

Robot::Outcome Robot::act(const RobotStep& step, const ui::Tree& tree, Time now) {
    switch (step.verb) {
        case Verb::tap:
            return tap(step, tree);
        case Verb::hold:
            return hold(step, tree, now);
        case Verb::type:
            return type(step, now);
        case Verb::pad:
            return pad(step);
        case Verb::reach:
            return reach(step, tree, now);
        case Verb::wedge:
            return wedge(step);
        case Verb::scan:
            reach_.hold_to_camera(filled(step.target));
            return Outcome::done;
        case Verb::expect:
            return expect(step, tree);
        case Verb::absent:
            return tree.find(step.target) ? Outcome::again : Outcome::done;
        case Verb::remember:
            return remember(step, tree);
        case Verb::shot:
            return reach_.take_picture(filled(step.target)) ? Outcome::done : Outcome::failed;
        case Verb::tree:
            return write_tree(step, tree);
        case Verb::listen:
            return reach_.is_quiet() ? Outcome::done : Outcome::again;
        case Verb::wait:
            return wait(step, now);
    }
    return Outcome::failed;
}

Robot::Outcome Robot::tap(const RobotStep& step, const ui::Tree& tree) {
    const std::string id = filled(step.target);
    const auto* node = tree.find(id);
    if (!node || !node->enabled) return Outcome::again;
    auto touches = ui::tap_events(tree, id);
    const bool in_sight = !touches.empty();
    if (!in_sight) touches = ui::reveal_events(tree, id);
    for (const auto& touch : touches) reach_.feed(touch);
    return in_sight ? Outcome::done : Outcome::again;
}

// A finger that stays for a while and leaves again.
Robot::Outcome Robot::hold(const RobotStep& step, const ui::Tree& tree, Time now) {
    if (held_until_) {
        if (now < *held_until_) {
            next_ = *held_until_;
            return Outcome::again;
        }
        reach_.feed(finger_up_);
        held_until_.reset();
        return Outcome::done;
    }
    const std::string id = filled(step.target);
    const auto* node = tree.find(id);
    if (!node || !node->enabled) return Outcome::again;
    const auto touches = ui::tap_events(tree, id);
    if (touches.empty()) {
        for (const auto& touch : ui::reveal_events(tree, id)) reach_.feed(touch);
        return Outcome::again;
    }
    for (std::size_t i = 0; i + 1 < touches.size(); ++i) reach_.feed(touches[i]);
    finger_up_ = touches.back();
    held_until_ = next_ = now + k_held;
    return Outcome::again;
}

Robot::Outcome Robot::type(const RobotStep& step, Time now) {
    const std::string text = filled(step.target);
    const std::string letter = letter_at(text, typed_);
    reach_.feed(ui::TextTyped{letter});
    typed_ += letter.size();
    next_ = now + k_between_keys;
    if (typed_ < text.size()) return Outcome::again;
    typed_ = 0;
    return Outcome::done;
}

Robot::Outcome Robot::pad(const RobotStep& step) {
    const auto keys = pad_keys(step.target).value_or(std::vector<ui::Key>{});
    reach_.feed(ui::KeyPress{keys[pressed_]});
    if (++pressed_ < keys.size()) return Outcome::again;
    pressed_ = 0;
    return Outcome::done;
}

// As somebody does who cannot touch: on to the next thing until it is the one, then press it.
Robot::Outcome Robot::reach(const RobotStep& step, const ui::Tree& tree, Time now) {
    const std::string id = filled(step.target);
    const auto* node = tree.find(id);
    const bool is_there = node != nullptr && node->enabled && !node->behind;
    if (is_there && tree.focused == id) {
        reach_.feed(ui::KeyPress{ui::Key::pad_5});
        pressed_ = 0;
        return Outcome::done;
    }
    if (!is_there && pressed_ == 0) return Outcome::again;  // Not shown yet.
    if (++pressed_ > 2 * tree.nodes.size() + 8) return Outcome::failed;
    reach_.feed(ui::KeyPress{ui::Key::pad_9});
    began_ = now;  // Its patience is for a thing that does not show, not for the way to it.
    return Outcome::again;
}

Robot::Outcome Robot::wedge(const RobotStep& step) {
    const std::string text = filled(step.target);
    for (std::size_t from = 0; from < text.size(); from += letter_at(text, from).size())
        reach_.feed(ui::TextTyped{letter_at(text, from)});
    reach_.feed(ui::KeyPress{ui::Key::enter});
    return Outcome::done;
}

Robot::Outcome Robot::expect(const RobotStep& step, const ui::Tree& tree) {
    const auto* node = tree.find(filled(step.target));
    return node && shows(*node, filled(step.text)) ? Outcome::done : Outcome::again;
}

Robot::Outcome Robot::remember(const RobotStep& step, const ui::Tree& tree) {
    const auto* node = tree.find(step.text);
    if (!node) return Outcome::again;
    remembered_[step.target] = node->value.empty() ? node->label : node->value;
    return Outcome::done;
}

Robot::Outcome Robot::write_tree(const RobotStep& step, const ui::Tree& tree) {
    std::ofstream out(filled(step.target));
    out << ui::to_json(tree) << "\n";
    return out.flush() ? Outcome::done : Outcome::failed;
}

Robot::Outcome Robot::wait(const RobotStep& step, Time now) {
    const std::chrono::duration<double> wanted(std::stod(step.target));
    if (now - *began_ >= wanted) return Outcome::done;
    next_ = *began_ + std::chrono::duration_cast<std::chrono::milliseconds>(wanted);
    return Outcome::again;
}

std::string Robot::filled(std::string text) const {
    for (const auto& [name, value] : remembered_) {
        const std::string mark = "$" + name;
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

void Robot::fail(const RobotStep& step, const ui::Tree& tree) {
    failure_ = "robot: line " + std::to_string(step.line) + " failed: " + step.target + " " + step.text +
               "\nthe screen showed:\n" + ui::as_text(tree);
}

}  // namespace welcome::kiosk::app
