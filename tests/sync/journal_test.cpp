#include <csignal>
#include <rapidcheck.h>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

TEST(Journal, WhatWasAppendedIsThereAfterReopening) {
    const EventOnDisk event;
    std::vector<Fact> written;
    {
        const auto journal = event.open("tablet");
        for (int i = 0; i < 3; ++i) written.push_back(journal->append({draft()})->front());
    }

    EXPECT_EQ(all_facts(*event.open("tablet")), written);
}

TEST(Journal, OneTransactionTakesAHousehold) {
    const EventOnDisk event;
    const auto journal = event.open("tablet");

    const auto facts = journal->append({draft("{}"), draft("{}"), draft("{}")});

    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->size(), 3U);
    EXPECT_EQ(facts->back().device_seq, 3U);
    EXPECT_LT(facts->front().time, facts->back().time);
}

TEST(Journal, ARepeatedDraftIsAnsweredWithTheFactThatIsThere) {
    const EventOnDisk event;
    const auto journal = event.open("tablet");
    const Draft once = draft("{\"a\":1}");
    const auto first = journal->append({once});

    const auto again = journal->append({draft("{}"), once});

    ASSERT_TRUE(first && again);
    EXPECT_EQ((*again)[1], first->front());
    EXPECT_EQ(all_facts(*journal).size(), 2U);
    EXPECT_FALSE(*journal->verify());
}

// A crowd goes in on two threads; a draft that came before is in the midst of it, at every place that
// matters.
TEST(Journal, ACrowdWithRepeatedDraftsIsOneWholeChain) {
    EXPECT_TRUE(rc::check([] {
        const EventOnDisk event;
        const auto journal = event.open("tablet");
        std::vector<Draft> crowd;
        for (int i = *rc::gen::inRange(0, 400); i > 0; --i) crowd.push_back(draft("{\"a\":1}"));
        std::set<FactId> ids;
        for (const auto& one : crowd) ids.insert(one.id);
        for (int i = crowd.empty() ? 0 : *rc::gen::inRange(0, 6); i > 0; --i) {
            const auto one = crowd[*rc::gen::inRange<std::size_t>(0, crowd.size())];
            crowd.insert(crowd.begin() + *rc::gen::inRange<long>(0, static_cast<long>(crowd.size()) + 1),
                         one);
        }
        const auto early = *rc::gen::inRange<std::size_t>(0, crowd.size() + 1);
        if (early < crowd.size()) RC_ASSERT(journal->append({crowd[early]}).has_value());

        const auto facts = journal->append(crowd);

        RC_ASSERT(facts.has_value());
        RC_ASSERT(facts->size() == crowd.size());
        const auto there = all_facts(*journal);
        std::map<FactId, Fact> by_id;
        for (const auto& fact : there) by_id[fact.id] = fact;
        for (std::size_t i = 0; i < crowd.size(); ++i) {
            RC_ASSERT((*facts)[i].id == crowd[i].id);
            RC_ASSERT((*facts)[i] == by_id[crowd[i].id]);
        }
        RC_ASSERT(there.size() == ids.size());
        RC_ASSERT(!*journal->verify());
    }));
}

TEST(Journal, ManyThreadsGetOneGaplessSequence) {
    const EventOnDisk event;
    const auto journal = event.open("tablet");
    std::vector<std::jthread> threads(8);
    for (auto& thread : threads)
        thread = std::jthread([&] {
            for (int i = 0; i < 200; ++i) EXPECT_TRUE(journal->append({draft()}));
        });
    threads.clear();

    const auto facts = all_facts(*journal);
    ASSERT_EQ(facts.size(), 1'600U);
    for (std::size_t i = 0; i < facts.size(); ++i) EXPECT_EQ(facts[i].device_seq, i + 1);
    EXPECT_FALSE(*journal->verify());
}

TEST(Journal, AWrongWallClockDoesNotUndoCausality) {
    const EventOnDisk event;
    Instant now = wall_now();
    const auto journal = event.open("tablet", [&now] { return now; });
    const Fact before = journal->append({draft()})->front();

    now -= std::chrono::hours(24);
    const Fact after = journal->append({draft()})->front();

    EXPECT_LT(before.stamp(), after.stamp());
    EXPECT_EQ(after.wall, now);  // What the tablet saw is kept too.
}

TEST(Journal, KeepsTheOrderWhateverTheClockJumpsTo) {
    EXPECT_TRUE(rc::check([] {
        const EventOnDisk event;
        Instant now = wall_now();
        const auto clock = [&now] { return now; };
        auto journal = event.open("tablet", clock);
        Stamp last;
        for (const int jump : *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(-40'000, 40'000))) {
            now += std::chrono::minutes(jump);  // up to four weeks, either way
            if (jump % 3 == 0) journal.reset(), journal = event.open("tablet", clock);
            const auto facts = journal->append({draft(), draft()});
            RC_ASSERT(facts.has_value());
            RC_ASSERT(last < facts->front().stamp());
            RC_ASSERT(facts->front().stamp() < facts->back().stamp());
            RC_ASSERT(facts->front().wall == now);
            last = facts->back().stamp();
        }
        RC_ASSERT(!*journal->verify());
    }));
}

