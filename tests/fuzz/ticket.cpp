// What a scanner reads: anybody may hold anything up to it.

#include "kiosk/event/ticket.h"

#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

using namespace kiosk::event;

sync::Uuid uuid_of(std::uint8_t byte) {
    sync::Uuid id;
    id.bytes.fill(byte);
    return id;
}

struct Issued {
    sync::EventId event{uuid_of(7)};
    TicketSeed seed{1, 2, 3};
    TicketPublicKey key = ticket_public_key(seed);
    std::string text = write_ticket(event, uuid_of(9), seed);
};

}  // namespace

std::vector<std::string> seeds() {
    const Issued issued;
    return {issued.text, write_ticket(sync::EventId(uuid_of(8)), uuid_of(9), issued.seed),
            "WT1:", "1234567890", "https://tickets.example.org/o/AB12C"};
}

void read(std::string_view bytes) {
    static const Issued issued;
    const auto ticket = read_ticket(bytes, issued.event, issued.key);
    if (const auto* ours = std::get_if<OurTicket>(&ticket))
        must(ours->id == "09090909090909090909090909090909", "only an issued ticket is ours");
    if (bytes.size() > k_longest_scan)
        must(std::holds_alternative<TicketFault>(ticket), "an oversized code is refused");
    must(from_base45(base45(bytes)) == bytes, "base45 gives back what it took");
    (void)from_base45(bytes);
}

}  // namespace welcome::fuzz
