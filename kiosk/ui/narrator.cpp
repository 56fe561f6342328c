#include "kiosk/ui/narrator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace welcome::kiosk::ui {

namespace {

constexpr std::string_view k_dot = "\u25CF";  // how a hidden digit shows

// A voice rests after a sentence only where it ends as one.
std::string closed(std::string text) {
    constexpr std::array<std::string_view, 11> ends{".",  "?",  "!",  ":", "…", "。",
                                                    "？", "！", "：", "؟", "۔"};
    const bool is_closed =
        text.empty() || std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
    return is_closed ? text : text + ".";
}

// A name stands inside a sentence.
std::string unclosed(std::string name) {
    for (const std::string_view end : {".", "。"}) {
        if (name.ends_with(end)) name.resize(name.size() - end.size());
    }
    return name;
}

std::string in_a_row(std::string first, const std::string& second) {
    if (second.empty()) return first;
    return first.empty() ? second : closed(std::move(first)) + " " + second;
}

// "One more" of what? The group that it belongs to says so.
std::string name_of(const Node& node, const Tree& tree) {
    for (const std::string_view part : {".less", ".more"}) {
        if (!node.id.ends_with(part)) continue;
        const Node* group = tree.find(std::string_view(node.id).substr(0, node.id.size() - part.size()));
        if (group != nullptr) return in_a_row(group->label, node.label);
    }
    return node.role == Role::field ? node.label : in_a_row(node.label, node.detail);
}

std::string field(const Node& node, const std::string& name, const Words& words) {
    std::string said = node.value.empty() ? words("speech.field_empty", {{"what", name}})
                       : node.value.starts_with(k_dot)
                           ? words("speech.field_hidden", {{"what", name}})
                           : words("speech.field", {{"what", name}, {"value", node.value}});
    return in_a_row(std::move(said), node.detail == name ? "" : node.detail);
}

// A countdown's seconds are in the question's own words; nobody hears them tick.
bool is_silent(const Node& node) {
    const bool counts_down = node.role == Role::progress && node.label == node.value;
    return node.behind || node.label.empty() || node.role == Role::page || counts_down ||
           node.role == Role::dialog;
}

// Told with the page alone: keys are told one by one, and what goes on by itself would never end.
bool is_told_once(const Node& node) {
    return node.role == Role::key || node.role == Role::progress;
}

bool is_furniture(const Node& node) {
    return node.id.starts_with("furniture.") || node.id.ends_with(".body.up") ||
           node.id.ends_with(".body.down");
}

// What was typed or taken away, not the whole word again.
std::string echo(const std::string& before, const Node& node, const Words& words) {
    if (node.value.starts_with(k_dot) && node.value.size() >= before.size()) return words("speech.taken");
    // From the first letter that is another one, so that characters chosen for sounds are told alone.
    std::size_t same = 0;
    while (same < before.size() && before[same] == node.value[same]) ++same;
    while (same > 0 && (static_cast<unsigned char>(node.value[same]) & 0xC0U) == 0x80U) --same;
    auto rest = node.value.substr(same);
    // Nothing came, wherever the caret stood.
    if (node.value.size() <= before.size() && before.ends_with(rest)) return words("speech.erased");
    return rest;
}

// A question over the page is a new place; letters offered over the keyboard are not.
std::string place_of(const Tree& tree, const Words& words) {
    const Node* over = tree.find(tree.dialog);
    const bool offers = over != nullptr && over->role == Role::group;
    return tree.page + "/" + (offers ? "" : tree.dialog) + "/" + words.language();
}

}  // namespace

std::string spoken(const Node& node, const Tree& tree, const Words& words) {
    if (is_silent(node)) return {};
    std::string name = unclosed(name_of(node, tree));
    if (node.role == Role::field) return closed(field(node, name, words));
    if (node.role == Role::key) return name;
    if (node.role == Role::progress) return closed(name);
    if (node.role == Role::group)
        return node.value.empty() ? closed(name)
                                  : closed(words("speech.value", {{"what", name}, {"value", node.value}}));
    if (node.actionable && !node.enabled) return closed(words("speech.disabled", {{"what", name}}));
    if (node.checked) return closed(words(*node.checked ? "speech.on" : "speech.off", {{"what", name}}));
    if (node.actionable) return closed(words("speech.button", {{"what", name}}));
    return closed(node.value.empty() ? name : in_a_row(name, node.value));
}

Narration Narrator::look(const Tree& tree, const Words& words) {
    std::string place = place_of(tree, words);
    const bool is_new = place != std::exchange(place_, place);
    const bool moved = std::exchange(focus_, tree.focused) != tree.focused;
    const auto before = std::exchange(told_, {});
    Narration narration{.sentences = {}, .cuts = is_new};
    std::vector<std::string> furniture;  // After what the page is about.
    std::string here;                    // what the focus came to
    bool typed = false;
    for (const Node& node : tree.nodes) {
        const auto known = before.find(node.id);
        const std::string sentence = spoken(node, tree, words);
        if (sentence.empty() || node.id == tree.dialog) {
            // Told already, for when it comes out from under what lies over it.
            if (node.behind && !is_new && known != before.end()) told_.insert(*known);
            continue;
        }
        told_[node.id] = {sentence, node.value};
        if (is_new) {
            if (node.role != Role::key)
                (is_furniture(node) ? furniture : narration.sentences).push_back(sentence);
        } else if (node.role == Role::field && known != before.end() && known->second.value != node.value) {
            narration.sentences.push_back(echo(known->second.value, node, words));
            typed = true;
        } else if (moved && node.id == tree.focused) {
            here = sentence;
        } else if (!is_told_once(node) && (known == before.end() || known->second.sentence != sentence)) {
            narration.sentences.push_back(sentence);
        }
    }
    // Whoever took a letter that a held key offered hears that one, not the key that it came from.
    if (!here.empty() && !typed) narration.sentences.insert(narration.sentences.begin(), here);
    narration.cuts = narration.cuts || typed || !here.empty();
    narration.sentences.insert(narration.sentences.end(), furniture.begin(), furniture.end());
    return narration;
}

void Narrator::forget() {
    *this = Narrator();
}

}  // namespace welcome::kiosk::ui
