#pragma once
// Finding the event key: the unlock card, the passphrase, or the kernel keyring.

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

// `refused` with one plain sentence where there is none. Whether a card fits the event, Session::open says.
sync::Result<sync::UnlockCard> find_key(const EventFolder& folder, const KeySource& source);

}  // namespace welcome::kiosk::session
