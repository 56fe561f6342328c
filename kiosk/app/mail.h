#pragma once
// What the workers send to the UI thread.

#include <variant>

#include "kiosk/app/mailbox.h"
#include "kiosk/screens/happening.h"

namespace welcome::kiosk::app {

struct FactsArrived {  // durable in the journal, from the membership service
    std::vector<sync::Fact> facts;
};
struct JournalGrew {};  // facts of other tablets are in the journal
struct CameraFrame {};  // a newer picture can be fetched

using Mail = std::variant<screens::Happening, FactsArrived, JournalGrew, CameraFrame>;
using Post = Mailbox<Mail>;

}  // namespace welcome::kiosk::app
