// The print worker: nobody waits for a printer, nothing is printed twice by itself, and it ends at once.
#include "printing/spool.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <gtest/gtest.h>
#include <mutex>

#include "tests/printing/listener.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

using std::chrono::milliseconds;

const SpoolRhythm k_quick{
    .first_pause = milliseconds(5), .longest_pause = milliseconds(20), .attempts = 1'000'000};
const SpoolRhythm k_once{.first_pause = milliseconds(5), .longest_pause = milliseconds(20), .attempts = 1};
const Patience k_endless{.connect = std::chrono::minutes(10),
                         .write = std::chrono::minutes(10),
                         .confirm = std::chrono::minutes(10),
                         .answer = milliseconds(50),
                         .finish = std::chrono::minutes(10)};

using Answer = std::pair<Outcome, std::string>;

// A callback that keeps its answer.
struct Answered {
    std::shared_ptr<std::promise<Answer>> promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> future = promise->get_future();
    Spool::Done done() {
        return [to = promise](std::uint64_t, Outcome outcome, const std::string& reason) {
            to->set_value({outcome, reason});
        };
    }
};

std::unique_ptr<Printer> printer_at(const std::string& uri) {
    return *open_printer(uri, k_endless);
}

JobStatus wait_until(const Spool& spool, const std::function<bool(const JobStatus&)>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < end) {
        if (const auto jobs = spool.jobs(); !jobs.empty() && holds(jobs.front())) return jobs.front();
        std::this_thread::yield();
    }
    ADD_FAILURE() << "it did not come to that";
    return {};
}

TEST(Spool, PrintsWhatItIsGivenInOrder) {
    const OwnFolder folder;
    Answered first, second;
    Spool spool(painter(), printer_at("folder:" + folder.path().string()), k_quick);

    spool.submit(sample_label("badge.en"), first.done());
    spool.submit(sample_label("claim.en"), second.done());

    EXPECT_EQ(first.future.get().first, Outcome::printed);
    EXPECT_EQ(second.future.get().first, Outcome::printed);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "0001-badge.png"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "0002-claim.png"));
    EXPECT_EQ(spool.jobs().at(1).state, JobState::printed);
}

TEST(Spool, KeepsALabelForAPrinterThatComesBack) {
    Listener far_end;
    Answered answered;
    Spool spool(painter(), printer_at(far_end.uri()), k_quick);

    spool.submit(sample_label("badge.en"), answered.done());
    const auto waiting = wait_until(spool, [](const JobStatus& job) { return job.attempts >= 2; });
    EXPECT_NE(waiting.reason.find("does not answer"), std::string::npos);
    far_end.listen(Manner::reads_all);

    EXPECT_EQ(answered.future.get().first, Outcome::printed);
    EXPECT_EQ(far_end.connections(), 1);
}

TEST(Spool, ParksALabelInSightUntilToldToTryAgain) {
    Listener far_end;
    Answered answered;
    Spool spool(painter(), printer_at(far_end.uri()), k_once);

    spool.submit(sample_label("badge.en"), answered.done());
    const auto parked = wait_until(spool, [](const JobStatus& job) { return job.parked; });
    EXPECT_EQ(parked.state, JobState::waiting);
    far_end.listen(Manner::reads_all);
    spool.retry();

    EXPECT_EQ(answered.future.get().first, Outcome::printed);
}

TEST(Spool, TakesUpParkedLabelsWhenThePrinterPrintsAgain) {
    Listener far_end;
    Answered first, second;
    Spool spool(painter(), printer_at(far_end.uri()), k_once);

    spool.submit(sample_label("badge.en"), first.done());
    wait_until(spool, [](const JobStatus& job) { return job.parked; });
    far_end.listen(Manner::reads_all);
    spool.submit(sample_label("claim.en"), second.done());

    EXPECT_EQ(second.future.get().first, Outcome::printed);
    EXPECT_EQ(first.future.get().first, Outcome::printed);
}

TEST(Spool, NeverRepeatsADoubtfulLabel) {
    Listener far_end;
    far_end.listen(Manner::hangs_up_once);
    Answered first, second;
    Spool spool(painter(), printer_at(far_end.uri()), k_quick);

    spool.submit(sample_label("claim.en"), first.done());
    const auto [outcome, reason] = first.future.get();
    spool.submit(sample_label("badge.en"), second.done());

    EXPECT_EQ(outcome, Outcome::doubtful);
    EXPECT_NE(reason.find("Look whether a label came out."), std::string::npos);
    EXPECT_EQ(second.future.get().first, Outcome::printed);
    EXPECT_EQ(far_end.connections(), 2);
    EXPECT_EQ(spool.jobs().front().state, JobState::doubtful);
}

TEST(Spool, FailsAtOnceWhatNoPrinterCouldPrint) {
    const OwnFolder folder;
    Answered answered;
    Spool spool(painter(), printer_at("folder:" + folder.path().string()), k_quick);

    spool.submit({.design = "poster", .texts = {}, .qr = ""}, answered.done());

    const auto [outcome, reason] = answered.future.get();
    EXPECT_EQ(outcome, Outcome::failed);
    EXPECT_NE(reason.find("poster"), std::string::npos);
}

