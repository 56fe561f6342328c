#pragma once
// The print worker: labels are handed in and printed one after another on a thread of its own, so that a dead
// printer never holds up a guest. Any thread may call; the callbacks run on the worker and must be short.
// What waits here is lost with the process: whoever asks for a label keeps that as a fact. Where there is a
// second printer, it takes over what the first cannot print.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "printing/painter.h"
#include "printing/printer.h"

namespace welcome::printing {

enum class Outcome {
    printed,
    failed,    // nothing came out, and trying again by itself would not help
    doubtful,  // it may have come out: someone must look before it is printed again
};

enum class JobState { waiting, printing, printed, failed, doubtful };

struct JobStatus {
    std::uint64_t id = 0;
    std::string design;
    JobState state = JobState::waiting;
    int attempts = 0;
    bool parked = false;  // tried often enough: waits for retry(), or for the printer to print something else
    std::string reason;   // of the latest failure, in plain English; empty if there was none
};

// How the printers stand: the best of them.
enum class Condition { unknown, ready, offline, out_of_labels, cover_open, trouble };
std::string_view name_of(Condition condition);  // "ready", "out_of_labels" …; empty while it is unknown

struct SpoolRhythm {
    std::chrono::milliseconds first_pause{500};
    std::chrono::milliseconds longest_pause{15'000};
    int attempts = 8;                              // then the job is parked
    std::chrono::milliseconds look_again{5'000};   // at a printer that was not ready
    std::chrono::milliseconds look_ready{60'000};  // at one that was
    std::size_t remembered = 50;                   // finished jobs that jobs() still lists
};

class Spool {
  public:
    using Done = std::function<void(std::uint64_t id, Outcome outcome, const std::string& reason)>;

    // Asked on the worker, before the first byte of a label leaves; it may take its time, and ends at a stop
    // request. False: the label waits.
    using Leaves = std::function<bool(std::uint64_t id, std::stop_token stop)>;
    // Told on the worker at every change: the best of the printers, and the first one, which is wanted.
    using Changed = std::function<void(Condition best, Condition wanted)>;
    struct Hooks {
        Leaves leaves = {};
        std::function<void(std::uint64_t id)> stayed = {};  // after `leaves`: nothing had left after all
        Changed changed = {};
    };

    Spool(LabelPainter painter, std::unique_ptr<Printer> printer, SpoolRhythm rhythm = {});
    // The first printer is the one that is wanted; never empty.
    Spool(LabelPainter painter, std::vector<std::unique_ptr<Printer>> printers, SpoolRhythm rhythm,
          Hooks hooks);
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();  // prompt; a label on its way is reported doubtful, what only waited is not reported

    // `done` comes once, when the job is printed, failed or doubtful; a job that waits has no outcome yet.
    std::uint64_t submit(std::vector<Label> pages, Done done);
    std::uint64_t submit(Label label, Done done) {
        return submit(std::vector<Label>{std::move(label)}, std::move(done));
    }
    void retry();                                       // the printer is back: try everything that waits, now
    bool withdraw(std::uint64_t id);                    // false: it is not waiting any more
    [[nodiscard]] std::vector<JobStatus> jobs() const;  // oldest first
    [[nodiscard]] Condition condition() const;

  private:
    using Clock = std::chrono::steady_clock;
    struct Job {
        JobStatus status;
        std::vector<Label> pages;
        Done done;
        Clock::time_point due;
        bool begun = false;  // `leaves` said yes at this attempt
    };

    void run(const std::stop_token& stop);
    Job* next_due(Clock::time_point now);
    Clock::time_point next_wake() const;
    void look(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void stands(std::unique_lock<std::mutex>& lock, Condition best, Condition wanted);
    void take_up_what_waits();
    bool note_that_it_leaves(std::uint64_t id, const std::stop_token& stop);
    // What became of it, and of the try at the first printer.
    struct Tried {
        Result<void> result, at_first;
    };
    Tried print_on_any(const std::vector<Label>& pages, std::uint64_t id, const std::stop_token& stop);
    void print_one(std::unique_lock<std::mutex>& lock, std::uint64_t id, const std::stop_token& stop);
    void postpone(Job& job, const Error& error);
    void finish(std::unique_lock<std::mutex>& lock, std::uint64_t id, Outcome outcome,
                const std::string& reason);
    void forget_old();
    Job* find(std::uint64_t id);

    LabelPainter painter_;                            // worker's
    std::vector<std::unique_ptr<Printer>> printers_;  // worker's
    SpoolRhythm rhythm_;
    Hooks hooks_;

    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable_any bell_;
    bool rung_ = false;
    std::deque<Job> jobs_;
    std::uint64_t last_id_ = 0;
    Condition condition_ = Condition::unknown, wanted_ = Condition::unknown;
    Clock::time_point next_look_{};

    std::jthread thread_;  // last: it stops and joins before the rest goes away
};

}  // namespace welcome::printing
