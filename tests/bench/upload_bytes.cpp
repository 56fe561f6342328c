// upload_bytes: what a check-in weighs on the wire in batches of 200, against the same facts as plain JSON
// objects, and against those gzipped.

#include <nlohmann/json.hpp>
#include <random>

#include "kiosk/event/facts.h"
#include "sync/keys.h"
#include "sync/upload/batch.h"
#include "sync/upload/gzip.h"
#include "tests/bench/line.h"

namespace welcome::bench {
namespace {

namespace event = kiosk::event;

// A door's evening: real random ids, some seconds between two guests.
std::vector<sync::Fact> check_ins(std::size_t count) {
    std::mt19937_64 chance(20261203);
    const auto bytes = [&](auto& into) {
        for (auto& byte : into) byte = static_cast<std::uint8_t>(chance());
    };
    sync::DeviceId device;
    bytes(device.bytes);
    sync::EventId town_hall;
    bytes(town_hall.bytes);
    std::int64_t now = 1'796'342'400'000;
    std::vector<sync::Fact> facts;
    for (std::size_t i = 0; i < count; ++i) {
        now += 1000 + static_cast<std::int64_t>(chance() % 20'000);
        event::CheckedIn body{.method = event::CheckInMethod::ticket};
        bytes(body.person.bytes);
        sync::FactId id;
        bytes(id.bytes);
        for (std::size_t at = 0; at < 6; ++at)
            id.bytes[at] = static_cast<std::uint8_t>(now >> (40 - 8 * at));  // UUIDv7
        id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
        id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
        const auto draft = event::draft(id, body);
        facts.push_back({id,
                         device,
                         i + 1,
                         {now, 0},
                         sync::Instant(std::chrono::milliseconds(now)),
                         town_hall,
                         draft.kind,
                         draft.body});
    }
    return facts;
}

std::string plain_json(const std::vector<sync::Fact>& facts) {
    auto all = nlohmann::ordered_json::array();
    for (const auto& fact : facts) {
        all.push_back({{"id", fact.id.text()},
                       {"device", fact.device.text()},
                       {"device_seq", fact.device_seq},
                       {"time", fact.time.wall_ms},
                       {"counter", fact.time.counter},
                       {"wall", fact.wall.time_since_epoch().count()},
                       {"event", fact.event.text()},
                       {"kind", fact.kind},
                       {"body", nlohmann::ordered_json::parse(fact.body)}});
    }
    return all.dump();
}

int upload_bytes(const Order&) {
    constexpr std::size_t batch = 200;
    if (auto ready = sync::init_crypto(); !ready) return cannot(ready.error().detail);
    const auto facts = check_ins(batch);
    const auto packed =
        sync::gzip(sync::pack_batch(facts.front().device, facts, event::outbound_body).payload);
    if (!packed) return cannot(packed.error().detail);
    const std::string plain = plain_json(facts);
    const auto squeezed = sync::gzip(plain);
    if (!squeezed) return cannot(squeezed.error().detail);
    const auto each = [](std::size_t size) { return static_cast<double>(size) / batch; };
    print({"upload_bytes",
           each(packed->size()),
           "bytes a check-in",
           Better::lower,
           {"plain JSON", each(plain.size())}});
    print({"upload_bytes_gzip",
           each(packed->size()),
           "bytes a check-in",
           Better::lower,
           {"plain JSON, gzipped", each(squeezed->size())}});
    // Two random halves of ids cannot be squeezed: ten random bytes a fact id, sixteen a person's.
    print({"upload_bytes_limit",
           each(packed->size()),
           "bytes a check-in",
           Better::lower,
           {"random bytes of its ids", 26}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::upload_bytes(welcome::bench::read_order(argc, argv));
}
