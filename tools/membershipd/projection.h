#pragma once
// Facts as plain rows for whoever asks in SQL: who those facts touch, and what is true of them. Pure.

#include <set>

#include "tools/membershipd/event_book.h"
#include "tools/membershipd/sql.h"

namespace welcome::tools::membershipd {

// Ids that a fact's body names, of whatever kind: a person, a stay, a fact that is undone.
std::vector<std::string> ids_named_in(std::string_view body);

// The rows of `ids` in the book, in the order of the columns in assets/schema. Childcare rows hold no
// name, allergy or note.
Projection projected(const std::set<std::string>& ids, const EventBook& book);

}  // namespace welcome::tools::membershipd
