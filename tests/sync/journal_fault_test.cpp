// Faults are walked, not sampled: the 1st, 2nd, 3rd … disk operation fails, until the work needs no more.

#include <algorithm>

#include "tests/sync/event_on_disk.h"
#include "tests/sync/failing_disk.h"

namespace welcome::sync::test {

namespace {

struct Turn {
    Failure failure;
    bool once;
};
constexpr Turn k_faults[] = {{Failure::full, true},        {Failure::full, false},
                             {Failure::write_error, true}, {Failure::write_error, false},
                             {Failure::sync_error, true},  {Failure::sync_error, false},
                             {Failure::read_only, true},   {Failure::read_only, false}};
constexpr int k_more_than_any_needs = 500;

std::size_t count_of(const std::vector<Fact>& facts, const std::vector<Draft>& drafts) {
    return static_cast<std::size_t>(std::count_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& one) { return one.id == fact.id; });
    }));
}

bool is_whole(const Journal& journal) {
    const auto damage = journal.verify();
    return damage && !*damage;
}

// One turn of the walk; false: nothing failed any more.
bool append_with_nth_failing(int nth, const Turn& fault) {
    const EventOnDisk event;
    FailingDisk disk;
    auto journal = event.open("tablet", wall_now, disk.name());
    EXPECT_TRUE(journal->append({draft("before")}));
    const std::vector<Draft> family = {draft("a"), draft("b"), draft("c")};

    disk.fail(nth, fault.failure, fault.once);
    const auto answer = journal->append(family);
    disk.heal();

    EXPECT_EQ(count_of(all_facts(*journal), family), answer ? 3U : 0U) << "operation " << nth;
    EXPECT_TRUE(journal->append({draft("after")})) << "operation " << nth;
    EXPECT_TRUE(is_whole(*journal)) << "operation " << nth;
    const auto again = journal->append(family);  // What a kiosk does when it was told no.
    EXPECT_TRUE(again);
    journal.reset();
    const auto reopened = event.open("tablet");
    const auto facts = all_facts(*reopened);
    EXPECT_EQ(facts.size(), 5U) << "operation " << nth;
    EXPECT_EQ(count_of(facts, family), 3U) << "operation " << nth;
    EXPECT_TRUE(is_whole(*reopened)) << "operation " << nth;
    return disk.has_failed();
}

bool take_in_with_nth_failing(int nth, const Turn& fault, const EventOnDisk& event,
                              const std::vector<SealedFact>& chain) {
    const std::string tablet = "here" + std::to_string(nth);
    FailingDisk disk;
    {
        const auto journal = event.open(tablet, wall_now, disk.name());
        disk.fail(nth, fault.failure, fault.once);
        const auto taken = journal->take_in(chain);
        disk.heal();
        EXPECT_EQ(all_facts(*journal).size(), taken ? chain.size() : 0U) << "operation " << nth;
        EXPECT_TRUE(journal->take_in(chain));
    }
    const auto reopened = event.open(tablet);
    EXPECT_EQ(all_facts(*reopened).size(), chain.size());
    EXPECT_TRUE(is_whole(*reopened));
    return disk.has_failed();
}

bool open_with_nth_failing(int nth, const Turn& fault) {
    const EventOnDisk event;
    FailingDisk disk;
    const auto device = *DeviceKey::open_or_make(event.folder.path() / "tablet.key", event.key);
    disk.fail(nth, fault.failure, fault.once);
    {
        const auto tried =
            Journal::open({event.file("tablet"), event.event, disk.name()}, event.key, device, wall_now);
        disk.heal();
    }
    const auto journal = event.open("tablet");
    EXPECT_TRUE(journal->append({draft()})) << "operation " << nth;
    EXPECT_TRUE(is_whole(*journal)) << "operation " << nth;
    return disk.has_failed();
}

}  // namespace

TEST(JournalFaults, AppendIsAllOrNothingWhicheverOperationFails) {
    for (const auto& fault : k_faults) {
        int nth = 1;
        while (nth < k_more_than_any_needs && append_with_nth_failing(nth, fault)) ++nth;
        EXPECT_GT(nth, 1) << "nothing ever failed: the walk is broken";
        EXPECT_LT(nth, k_more_than_any_needs);
    }
}

TEST(JournalFaults, TakingInIsAllOrNothingWhicheverOperationFails) {
    const EventOnDisk event;
    const auto there = event.open("there");
    EXPECT_TRUE(there->append({draft(), draft(), draft()}));
    const auto chain = *there->sealed_after(there->device(), 0, 10);
    int nth = 1;
    while (nth < k_more_than_any_needs && take_in_with_nth_failing(nth, k_faults[0], event, chain)) ++nth;
    EXPECT_GT(nth, 1);
    EXPECT_LT(nth, k_more_than_any_needs);
}

TEST(JournalFaults, AJournalWhoseMakingFailedIsMadeTheNextTime) {
    for (const auto& fault : {k_faults[0], k_faults[5]}) {
        int nth = 1;
        while (nth < k_more_than_any_needs && open_with_nth_failing(nth, fault)) ++nth;
        EXPECT_GT(nth, 1);
        EXPECT_LT(nth, k_more_than_any_needs);
    }
}

TEST(JournalFaults, AFullDiskIsCalledAFullDisk) {
    const EventOnDisk event;
    FailingDisk disk;
    const auto journal = event.open("tablet", wall_now, disk.name());
    disk.fail(1, Failure::full, false);

    const auto answer = journal->append({draft()});

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault, Fault::disk_full);
    disk.heal();
}

}  // namespace welcome::sync::test
