#pragma once
// This tablet's printer and the queue of labels. The queue itself is the event's State: what waits there for
// this tablet's printer is filled in and handed to the spool; each start and each outcome comes back as a
// draft of a fact. Without a printer nothing is done: no printer ever blocks a guest. UI thread.

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "kiosk/app/mail.h"
#include "kiosk/event/state.h"
#include "kiosk/labels/labels.h"
#include "printing/spool.h"

namespace welcome::kiosk::app {

// The print worker waits here until it is durable that a label leaves; any thread.
class LeaveSlip {
  public:
    void answer(bool may);
    bool wait(const std::stop_token& stop);  // false at a stop request

  private:
    std::mutex mutex_;
    std::condition_variable_any bell_;
    std::optional<bool> may_;  // guarded by mutex_
};

class LabelPrinting {
  public:
    // `printers` are URIs, the wanted one first; none: no printer. One that is missing now is no error: its
    // labels wait.
    static std::unique_ptr<LabelPrinting> open(const std::vector<std::string>& printers,
                                               const std::string& designs, Post& post);

    [[nodiscard]] bool has_printer() const { return spool_ != nullptr; }
    [[nodiscard]] const std::string& fault() const { return fault_; }  // why there is none; for the log

    // Whatever waits for this tablet's printer and is not at work yet goes to it. What cannot be filled in,
    // since the facts it needs have not come, goes on waiting in sight.
    void look(const event::State& state, const sync::DeviceId& own);
    void retry();
    [[nodiscard]] bool is_at_work() const;  // a label is at the printer this moment

  private:
    explicit LabelPrinting(Post& post) : post_(post) {}
    void submit(printing::Label label, const event::LabelJob& job);
    [[nodiscard]] std::optional<std::uint64_t> work_on(const event::LabelId& label) const;
    void forget(const event::LabelId& label);
    printing::Spool::Hooks hooks();
    [[nodiscard]] event::LabelId label_at(std::uint64_t job) const;

    Post& post_;
    std::string fault_;
    mutable std::mutex mutex_;
    std::map<event::LabelId, std::uint64_t> at_work_;  // guarded by mutex_
    std::unique_ptr<printing::Spool> spool_;           // Last: its thread uses the rest.
};

}  // namespace welcome::kiosk::app
