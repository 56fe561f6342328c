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
#include <vector>

#include "kiosk/app/mail.h"
#include "kiosk/event/state.h"
#include "kiosk/labels/catalogues.h"
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

// What labels are made of.
struct LabelParts {
    std::string designs, words;  // folders
    labels::Signing signing;
};

class LabelPrinting {
  public:
    // `printers` are URIs, the wanted one first; none: no printer. One that is missing now is no error: its
    // labels wait. `paper` is one for sheets of paper, or empty.
    static std::unique_ptr<LabelPrinting> open(const std::vector<std::string>& printers,
                                               const std::string& paper, const LabelParts& parts, Post& post);

    [[nodiscard]] bool has_printer() const { return labels_.spool != nullptr; }
    [[nodiscard]] bool has_paper() const { return paper_.spool != nullptr; }
    [[nodiscard]] const std::string& fault() const { return fault_; }  // why there is none; for the log

    // Whatever waits for this tablet's printer and is not at work yet goes to it. What cannot be filled in,
    // since the facts it needs have not come, goes on waiting in sight.
    // `time` is this moment as people read it.
    void look(const event::State& state, const sync::DeviceId& own, const std::string& time);
    void retry();
    void test(const event::State& state);   // a label that is nobody's: no fact tells of it
    [[nodiscard]] bool is_at_work() const;  // a label is at the printer this moment

  private:
    // One printer and what is at work on it.
    struct Place {
        bool paper = false;
        std::map<event::LabelId, std::uint64_t> at_work;  // guarded by mutex_
        std::unique_ptr<printing::Spool> spool;           // last: its thread uses the rest
    };

    LabelPrinting(const LabelParts& parts, Post& post)
        : post_(post), words_(parts.words), signing_(parts.signing) {}
    void open_place(Place& place, const std::vector<std::string>& uris, const std::string& designs);
    void look(Place& place, const event::LabelJob& job, const event::State& state, const sync::DeviceId& own,
              const std::string& time);
    void submit(Place& place, std::vector<printing::Label> pages, const event::LabelJob& job);
    [[nodiscard]] std::optional<std::uint64_t> work_on(const Place& place, const event::LabelId& label) const;
    void forget(Place& place, const event::LabelId& label);
    printing::Spool::Hooks hooks(const Place& place);
    [[nodiscard]] event::LabelId label_at(const Place& place, std::uint64_t job) const;

    Post& post_;
    labels::Catalogues words_;
    labels::Signing signing_;
    std::string fault_;
    mutable std::mutex mutex_;
    Place labels_, paper_;
};

}  // namespace welcome::kiosk::app
