#include "kiosk/ui/ui.h"

#include <algorithm>
#include <imgui.h>
#include <utility>

#include "kiosk/ui/inside.h"
#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

Ui::Inside::Inside(Ui& ui, Renderer& renderer, Theme first_theme)
    : outer(ui),
      theme(first_theme),
      shaper(&renderer),
      painter(shaper, &renderer),
      imgui(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    renderer.attach(*io.Fonts);
}

Ui::Inside::~Inside() {
    ImGui::DestroyContext(imgui);
}

Ui::Ui(Renderer& renderer, Theme theme) : inside_(std::make_unique<Inside>(*this, renderer, theme)) {}
Ui::~Ui() = default;

void Ui::set_theme(const Theme& theme) {
    inside_->theme = theme;
}
const Theme& Ui::theme() const {
    return inside_->theme;
}
void Ui::feed(const InputEvent& event) {
    inside_->input.feed(event);
}

void Ui::feed(std::span<const InputEvent> events) {
    for (const InputEvent& event : events) feed(event);
}

void Ui::begin(const Frame& frame) {
    Inside& in = *inside_;
    in.frame = frame;
    in.moves.reset();
    in.must_repeat = false;
    in.input.begin_frame(in.shown, frame.right_to_left, frame.now);
    in.input.keys.clear();  // of the keyboard that stood there; the one that this frame draws puts its own
    if (!in.edit_wish.empty()) in.input.start_editing(std::exchange(in.edit_wish, ""));
    in.shaper.begin_frame(frame.language, frame.right_to_left);
    in.tree = Tree{.nodes = {},
                   .width = frame.width_px,
                   .height = frame.height_px,
                   .px_per_mm = frame.px_per_mm,
                   .right_to_left = frame.right_to_left,
                   .page = {},
                   .focused = {},
                   .dialog = {}};
    in.root = std::make_unique<LayoutBox>();
    in.root->kind = LayoutBox::Kind::column;
    in.overlays.clear();
    in.stack = {in.root.get()};
    in.grounds = {in.theme.colours.page};
    in.dock = in.foot = nullptr;
    in.depth = in.texts = 0;
    in.owner = -1;
    in.dialog_open = false;
    in.takes_sounds = in.bar_moves = false;
    if (in.input.editing.empty()) in.edited_before.clear();
}

