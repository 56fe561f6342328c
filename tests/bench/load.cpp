// load_100k_facts: a start with an evening's worth of facts, until the state is folded, against reading and
// decrypting the same rows alone; and once more until the first name can be looked for.

#include "kiosk/session/session.h"
#include "tests/bench/evening.h"
#include "tests/bench/line.h"

namespace welcome::bench {
namespace {

namespace event = kiosk::event;

sync::Result<Evening> busy_evening(const std::filesystem::path& folder, std::size_t facts) {
    const std::size_t people = facts / 2;
    auto evening = make_evening(folder, people);
    if (!evening) return evening;
    std::vector<sync::Draft> drafts;
    const auto say = [&](const event::Body& body) {
        drafts.push_back(event::draft(sync::FactId(sync::new_uuid()), body));
    };
    for (std::size_t i = 0; i < people; ++i) {
        switch (i % 10) {
            case 0:
                say(event::CameIn{.count = 2});
                break;
            case 1:
                say(event::NeedRaised{person_id(i), {event::Need::childcare}});
                break;
            case 2:
                say(event::ConsentGiven{person_id(i), event::Channel::text, true, "sms-2026-11", "en"});
                break;
            default:
                say(event::CheckedIn{.person = person_id(i), .method = event::CheckInMethod::ticket});
        }
    }
    if (auto kept = evening->session->commit_in_pieces(std::move(drafts)); !kept)
        return tl::unexpected(kept.error());
    return evening;
}

int load(const Order& order) {
    const Folder folder;
    auto evening = busy_evening(folder.path() / "event", order.first_size(100'000, 200));
    if (!evening) return cannot(evening.error().detail);
    auto& journal = evening->session->journal();
    Samples open, open_cpu, read, usable;
    bool whole = true;
    for (int round = 0; round < 7; ++round) {
        read.add(milliseconds_of([&] {
            std::size_t bytes = 0;
            whole = journal.read_from(0, [&](const sync::Fact& fact) { bytes += fact.body.size(); }) &&
                    bytes > 0 && whole;
        }));
        std::unique_ptr<kiosk::session::Session> session;
        double folded = 0;
        open_cpu.add(processor_milliseconds_of([&] {
            folded = milliseconds_of([&] {
                auto opened = evening->open();
                if (opened) session = std::move(*opened);
            });
        }));
        if (!session) return cannot("the event did not open again");
        open.add(folded);
        usable.add(folded +
                   milliseconds_of([&] { whole = !session->find_index().find("Maria").empty() && whole; }));
    }
    if (!whole) return cannot("the journal could not be read");
    const Peer peer{"the same rows read from SQLite and decrypted", read.median()};
    print({"load_100k_facts", open.median(), "ms", Better::lower, peer});
    print({"load_100k_facts_cpu", open_cpu.median(), "ms of processor", Better::lower, {"budget", 500}});
    print({"load_100k_facts_and_index", usable.median(), "ms", Better::lower, peer});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::load(welcome::bench::read_order(argc, argv));
}
