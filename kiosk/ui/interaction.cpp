#include "kiosk/ui/interaction.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace welcome::kiosk::ui {

namespace {

constexpr float k_drag_mm = 4;  // a finger that moved further scrolls instead of tapping
constexpr float k_notch_mm = 12;
constexpr float k_select_mm = 2.5F;  // a finger that moved sideways so far in a field marks text
constexpr float k_same_place_mm = 6;
constexpr std::chrono::milliseconds k_hold{500};
constexpr std::chrono::milliseconds k_double{450};
constexpr std::chrono::milliseconds k_long_ago{-1000};

bool is_stop(const Node& node) {
    return node.actionable && node.enabled && !node.behind;
}

bool is_pad(Key key) {
    return key >= Key::pad_0 && key <= Key::pad_enter;
}

// A pad key that types its digit.
std::optional<std::string> digit_of(Key key) {
    if (key < Key::pad_0 || key > Key::pad_9) return std::nullopt;
    return std::string(1, static_cast<char>('0' + static_cast<int>(key) - static_cast<int>(Key::pad_0)));
}

// A pad key as the arrow or the press that it stands for.
Key steering(Key key) {
    switch (key) {
        case Key::pad_8:
            return Key::up;
        case Key::pad_2:
            return Key::down;
        case Key::pad_4:
            return Key::left;
        case Key::pad_6:
            return Key::right;
        case Key::pad_5:
        case Key::pad_enter:
            return Key::enter;
        case Key::pad_0:
            return Key::escape;
        case Key::pad_7:
            return Key::back_tab;
        case Key::pad_9:
            return Key::tab;
        case Key::pad_1:
            return Key::page_up;
        case Key::pad_3:
            return Key::page_down;
        default:
            return key;
    }
}

}  // namespace

void Interaction::begin_frame(const Tree& shown, bool right_to_left, std::chrono::milliseconds now) {
    shown_ = &shown;
    right_to_left_ = right_to_left;
    const bool after_tap = !tapped_.empty();
    tapped_.clear();
    edits.clear();
    changed = false;
    now_ = now;
    if (field_touch_.kind == FieldTouch::Kind::drag && down_) {
        field_touch_.begins = false;
    } else {
        field_touch_ = {};
    }
    // The screen that the tap led to has not been drawn yet: nobody can have aimed at it.
    if (after_tap && !waiting_.empty()) return;
    while (!waiting_.empty() && tapped_.empty() && may_follow_edits(waiting_.front())) {
        const InputEvent event = std::move(waiting_.front());
        waiting_.pop_front();
        last_input_ = now;
        std::visit([this](const auto& one) { on(one); }, event);
        changed = true;
    }
    if (held_after() && now >= *held_after()) hold();
}

std::optional<std::chrono::milliseconds> Interaction::held_after() const {
    if (!down_ || !over_pressed_) return std::nullopt;
    const auto known = keys.find(pressed_);
    if (known == keys.end() || known->second.letter.empty()) return std::nullopt;
    return down_at_ + k_hold;
}

// The finger may leave now: what it does is no tap any more.
void Interaction::hold() {
    const Node* node = shown_->find(pressed_);
    if (node == nullptr) return;
    held = {keys.at(pressed_).letter, node->id, node->rect};
    pressed_.clear();
    over_pressed_ = false;
    changed = true;
}

// Words typed are told to the screen before what follows them, an Enter or a tap elsewhere, takes effect.
bool Interaction::may_follow_edits(const InputEvent& event) const {
    if (edits.empty()) return true;
    return std::holds_alternative<TextTyped>(edits.back()) && std::holds_alternative<TextTyped>(event);
}

void Interaction::forget() {
    const auto kept = last_input_;
    *this = Interaction{};
    last_input_ = kept;
}

void Interaction::start_editing(std::string_view id) {
    if (editing == id) return;
    editing = id;
    focus = id;
    reveal = id;
    shifted = false;
    held = {};
    keyboard_page = KeyDeed::letters;
    letters_part = choices_part = 0;
    changed = true;
}

void Interaction::stop_editing() {
    changed = changed || !editing.empty();
    editing.clear();
    held = {};
    field_touch_ = {};
    keys.clear();
}

const Node* Interaction::hit(float x, float y) const {
    for (auto node = shown_->nodes.rbegin(); node != shown_->nodes.rend(); ++node) {
        if (node->actionable && !node->behind && node->visible.contains(x, y)) return &*node;
    }
    return nullptr;
}

ScrollState* Interaction::scroll_under(float x, float y) {
    if (!shown_->dialog.empty()) return nullptr;
    for (auto& [id, state] : scrolls_) {
        if (state.rect.contains(x, y) && state.most() > 0) return &state;
    }
    return nullptr;
}

void Interaction::on(const PointerDown& event) {
    down_ = true;
    steered_ = false;
    by_pad_ = false;
    down_x_ = event.x;
    down_y_ = last_y_ = event.y;
    down_at_ = now_;
    dragged_ = nullptr;
    field_touch_ = {};
    const Node* node = hit(event.x, event.y);
    pressed_ = node != nullptr && node->enabled ? node->id : "";
    over_pressed_ = !pressed_.empty();
    field_down_ = pressed_ == editing ? editing : "";
    if (node == nullptr && !held.letter.empty()) {
        held = {};
    } else if (node == nullptr && shown_->dialog.empty()) {
        stop_editing();
    }
}