const ImDrawData* Ui::end() {
    Inside& in = *inside_;
    ImGui::SetCurrentContext(in.imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {in.frame.width_px, in.frame.height_px};
    io.DeltaTime = 1.0F / 60;
    in.lay_out_everything();
    ImGui::NewFrame();
    in.settled.assign(in.tree.nodes.size(), false);
    in.painter.begin(*ImGui::GetBackgroundDrawList());
    const Rect window{0, 0, in.frame.width_px, in.frame.height_px};
    in.painter.fill(window, in.theme.colours.page);
    in.paint(*in.root, window);
    for (const auto& overlay : in.overlays) in.paint(*overlay.root, window);
    ImGui::Render();
    in.drop_unplaced();
    // What is gone cannot be edited or focused any more.
    if (!in.input.editing.empty() && in.tree.find(in.input.editing) == nullptr) in.input.stop_editing();
    if (!in.input.focus.empty() && in.tree.find(in.input.focus) == nullptr) in.input.focus.clear();
    in.tree.focused = in.input.focus;
    in.must_repeat = in.must_repeat || in.input.changed || in.input.has_more() || !in.edit_wish.empty();
    in.shown = std::move(in.tree);
    return ImGui::GetDrawData();
}

const Tree& Ui::tree() const {
    return inside_->shown;
}
bool Ui::needs_another_frame() const {
    return inside_->must_repeat;
}
std::optional<std::chrono::milliseconds> Ui::redraw_after() const {
    return inside_->moves;
}
std::chrono::milliseconds Ui::last_input() const {
    return inside_->input.last_input();
}

void Ui::forget() {
    inside_->input.forget();
    inside_->carets.clear();
    inside_->edit_wish.clear();
    inside_->edited_before.clear();
    inside_->must_repeat = true;
}

bool Ui::is_portrait() const {
    return inside_->frame.height_px > inside_->frame.width_px;
}
bool Ui::is_right_to_left() const {
    return inside_->frame.right_to_left;
}
bool Ui::was_tapped(std::string_view id) const {
    return inside_->input.was_tapped(id);
}
void Ui::start_editing(std::string_view id) {
    inside_->edit_wish = id;
}
void Ui::stop_editing() {
    inside_->input.stop_editing();
}
bool Ui::is_editing() const {
    return !inside_->input.editing.empty();
}

void Ui::Inside::lay_out_everything() {
    const Rect window{0, 0, frame.width_px, frame.height_px};
    root->place(window, false, frame.right_to_left);
    for (const auto& overlay : overlays) overlay.root->place(window, false, frame.right_to_left);
    // The keyboard came up or its field changed: the field must be in sight above it.
    const bool typing = !input.editing.empty();
    const Node* focused = tree.find(input.focus);
    const bool on_key = focused != nullptr && focused->role == Role::key;
    const bool on_key_of_page = on_key && input.keys_in_page;  // that one must be in sight itself
    if (typing && !on_key_of_page && (on_key || !was_typing || !input.edits.empty() || input.changed))
        input.reveal = input.editing;
    was_typing = typing && foot != nullptr && !bar_moves;  // else the field is looked for anew
    if (!input.reveal.empty()) reveal_focus();
}

namespace {

// The box of a node, and the scroll region around it.
struct Found {
    const LayoutBox* box = nullptr;
    ScrollState* scroll = nullptr;
};

Found find_box(const LayoutBox& from, int node, ScrollState* scroll) {
    if (from.node == node) return {&from, scroll};
    if (from.kind == LayoutBox::Kind::scroll) scroll = from.scroll;
    for (const auto& child : from.children) {
        if (const Found found = find_box(*child, node, scroll); found.box != nullptr) return found;
    }
    return {};
}

}  // namespace

void Ui::Inside::reveal_focus() {
    const std::string id = std::exchange(input.reveal, "");
    const auto node =
        std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](const Node& n) { return n.id == id; });
    if (node == tree.nodes.end()) return;
    const auto index = static_cast<int>(node - tree.nodes.begin());
    const Found found = find_box(*root, index, nullptr);
    if (found.box == nullptr || found.scroll == nullptr) return;
    const Rect& window = found.scroll->rect;
    const Rect& rect = found.box->rect;
    const float air = px(std::max(2.0F, theme.mm.gap * 0.6F));  // the ring stands 1.2 mm out
    // A box that is taller than its window shows its upper edge, and the ring over it.
    const float above = std::min(px(11) * frame.text_scale, std::max(air, window.h - rect.h - air));
    float by = 0;
    if (rect.bottom() + air > window.bottom()) by = rect.bottom() + air - window.bottom();
    // A line that is cut in two says nothing: what stands above the field goes whole.
    if (by > 0 && input.editing == id) by = std::max(by, rect.y - above - window.y);
    if (rect.y - above - by < window.y) by = rect.y - above - window.y;
    if (by == 0) return;
    found.scroll->offset += by;
    root->place({0, 0, frame.width_px, frame.height_px}, false, frame.right_to_left);
}

// A scroll region's buttons that are not needed, for one.
void Ui::Inside::drop_unplaced() {
    std::vector<Node> kept;
    kept.reserve(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (settled[i]) kept.push_back(std::move(tree.nodes[i]));
    }
    tree.nodes = std::move(kept);
}

void Ui::Inside::settle_node(std::size_t index, const LayoutBox& box, const Rect& clip) {
    settled[index] = true;
    Node& node = tree.nodes[index];
    node.rect = box.rect;
    node.visible = box.rect.within(clip);
    const bool whole = clip.contains(box.rect, 1);
    const Rect window{0, 0, frame.width_px, frame.height_px};
    if (!whole && clip != window) node.scrolled_out = true;
}

void Ui::Inside::paint(const LayoutBox& box, const Rect& clip) {
    if (box.node >= 0) settle_node(static_cast<std::size_t>(box.node), box, clip);
    const bool seen = !box.rect.inset(-px(4)).within(clip).empty();
    if (seen && box.paint) box.paint(box, clip);
    Rect inner = clip;
    if (box.kind == LayoutBox::Kind::scroll) {
        inner = box.scroll->rect.within(clip);
        painter.push_clip(inner);
    }
    for (const auto& child : box.children) {
        if (!child->unseen || child->node >= 0) paint(*child, inner);
    }
    if (box.kind == LayoutBox::Kind::scroll) painter.pop_clip();
    if (seen && box.paint_after) box.paint_after(box, clip);
}

}  // namespace welcome::kiosk::ui
