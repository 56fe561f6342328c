#pragma once
// Words on a person's fields: laying them over what is known, and telling news from repetition.

#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

// A roster, of whatever source, as against somebody at the door.
bool is_roster(std::string_view source);

// A later word on a field wins; tickets are added.
void overlay(Person& person, const PersonFields& said);
// The same for words alone.
void remember(PersonFields& words, const PersonFields& said);
// The fields of `now` that say something else than `before` did. Blank is no word of a roster's.
PersonFields news(const PersonFields& now, const PersonFields& before);
// Where `person` has nothing, what `other` has.
void fill(Person& person, const Person& other);

}  // namespace welcome::kiosk::event