void Interaction::on(const PointerMove& event) {
    if (!down_) return;
    if (!field_down_.empty() && dragged_ == nullptr) {
        const bool sideways = std::abs(event.x - down_x_) > k_select_mm * shown_->px_per_mm;
        if (field_touch_.kind == FieldTouch::Kind::drag) {
            field_touch_.to_x = event.x;
        } else if (sideways) {
            field_touch_ = {FieldTouch::Kind::drag, down_x_, event.x};
        }
    }
    const bool marks = field_touch_.kind == FieldTouch::Kind::drag;
    if (dragged_ == nullptr && !marks && std::abs(event.y - down_y_) > k_drag_mm * shown_->px_per_mm) {
        dragged_ = scroll_under(down_x_, down_y_);
        if (dragged_ != nullptr) {
            pressed_.clear();
            last_y_ = down_y_;
        }
    }
    if (dragged_ != nullptr) {
        dragged_->offset = std::clamp(dragged_->offset - (event.y - last_y_), 0.0F, dragged_->most());
    }
    last_y_ = event.y;
    const Node* node = hit(event.x, event.y);
    over_pressed_ = node != nullptr && !pressed_.empty() && node->id == pressed_;
}

void Interaction::on(const PointerUp& event) {
    if (!down_) return;
    on(PointerMove{event.x, event.y});
    down_ = false;
    const Node* node = hit(event.x, event.y);
    field_down_.clear();
    if (field_touch_.kind == FieldTouch::Kind::drag) {
        pressed_.clear();
        over_pressed_ = false;
        return;
    }
    const bool same = node != nullptr && !pressed_.empty() && node->id == pressed_ && node->enabled;
    pressed_.clear();
    over_pressed_ = false;
    if (same && dragged_ == nullptr) {
        if (node->id == editing)
            touch_field(*node, event.x);
        else
            tapped_at_ = k_long_ago;  // a touch between makes no two of what came before and after
        tap(*node, false);
    }
    dragged_ = nullptr;
}

// The first tap opens a field and leaves the caret at its end; the next one puts it where the finger is, and
// two quickly at one place mark the word there.
void Interaction::touch_field(const Node& node, float x) {
    const bool again = now_ - tapped_at_ <= k_double && focus == node.id &&
                       std::abs(x - field_x_) <= k_same_place_mm * shown_->px_per_mm;
    field_touch_ = {again ? FieldTouch::Kind::second_tap : FieldTouch::Kind::tap, x, x};
    tapped_at_ = again ? k_long_ago : now_;
    field_x_ = x;
}

void Interaction::on(const PointerGone&) {
    down_ = false;
    field_down_.clear();
    field_touch_ = {};
    dragged_ = nullptr;
    pressed_.clear();
    over_pressed_ = false;
}

void Interaction::on(const Wheel& event) {
    ScrollState* state = scroll_under(event.x, event.y);
    if (state == nullptr) return;
    state->offset =
        std::clamp(state->offset - event.notches * k_notch_mm * shown_->px_per_mm, 0.0F, state->most());
}

void Interaction::on(const TextTyped& event) {
    // With Num Lock on, a pad key that steered arrives as a digit too.
    if (std::exchange(swallow_, "") == event.text) return;
    const Node* node = shown_->find(editing.empty() ? focus : editing);
    if (node == nullptr || node->role != Role::field || node->behind || !node->enabled) return;
    if (editing.empty()) start_editing(node->id);
    edits.emplace_back(event);
}

void Interaction::on(const KeyPress& event) {
    if (is_pad(event.key)) {
        const bool types = !editing.empty() && !by_pad_ && digit_of(event.key);
        if (types) return;  // the system sends the digit itself as text
        swallow_ = digit_of(event.key).value_or("");
        by_pad_ = by_pad_ || event.key != Key::pad_enter;
    }
    const Key key = steering(event.key);
    if (edit(key)) return;
    steered_ = true;
    steer(key);
}

// Keys that belong to the field being edited while the focus stands on it.
bool Interaction::edit(Key key) {
    if (editing.empty()) return false;
    const bool here = focus == editing && !by_pad_;
    switch (key) {
        case Key::backspace:
        case Key::remove:
            break;
        case Key::left:
        case Key::right:
        case Key::home:
        case Key::end:
        case Key::enter:
            if (!here) return false;
            break;
        default:
            return false;
    }
    edits.emplace_back(KeyPress{key});
    return true;
}

bool Interaction::steer(Key key) {
    switch (key) {
        case Key::tab:
            step(1);
            return true;
        case Key::back_tab:
            step(-1);
            return true;
        case Key::left:
            move(-1, 0);
            return true;
        case Key::right:
            move(1, 0);
            return true;
        case Key::up:
            move(0, -1);
            return true;
        case Key::down:
            move(0, 1);
            return true;
        case Key::escape:
            go_back();
            return true;
        case Key::enter:
            if (const Node* node = shown_->find(focus); node != nullptr && is_stop(*node)) tap(*node, true);
            return true;
        default:
            return false;
    }
}