TEST(Journal, AKindOfTomorrowSurvives) {
    const EventOnDisk event;
    EXPECT_TRUE(event.open("tablet")->append({draft(R"({"new":[1,{"x":"ü"}]})", "teleported")}));

    const auto facts = all_facts(*event.open("tablet"));

    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts.front().kind, "teleported");
    EXPECT_EQ(facts.front().body, R"({"new":[1,{"x":"ü"}]})");
}

TEST(Journal, NobodyCanBeReadFromItsBytes) {
    const EventOnDisk event;
    const std::vector<std::string> markers = {"Zebedee Quixmarker", "+12025550199", "quix@example.org",
                                              "peanutmarker"};
    auto journal = event.open("tablet");
    for (const auto& marker : markers) EXPECT_TRUE(journal->append({draft("{\"x\":\"" + marker + "\"}")}));
    const auto plain = event.folder.path() / "control.txt";
    std::ofstream(plain) << markers[0];

    const auto hits = [&] {
        std::set<std::string> files;
        for (const auto& entry : std::filesystem::directory_iterator(event.folder.path())) {
            for (const auto& marker : markers)
                if (bytes_of(entry.path()).find(marker) != std::string::npos)
                    files.insert(entry.path().filename());
        }
        return files;
    };

    EXPECT_TRUE(std::filesystem::exists(event.file("tablet").string() + "-wal"));
    EXPECT_EQ(hits(), std::set<std::string>{"control.txt"});  // The search can find: it finds the control.
    journal.reset();
    EXPECT_EQ(hits(), std::set<std::string>{"control.txt"});
}

TEST(Journal, AFullDiskRefusesAndHarmsNothing) {
    const EventOnDisk event;
    EXPECT_TRUE(event.open("tablet")->append({draft()}));
    const pid_t child = ::fork();
    if (child == 0) {  // A file that may not grow is a disk that is full.
        const auto journal = event.open("tablet");
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{200'000, 200'000};
        ::setrlimit(RLIMIT_FSIZE, &small);
        bool refused = false;
        for (int i = 0; i < 200 && !refused; ++i)
            refused = !journal->append({draft(std::string(4'000, 'x'))});
        ::_exit(refused ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0) << "the small disk never filled up";

    const auto journal = event.open("tablet");
    EXPECT_FALSE(*journal->verify());
    EXPECT_TRUE(journal->append({draft()}));
    EXPECT_FALSE(*journal->verify());
}

TEST(Journal, WhatIsQueuedWhenItClosesIsStored) {
    const EventOnDisk event;
    std::atomic<int> done = 0;
    {
        const auto journal = event.open("tablet");
        for (int i = 0; i < 300; ++i)
            journal->append({draft()}, [&](const auto& facts) { done += facts ? 1 : 0; });
    }

    EXPECT_EQ(done, 300);
    EXPECT_EQ(all_facts(*event.open("tablet")).size(), 300U);
}

TEST(Journal, AnotherEventsJournalIsNotOpened) {
    const EventOnDisk event;
    EXPECT_TRUE(event.open("tablet")->append({draft()}));
    const auto device = *DeviceKey::open_or_make(event.folder.path() / "tablet.key", event.key);

    const auto opened =
        Journal::open({event.file("tablet"), EventId(new_uuid())}, event.key, device, wall_now);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, Fault::refused);
}

TEST(Journal, AFileThatIsNoJournalIsNotOpened) {
    const EventOnDisk event;
    std::ofstream(event.file("tablet"))
        << "This was somebody's shopping list, and a long one at that. " << 1'000;
    const auto device = *DeviceKey::open_or_make(event.folder.path() / "tablet.key", event.key);

    const auto opened = Journal::open({event.file("tablet"), event.event}, event.key, device, wall_now);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().fault, Fault::unreadable);
    EXPECT_TRUE(bytes_of(event.file("tablet")).starts_with("This was"));
}

TEST(Journal, AnEndlessKindIsRefusedAndNothingElse) {
    const EventOnDisk event;
    const auto journal = event.open("tablet");

    const auto refused = journal->append({draft(), draft("{}", std::string(k_longest_kind + 1, 'k'))});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, Fault::refused);
    EXPECT_TRUE(journal->append({draft("{}", std::string(k_longest_kind, 'k'))}));
    EXPECT_EQ(all_facts(*journal).size(), 1U);
}

TEST(Journal, NotesAreKept) {
    const EventOnDisk event;
    EXPECT_TRUE(event.open("tablet")->note("cursor", "abc"));

    const auto journal = event.open("tablet");
    EXPECT_EQ(*journal->noted("cursor"), "abc");
    EXPECT_EQ(*journal->noted("other"), std::nullopt);
}

}  // namespace welcome::sync::test
