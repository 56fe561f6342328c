// upload: an evening's check-ins from a tablet's journal into the real membershipd and its PostgreSQL over
// loopback, against the same rows as one INSERT each into the same PostgreSQL.

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

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

// Processor time so far, in microseconds, of this program and of all that it started, by the programs' names.
std::map<std::string, double> processor_times() {
    struct Process {
        pid_t parent = 0;
        std::string name;
        double ticks = 0;
    };
    std::map<pid_t, Process> processes;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const auto pid = std::atoi(entry.path().filename().c_str());
        std::ifstream in(entry.path() / "stat");
        std::string line;
        if (pid <= 0 || !std::getline(in, line)) continue;
        const auto opens = line.find('('), closes = line.rfind(')');
        std::istringstream rest(line.substr(closes + 2));
        std::string skipped;
        Process one{.parent = 0, .name = line.substr(opens + 1, closes - opens - 1)};
        rest >> skipped >> one.parent;
        for (int field = 5; field < 14; ++field) rest >> skipped;
        double user = 0, kernel = 0;
        rest >> user >> kernel;
        one.ticks = user + kernel;
        processes[pid] = std::move(one);
    }
    std::map<std::string, double> times;
    for (const auto& [pid, process] : processes) {
        auto up = pid;
        while (up != ::getpid() && processes.contains(up)) up = processes[up].parent;
        if (up == ::getpid())
            times[process.name] += process.ticks * 1e6 / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    return times;
}

// Facts that the service said it has, for how long it was asked, and what it cost whom, in microseconds.
struct Sent {
    double facts = 0, milliseconds = 0;
    std::map<std::string, double> processor;
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
    auto before = processor_times();
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
    Sent sent{static_cast<double>(facts.accepted), took, processor_times()};
    for (auto& [name, spent] : sent.processor) spent -= before[name];
    return sent;
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
    std::map<std::string, Samples> processor;
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
        for (const auto& [name, spent] : sent->processor) processor[name].add(spent / sent->facts);
        theirs.add(inserted_a_second(*evening, cluster, order.size(2000, 10)));
    }
    print({"upload",
           ours.median(),
           "facts/s",
           Better::higher,
           {"the same rows, one INSERT each", theirs.median()}});
    print({"upload_budget", ours.median(), "facts/s", Better::higher, {"budget", 30'000}});
    for (const auto& [name, spent] : processor) {  // A program that ended meanwhile is counted by its parent.
        if (spent.median() < 0.05) continue;
        print({"upload_processor_" + name,
               spent.median(),
               "µs a fact",
               Better::lower,
               {"two cores at 30,000 facts/s", 2e6 / 30'000}});
    }
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::upload(welcome::bench::read_order(argc, argv));
}
