#include <rapidcheck.h>

#include "sync/journal/sqlite.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

struct Row {
    std::int64_t row;
    std::string device, id, sealed;
    std::int64_t seq;
};

std::vector<Row> rows_of(Database& database) {
    auto select = *database.prepare("SELECT row, device, seq, id, sealed FROM fact ORDER BY row");
    std::vector<Row> rows;
    while (*select.step())
        rows.push_back({select.integer(0), std::string(select.bytes(1)), std::string(select.bytes(3)),
                        std::string(select.bytes(4)), select.integer(2)});
    return rows;
}

void write(Database& database, const Row& row) {
    auto update = *database.prepare("UPDATE fact SET device = ?, seq = ?, id = ?, sealed = ? WHERE row = ?");
    RC_ASSERT(update.bind_blob(1, row.device)
                  .bind(2, row.seq)
                  .bind_blob(3, row.id)
                  .bind_blob(4, row.sealed)
                  .bind(5, row.row)
                  .step()
                  .has_value());
}

void flip_a_byte(std::string& bytes) {
    const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ (1 << *rc::gen::inRange(0, 8)));
}

// One change of one kind, chosen at random.
void damage(Database& database, std::vector<Row> rows) {
    const auto any = [&] { return *rc::gen::inRange<std::size_t>(0, rows.size()); };
    Row one = rows[any()];
    switch (*rc::gen::inRange(0, 8)) {
        case 0:
            flip_a_byte(one.sealed);
            return write(database, one);
        case 1:
            flip_a_byte(one.id);
            return write(database, one);
        case 2:
            flip_a_byte(one.device);
            return write(database, one);
        case 3:
            one.seq += 1'000;
            return write(database, one);
        case 4: {  // one is dropped, the last not excepted
            RC_ASSERT(database.run("DELETE FROM fact WHERE row = " + std::to_string(one.row)).has_value());
            return;
        }
        case 5: {  // the tail is dropped, with the tip set back as a clever hand would
            RC_ASSERT(database.run("DELETE FROM fact WHERE row >= " + std::to_string(one.row)).has_value());
            RC_ASSERT(database.run("UPDATE tip SET seq = seq - 1").has_value());
            return;
        }
        case 6: {  // two change places
            Row other = rows[any()];
            RC_PRE(other.row != one.row);
            std::swap(one.sealed, other.sealed);
            write(database, one);
            return write(database, other);
        }
        default: {  // one is added: a copy at the end
            flip_a_byte(one.id);
            auto insert = *database.prepare("INSERT INTO fact (device, seq, id, sealed) VALUES (?, ?, ?, ?)");
            RC_ASSERT(insert.bind_blob(1, one.device)
                          .bind(2, static_cast<std::int64_t>(rows.size()) + 1)
                          .bind_blob(3, one.id)
                          .bind_blob(4, one.sealed)
                          .step()
                          .has_value());
        }
    }
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
    EXPECT_TRUE(rc::check([] {
        const EventOnDisk event;
        const int facts = *rc::gen::inRange(2, 9);
        {
            const auto journal = event.open("tablet");
            for (int i = 0; i < facts; ++i)
                RC_ASSERT(journal->append({draft("{\"n\":" + std::to_string(i) + "}")}).has_value());
        }
        {
            auto database = *Database::open(event.file("tablet"));
            damage(database, rows_of(database));
        }
        const auto found = event.open("tablet")->verify();
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->has_value());
        RC_ASSERT(!(*found)->what.empty());
    }));
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
