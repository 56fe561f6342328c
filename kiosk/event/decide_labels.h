#pragma once
// Labels and their queue: what is asked for, and what a helper does about one that did not come out. Pure.
// A claim is never printed twice without somebody's word.

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

struct LabelWish {
    std::string what;     // "badge", "child", "claim", "speaker"
    std::string subject;  // the id of the person, stay or speech
};
// One fact for each, to be made by the printer of that tablet; they belong into the transaction of what they
// are for.
std::vector<sync::Draft> decide_labels(const std::vector<LabelWish>&, const sync::DeviceId& printer,
                                       const Context&);
// The family's claim was asked for already, and did not fail: the next sibling needs none.
bool has_claim_label(const State&, std::string_view code);

// The same once more, by somebody unlocked; of children only by who minds them. Refused while one waits.
Decision decide_label_again(const State&, const LabelWish&, const sync::DeviceId& printer, const Context&);
// On paper, by who minds children; in that language.
Decision decide_print_roll_call(const State&, const std::string& language, const sync::DeviceId& printer,
                                const Context&);
// A label of the queue: to that tablet's printer, be it another or the same once more.
Decision decide_move_label(const State&, const LabelId&, const sync::DeviceId& printer, const Context&);
// Its printer began long ago and has said nothing since: its tablet may be off, and somebody must look.
bool is_overdue(const LabelJob&, Instant now);
// Somebody looked: it came out, or it is not needed any more.
Decision decide_label_came_out(const State&, const LabelId&, const Context&);
Decision decide_withdraw_label(const State&, const LabelId&, const Context&);

// What this tablet finds of its own printer's labels when it starts: those that had begun are doubtful.
std::vector<sync::Draft> decide_labels_after_start(const State&, const Context&);

}  // namespace welcome::kiosk::event
