#pragma once
// Every staff page that the bar has no room for. A new page is one line in more_pages.cpp; its tile on
// `more`, its guard, the lit "More" in the bar and the way back come from that line.

#include <span>
#include <string_view>

#include "kiosk/screens/model.h"
#include "kiosk/ui/icon.h"

namespace welcome::kiosk::screens {

enum class Opens { all_staff, childcare, lead };  // childcare: that role and the lead

struct MorePage {
    std::string_view name;         // its tile is "more.NAME"; Intent::open_page carries it
    std::string_view title, hint;  // keys of the catalogues
    ui::Icon icon;
    Opens opens;
    Screen (*open)();  // the page as it is first seen
    // Whether there is something to see; nothing: always.
    bool (*has_something)(const Model& model, const event::State& state) = nullptr;
};

std::span<const MorePage> more_pages();  // in the order of the tiles
const MorePage* more_page(std::string_view name);
// The page of that kind of screen, nothing where it is not one of these.
const MorePage* more_page_of(const Screen& screen);
bool may_open(const Model& model, const MorePage& page);

}  // namespace welcome::kiosk::screens
