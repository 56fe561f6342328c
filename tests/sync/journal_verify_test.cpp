#include <rapidcheck.h>

#include "sync/journal/sqlite.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

using rc::gen::inRange;

struct Row {
    std::int64_t row;
    std::string device;
    std::int64_t seq;
    std::string id, sealed;
};

std::vector<Row> rows_of(Database& database) {
    auto select = *database.prepare("SELECT row, device, seq, id, sealed FROM fact ORDER BY row");
    std::vector<Row> rows;
    while (*select.step())
        rows.push_back({select.integer(0), std::string(select.bytes(1)), select.integer(2),
                        std::string(select.bytes(3)), std::string(select.bytes(4))});
    return rows;
}

void write(Database& database, const Row& row) {
    auto insert = *database.prepare("INSERT INTO fact (row, device, seq, id, sealed) VALUES (?, ?, ?, ?, ?)");
    RC_ASSERT(insert.bind(1, row.row)
                  .bind_blob(2, row.device)
                  .bind(3, row.seq)
                  .bind_blob(4, row.id)
                  .bind_blob(5, row.sealed)
                  .step()
                  .has_value());
}

void drop(Database& database, const std::string& which) {
    RC_ASSERT(database.run("DELETE FROM fact WHERE " + which).has_value());
}

void replace(Database& database, const std::vector<Row>& rows) {
    for (const auto& row : rows) drop(database, "row = " + std::to_string(row.row));
    for (const auto& row : rows) write(database, row);
}

std::string flipped(std::string bytes) {
    const auto place = *inRange<std::size_t>(0, bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ (1 << *inRange(0, 8)));
    return bytes;
}

// Who drops the tail may know the format and set that device's end back, as far as one can without the key.
void set_end_back(Database& database, const Row& last) {
    const auto sealed = *sealed_from_bytes(last.sealed);
    const auto hash = hash_of(sealed);
    auto update =
        *database.prepare("UPDATE tip SET seq = ?, hash = ?, wall_ms = ?, counter = ? WHERE device = ?");
    RC_ASSERT(update.bind(1, last.seq)
                  .bind_blob(2, {reinterpret_cast<const char*>(hash.data()), hash.size()})
                  .bind(3, sealed.time.wall_ms)
                  .bind(4, sealed.time.counter)
                  .bind_blob(5, last.device)
                  .step()
                  .has_value());
}

using Change = void (*)(Database&, std::vector<Row>, std::size_t any);

void change_the_record(Database& database, std::vector<Row> rows, std::size_t any) {
    rows[any].sealed = flipped(rows[any].sealed);
    replace(database, {rows[any]});
}
void change_a_column(Database& database, std::vector<Row> rows, std::size_t any) {
    Row& row = rows[any];
    switch (*inRange(0, 4)) {
        case 0:
            row.device = flipped(row.device);
            break;
        case 1:
            row.id = flipped(row.id);
            break;
        case 2:
            row.seq += *rc::gen::element(-1'000, 1'000);
            break;
        default: {
            drop(database, "row = " + std::to_string(row.row));
            row.row += 1'000;
        }
    }
    replace(database, {row});
}
void drop_one(Database& database, std::vector<Row> rows, std::size_t any) {
    drop(database, "row = " + std::to_string(rows[any].row));
}
void drop_the_last(Database& database, std::vector<Row> rows, std::size_t) {
    drop(database, "row = " + std::to_string(rows.back().row));
}
void drop_the_tail(Database& database, std::vector<Row> rows, std::size_t any) {
    drop(database, "row >= " + std::to_string(rows[any].row));
}
void drop_the_last_cleverly(Database& database, std::vector<Row> rows, std::size_t) {
    const Row last = rows.back();
    rows.pop_back();
    drop(database, "row = " + std::to_string(last.row));
    while (!rows.empty() && rows.back().device != last.device) rows.pop_back();
    if (!rows.empty()) set_end_back(database, rows.back());
}
void swap_two(Database& database, std::vector<Row> rows, std::size_t any) {
    const std::size_t other = (any + *inRange<std::size_t>(1, rows.size())) % rows.size();
    switch (*inRange(0, 3)) {
        case 0:
            std::swap(rows[any].sealed, rows[other].sealed);
            break;
        case 1:
            std::swap(rows[any].id, rows[other].id);
            break;
        default:
            std::swap(rows[any].row, rows[other].row);  // whole, in the order of arrival alone
    }
    replace(database, {rows[any], rows[other]});
}
void add_a_copy(Database& database, std::vector<Row> rows, std::size_t any) {
    Row copy = rows[any];
    copy.row = rows.back().row + 1;
    copy.id = flipped(copy.id);
    copy.seq = static_cast<std::int64_t>(rows.size()) + *inRange(1, 4);
    write(database, copy);
}
void change_an_end(Database& database, std::vector<Row>, std::size_t) {
    const auto* change =
        *rc::gen::element("seq = seq + 1", "seq = seq - 1", "wall_ms = wall_ms + 1",
                          "counter = counter + 65536", "hash = zeroblob(32)", "hash = x'00'");
    const auto* whose = *rc::gen::element("min(length(device))", "max(length(device))");
    RC_ASSERT(database
                  .run(std::string("UPDATE tip SET ") + change + " WHERE length(device) = (SELECT " + whose +
                       " FROM tip)")
                  .has_value());
}

constexpr Change k_changes[] = {change_the_record,      change_a_column, drop_one,
                                drop_the_last,          drop_the_tail,   swap_two,
                                drop_the_last_cleverly, add_a_copy,      change_an_end};

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
                auto rows = rows_of(database);
                const auto any = *inRange<std::size_t>(0, rows.size());
                k_changes[*inRange<std::size_t>(0, std::size(k_changes))](database, std::move(rows), any);
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
