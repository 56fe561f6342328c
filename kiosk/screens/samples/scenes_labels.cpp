// The queue of labels, as the printers stand and as each label stands.
#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

namespace {

using namespace std::chrono_literals;

using event::LabelId;
using event::StaffRole;

sync::DeviceId side_door() {
    sync::DeviceId device;
    device.bytes.fill(7);
    return device;
}

LabelId asked(Evening& evening, const std::string& what, const std::string& subject) {
    const LabelId label(evening.known().context.new_id());
    evening.know(event::LabelAsked{label, what, subject, evening.model.device, {}, false});
    return label;
}

void ended(Evening& evening, const LabelId& label, const std::string& outcome,
           const std::string& reason = {}) {
    const auto* job = evening.state.label_job(label);
    evening.know(event::LabelStarted{label});
    evening.know(event::LabelPrinted{job->what, job->subject, outcome, label, reason, {}});
}

// Leo's two labels: a badge came out before them.
struct Two {
    LabelId child, claim;
};
Two leos_labels(Evening& evening) {
    busy(evening);
    evening.with_printer();
    ended(evening, asked(evening, "badge", evening.rosa.text()), "printed");
    evening.pass(20s);
    const auto leo = evening.state.roll_call().front()->id.text();
    return {asked(evening, "child", leo), asked(evening, "claim", leo)};
}

void opens(Evening& evening) {
    evening.unlock(StaffRole::childcare);
    evening.act(Intent::open_more);
    evening.act(Intent::open_labels);
}

}  // namespace

std::vector<Scene> label_scenes() {
    return {
        {"labels",
         [](Evening& evening) {
             const auto [child, claim] = leos_labels(evening);
             ended(evening, child, "printed");
             ended(evening, claim, "printed");
             opens(evening);
         }},
        {"labels_out",
         [](Evening& evening) {
             const auto [child, claim] = leos_labels(evening);
             evening.know(event::LabelStarted{child});
             evening.happen(PrinterStands{"out_of_labels", "out_of_labels"});
             evening.know_from(side_door(), event::PrinterTold{"Side door", "ready"});
             opens(evening);
             evening.act(Intent::choose_label, claim.text());
         }},
        {"labels_doubtful",
         [](Evening& evening) {
             const auto [child, claim] = leos_labels(evening);
             ended(evening, child, "printed");
             ended(evening, claim, "doubtful", "labels.reason.power_cut");
             opens(evening);
             evening.act(Intent::choose_label, claim.text());
         }},
        {"labels_taken_over",
         [](Evening& evening) {
             const auto [child, claim] = leos_labels(evening);
             evening.happen(PrinterStands{"ready", "cover_open"});
             evening.know(event::LabelStarted{child});
             ended(evening, claim, "failed", "labels.reason.failed");
             opens(evening);
         }},
        {"labels_offline",
         [](Evening& evening) {
             leos_labels(evening);
             evening.happen(PrinterStands{"offline", "offline"});
             opens(evening);
         }},
        {"labels_no_printer",
         [](Evening& evening) {
             busy(evening);
             opens(evening);
         }},
    };
}

}  // namespace welcome::kiosk::screens::samples
