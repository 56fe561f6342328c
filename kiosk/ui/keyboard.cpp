// Draws the on-screen keyboard and remembers what its keys do; Interaction types them.
#include <algorithm>
#include <utility>

#include "kiosk/ui/alphabets.h"
#include "kiosk/ui/inside.h"
#include "kiosk/ui/key_layouts.h"

namespace welcome::kiosk::ui {

namespace {

constexpr float k_tall_glass_mm = 160;  // lower than that, four rows and a field are all that fits
constexpr float k_most_share = 0.7F;    // of a glass; the field and the way to a helper need the rest
constexpr float k_label_mm = 11;        // that stands over a field
constexpr float k_bar_air_mm = 4;       // over and under the bar's buttons

std::string spoken(const Ui::Inside& in, const KeyFace& key) {
    switch (key.does.deed) {
        case KeyDeed::backspace:
            return in.own_word("ui.key.backspace", "Delete");
        case KeyDeed::shift:
            return in.own_word("ui.key.shift", "Capital letter");
        case KeyDeed::more_letters:
            return in.own_word("ui.key.more", "More letters");
        case KeyDeed::more_choices:
            return in.own_word("ui.key.more_choices", "More to choose from");
        case KeyDeed::left:
            return in.own_word("ui.key.left", "One letter to the left");
        case KeyDeed::right:
            return in.own_word("ui.key.right", "One letter to the right");
        case KeyDeed::order:
            return key.does.text == "typewriter"
                       ? in.own_word("ui.key.typewriter", "Letters as on a computer")
                       : in.own_word("ui.key.ordered", "Letters in order, A B C");
        default:
            return key.id == "key.space" ? in.own_word("ui.key.space", "Space") : key.shows;
    }
}

}  // namespace

void Ui::Inside::add_key(const KeyFace& key, float tall, bool from_right) {
    Inside& in = *this;
    auto look = in.skin(key.id, {.look = key.strong ? Look::primary : Look::secondary,
                                 .selected = key.does.deed == KeyDeed::shift && in.input.shifted});
    look.surface.radius_mm = in.theme.mm.radius_small;
    look.surface.shadow = 0;
    LayoutBox& box = in.open_target(
        LayoutBox::Kind::row, {.weights = {0}, .across = Align::centre, .along = Align::centre},
        {.id = key.id,
         .role = Role::key,
         .label = spoken(in, key),
         .actionable = true,
         .min_target_mm = in.theme.density == Density::staff ? k_least_staff_key_mm - 1 : k_least_key_mm - 1},
        look);
    box.min_height = box.min_height_least = tall;
    box.min_width = in.px(6);
    if (key.icon != Icon::none) {
        // What goes to the left goes there in every language; what takes away points to what it takes.
        const bool keeps_side =
            !from_right || key.does.deed == KeyDeed::left || key.does.deed == KeyDeed::right;
        in.symbol(key.icon, in.theme.density == Density::staff ? 6.0F : 9.0F, look.ink, keeps_side);
    } else {
        in.words(key.shows, {.style = key.shows.size() > 4 ? TextStyle::small : TextStyle::lead,
                             .ink = look.ink,
                             .ground = in.ground(),
                             .align = Align::centre,
                             .bold = key.strong});
    }
    in.close_target();
    in.input.keys[key.id] = key.does;
}

KeyboardLayout Ui::Inside::layout_for_field() const {
    switch (field_kind) {
        case FieldKind::pin:
        case FieldKind::digits:
        case FieldKind::phone:
            return KeyboardLayout::digits;
        case FieldKind::email:
            return KeyboardLayout::email;
        case FieldKind::code:
            return KeyboardLayout::code;
        default:
            break;
    }
    return KeyboardLayout::abc;
}

// Ten keys in a row need 21 mm each for many hands: the alphabet in nine columns, or fewer, is what guests
// begin with.
KeyboardSpec Ui::Inside::keyboard_spec(KeyboardLayout layout) const {
    const bool staff = theme.density == Density::staff;
    const float gap = px(staff ? k_staff_key_gap_mm : k_key_gap_mm);
    const float least_wide = px(staff ? k_least_staff_key_mm - 1 : k_least_key_mm - 1);
    const float room = frame.width_px - 2 * px(theme.mm.margin * 0.6F) + gap;
    return {.layout = layout,
            .page = layout == KeyboardLayout::digits ? KeyDeed::letters : input.keyboard_page,
            .shifted = input.shifted,
            .wide = !keyboard_in_page && frame.width_px > frame.height_px,
            .most = static_cast<std::size_t>(std::max(5.0F, room / (least_wide + gap))),
            .low = frame.width_px > frame.height_px && frame.height_px < px(k_tall_glass_mm),
            .email = layout == KeyboardLayout::email,
            .phone = field_kind == FieldKind::phone,
            .latin = input.latin && !alphabet_of(frame.language).latin && layout != KeyboardLayout::email,
            .typewriter = input.typewriter.value_or(staff),  // who types all evening
            .language = layout == KeyboardLayout::email ? "en" : frame.language,
            .space_word = own_word("ui.key.space", "Space"),
            .done_word = own_word("ui.key.done", "Done")};
}

void Ui::Inside::add_choices(const KeyboardSpec& spec, float tall) {
    LayoutBox& line = open(LayoutBox::Kind::row, {.across = Align::centre});
    line.gap = line.gap_least = px(theme.density == Density::staff ? k_staff_key_gap_mm : k_key_gap_mm);
    line.may_stack = false;
    line.min_height = line.min_height_least = tall;
    const KeyRow row =
        choice_row(pinyin.conversions_of(sounds, begins_name), sounds.size(), spec.most, input.choices_part);
    for (const KeyFace& key : row) line.how.weights.push_back(key.weight);
    for (const KeyFace& key : row) add_key(key, tall, false);
    if (row.empty()) {
        words(own_word("ui.key.sounds", "Type the sounds, then choose"),
              {.style = TextStyle::small, .ink = theme.colours.ink_soft, .ground = ground()});
    }
    close();
}

void Ui::Inside::add_keyboard(LayoutBox& into, KeyboardLayout layout) {
    stack.push_back(&into);
    const bool in_page = keyboard_in_page;
    const KeyboardSpec spec = keyboard_spec(layout);
    const bool staff = theme.density == Density::staff;
    const float gap = px(staff ? k_staff_key_gap_mm : k_key_gap_mm);
    auto rows = key_rows(spec);
    if (!in_page) {
        const float least_tall = px(staff ? k_least_staff_key_mm : k_least_key_mm) + gap;
        const float field = px(theme.mm.target_min + k_label_mm + k_bar_air_mm);
        const float high = std::min(frame.height_px * k_most_share, frame.height_px - field) -
                           (takes_sounds ? least_tall : 0);
        rows = fitted(std::move(rows),
                      {.columns = spec.most,
                       .rows = std::max<std::size_t>(2, static_cast<std::size_t>(high / least_tall))},
                      input.letters_part);
    }
    // One letter on a key is read at a glance: it grows less than sentences do, so that the keys keep their
    // size.
    const float text_scale = std::exchange(frame.text_scale, std::min(frame.text_scale, 1.15F));
    input.keys.clear();
    input.keys_in_page = in_page;

    // At most 55 % of the page's height (of an upright page that it stands in 42 %, as what is asked stands
    // over it), and no key lower than 15 mm (11 for staff, and one less there) or higher than a target.
    const bool shares_page = in_page && frame.height_px > frame.width_px;
    const float least = px((staff ? k_least_staff_key_mm : k_least_key_mm) - (shares_page ? 1 : 0));
    const float most = in_page ? theme.mm.target_min : staff ? theme.mm.target : 19.0F;
    const auto count = static_cast<float>(rows.size() + (takes_sounds ? 1 : 0));
    const float share = (frame.height_px * (shares_page ? 0.42F : 0.55F) - gap * (count + 1)) / count;
    const float tall = std::clamp(share, least, std::max(least, px(most)));
    if (!in_page) {
        const float left = frame.height_px - (tall + gap) * count - px(theme.mm.target_min + k_bar_air_mm);
        const bool goes_beside =
            frame.width_px > frame.height_px && left < px(theme.mm.target_min + k_label_mm);
        bar_moves = goes_beside != bar_goes_beside;
        bar_goes_beside = goes_beside;
        must_repeat = must_repeat || bar_moves;
    }

    LayoutBox& board = open(LayoutBox::Kind::column, {});
    // Digits and signs stand as on every telephone.
    board.keeps_direction = spec.page == KeyDeed::signs || spec.layout == KeyboardLayout::digits ||
                            spec.layout == KeyboardLayout::code ||
                            !alphabet_of(spec.latin ? "en" : spec.language).from_right;
    board.gap = board.gap_least = gap;
    board.padding_x = in_page ? 0 : px(theme.mm.margin * 0.6F);
    board.padding_y = in_page ? 0 : gap * 0.8F;
    if (!in_page) {
        surface(board, {.fill = theme.colours.surface_quiet, .edge = theme.colours.edge, .edge_mm = 0.2F});
        grounds.push_back(theme.colours.surface_quiet);
    } else {
        board.max_width = px(theme.density == Density::staff ? 75.0F : 110.0F);
        grounds.push_back(ground());
    }
    note(board, {.id = "keyboard", .role = Role::group, .label = own_word("ui.keyboard", "Keyboard")});
    ++depth;
    if (takes_sounds) add_choices(spec, tall);
    for (const KeyRow& row : rows) {
        LayoutBox& line = open(LayoutBox::Kind::row, {});
        line.gap = line.gap_least = gap;
        line.may_stack = false;
        for (const KeyFace& key : row) line.how.weights.push_back(key.weight);
        for (const KeyFace& key : row) add_key(key, tall, frame.right_to_left && !board.keeps_direction);
        close();
    }
    --depth;
    frame.text_scale = text_scale;
    grounds.pop_back();
    close();
    stack.pop_back();
    if (!input.held.letter.empty()) add_held_letter(spec);
    if (const auto due = input.held_after())
        moves = std::min(moves.value_or(*due), std::max(*due - frame.now, std::chrono::milliseconds{1}));
}

void Ui::keyboard(KeyboardLayout layout) {
    Inside& in = *inside_;
    const bool before = std::exchange(in.keyboard_in_page, true);
    in.add_keyboard(*in.stack.back(), layout == KeyboardLayout::automatic ? in.layout_for_field() : layout);
    in.keyboard_in_page = before;
}

}  // namespace welcome::kiosk::ui
