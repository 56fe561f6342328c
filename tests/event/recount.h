#pragma once
// The head count once more, as plainly as can be and from nothing but the facts: what the fold must agree
// with. Shares no code with it.

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

HeadCount recount(const std::vector<sync::Fact>& facts);

}  // namespace welcome::kiosk::event::test
