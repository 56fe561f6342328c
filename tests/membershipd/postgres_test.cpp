// The service on a real PostgreSQL: the same answers as on SQLite, several processes at once, and nothing
// lost when the database or one of the processes is killed.

#include <atomic>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <thread>

#include "tests/membershipd/balancer.h"
#include "tests/membershipd/cluster.h"
#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

const std::string k_facts_path = std::string("/v1/events/") + k_event + "/facts";

void create_event(int port) {
    const nlohmann::json event{{"event", k_event},
                               {"name", "Fall town hall"},
                               {"starts", "2026-11-24T18:00:00-05:00"},
                               {"timezone", "America/New_York"}};
    ASSERT_LT(request(port, "POST", "/v1/events", event.dump()).status, 300);
}

// One device's batches, as a tablet sends them: again until each is answered.
// What was answered is promised.
std::set<std::string> send_all(int port, std::uint8_t device, int batches, int size) {
    std::set<std::string> promised;
    std::uint64_t seq = 0;
    for (int b = 0; b < batches; ++b) {
        std::vector<sync::WireFact> facts;
        for (int i = 1; i <= size; ++i) {
            ++seq;
            facts.push_back(check_in(device, seq, device * 10'000ULL + seq, b));
        }
        const auto body = request_of(facts, device * 1000ULL + static_cast<std::uint64_t>(b)).dump();
        while (true) {
            const auto reply = request(port, "POST", k_facts_path, body);
            if (reply.status != 200) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));  // A tablet's back-off.
                continue;
            }
            const auto answer = nlohmann::json::parse(reply.body);
            for (const auto& one : answer["results"]) {
                if (one["state"] == "accepted" || one["state"] == "duplicate") promised.insert(one["id"]);
            }
            break;
        }
    }
    return promised;
}

struct Page {
    std::vector<std::string> ids;
    std::string next;
    bool has_more = false;
};

std::optional<Page> page_after(int port, const std::string& cursor) {
    const auto reply = request(port, "GET", k_facts_path + "?limit=300&after=" + cursor);
    if (reply.status != 200) return std::nullopt;
    const auto json = nlohmann::ordered_json::parse(reply.body);
    Page page{.ids = {}, .next = json["next_cursor"], .has_more = json["has_more"]};
    auto facts = sync::read_streams(json["streams"], event_id());
    if (!facts) return std::nullopt;
    for (const auto& one : *facts) page.ids.push_back(one.fact.id.text());
    return page;
}

void wait_until_held(int port, std::size_t facts) {
    std::string cursor;
    for (std::size_t seen = 0; seen < facts;) {
        const auto page = page_after(port, cursor);
        if (!page) continue;
        seen += page->ids.size();
        cursor = page->next;
    }
}

std::set<std::string> all_held(int port) {
    std::set<std::string> held;
    std::string cursor;
    for (bool more = true; more;) {
        const auto page = page_after(port, cursor);
        if (!page) return {};
        held.insert(page->ids.begin(), page->ids.end());
        cursor = page->next;
        more = page->has_more;
    }
    return held;
}

TEST(Postgres, AnswersAsSqliteDoes) {
    TempDir folder;
    Cluster cluster;
    Desk embedded(folder.path()), large(folder.path(), cluster.address());
    const std::vector<sync::WireFact> facts{
        registration(1, 1, 7, "Zoë \"Tab\t\\N\" O'Néil", "+12025550143"),
        check_in(1, 2, 7),
        check_in(2, 1, 7, 5),
        registration(1, 3, 8, "Zoë \"Tab\t\\N\" O'Néil", "+12025550143", "door"),
        fact_of(1, 4, "tomorrow's\nkind", R"({"a":"\u0000"})"),
        fact_of(1, 5, std::string("nul\0kind", 8), "{}")};

    for (auto* desk : {&embedded, &large}) {
        for (int turn = 0; turn < 2; ++turn) desk->put(facts);
    }

    EXPECT_EQ(embedded.attendance(), large.attendance());
    EXPECT_EQ(embedded.put(facts)["results"], large.put(facts)["results"]);
    EXPECT_EQ(embedded.get("/v1/reviews"), large.get("/v1/reviews"));
    EXPECT_EQ(cluster.ask("SELECT count(*) FROM facts"), "4");  // Two kinds are no words.
    EXPECT_EQ(cluster.ask("SELECT count(*) FROM refusals"), "2");
}

TEST(Postgres, FactsBecomePlainTables) {
    TempDir folder;
    Cluster cluster;
    Desk desk(folder.path(), cluster.address());
    desk.put({registration(1, 1, 7, "Zoë O'Néil", "+12025550143"), registration(1, 2, 8, "Ng"),
              check_in(1, 3, 7), check_in(2, 1, 7, 5), check_in(1, 4, 8)});
    desk.project();
    EXPECT_EQ(
        cluster.ask("SELECT string_agg(full_name || witnesses, ';' ORDER BY witnesses DESC) FROM person "
                    "JOIN attendance USING (event, person)"),
        "Zoë O'Néil2;Ng1");

    desk.ask("POST", "/v1/batches/" + desk.last_batch() + "/revert");
    desk.project();

    EXPECT_EQ(cluster.ask("SELECT count(*) FROM attendance"), "0");
    EXPECT_EQ(cluster.ask("SELECT count(*) FROM person"), "2");
    EXPECT_EQ(desk.attendance()["attendance"].size(), 0U);
}

