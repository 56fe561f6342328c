#pragma once
// What a fault or a hand can do to a journal's rows, one thing at a time. Inside RapidCheck properties only.

#include <string>

#include "sync/journal/sqlite.h"

namespace welcome::sync::test {

// One record (or one end of a chain) changed, dropped, swapped or added, chosen at random.
void damage_once(Database& database);

// One bit of it is another.
std::string flipped(std::string bytes);

}  // namespace welcome::sync::test