TEST(Spool, LetsGoOfALabelThatWaits) {
    const Listener nobody;
    Spool spool(painter(), printer_at(nobody.uri()), k_once);

    const auto id = spool.submit(sample_label("badge.en"), nullptr);
    wait_until(spool, [](const JobStatus& job) { return job.parked; });

    EXPECT_TRUE(spool.withdraw(id));
    EXPECT_FALSE(spool.withdraw(id));
    EXPECT_TRUE(spool.jobs().empty());
}

std::vector<std::unique_ptr<Printer>> printers_at(const std::vector<std::string>& uris) {
    std::vector<std::unique_ptr<Printer>> all;
    all.reserve(uris.size());
    for (const auto& uri : uris) all.push_back(printer_at(uri));
    return all;
}

TEST(Spool, TheSecondPrinterTakesOverWhatTheFirstCannotPrint) {
    const OwnFolder folder;
    const Listener nobody;
    Answered answered;
    Spool spool(painter(), printers_at({nobody.uri(), "folder:" + folder.path().string()}), k_quick, {});

    spool.submit(sample_label("claim.en"), answered.done());

    EXPECT_EQ(answered.future.get().first, Outcome::printed);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "0001-claim.png"));
}

TEST(Spool, TheSecondPrinterDoesNotRepeatWhatMayHaveComeOutOfTheFirst) {
    const OwnFolder folder;
    Listener far_end;
    far_end.listen(Manner::hangs_up_once);
    Answered answered;
    Spool spool(painter(), printers_at({far_end.uri(), "folder:" + folder.path().string()}), k_quick, {});

    spool.submit(sample_label("claim.en"), answered.done());

    EXPECT_EQ(answered.future.get().first, Outcome::doubtful);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Spool, AsksBeforeTheFirstByteLeavesAndKeepsWhatMayNot) {
    Listener far_end;
    far_end.listen(Manner::reads_all);
    std::promise<std::uint64_t> asked;
    std::atomic<bool> may{false};
    Answered answered;
    Spool spool(painter(), printers_at({far_end.uri()}), k_quick,
                {.leaves = [&, once = false](std::uint64_t id, const std::stop_token&) mutable {
                    if (!std::exchange(once, true)) asked.set_value(id);
                    return may.load();
                }});

    const auto id = spool.submit(sample_label("claim.en"), answered.done());
    EXPECT_EQ(asked.get_future().get(), id);
    wait_until(spool, [](const JobStatus& job) { return job.attempts >= 2; });
    EXPECT_EQ(spool.jobs().front().state == JobState::printed, false);
    may = true;

    EXPECT_EQ(answered.future.get().first, Outcome::printed);
}

TEST(Spool, AsksNobodyForAPrinterThatIsNotThere) {
    const Listener nobody;
    std::atomic<int> asked{0};
    Spool spool(painter(), printers_at({nobody.uri()}), k_quick,
                {.leaves = [&](std::uint64_t, const std::stop_token&) { return ++asked > 0; }});

    spool.submit(sample_label("claim.en"), nullptr);
    wait_until(spool, [](const JobStatus& job) { return job.attempts >= 2; });

    EXPECT_EQ(asked.load(), 0);
}

TEST(Spool, TellsHowThePrinterStandsBeforeAnyLabelAndWhenItComesBack) {
    Listener far_end;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Condition> told;
    SpoolRhythm rhythm = k_quick;
    rhythm.look_again = milliseconds(10);
    Spool spool(painter(), printers_at({far_end.uri()}), rhythm, {.changed = [&](Condition now, Condition) {
                    const std::scoped_lock lock(mutex);
                    told.push_back(now);
                    changed.notify_all();
                }});
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !told.empty(); });
    lock.unlock();
    far_end.listen(Manner::reads_all);
    lock.lock();
    changed.wait(lock, [&] { return told.size() == 2; });

    EXPECT_EQ(told, (std::vector{Condition::offline, Condition::ready}));
}

// Every patience here is ten minutes: only the stop request can end these in the time a test has.
TEST(Spool, EndsAtOnceThoughThePrinterStallsAndSaysThatTheLabelIsDoubtful) {
    Listener far_end;
    far_end.listen(Manner::stalls);
    Answered answered;
    {
        Spool spool(painter(), printer_at(far_end.uri("?as=escpos&dpi=600")), k_quick);
        spool.submit(sample_label("badge.en"), answered.done());
        far_end.wait_for_bytes();
    }

    EXPECT_EQ(answered.future.get().first, Outcome::doubtful);
}

TEST(Spool, EndsAtOnceThoughNobodyIsThere) {
    const Listener nobody;
    Spool spool(painter(), printer_at(nobody.uri()),
                {.first_pause = std::chrono::hours(1), .longest_pause = std::chrono::hours(1)});

    spool.submit(sample_label("badge.en"), nullptr);

    wait_until(spool, [](const JobStatus& job) { return job.attempts == 1; });
}

}  // namespace
}  // namespace welcome::printing::test
