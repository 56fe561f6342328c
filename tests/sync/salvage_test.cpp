// A journal with a page gone bad: every fact that does not lie on it is still read.

#include "sync/journal/salvage.h"

#include <algorithm>
#include <random>
#include <rapidcheck.h>
#include <set>

#include "sync/journal/pages.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

constexpr std::size_t k_page = 4096;
// Short ones, and each twentieth over several pages.
constexpr std::size_t k_facts = 400, k_shortest_record = 220;

std::vector<Draft> evening() {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < k_facts; ++i)
        drafts.push_back(draft(std::string(i % 20 == 7 ? 9000 : 20, 'x')));
    return drafts;
}

std::set<FactId> ids_of(const auto& facts) {
    std::set<FactId> ids;
    for (const auto& fact : facts) ids.insert(fact.id);
    return ids;
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::string noise(std::size_t length, std::mt19937& random) {
    std::string bytes(length, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

}  // namespace

TEST(Salvage, ReadsAllOfAWholeJournalInItsFileAndInItsLog) {
    const EventOnDisk event;
    const auto drafts = evening();
    const auto journal = event.open("tablet");
    ASSERT_TRUE(journal->append(drafts));

    const auto from_the_log = salvage(event.file("tablet"), event.event, event.key);

    ASSERT_TRUE(from_the_log);
    EXPECT_EQ(ids_of(*from_the_log), ids_of(drafts));
    EXPECT_EQ(*from_the_log, *journal->sealed_after(journal->device(), 0, k_facts));
}

TEST(Salvage, LosesNoFactThatDoesNotLieOnTheBadPage) {
    const EventOnDisk event;
    const auto drafts = evening();
    ASSERT_TRUE(event.open("tablet")->append(drafts));
    const std::string whole = bytes_of(event.file("tablet"));
    ASSERT_GT(whole.size(), 40 * k_page);
    std::mt19937 random(20261203);
    std::size_t most_lost = 0;
    for (std::size_t page = 0; page < whole.size() / k_page; ++page) {
        std::string damaged = whole;
        damaged.replace(page * k_page, k_page, noise(k_page, random));
        write_bytes(event.file("tablet"), damaged);

        const auto facts = salvage(event.file("tablet"), event.event, event.key);

        ASSERT_TRUE(facts);
        most_lost = std::max(most_lost, drafts.size() - facts->size());
    }
    EXPECT_GT(most_lost, 0U) << "nothing was ever damaged: no test of anything";
    EXPECT_LE(most_lost, k_page / k_shortest_record);
}

TEST(Salvage, TakesNothingThatIsForgedOrOfAnotherEvent) {
    const EventOnDisk event, other;
    ASSERT_TRUE(event.open("tablet")->append({draft(), draft()}));

    EXPECT_TRUE(salvage(event.file("tablet"), other.event, event.key)->empty());
    EXPECT_TRUE(salvage(event.file("tablet"), event.event, other.key)->empty());
    EXPECT_EQ(salvage(event.folder.path() / "none.sqlite", event.event, event.key).error().fault,
              Fault::not_found);
}

TEST(Salvage, StandsAnyBytes) {
    EXPECT_TRUE(rc::check([](const std::string& database, const std::string& log) {
        each_blob(database, log, [](std::string_view) {});
    }));
    const EventOnDisk event;
    ASSERT_TRUE(event.open("tablet")->append(evening()));
    const std::string whole = bytes_of(event.file("tablet"));
    EXPECT_TRUE(rc::check([&](unsigned seed) {
        std::mt19937 random(seed);
        std::string damaged = whole;
        for (int i = 0; i < 200; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        damaged.resize(random() % damaged.size());
        each_blob(damaged, damaged, [](std::string_view) {});
    }));
}

}  // namespace welcome::sync::test
