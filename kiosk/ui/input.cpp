#include "kiosk/ui/input.h"

#include "kiosk/ui/tree.h"

namespace welcome::kiosk::ui {

std::vector<InputEvent> tap_events(const Tree& tree, std::string_view id) {
    const Node* node = tree.find(id);
    if (node == nullptr || node->behind || node->visible.empty()) return {};
    const float x = node->visible.centre_x();
    const float y = node->visible.centre_y();
    return {PointerDown{x, y}, PointerUp{x, y}};
}

std::vector<InputEvent> reveal_events(const Tree& tree, std::string_view id) {
    const Node* node = tree.find(id);
    if (node == nullptr || node->behind || !node->scrolled_out) return {};
    // A drag from the middle of the page by the distance that brings the node's middle there.
    const float x = tree.width / 2;
    const float middle = tree.height / 2;
    const float way = middle - node->rect.centre_y();
    const float reach = tree.height * 0.2F;
    const float end = middle + (way > reach ? reach : way < -reach ? -reach : way);
    return {PointerDown{x, middle}, PointerMove{x, middle}, PointerMove{x, end}, PointerUp{x, end}};
}

}  // namespace welcome::kiosk::ui
