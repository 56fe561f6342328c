#pragma once
// The roll-call on paper: who is in which room, to tick off in the yard. First name, band, allergy, code, and
// the seat or phone of tonight; never custody. Pure; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/event/state.h"
#include "printing/label.h"

namespace welcome::kiosk::labels {

struct RollCallWords {
    std::string language = "en";
    std::string title = "Roll-call";
    std::string as_of = "Printed {time}";
    std::string one_child = "1 child";
    std::string children = "{n} children";
    std::string nobody = "No child is in care.";
    std::string name = "Name", band = "Age", allergy = "Allergy", code = "Code", contact = "Phone or seat";
    std::string page = "Page {page} of {pages}";
};
// Of the languages that guests are offered; English for any other.
RollCallWords roll_call_words_for(std::string_view language);

// A page or more a room, by the name of the room; one page that says so where nobody is in care. `time` is
// the moment of printing as people read it.
std::vector<printing::Label> roll_call_pages(const event::State& state, const RollCallWords& words,
                                             const std::string& time);

}  // namespace welcome::kiosk::labels
