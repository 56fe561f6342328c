// attendance_page_1m: a page of attendance out of one million facts in PostgreSQL, asked of the real
// membershipd, against the same rows asked of PostgreSQL itself.

#include <nlohmann/json.hpp>
#include <random>

#include "kiosk/event/facts.h"
#include "sync/keys.h"
#include "sync/upload/http_client.h"
#include "tests/bench/line.h"
#include "tests/membershipd/cluster.h"
#include "tests/membershipd/support.h"
#include "tools/membershipd/service.h"
#include "tools/membershipd/sql_store.h"

namespace welcome::bench {
namespace {

namespace service = tools::membershipd;
using service::test::check_in;
using service::test::registration;

constexpr std::size_t k_page = 50;

// Each person is two facts: the registration and the check-in.
sync::Result<void> fill(const std::string& address, std::size_t people) {
    auto store = service::open_store(address);
    if (!store) return tl::unexpected(store.error());
    const sync::Instant now{std::chrono::milliseconds(service::test::k_evening)};
    auto desk = service::Service::open(std::move(*store), [now] { return now; });
    if (!desk) return tl::unexpected(desk.error());
    const auto event = service::test::event_id();
    if (auto made = (*desk)->create_event({event, "Fall town hall", now, "America/New_York", now}); !made)
        return tl::unexpected(made.error());
    constexpr std::size_t k_at_once = 5000;
    for (std::size_t from = 0; from < people; from += k_at_once) {
        const auto decide = [&](std::int64_t) -> sync::Result<service::Additions> {
            service::Additions all{event, {}, {}, {}, {}, {}};
            for (auto i = from; i < std::min(people, from + k_at_once); ++i) {
                const auto came = check_in(1, 2 * i + 2, i, static_cast<int>(i % 7200));
                for (const auto& one :
                     {registration(1, 2 * i + 1, i, "Ana Guerrero " + std::to_string(i)), came})
                    all.facts.push_back({one.fact, 0, false, service::digest_of(one), "", now, "accepted"});
            }
            return all;
        };
        if (auto added = (*desk)->store().add(event, decide); !added) return tl::unexpected(added.error());
    }
    for (bool more = true; more;) {
        const auto done = (*desk)->project(event);
        if (!done) return tl::unexpected(done.error());
        more = *done;
    }
    return {};
}

// Pages from anywhere in the evening, as somebody who scrolls and jumps asks for them.
sync::Result<Samples> pages(sync::HttpClient& http, std::size_t rounds) {
    Samples took;
    const auto path = std::string("/v1/events/") + service::test::k_event +
                      "/attendance?limit=" + std::to_string(k_page) + "&after=";
    std::string cursor;
    for (std::size_t round = 0; round < rounds; ++round) {
        sync::Result<sync::HttpAnswer> answer = sync::HttpAnswer{};
        took.add(milliseconds_of([&] { answer = http.get(path + cursor); }));
        if (!answer) return tl::unexpected(answer.error());
        const auto told = nlohmann::json::parse(answer->body, nullptr, false);
        if (answer->status != 200 || told["attendance"].size() != k_page)
            return sync::fail(sync::Fault::refused,
                              "a page came back with " + std::to_string(answer->status));
        cursor = told["next_cursor"];
    }
    return took;
}

Samples bare(const service::test::Cluster& cluster, std::size_t rounds) {
    Samples took;
    std::mt19937 chance(20261203);
    for (std::size_t round = 0; round < rounds; ++round) {
        const auto from = service::test::k_evening + static_cast<std::int64_t>(chance() % 7000) * 1000;
        const auto sql =
            "SELECT person, full_name, checked_in_ms FROM attendance JOIN person USING (event, "
            "person) WHERE event = '" +
            std::string(service::test::k_event) + "' AND checked_in_ms > " + std::to_string(from) +
            " ORDER BY checked_in_ms, person LIMIT " + std::to_string(k_page);
        took.add(milliseconds_of([&] { (void)cluster.ask(sql); }));
    }
    return took;
}

int attendance_page(const Order& order) {
    if (auto ready = sync::init_crypto(); !ready) return cannot(ready.error().detail);
    const service::test::TempDir folder;
    const service::test::Cluster cluster;
    if (auto filled = fill(cluster.address(), order.size(500'000, 2000)); !filled)
        return cannot(filled.error().detail);
    (void)cluster.ask("ANALYZE");
    const service::test::Program program(folder.path(), 0, {}, service::test::Tokens::of_a_file,
                                         cluster.address());
    auto http = sync::HttpClient::make({.url = program.url(), .token = service::test::k_organiser});
    if (!http) return cannot(http.error().detail);
    const std::size_t rounds = order.size(400, 10);
    const auto ours = pages(*http, rounds);
    if (!ours) return cannot(ours.error().detail);
    const auto theirs = bare(cluster, rounds);
    print({"attendance_page_1m",
           ours->share(0.95),
           "ms p95",
           Better::lower,
           {"the same rows asked of PostgreSQL", theirs.share(0.95)}});
    print({"attendance_page_1m_budget", ours->share(0.95), "ms p95", Better::lower, {"budget", 50}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::attendance_page(welcome::bench::read_order(argc, argv));
}
