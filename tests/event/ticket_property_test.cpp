#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/event/ticket.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

RC_GTEST_PROP(Base45Property, BytesComeBack, (const std::string& bytes)) {
    RC_ASSERT(from_base45(base45(bytes)) == bytes);
}

RC_GTEST_PROP(Base45Property, TextThatIsReadIsTextThatWouldBeWritten, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('0', '9', 'A', 'F', 'G', 'W', 'Z', ' ', '$', ':', '/'));
    const auto bytes = from_base45(text);
    if (bytes) RC_ASSERT(base45(*bytes) == text);
}

RC_GTEST_PROP(TicketProperty, NoTicketWithOneBitTurnedIsAccepted, ()) {
    const auto event = id_of<sync::EventId>(*rc::gen::arbitrary<std::uint64_t>());
    const auto ticket = id_of<PersonId>(*rc::gen::arbitrary<std::uint64_t>());
    const auto seed = *rc::gen::arbitrary<TicketSeed>();
    const auto key = ticket_public_key(seed);
    auto text = write_ticket(event, ticket, seed);
    RC_ASSERT(std::holds_alternative<OurTicket>(read_ticket(text, event, key)));

    const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto bit = *rc::gen::inRange(0, 8);
    text[place] =
        static_cast<char>(static_cast<unsigned char>(text[place]) ^ (1U << static_cast<unsigned>(bit)));

    RC_ASSERT(!std::holds_alternative<OurTicket>(read_ticket(text, event, key)));
}

RC_GTEST_PROP(TicketProperty, NoScanMakesTheReaderStumble, (const std::string& scanned)) {
    const auto event = id_of<sync::EventId>(1);
    const auto key = ticket_public_key(TicketSeed{});

    RC_ASSERT(!std::holds_alternative<OurTicket>(read_ticket(scanned, event, key)));
    RC_ASSERT(!std::holds_alternative<OurTicket>(read_ticket("WT1:" + scanned, event, key)));
}

}  // namespace welcome::kiosk::event::test
