// Invitations: what is ours, what is foreign, and what is refused and why.

#include "kiosk/event/ticket.h"

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Tickets : public ::testing::Test {
  protected:
    static TicketSeed seed(std::uint8_t number) {
        TicketSeed bytes{};
        bytes.fill(number);
        return bytes;
    }
    ReadTicket read(std::string_view scanned) { return read_ticket(scanned, event_, key_); }
    static TicketFault fault(const ReadTicket& read) {
        EXPECT_TRUE(std::holds_alternative<TicketFault>(read)) << read.index();
        const auto* found = std::get_if<TicketFault>(&read);
        return found ? *found : TicketFault{};
    }

    sync::EventId event_ = id_of<sync::EventId>(77);
    sync::Uuid ticket_ = id_of<PersonId>(0xABCDEF);
    TicketPublicKey key_ = ticket_public_key(seed(1));
    std::string ours_ = write_ticket(event_, ticket_, seed(1));
};

}  // namespace

TEST(Base45, MakesAndReadsTheExamplesOfItsStandard) {
    EXPECT_EQ(base45("AB"), "BB8");
    EXPECT_EQ(base45("Hello!!"), "%69 VD92EX0");
    EXPECT_EQ(base45("base-45"), "UJCLQE7W581");
    EXPECT_EQ(from_base45("QED8WEX0"), "ietf!");
    EXPECT_EQ(from_base45(""), "");
}

TEST(Base45, ReadsNothingThatItWouldNotWrite) {
    EXPECT_FALSE(from_base45("A"));
    EXPECT_FALSE(from_base45("AAAA"));
    EXPECT_FALSE(from_base45("bb8"));
    EXPECT_FALSE(from_base45(":::"));  // 91124, more than two bytes hold
    EXPECT_FALSE(from_base45("::"));
    EXPECT_FALSE(from_base45("GGW"));  // 65536, the standard's own example
}

TEST_F(Tickets, OursComesBackAsItsIdInHex) {
    const auto read_back = read(ours_);

    ASSERT_TRUE(std::holds_alternative<OurTicket>(read_back));
    EXPECT_EQ(std::get<OurTicket>(read_back).id, "00000000000000000000000000abcdef");
}

TEST_F(Tickets, OursFitsQrsAlphanumericModeAndTellsNobody) {
    EXPECT_EQ(ours_.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), std::string::npos);
    EXPECT_EQ(ours_.size(), 4U + 144U);
}

TEST_F(Tickets, OursMayComeWithTheScannersLineEnd) {
    EXPECT_TRUE(std::holds_alternative<OurTicket>(read(ours_ + "\r\n")));
}

TEST_F(Tickets, AnotherEventsIsSaidToBe) {
    EXPECT_EQ(fault(read(write_ticket(id_of<sync::EventId>(78), ticket_, seed(1)))),
              TicketFault::other_event);
}

TEST_F(Tickets, OneSignedBySomebodyElseIsRefused) {
    EXPECT_EQ(fault(read(write_ticket(event_, ticket_, seed(2)))), TicketFault::wrong_signature);
}

TEST_F(Tickets, OneForAnotherPersonUnderTheSameSignatureIsRefused) {
    auto bytes = *from_base45(std::string_view(ours_).substr(4));
    bytes[31] = static_cast<char>(bytes[31] ^ 1);

    EXPECT_EQ(fault(read("WT1:" + base45(bytes))), TicketFault::wrong_signature);
}

TEST_F(Tickets, ADamagedOneIsSaidToBe) {
    EXPECT_EQ(fault(read("WT1:")), TicketFault::damaged);
    EXPECT_EQ(fault(read(ours_.substr(0, ours_.size() - 3))), TicketFault::damaged);
    EXPECT_EQ(fault(read(ours_ + "000")), TicketFault::damaged);
    EXPECT_EQ(fault(read("WT1:" + std::string(144, '?'))), TicketFault::damaged);
}

TEST_F(Tickets, AnOversizedOneIsRefusedUnread) {
    EXPECT_EQ(fault(read(std::string(k_longest_scan + 1, 'A'))), TicketFault::too_long);
    EXPECT_TRUE(std::holds_alternative<ForeignTicket>(read(std::string(k_longest_scan, 'A'))));
}

TEST_F(Tickets, WhatIsNoTextIsRefused) {
    for (const std::string& text :
         {std::string(), std::string(" \n "), std::string("a\0b", 3), std::string("a\x1B[2J"),
          std::string("a\x7F"), std::string("\xC3"), std::string("\xFF\xFE"), std::string("\xED\xA0\x80"),
          std::string("\xC2\x85")})
        EXPECT_EQ(fault(read(text)), TicketFault::not_text);
}

TEST_F(Tickets, AnythingElseIsForeignAndOpaque) {
    for (const std::string& text :
         std::vector<std::string>{"1234567890", "https://example.org/t/1?x=ü", "wt1:ABC", "WT2:ABC"}) {
        const auto read_back = read("  " + text + "\n");
        ASSERT_TRUE(std::holds_alternative<ForeignTicket>(read_back)) << text;
        EXPECT_EQ(std::get<ForeignTicket>(read_back).text, text);
    }
}

}  // namespace welcome::kiosk::event::test
