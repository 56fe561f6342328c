#pragma once
// Who was probably written down twice tonight: a proposal for a person to look at, never a deed. Pure.

#include <vector>

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

struct Twins {
    enum class Because { same_phone, same_email, same_name, like_name };  // the surest first
    PersonId kept, other;  // `kept` was known before tonight, or came first
    Because because = Because::like_name;
    bool operator==(const Twins&) const = default;
};

// At least one of each two is here or was registered at the door, names are alike in all their words, and a
// child is never proposed as an adult: a family shares a phone and is not one person. The surest first, at
// most `most`.
std::vector<Twins> probable_twins(const State& state, std::size_t most = 50);

}  // namespace welcome::kiosk::event
