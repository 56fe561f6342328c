// upload: an evening's check-ins from a tablet's journal into the real membershipd and its PostgreSQL over
// loopback, against the same rows as one INSERT each into the same PostgreSQL.

#include <nlohmann/json.hpp>

#include "kiosk/event/facts.h"
#include "sync/upload/uploader.h"
#include "tests/bench/evening.h"
#include "tests/bench/line.h"
#include "tests/membershipd/cluster.h"
#include "tests/membershipd/support.h"
#include "tools/membershipd/postgres_sql.h"

namespace welcome::bench {
namespace {

namespace event = kiosk::event;
namespace service = tools::membershipd::test;

sync::Result<void> everybody_comes_in(Evening& evening, std::size_t guests) {
    std::vector<sync::Draft> drafts;
    for (std::size_t i = 0; i < guests; ++i)
        drafts.push_back(
            event::draft(sync::FactId(sync::new_uuid()),
                         event::CheckedIn{.person = person_id(i), .method = event::CheckInMethod::ticket}));
    return evening.session->commit_in_pieces(std::move(drafts));
}

bool create_at(const service::Program& program, const sync::EventId& id) {
    const nlohmann::json body{{"event", id.text()},
                              {"name", "Fall Town Hall"},
                              {"starts", "2026-12-03T18:30:00-05:00"},
                              {"timezone", "America/New_York"}};
    const auto reply = service::request(program.port(), "POST", "/v1/events", body.dump());
    return reply.status == 200 || reply.status == 201;
}

// Facts that the service said it has, and for how long it was asked.
struct Sent {
    double facts = 0, milliseconds = 0;
};

sync::Result<Sent> send(Evening& evening, const std::string& url) {
    auto http = sync::HttpClient::make({.url = url, .token = service::k_organiser});
    if (!http) return tl::unexpected(http.error());
    sync::UploadHooks hooks{.outbound = event::outbound_body,
                            .answered = [](const std::string&, const std::string&, const std::string&) {},
                            .pulled = [](const std::vector<sync::Fact>&) { return true; },
                            .random = [] { return 0.5; }};
    sync::Uploader uploader(evening.session->journal(), evening.session->event_id(), std::move(*http),
                            std::move(hooks));
    bool done = false;
    const double took = milliseconds_of([&] {
        for (int step = 0; step < 100'000 && !done; ++step) {
            uploader.step(std::chrono::steady_clock::now());
            const auto status = uploader.status();
            done = status.facts.captured > 0 && status.facts.waiting == 0;
        }
    });
    const auto facts = uploader.status().facts;
    if (!done || facts.refused > 0)
        return sync::fail(sync::Fault::refused, "not all was taken: " + uploader.status().detail);
    return Sent{static_cast<double>(facts.accepted), took};
}

double inserted_a_second(const Evening& evening, const service::Cluster& cluster, std::size_t most) {
    auto database = tools::membershipd::open_postgres(cluster.address());
    if (!database) return 0;
    if (!(*database)->script("CREATE TABLE bare (event TEXT, arrival BIGINT, fact TEXT, device TEXT, "
                             "device_seq BIGINT, time_ms BIGINT, kind TEXT, body TEXT, "
                             "PRIMARY KEY (event, arrival), UNIQUE (event, fact))"))
        return 0;
    const auto facts = evening.session->journal().facts_after(evening.session->journal().device(), 0, most);
    if (!facts) return 0;
    bool whole = true;
    const double took = milliseconds_of([&] {
        for (const auto& fact : *facts) {
            const auto seq = static_cast<std::int64_t>(fact.device_seq);
            whole = (*database)
                        ->change("INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                                 {fact.event.text(), seq, fact.id.text(), fact.device.text(), seq,
                                  fact.time.wall_ms, fact.kind, fact.body})
                        .has_value() &&
                    whole;
        }
    });
    return whole ? static_cast<double>(facts->size()) * 1000 / took : 0;
}

int upload(const Order& order) {
    Samples ours, theirs;
    for (int round = 0; round < 3; ++round) {
        const Folder folder;
        const std::size_t guests = order.size(20'000, 20);
        auto evening = make_evening(folder.path() / "event", 1);
        if (!evening) return cannot(evening.error().detail);
        if (auto kept = everybody_comes_in(*evening, guests); !kept) return cannot(kept.error().detail);
        const service::Cluster cluster;
        const service::Program program(folder.path(), 0, {}, service::Tokens::of_a_file, cluster.address());
        if (program.port() == 0 || !create_at(program, evening->session->event_id()))
            return cannot("membershipd did not start; build it with tools/build");
        const auto sent = send(*evening, program.url());
        if (!sent) return cannot(sent.error().detail);
        ours.add(sent->facts * 1000 / sent->milliseconds);
        theirs.add(inserted_a_second(*evening, cluster, order.size(2000, 10)));
    }
    print({"upload",
           ours.median(),
           "facts/s",
           Better::higher,
           {"the same rows, one INSERT each", theirs.median()}});
    print({"upload_budget", ours.median(), "facts/s", Better::higher, {"budget", 30'000}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::upload(welcome::bench::read_order(argc, argv));
}
