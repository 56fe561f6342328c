#include <rapidcheck.h>

#include "sync/journal/sqlite.h"
#include "tests/sync/damage.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

// Journals of several sizes, of one device and of two, closed and whole.
std::vector<std::filesystem::path> make_journals(const EventOnDisk& event) {
    const auto there = event.open("there");
    EXPECT_TRUE(there->append({draft(), draft(), draft()}));
    const auto theirs = *there->sealed_after(there->device(), 0, 10);
    std::vector<std::filesystem::path> files;
    for (int size = 2; size < 8; ++size) {
        const std::string name = "made" + std::to_string(size);
        const auto journal = event.open(name);
        for (int i = 0; i < size; ++i)
            EXPECT_TRUE(journal->append({draft("{\"n\":" + std::to_string(i) + "}")}));
        if (size % 2 == 0) {
            EXPECT_EQ(journal->take_in(theirs)->added, 3U);
        }
        EXPECT_TRUE(journal->append({draft()}));
        files.push_back(event.file(name));
    }
    return files;
}

}  // namespace

TEST(Verify, AWholeJournalIsWhole) {
    const EventOnDisk event;
    const auto journal = event.open("tablet");
    EXPECT_FALSE(*journal->verify());
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(journal->append({draft()}));

    EXPECT_FALSE(*journal->verify());
}

TEST(Verify, AnySingleChangedDroppedSwappedOrAddedRecordIsFound) {
    const EventOnDisk event;
    const auto made = make_journals(event);
    int turn = 0;
    for (int round = 0; round < 3; ++round)
        EXPECT_TRUE(rc::check([&] {
            const std::string name = "tablet" + std::to_string(++turn);
            std::filesystem::copy_file(*rc::gen::elementOf(made), event.file(name));
            RC_ASSERT(!event.open(name)->verify()->has_value());
            {
                auto database = *Database::open(event.file(name));
                RC_ASSERT(database.run("PRAGMA synchronous=OFF").has_value());
                damage_once(database);
            }
            const auto found = event.open(name)->verify();
            RC_ASSERT(found.has_value());
            RC_ASSERT(found->has_value());
            RC_ASSERT(!(*found)->what.empty());
        }));
}

// One byte anywhere in the file, its indexes and free places included: it is found, or it was of no account.
TEST(Verify, AFlippedByteAnywhereInTheFileIsFoundOrHarmless) {
    const EventOnDisk event;
    const auto made = make_journals(event).back();
    const std::string good = bytes_of(made);
    const auto device = *DeviceKey::open_or_make(event.folder.path() / "made7.key", event.key);
    const auto open = [&](const std::filesystem::path& file) {
        return *Journal::open({file, event.event}, event.key, device, wall_now);
    };
    const auto facts = all_facts(*open(made));
    const auto chain = *open(made)->sealed_after(device.id(), 0, 100);
    int turn = 0, found = 0;
    EXPECT_TRUE(rc::check([&] {
        const auto file = event.file("flipped" + std::to_string(++turn));
        std::ofstream(file, std::ios::binary) << flipped(good);
        const auto journal = Journal::open({file, event.event}, event.key, device, wall_now);
        const auto damage = journal ? (*journal)->verify() : tl::unexpected(journal.error());
        if (!damage || *damage) {
            ++found;
        } else {
            RC_ASSERT(all_facts(**journal) == facts);
            const auto shared = (*journal)->sealed_after(device.id(), 0, 100);
            const bool same = shared && *shared == chain;
            RC_ASSERT(same);
        }
    }));
    EXPECT_GT(found, 0);
}

// An id stands in its column, in the record and in an index. An index that has lost a fact hides it, though
// the record itself is whole.
TEST(Verify, AnIdChangedInTheIndexAloneIsFound) {
    const EventOnDisk event;
    const auto made = event.file("tablet");
    const FactId id = event.open("tablet")->append({draft(), draft()})->front().id;
    const std::string good = bytes_of(made);
    const std::string needle(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    int places = 0;
    for (auto at = good.find(needle); at != std::string::npos; at = good.find(needle, at + 1)) {
        std::string touched = good;
        touched[at + needle.size() - 1] = static_cast<char>(touched[at + needle.size() - 1] ^ 1);
        std::ofstream(made, std::ios::binary | std::ios::trunc) << touched;

        EXPECT_TRUE(event.open("tablet")->verify()->has_value()) << "at " << at;
        ++places;
    }
    EXPECT_GE(places, 3);
}

TEST(Verify, NamesTheFirstThatIsMissing) {
    const EventOnDisk event;
    const auto device = event.open("tablet")->device();
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(event.open("tablet")->append({draft()}));
    {
        auto database = *Database::open(event.file("tablet"));
        EXPECT_TRUE(database.run("DELETE FROM fact WHERE seq IN (3, 5)"));
    }

    const auto damage = *event.open("tablet")->verify();

    ASSERT_TRUE(damage);
    EXPECT_EQ(damage->device, device);
    EXPECT_EQ(damage->device_seq, 4U);
    EXPECT_EQ(damage->what, "fact 3 is missing");
}

TEST(Verify, ADeviceThatVanishedWholeIsFound) {
    const EventOnDisk event;
    const auto there = event.open("there");
    EXPECT_TRUE(there->append({draft()}));
    {
        const auto here = event.open("here");
        EXPECT_TRUE(here->append({draft()}));
        EXPECT_TRUE(here->take_in(*there->sealed_after(there->device(), 0, 10)));
    }
    {
        auto database = *Database::open(event.file("here"));
        for (const char* table : {"fact", "tip"}) {
            auto remove = *database.prepare("DELETE FROM " + std::string(table) + " WHERE device = ?");
            const auto& device = there->device().bytes;
            EXPECT_TRUE(
                remove.bind_blob(1, {reinterpret_cast<const char*>(device.data()), device.size()}).step());
        }
    }

    EXPECT_TRUE((*event.open("here")->verify()).has_value());
}

}  // namespace welcome::sync::test
