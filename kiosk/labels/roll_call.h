#pragma once
// The roll-call on paper: who is in which room, to tick off in the yard. First name, band, allergy, code, and
// the seat or phone of tonight; never custody. Pure; any thread.

#include <string>
#include <vector>

#include "kiosk/event/state.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

// As Catalogues reads them.
struct RollCallWords {
    std::string language;  // BCP 47
    std::string title;
    std::string as_of;                // {time}
    std::string one_child, children;  // {n}
    std::string nobody;
    std::string name, band, allergy, code, contact;
    std::string page;  // {page} of {pages}
};

// A page or more a room, by the name of the room; one page that says so where nobody is in care. `time` is
// the moment of printing as people read it.
std::vector<printing::Label> roll_call_pages(const event::State& state, const RollCallWords& words,
                                             const std::string& time);

}  // namespace welcome::kiosk::labels
