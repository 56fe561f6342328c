#include "kiosk/app/typing.h"

#include <optional>
#include <utility>

namespace welcome::kiosk::app {

void Typing::feed(const ui::InputEvent& event, Time at) {
    if (const auto* text = std::get_if<ui::TextTyped>(&event)) return hand_out(wedge_.letter(text->text, at));
    const auto* key = std::get_if<ui::KeyPress>(&event);
    if (key && key->key == ui::Key::enter) return hand_out(wedge_.enter(at));
    if (key && key->key == ui::Key::tab) return hand_out(wedge_.tab(at));
    // Letters held back come before the key or the touch that follows them. A key is no scanner's: it lets
    // them go; a touch says nothing about them and waits.
    hand_out(key ? wedge_.other_key() : wedge_.tick(at));
    if (wedge_.holds()) return behind_.push_back(event);
    out_.typed(event);
}

void Typing::tick(Time now) {
    hand_out(wedge_.tick(now));
}

std::optional<Typing::Time> Typing::due(Time) const {
    if (!wedge_.holds()) return std::nullopt;
    return wedge_.due();
}

void Typing::hand_out(const std::vector<scan::WedgeOutput>& outputs) {
    for (const auto& output : outputs) {
        if (const auto* typed = std::get_if<scan::TypedText>(&output)) out_.typed(ui::TextTyped{typed->text});
        if (std::holds_alternative<scan::TypedEnter>(output)) out_.typed(ui::KeyPress{ui::Key::enter});
        if (std::holds_alternative<scan::TypedTab>(output)) out_.typed(ui::KeyPress{ui::Key::tab});
        if (const auto* scanned = std::get_if<scan::ScannedText>(&output)) out_.scanned(scanned->text);
        // An over-long burst is handed on as it is: the screens say that it is too long to be a ticket.
        if (std::holds_alternative<scan::ScanRefused>(output))
            out_.scanned(std::string(scan::Wedge::k_longest_burst + 1, '?'));
    }
    if (wedge_.holds()) return;
    for (const auto& event : std::exchange(behind_, {})) out_.typed(event);
}

}  // namespace welcome::kiosk::app
