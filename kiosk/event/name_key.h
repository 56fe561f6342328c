#pragma once
// A name as the search sees it: folded words, with small words ("de la", "van der", "mc") joined to the one
// they go with, so that "de la Cruz", "dela Cruz" and "Delacruz" meet (shared/field.md, 2.4).

#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::event {

struct NameUnit {
    std::string whole;  // "delacruz"
    std::string bare;   // "cruz"
};

struct NameKey {
    std::vector<NameUnit> units;
    std::string joined;  // all of it without blanks
};

NameKey name_key(std::string_view name);

}  // namespace welcome::kiosk::event
