// Steppers, segmented choices and the language picker.
#include <algorithm>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

namespace {
// Where room is short: around a number, and around the words of a stepper.
constexpr float k_number_air_mm = 1, k_words_air_mm = 1.5F;
}  // namespace

std::optional<int> Ui::stepper(std::string_view id, std::string_view label, int value, const Stepper& how) {
    Inside& in = *inside_;
    const bool staff = in.theme.density == Density::staff;
    const std::string less = std::string(id) + ".less";
    const std::string more = std::string(id) + ".more";
    // Where the words leave no room for the buttons, the buttons go under them; before that, all of it draws
    // closer together.
    LayoutBox& box =
        in.open(LayoutBox::Kind::row, {.weights = {1, 0}, .gap_mm = 3.2F, .across = Align::centre});
    box.gap_least = in.px(k_words_air_mm);
    box.stacked_across = Align::start;  // words and buttons of many in one line down the page
    in.owners.push_back(in.owner);
    in.owner = static_cast<int>(in.note(box, {.id = std::string(id),
                                              .role = Role::group,
                                              .label = std::string(label),
                                              .value = std::to_string(value),
                                              .enabled = how.enabled}));
    LayoutBox& saying = in.open(LayoutBox::Kind::row, {.gap_mm = 3.2F, .across = Align::centre});
    saying.may_stack = false;
    saying.gap_least = in.px(k_words_air_mm);
    saying.how.weights = how.icon == Icon::none ? std::vector<float>{1} : std::vector<float>{0, 1};
    if (how.icon != Icon::none)
        in.symbol(how.icon, staff ? 7.0F : 12.0F, in.theme.colours.accent, false, staff ? 7.0F : 9.0F);
    in.words(label, {.style = TextStyle::lead, .ink = in.theme.colours.ink, .ground = in.ground()});
    in.close();
    LayoutBox& changing =
        in.open(LayoutBox::Kind::row, {.weights = {0, 0, 0}, .gap_mm = 3.2F, .across = Align::centre});
    changing.may_stack = false;
    changing.gap_least = in.px(k_number_air_mm);
    const auto small_button = [&](const std::string& button_id, Icon icon, std::string_view key,
                                  std::string_view fallback, bool enabled) {
        const auto skin = in.skin(button_id, {.enabled = enabled});
        LayoutBox& target =
            in.open_target(LayoutBox::Kind::row, {.across = Align::centre, .along = Align::centre},
                           {.id = button_id,
                            .role = Role::button,
                            .label = in.own_word(key, fallback),
                            .enabled = enabled,
                            .actionable = true},
                           skin);
        target.how.weights = {0};
        target.min_width = target.min_height;
        target.min_width_least = target.min_height_least;
        in.symbol(icon, staff ? 6.0F : 11.0F, enabled ? in.theme.colours.accent : skin.ink);
        in.close_target();
    };
    small_button(less, Icon::remove, "ui.stepper.less", "One less", how.enabled && value > how.least);
    LayoutBox& number = in.words(std::to_string(value), {.style = TextStyle::title,
                                                         .ink = in.theme.colours.ink,
                                                         .ground = in.ground(),
                                                         .align = Align::centre});
    const float grown = std::max(1.0F, in.frame.text_scale * 0.55F);
    number.min_width = in.px(staff ? 10.0F : 17.0F) * grown;
    number.min_width_least = in.px(staff ? 9.0F : 11.0F) * grown;
    small_button(more, Icon::add, "ui.stepper.more", "One more", how.enabled && value < how.most);
    in.close();
    in.owner = in.owners.back();
    in.owners.pop_back();
    in.close();
    if (was_tapped(less) && value > how.least) return value - 1;
    if (was_tapped(more) && value < how.most) return value + 1;
    return std::nullopt;
}

std::optional<std::string> Ui::choice(std::string_view id, std::string_view label,
                                      std::span<const Option> options, std::string_view chosen,
                                      float cell_mm) {
    Inside& in = *inside_;
    const bool staff = in.theme.density == Density::staff;
    std::optional<std::string> tapped;
    LayoutBox& whole = in.open(LayoutBox::Kind::column, {.gap_mm = 2});
    in.owners.push_back(in.owner);
    in.owner = static_cast<int>(
        in.note(whole, {.id = std::string(id), .role = Role::group, .label = std::string(label)}));
    if (!label.empty()) {
        in.words(
            label,
            {.style = TextStyle::body, .ink = in.theme.colours.ink, .ground = in.ground(), .bold = true});
    }
    LayoutBox& grid = in.open(LayoutBox::Kind::grid, {});
    grid.cell = in.px(cell_mm > 0 ? cell_mm : in.theme.mm.target * 1.25F);
    ++in.depth;
    for (const Option& option : options) {
        const bool on = option.id == chosen;
        const auto skin = in.skin(option.id, {.look = on ? Look::primary : Look::secondary});
        LayoutBox& box = in.open_target(
            LayoutBox::Kind::row,
            {.weights = {0, 0, 0}, .gap_mm = 2, .across = Align::centre, .along = Align::centre},
            {.id = option.id, .role = Role::option, .label = option.label, .checked = on, .actionable = true},
            skin);
        box.padding_x = in.px(staff ? 2.0F : 3.0F);
        box.padding_y = in.px(1.2F);
        if (on || option.icon != Icon::none) {
            in.symbol(on ? Icon::check : option.icon, staff ? 5.0F : 8.0F, skin.ink);
        }
        in.words(option.label, {.style = TextStyle::body,
                                .ink = skin.ink,
                                .ground = in.ground(),
                                .align = Align::centre,
                                .bold = true});
        in.close_target();
        if (was_tapped(option.id)) tapped = option.id;
    }
    --in.depth;
    in.close();
    in.owner = in.owners.back();
    in.owners.pop_back();
    in.close();
    return tapped;
}

std::optional<std::string> Ui::languages(std::string_view id, std::span<const std::string> tags,
                                         std::string_view chosen) {
    std::vector<Option> options;
    const std::string prefix = std::string(id) + ".";
    for (const std::string& tag : tags) options.push_back({.id = prefix + tag, .label = own_name(tag)});
    const auto tapped = choice(id, "", options, prefix + std::string(chosen), 40);
    // Names in their own script need no heading for the eye; the ear gets one.
    for (Node& node : inside_->tree.nodes) {
        if (node.id == id) node.label = inside_->own_word("ui.languages", "Language");
    }
    if (!tapped) return std::nullopt;
    return tapped->substr(prefix.size());
}

}  // namespace welcome::kiosk::ui
