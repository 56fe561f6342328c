#pragma once
// The print worker: labels are handed in and printed one after another on a thread of its own, so that a dead
// printer never holds up a guest. Any thread may call; the callbacks run on the worker and must be short.
// What waits here is lost with the process: whoever asks for a label keeps that as a fact.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
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

struct SpoolRhythm {
    std::chrono::milliseconds first_pause{500};
    std::chrono::milliseconds longest_pause{15'000};
    int attempts = 8;             // then the job is parked
    std::size_t remembered = 50;  // finished jobs that jobs() still lists
};

class Spool {
  public:
    using Done = std::function<void(std::uint64_t id, Outcome outcome, const std::string& reason)>;

    Spool(LabelPainter painter, std::unique_ptr<Printer> printer, SpoolRhythm rhythm = {});
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();  // prompt; a label on its way is reported doubtful, what only waited is not reported

    // `done` comes once, when the job is printed, failed or doubtful; a job that waits has no outcome yet.
    std::uint64_t submit(Label label, Done done);
    void retry();                                       // the printer is back: try everything that waits, now
    bool withdraw(std::uint64_t id);                    // false: it is not waiting any more
    [[nodiscard]] std::vector<JobStatus> jobs() const;  // oldest first

  private:
    using Clock = std::chrono::steady_clock;
    struct Job {
        JobStatus status;
        Label label;
        Done done;
        Clock::time_point due;
    };

    void run(const std::stop_token& stop);
    Job* next_due(Clock::time_point now);
    Clock::time_point next_wake() const;
    void print_one(std::unique_lock<std::mutex>& lock, std::uint64_t id, const std::stop_token& stop);
    void postpone(Job& job, const Error& error);
    void finish(std::unique_lock<std::mutex>& lock, std::uint64_t id, Outcome outcome,
                const std::string& reason);
    void forget_old();
    Job* find(std::uint64_t id);

    LabelPainter painter_;              // worker's
    std::unique_ptr<Printer> printer_;  // worker's
    SpoolRhythm rhythm_;

    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable_any bell_;
    bool rung_ = false;
    std::deque<Job> jobs_;
    std::uint64_t last_id_ = 0;

    std::jthread thread_;  // last: it stops and joins before the rest goes away
};

}  // namespace welcome::printing
