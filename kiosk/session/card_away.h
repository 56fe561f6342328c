#pragma once
// The unlock card's files on this disk: there after an event was made, until somebody has the card on paper.

#include "kiosk/session/event_folder.h"

namespace welcome::kiosk::session {

bool card_is_here(const EventFolder& folder);
// Gone already is as good.
sync::Result<void> put_card_away(const EventFolder& folder);

}  // namespace welcome::kiosk::session
