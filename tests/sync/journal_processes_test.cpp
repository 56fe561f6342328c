// Several programs have one journal open: the kiosk and kioskctl.

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

// Runs `work` in so many child processes at once; how many of them answered true.
template <typename Work>
int run_in_processes(int count, Work work) {
    std::vector<pid_t> children;
    for (int process = 0; process < count; ++process) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(work() ? 0 : 1);
        children.push_back(child);
    }
    int good = 0;
    for (const auto child : children) {
        int status = 1;
        ::waitpid(child, &status, 0);
        good += status == 0 ? 1 : 0;
    }
    return good;
}

void expect_gapless(const Journal& journal, std::size_t count) {
    const auto facts = all_facts(journal);
    ASSERT_EQ(facts.size(), count);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        EXPECT_EQ(facts[i].device_seq, i + 1);
        EXPECT_TRUE(i == 0 || facts[i - 1].time < facts[i].time);
    }
    EXPECT_FALSE(*journal.verify());
}

}  // namespace

TEST(JournalProcesses, TwoMayWriteToItAtOnce) {
    const EventOnDisk event;
    EXPECT_TRUE(event.open("tablet"));  // makes file and key

    const int good = run_in_processes(2, [&] {
        const auto journal = event.open("tablet");
        bool all = true;
        for (int i = 0; i < 40; ++i) all = all && journal->append({draft()}).has_value();
        return all;
    });

    EXPECT_EQ(good, 2);
    expect_gapless(*event.open("tablet"), 80);
}

TEST(JournalProcesses, SeveralMayMakeItAtOnce) {
    const EventOnDisk event;

    const int good = run_in_processes(6, [&] {
        const auto device = DeviceKey::open_or_make(event.folder.path() / "tablet.key", event.key);
        if (!device) return false;
        const auto journal = Journal::open({event.file("tablet"), event.event}, event.key, *device, wall_now);
        return journal && (*journal)->append({draft()}).has_value();
    });

    EXPECT_EQ(good, 6);
    expect_gapless(*event.open("tablet"), 6);
}

// Two in one process stand for two processes: they share nothing but the file.
TEST(JournalProcesses, AReaderSeesWhatTheOtherWrote) {
    const EventOnDisk event;
    const auto here = event.open("tablet");
    const auto there = event.open("tablet");
    EXPECT_TRUE(here->append({draft()}));
    const auto row = *here->read_from(0, [](const Fact&) {});

    EXPECT_TRUE(there->append({draft()}));

    int seen = 0;
    EXPECT_GT(*here->read_from(row, [&](const Fact&) { ++seen; }), row);
    EXPECT_EQ(seen, 1);
}

TEST(JournalProcesses, TakingTurnsKeepsOneChainAndOneClock) {
    const EventOnDisk event;
    const auto here = event.open("tablet");
    const auto behind = event.open("tablet", [] { return wall_now() - std::chrono::hours(2); });
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(here->append({draft()}));
        EXPECT_TRUE(behind->append({draft()}));
    }

    expect_gapless(*here, 10);
}

TEST(JournalProcesses, ADraftTheOtherStoredIsAnsweredWithItsFact) {
    const EventOnDisk event;
    const auto here = event.open("tablet");
    const auto there = event.open("tablet");
    const Draft once = draft();
    const auto first = here->append({once});

    const auto again = there->append({once});

    ASSERT_TRUE(first && again);
    EXPECT_EQ(*again, *first);
}

}  // namespace welcome::sync::test
