#include "kiosk/screens/diet_words.h"

namespace welcome::kiosk::screens {

std::string_view diet_key(event::Diet diet) {
    using event::Diet;
    switch (diet) {
        case Diet::any:
            return "meals.any";
        case Diet::vegetarian:
            return "meals.vegetarian";
        case Diet::halal:
            return "meals.halal";
        case Diet::kosher:
            return "meals.kosher";
        case Diet::no_pork:
            return "meals.no_pork";
        case Diet::no_nuts:
            break;
    }
    return "meals.no_nuts";
}

ui::Icon icon_of(event::Diet diet) {
    using event::Diet;
    switch (diet) {
        case Diet::any:
            return ui::Icon::food;
        case Diet::vegetarian:
            return ui::Icon::leaf;
        case Diet::halal:
            return ui::Icon::mosque;
        case Diet::kosher:
            return ui::Icon::synagogue;
        case Diet::no_pork:
            return ui::Icon::block;
        case Diet::no_nuts:
            break;
    }
    return ui::Icon::no_food;
}

std::string plates_text(const Look& look, const event::PlateCount& plates) {
    std::string line;
    for (const auto& [diet, count] : plates)
        line += (line.empty() ? "" : " · ") + std::to_string(count) + " " + look.words(diet_key(diet));
    return line;
}

}  // namespace welcome::kiosk::screens
