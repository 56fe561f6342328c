#include "kiosk/ui/editor.h"

#include <algorithm>

#include "kiosk/ui/compose.h"

namespace welcome::kiosk::ui {

Editor::Editor(std::string& text, CaretState& caret, const Field& how, bool from_right)
    : text_(text), caret_(caret), how_(how), from_right_(from_right) {
    caret_.at = std::min(caret_.at, text_.size());
    caret_.anchor = std::min(caret_.anchor, text_.size());
}

void Editor::operator()(const TextTyped& typed) {
    // "@gmail.com" from one key takes the place of an ending that was begun.
    if (how_.kind == FieldKind::email && typed.text.size() > 1 && typed.text[0] == '@')
        return insert_ending(typed.text);
    std::string_view rest = typed.text;
    while (!rest.empty()) {
        const std::size_t length = next_character(rest, 0);
        insert(rest.substr(0, length));
        rest.remove_prefix(length);
    }
}

void Editor::operator()(const KeyPress& press) {
    switch (press.key) {
        case Key::backspace:
            return backspace();
        case Key::remove:
            if (!erase_marked()) erase(caret_.at, next_character(text_, caret_.at));
            return;
        case Key::left:
            return step(from_right_);
        case Key::right:
            return step(!from_right_);
        case Key::home:
            return put_caret(0);
        case Key::end:
            return put_caret(text_.size());
        case Key::enter:
            result = Edit::submitted;
            return;
        default:
            return;
    }
}

void Editor::operator()(const Converted& converted) {
    if (caret_.marks() || converted.sounds > caret_.at || converted.used > converted.sounds) return;
    text_.replace(caret_.at - converted.sounds, converted.used, converted.text);
    put_caret(caret_.at - converted.used + converted.text.size());
    result = Edit::changed;
}

void Editor::put_caret(std::size_t at) {
    caret_.at = caret_.anchor = std::min(at, text_.size());
    caret_.composing = 0;
}

void Editor::mark(std::size_t anchor, std::size_t caret) {
    put_caret(caret);
    caret_.anchor = std::min(anchor, text_.size());
}

void Editor::mark_word(std::size_t at) {
    at = std::min(at, text_.size());
    const auto before = text_.rfind(' ', at == 0 ? 0 : at - 1);
    const auto after = text_.find(' ', at);
    const std::size_t from = before == std::string::npos || before >= at ? 0 : before + 1;
    mark(from, after == std::string::npos ? text_.size() : after);
}

// The arrows leave what is marked at the end that they point to.
void Editor::step(bool forward) {
    if (caret_.marks())
        return put_caret(forward ? std::max(caret_.at, caret_.anchor) : std::min(caret_.at, caret_.anchor));
    put_caret(forward ? next_character(text_, caret_.at) : previous_character(text_, caret_.at));
}

bool Editor::takes(std::string_view character) const {
    const bool single = character.size() == 1;
    const bool digit = single && character[0] >= '0' && character[0] <= '9';
    const auto among = [&](std::string_view set) { return single && set.find(character) != set.npos; };
    switch (how_.kind) {
        case FieldKind::pin:
        case FieldKind::digits:
            return digit;
        case FieldKind::phone:
            return digit || among("+-(). ");
        case FieldKind::email:
            if (character == " ") return false;
            break;
        default:
            break;
    }
    return !single || static_cast<unsigned char>(character[0]) >= 0x20;
}

void Editor::insert(std::string_view character) {
    if (!takes(character)) return;
    erase_marked();
    const std::size_t from = previous_character(text_, caret_.at);
    const auto both = composed(std::string_view(text_).substr(from, caret_.at - from), character);
    if (both) {
        // 간 and ㅏ are 가나: one more.
        const std::size_t now = count_characters(text_) - 1 + count_characters(*both);
        if (now > static_cast<std::size_t>(how_.most_characters)) return;
        text_.replace(from, caret_.at - from, *both);
        caret_.at = from + both->size();
    } else {
        if (is_mark(character)) return;  // A tone without its vowel.
        if (count_characters(text_) >= static_cast<std::size_t>(how_.most_characters)) return;
        text_.insert(caret_.at, character);
        caret_.at += character.size();
    }
    caret_.anchor = caret_.composing = caret_.at;
    result = Edit::changed;
}

void Editor::insert_ending(std::string_view ending) {
    erase_marked();
    const auto at = text_.find('@');
    const std::size_t from = at == std::string::npos ? text_.size() : at;
    if (count_characters(text_.substr(0, from)) + ending.size() >
        static_cast<std::size_t>(how_.most_characters))
        return;
    text_.replace(from, std::string::npos, ending);
    put_caret(text_.size());
    result = Edit::changed;
}

void Editor::erase(std::size_t from, std::size_t to) {
    if (from == to) return;
    text_.erase(from, to - from);
    put_caret(from);
    result = Edit::changed;
}

bool Editor::erase_marked() {
    if (!caret_.marks()) return false;
    erase(std::min(caret_.at, caret_.anchor), std::max(caret_.at, caret_.anchor));
    return true;
}

// Of a Korean syllable that is still being written only the last letter goes.
void Editor::backspace() {
    if (erase_marked()) return;
    const std::size_t from = previous_character(text_, caret_.at);
    const bool writing = caret_.composing == caret_.at && caret_.at > 0;
    const auto rest =
        writing ? without_last_letter(std::string_view(text_).substr(from, caret_.at - from)) : std::nullopt;
    if (!rest) return erase(from, caret_.at);
    text_.replace(from, caret_.at - from, *rest);
    put_caret(from + rest->size());
    caret_.composing = caret_.at;
    result = Edit::changed;
}

}  // namespace welcome::kiosk::ui
