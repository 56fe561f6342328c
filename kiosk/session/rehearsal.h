#pragma once
// A rehearsal: the same tablet, helpers and rooms, invented people, and nothing that could reach the evening.
// It is an event of its own, with an id and a key of its own, in a folder of its own; no key of the one opens
// anything of the other, no tablet takes the one's facts for the other's, and no service takes them at all.

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

EventFolder rehearsal_folder(const EventFolder& evening);

// A fresh one, whatever was rehearsed before; the card opens it and is written nowhere: a tablet that is
// taken in the middle of it holds sealed facts only. Helpers keep their PINs.
sync::Result<sync::UnlockCard> make_rehearsal(const Session& evening);

// Nothing of it stays.
sync::Result<void> forget_rehearsal(const EventFolder& evening);

}  // namespace welcome::kiosk::session
