#pragma once
// What the childcare decisions share. Included by the decide_*.cpp files only.

#include <map>

#include "kiosk/event/decide_childcare.h"
#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

inline bool may_mind_children(const Staff* staff) {
    return staff && staff->role != StaffRole::volunteer;
}

// A code from this tablet's part that nobody is known to have, though it be undone or dead; nothing where the
// tablet has no part, or has used it up.
std::optional<std::string> new_code(const State& state, const Context& context);

// A family on the list, in the order of the list, whom the rooms could hold at all.
struct Family {
    std::string code;
    std::vector<const Stay*> stays;
    [[nodiscard]] std::vector<AgeBand> bands() const;
};
std::vector<Family> families_in_line(const State& state);

// decide_lost.cpp: its part of decide_upkeep.
void mind_the_lost(const State& state, const Context& context, std::vector<sync::Draft>& drafts);

// Places that this tablet may still give away, room by room; taken from while a decision is made.
class FreePlaces {
  public:
    FreePlaces(const State& state, const sync::DeviceId& device);
    // As if every room were open and empty, and all places were one tablet's: what does not fit here never
    // will.
    static FreePlaces at_best(const State& state);
    // A room for each band, in their order, and takes the places: one room for all where there is one, else
    // each child's own. Nothing, and takes none, where not all of them fit.
    std::optional<std::vector<std::string>> take(const std::vector<AgeBand>& bands);

  private:
    FreePlaces() = default;
    struct Free {
        Room room;
        int places = 0;
    };
    static bool fits(const Room& room, AgeBand band);
    std::vector<Free> free_;
};

}  // namespace welcome::kiosk::event
