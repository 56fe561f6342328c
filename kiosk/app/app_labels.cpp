// The application's part in the queue of labels: what is durable before a label leaves, and after.

#include <spdlog/spdlog.h>

#include "kiosk/app/app.h"
#include "kiosk/event/decide_labels.h"
#include "kiosk/screens/languages.h"
#include "kiosk/session/machine_name.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::app {

namespace {

sync::Draft fresh(const event::Body& body) {
    return event::draft(sync::FactId(sync::new_uuid()), body);
}

}  // namespace

void App::take_up_labels() {
    auto context = session::Session::context();
    context.device = model_.device;
    // Before anything else goes to the printer: what had begun when the power went is doubtful.
    if (auto said = session_->commit(event::decide_labels_after_start(session_->state(), context)); !said)
        spdlog::error("labels: {}", said.error().detail);
    tell_printers();
    look_at_labels();
}

void App::look_at_labels() {
    printing_->look(session_->state(), model_.device,
                    ui::time_text(session::wall_clock(), session_->state().event().time_zone,
                                  screens::home_language(model_, session_->state().event())));
}

bool App::no_label_on_its_way(Time now) {
    using namespace std::chrono_literals;
    if (!printing_->is_at_work()) return true;
    if (!ending_) ending_ = now;
    return now - *ending_ > 5s;
}

void App::let_label_leave(const LabelLeaves& leaves) {
    if (leaves.label.is_nil()) return leaves.slip->answer(true);  // a test label
    const auto* job = session_->state().label_job(leaves.label);
    const bool still_wanted =
        job && job->state == event::LabelState::waiting && job->printer == model_.device;
    if (!still_wanted) return leaves.slip->answer(false);
    session_->append({fresh(event::LabelStarted{leaves.label})},
                     [this, slip = leaves.slip](sync::Result<std::vector<sync::Fact>> facts) {
                         const bool durable = facts.has_value();
                         if (durable) post_.post(screens::Happening(screens::Committed{std::move(*facts)}));
                         slip->answer(durable);
                     });
}

void App::note_that_label_stayed(const event::LabelId& label) {
    const auto* job = session_->state().label_job(label);
    if (job)
        commit({fresh(event::LabelPrinted{job->what, job->subject, "waiting", label, "", std::nullopt})});
}

void App::note_label(const screens::LabelOutcome& label) {
    commit({fresh(event::LabelPrinted{label.what, label.subject, label.outcome, label.label, label.reason,
                                      std::nullopt})});
}

// Other tablets are to know where a label can come out; told at a change only, and not before it is known
// here.
void App::tell_printers() {
    event::PrinterTold known;
    for (const auto& printer : session_->state().printers())
        if (printer.device == model_.device) known = {printer.tablet, printer.state, printer.paper};
    if (printing_->has_printer() && model_.printer.empty()) return;
    if (printing_->has_paper() && model_.paper.empty()) return;
    if (known.state == model_.printer && known.paper == model_.paper) return;
    const auto name = options_.tablet_name.empty() ? session::machine_name() : options_.tablet_name;
    commit({fresh(event::PrinterTold{name, model_.printer, model_.paper})});
}

}  // namespace welcome::kiosk::app
