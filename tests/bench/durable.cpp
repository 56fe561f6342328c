// touch_to_durable: what a check-in costs until it is on the disk, all the way a touch takes (rule, journal,
// fold), against one bare insert of the same size. group_commit: bursts of eight threads against one at a
// time.

#include <future>
#include <latch>
#include <thread>

#include "kiosk/session/session.h"
#include "sync/journal/sqlite.h"
#include "tests/bench/evening.h"
#include "tests/bench/line.h"

namespace welcome::bench {
namespace {

namespace event = kiosk::event;

// One table, one row an insert, each its own transaction: the least that SQLite can do durably.
class BareTable {
  public:
    static sync::Result<BareTable> make(const std::filesystem::path& file) {
        auto database = sync::Database::open(file);
        if (!database) return tl::unexpected(database.error());
        auto made = database->run("CREATE TABLE fact (row INTEGER PRIMARY KEY, sealed BLOB NOT NULL)");
        if (!made) return tl::unexpected(made.error());
        auto insert = database->prepare("INSERT INTO fact (sealed) VALUES (?)");
        if (!insert) return tl::unexpected(insert.error());
        return BareTable(std::move(*database), std::move(*insert));
    }
    bool add(std::string_view record) { return insert_.bind_blob(1, record).step().has_value(); }

  private:
    BareTable(sync::Database database, sync::Statement insert)
        : database_(std::move(database)), insert_(std::move(insert)) {}
    sync::Database database_;
    sync::Statement insert_;
};

bool check_in(kiosk::session::Session& session, std::size_t number) {
    const auto drafts =
        event::decide_check_in(session.state(), {{person_id(number), 0, 0}}, event::CheckInMethod::ticket, {},
                               kiosk::session::Session::context());
    return drafts && session.commit(*drafts);
}

int touch_to_durable(const Order& order) {
    const std::size_t guests = order.size(2000, 20);
    const Folder folder;
    auto evening = make_evening(folder.path() / "event", guests);
    if (!evening) return cannot(evening.error().detail);
    auto bare = BareTable::make(folder.path() / "bare.sqlite");
    if (!bare) return cannot(bare.error().detail);
    const std::string record(record_size(evening->session->journal()), 'x');
    Samples ours, theirs;
    bool whole = true;
    const auto our_turn = [&](std::size_t guest) {
        ours.add(milliseconds_of([&] { whole = check_in(*evening->session, guest) && whole; }));
    };
    const auto their_turn = [&] { theirs.add(milliseconds_of([&] { whole = bare->add(record) && whole; })); };
    for (std::size_t i = 0; i < guests;
         ++i) {  // each goes first as often: the disk may still be busy with the other
        if (i % 2 == 0) our_turn(i);
        their_turn();
        if (i % 2 == 1) our_turn(i);
    }
    if (!whole) return cannot("a check-in or an insert failed; is the disk full?");
    const std::string peer = "bare SQLite insert, WAL, synchronous=FULL";
    print({"touch_to_durable", ours.median(), "ms (p50)", Better::lower, {peer, theirs.median()}});
    print({"touch_to_durable_p99", ours.share(0.99), "ms (p99)", Better::lower, {peer, theirs.share(0.99)}});
    return 0;
}

sync::Draft one_check_in(std::size_t number) {
    return event::draft(
        sync::FactId(sync::new_uuid()),
        event::CheckedIn{.person = person_id(number), .method = event::CheckInMethod::ticket});
}

// Each thread queues its guests one by one and does not wait in between, as eight busy doors would.
double burst(sync::Journal& journal, std::size_t each) {
    constexpr std::size_t doors = 8;
    std::latch done(static_cast<std::ptrdiff_t>(doors * each));
    const double took = milliseconds_of([&] {
        {
            std::vector<std::jthread> threads;
            for (std::size_t door = 0; door < doors; ++door) {
                threads.emplace_back([&, door] {
                    for (std::size_t i = 0; i < each; ++i)
                        journal.append({one_check_in(door * each + i)}, [&](auto) { done.count_down(); });
                });
            }
        }
        done.wait();
    });
    return static_cast<double>(doors * each) * 1000 / took;
}

double one_at_a_time(sync::Journal& journal, std::size_t count) {
    const double took = milliseconds_of([&] {
        for (std::size_t i = 0; i < count; ++i)
            [[maybe_unused]] const auto kept = journal.append({one_check_in(i)});
    });
    return static_cast<double>(count) * 1000 / took;
}

int group_commit(const Order& order) {
    const Folder folder;
    auto evening = make_evening(folder.path() / "event", 1);
    if (!evening) return cannot(evening.error().detail);
    Samples ours, theirs;
    for (int round = 0; round < 5; ++round) {
        theirs.add(one_at_a_time(evening->session->journal(), order.size(300, 5)));
        ours.add(burst(evening->session->journal(), order.size(1000, 5)));
    }
    print({"group_commit",
           ours.median(),
           "facts/s",
           Better::higher,
           {"one transaction a fact", theirs.median()}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    using namespace welcome::bench;
    const auto order = read_order(argc, argv);
    if (order.name == "touch_to_durable") return touch_to_durable(order);
    if (order.name == "group_commit") return group_commit(order);
    return cannot("this program measures touch_to_durable and group_commit");
}
