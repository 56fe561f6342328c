#pragma once
// A label that was asked for, and a tablet's printer, as the fold tells them. Plain values.

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

enum class LabelState {
    waiting,
    printing,  // started, and no word yet of how it ended
    printed,
    failed,    // nothing came out, and trying again by itself would not help
    doubtful,  // it may have come out: somebody must look before it is printed again
    withdrawn,
};

struct LabelJob {
    LabelId id;
    std::string what, subject;
    LabelState state = LabelState::waiting;
    sync::DeviceId printer;  // whose printer is to make it, or made it
    sync::DeviceId asked_on;
    Instant asked_at, since;  // since: of the latest word
    std::optional<StaffId> by;
    bool again = false;
    std::string reason;
    int times_printed = 0;            // more than asked for where two tablets did not know of each other
    std::optional<FactId> last_word;  // the latest start or outcome

    [[nodiscard]] bool is_open() const {
        return state == LabelState::waiting || state == LabelState::printing || state == LabelState::failed ||
               state == LabelState::doubtful;
    }
    bool operator==(const LabelJob&) const = default;
};

struct PrinterNow {
    sync::DeviceId device;
    std::string tablet, state, paper;  // see PrinterTold
    Instant since;
    bool operator==(const PrinterNow&) const = default;
};

}  // namespace welcome::kiosk::event
