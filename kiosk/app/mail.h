#pragma once
// What the workers send to the UI thread.

#include <memory>
#include <variant>

#include "kiosk/app/mailbox.h"
#include "kiosk/scan/scan_worker.h"
#include "kiosk/screens/happening.h"

namespace welcome::kiosk::app {

struct FactsArrived {  // durable in the journal, from the membership service
    std::vector<sync::Fact> facts;
};
struct JournalGrew {};  // facts of other tablets are in the journal
struct CameraFrame {};  // a newer picture can be fetched
struct CameraNews {     // pulled out, or back
    scan::CameraState state;
};

class LeaveSlip;
struct LabelLeaves {  // the print worker waits until this is durable
    event::LabelId label;
    std::shared_ptr<LeaveSlip> slip;
};
struct LabelStayed {  // nothing of it left after all: it waits again
    event::LabelId label;
};

using Mail = std::variant<screens::Happening, FactsArrived, JournalGrew, CameraFrame, CameraNews, LabelLeaves,
                          LabelStayed>;
using Post = Mailbox<Mail>;

}  // namespace welcome::kiosk::app