void Interaction::go_back() {
    if (!held.letter.empty()) {
        held = {};
        return;
    }
    if (!editing.empty()) return stop_editing();
    const Node* node = shown_->find("furniture.back");
    if (node != nullptr && is_stop(*node)) tap(*node, true);
}

std::vector<const Node*> Interaction::stops() const {
    std::vector<const Node*> found;
    for (const Node& node : shown_->nodes) {
        // While a keyboard has slid in, steering stays on it and its field; Done or Back leaves it.
        const bool reachable = keys.empty() || keys_in_page || node.role == Role::key || node.id == editing;
        if (is_stop(node) && reachable) found.push_back(&node);
    }
    return found;
}

void Interaction::focus_on(const Node& node) {
    focus = node.id;
    reveal = node.id;
    // Leaving a field for something that is not its keyboard ends the typing.
    if (!editing.empty() && node.role != Role::key && node.id != editing) stop_editing();
}

void Interaction::step(int by) {
    const auto all = stops();
    if (all.empty()) return;
    const auto count = static_cast<int>(all.size());
    const auto at = std::find_if(all.begin(), all.end(), [&](const Node* node) { return node->id == focus; });
    const int from = at == all.end() ? (by > 0 ? -1 : count) : static_cast<int>(at - all.begin());
    focus_on(*all[static_cast<std::size_t>((from + by + count) % count)]);
}

// The nearest stop in that direction; sideways distance counts double.
void Interaction::move(float dx, float dy) {
    const Node* from = shown_->find(focus);
    if (from == nullptr) return step(dx + dy > 0 || right_to_left_ ? 1 : -1);
    const Node* best = nullptr;
    float best_cost = 0;
    for (const Node* node : stops()) {
        if (node == from) continue;
        const float gap_x =
            std::max({0.0F, node->rect.x - from->rect.right(), from->rect.x - node->rect.right()});
        const float gap_y =
            std::max({0.0F, node->rect.y - from->rect.bottom(), from->rect.y - node->rect.bottom()});
        const float ahead = dx * (node->rect.centre_x() - from->rect.centre_x()) +
                            dy * (node->rect.centre_y() - from->rect.centre_y());
        const float along = dx != 0 ? gap_x : gap_y;
        const float aside = dx != 0 ? gap_y : gap_x;
        if (ahead <= 1 || (along <= 0 && aside > 0)) continue;
        const float off = dx != 0 ? std::abs(node->rect.centre_y() - from->rect.centre_y())
                                  : std::abs(node->rect.centre_x() - from->rect.centre_x());
        const float cost = along + 2 * aside + off * 0.1F;
        if (best == nullptr || cost < best_cost) {
            best = node;
            best_cost = cost;
        }
    }
    if (best != nullptr) return focus_on(*best);
    step(dy != 0 ? static_cast<int>(dy) : static_cast<int>(right_to_left_ ? -dx : dx));
}

void Interaction::tap(const Node& node, bool by_key) {
    if (node.role == Role::key) {
        tapped_ = node.id;
        if (by_key) focus = node.id;
        return press_screen_key(node.id);
    }
    tapped_ = node.id;
    focus = node.id;
    if (node.role == Role::field) {
        start_editing(node.id);
    } else if (!editing.empty()) {
        stop_editing();
    }
    (void)by_key;
}

void Interaction::press_screen_key(const std::string& id) {
    const auto known = keys.find(id);
    if (known == keys.end()) return;
    const ScreenKey key = known->second;
    if (key.deed != KeyDeed::more_choices) choices_part = 0;
    switch (key.deed) {
        case KeyDeed::type:
            edits.emplace_back(TextTyped{key.text});
            shifted = false;
            if (!held.letter.empty()) focus = held.id;
            held = {};
            break;
        case KeyDeed::backspace:
            edits.emplace_back(KeyPress{Key::backspace});
            break;
        case KeyDeed::shift:
            shifted = !shifted;
            break;
        case KeyDeed::done:
            edits.emplace_back(KeyPress{Key::enter});
            break;
        case KeyDeed::left:
        case KeyDeed::right:
            edits.emplace_back(KeyPress{key.deed == KeyDeed::left ? Key::left : Key::right});
            break;
        case KeyDeed::latin:
            latin = !latin;
            keyboard_page = KeyDeed::letters;
            break;
        case KeyDeed::order:
            typewriter = key.text == "typewriter";
            break;
        case KeyDeed::more_letters:
            ++letters_part;
            break;
        case KeyDeed::convert:
            edits.emplace_back(key.converted);
            break;
        case KeyDeed::more_choices:
            ++choices_part;
            break;
        case KeyDeed::letters:
        case KeyDeed::signs:
        case KeyDeed::accents:
            keyboard_page = key.deed;
            break;
    }
}

}  // namespace welcome::kiosk::ui