TEST(Postgres, ASchemaOfALaterVersionIsLeftAlone) {
    TempDir folder;
    Cluster cluster;
    { Desk desk(folder.path(), cluster.address()); }
    cluster.ask("INSERT INTO schema_steps VALUES (999)");

    const auto ended = run_program({"--listen", "127.0.0.1:0", "--store", cluster.address()});

    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("later version"), std::string::npos) << ended.err;
}

TEST(Postgres, ThreeProcessesBehindOneAddressOneKilledAndNoCursorSkipsAFact) {
    TempDir folder;
    Cluster cluster;
    write_token_file(folder.path());
    std::vector<std::unique_ptr<Program>> programs(3);
    {
        std::vector<std::jthread> starting;  // All migrate at once.
        starting.reserve(programs.size());
        for (auto& one : programs) {
            starting.emplace_back([&] {
                one = std::make_unique<Program>(folder.path(), 0, std::vector<std::string>{},
                                                Tokens::of_a_file, cluster.address());
            });
        }
    }
    const Balancer balancer({programs[0]->port(), programs[1]->port(), programs[2]->port()});
    create_event(balancer.port());

    std::vector<std::set<std::string>> promised(7);
    std::vector<std::string> followed;
    std::atomic<bool> sent = false;
    std::atomic<std::size_t> seen = 0;
    {
        std::jthread follower([&] {
            std::string cursor;
            for (bool last_round = false;;) {
                last_round = sent.load();
                bool more = true;
                while (more) {
                    const auto page = page_after(balancer.port(), cursor);
                    if (!page) continue;
                    followed.insert(followed.end(), page->ids.begin(), page->ids.end());
                    cursor = page->next;
                    more = page->has_more;
                    seen = followed.size();
                    seen.notify_all();
                }
                if (last_round) return;
            }
        });
        {
            std::vector<std::jthread> tablets;
            // Devices 1 to 3 send from two tablets each, as relays do.
            for (std::uint8_t tablet = 0; tablet < 6; ++tablet) {
                tablets.emplace_back([&, tablet] {
                    promised[tablet] =
                        send_all(balancer.port(), static_cast<std::uint8_t>(1 + tablet % 3), 20, 25);
                });
            }
            for (auto now = seen.load(); now < 300; now = seen.load()) seen.wait(now);
            programs[2]->kill_hard();
        }
        sent = true;
    }

    std::set<std::string> all;
    for (const auto& some : promised) all.insert(some.begin(), some.end());
    EXPECT_EQ(all.size(), 1500U);
    EXPECT_EQ(followed.size(), 1500U);
    EXPECT_EQ(std::set<std::string>(followed.begin(), followed.end()), all);
    EXPECT_EQ(programs[0]->stop_gently(), 0);
}

TEST(Postgres, KilledInTheMiddleOfALoadKeepsEveryAcceptedFact) {
    TempDir folder;
    Cluster cluster;
    Program program(folder.path(), 0, {}, Tokens::of_a_file, cluster.address());
    create_event(program.port());

    std::set<std::string> promised;
    for (std::uint8_t life = 1; life <= 3; ++life) {
        std::jthread tablet([&] { promised.merge(send_all(program.port(), life, 40, 25)); });
        wait_until_held(program.port(), 200U + (life - 1) * 1000U);
        cluster.kill_hard();
        cluster.start();
    }

    EXPECT_EQ(promised.size(), 3000U);
    EXPECT_EQ(all_held(program.port()), promised);
}

// The primary's machine is gone in the middle of a load, for good; its standby is promoted.
TEST(Postgres, APromotedStandbyHasEveryAcceptedFact) {
    TempDir folder;
    Cluster primary;
    Cluster standby(primary);
    Program program(folder.path(), 0, {}, Tokens::of_a_file, primary.address_with(standby));
    create_event(program.port());

    std::array<std::set<std::string>, 3> promised;
    {
        std::vector<std::jthread> tablets;
        tablets.reserve(promised.size());
        for (std::size_t at = 0; at < promised.size(); ++at) {
            const auto device = static_cast<std::uint8_t>(at + 1);
            tablets.emplace_back(
                [&, at, device] { promised[at] = send_all(program.port(), device, 40, 25); });
        }
        wait_until_held(program.port(), 500);
        primary.kill_hard();
        standby.promote();
    }

    std::set<std::string> all;
    for (const auto& some : promised) all.insert(some.begin(), some.end());
    EXPECT_EQ(all.size(), 3000U);
    EXPECT_EQ(all_held(program.port()), all);
    EXPECT_EQ(standby.ask("SELECT pg_is_in_recovery()"), "f");
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
