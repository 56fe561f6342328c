#pragma once
// How children share a container's room. Lengths in millimetres; everything mirrors by itself on
// right-to-left screens (start = right). Plain values for designated initialisers.

#include <vector>

namespace welcome::kiosk::ui {

enum class Align { start, centre, end, stretch };

struct Box {
    // One weight a child in turn: its share of the free length; 0 = as long as its content. Children without
    // a weight have 1 in rows and 0 in columns.
    std::vector<float> weights = {};
    float gap_mm = -1;  // below 0: the theme's
    float padding_mm = 0;
    float min_height_mm = 0;
    Align across = Align::stretch;  // children across the direction
    Align along = Align::start;     // children along it when room is left
};

}  // namespace welcome::kiosk::ui
