#pragma once
// What facts say of labels and printers. A label that was asked for is a fact, so that no crash loses it;
// what stands on it is made from the State when it is printed, so no fact here names anybody. None leaves the
// venue.

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

using LabelId = sync::Id<struct LabelTag>;

struct LabelAsked {
    LabelId label;
    std::string what;        // the design: "badge", "child", "claim", "speaker", "rollcall"
    std::string subject;     // the id of the person, stay or speech; of the roll-call the language
    sync::DeviceId printer;  // the tablet whose printer is to make it: no other may
    std::optional<StaffId> by;
    bool again = false;  // a re-print
    bool operator==(const LabelAsked&) const = default;
};
// To another tablet's printer, or once more to the same. `knew`: the latest start or outcome known to whoever
// says so; where there was another one the label is doubtful, and somebody must look.
struct LabelMoved {
    LabelId label;
    sync::DeviceId printer;
    std::optional<FactId> knew;
    std::optional<StaffId> by;
    bool operator==(const LabelMoved&) const = default;
};
// Durable before the first byte leaves for the printer. A start with no outcome is a doubtful label.
struct LabelStarted {
    LabelId label;
    bool operator==(const LabelStarted&) const = default;
};
struct LabelPrinted {
    std::string what;  // both as LabelAsked has them
    std::string subject;
    std::string outcome;  // "printed", "failed", "doubtful", "waiting" (nothing left after all), "withdrawn"
    std::optional<LabelId> label;  // facts from before there was a queue have none
    std::string reason;            // of a failure or doubt: a key of the catalogues
    std::optional<StaffId> by;     // where a person said so
    bool operator==(const LabelPrinted&) const = default;
};
// A tablet's own printers, told at every change: "ready", "offline", "out_of_labels", "cover_open",
// "trouble"; empty: it has none.
struct PrinterTold {
    std::string tablet;  // what people call that tablet
    std::string state;
    std::string paper;  // of its printer for sheets of paper
    bool operator==(const PrinterTold&) const = default;
};

}  // namespace welcome::kiosk::event
