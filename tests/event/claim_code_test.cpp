// A claim's code: whose it is, and what is refused and why; and what a child's label says.

#include "kiosk/event/claim_code.h"

#include "kiosk/event/id_code.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class ClaimCodes : public ::testing::Test {
  protected:
    static TicketSeed seed(std::uint8_t number) {
        TicketSeed bytes{};
        bytes.fill(number);
        return bytes;
    }
    std::optional<Claim> claim(std::string_view scanned) {
        const auto read = read_claim(scanned, event_, key_);
        const auto* found = read ? std::get_if<Claim>(&*read) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    }
    std::optional<ClaimFault> fault(std::string_view scanned) {
        const auto read = read_claim(scanned, event_, key_);
        const auto* found = read ? std::get_if<ClaimFault>(&*read) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    }

    sync::EventId event_ = id_of<sync::EventId>(77), other_event_ = id_of<sync::EventId>(78);
    Claim ours_{id_of<StayId>(0xABCDEF), "7CN4"};
    TicketPublicKey key_ = ticket_public_key(seed(1));
    std::string written_ = write_claim(event_, ours_, seed(1));
};

}  // namespace

TEST_F(ClaimCodes, OursComesBackWithChildAndLetters) {
    EXPECT_EQ(claim(written_), ours_);
    EXPECT_EQ(claim(" " + written_ + "\r\n"), ours_);
    EXPECT_EQ(write_claim(event_, ours_, seed(1)), written_);  // a reprint is the same
}

TEST_F(ClaimCodes, FitAQrCodeOf41ModulesInAlphanumericMode) {
    EXPECT_EQ(written_.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), std::string::npos);
    EXPECT_EQ(written_.size(), 154U);  // version 6, level M
}

TEST_F(ClaimCodes, OfAnotherEveningSaySo) {
    EXPECT_EQ(fault(write_claim(other_event_, ours_, seed(2))), ClaimFault::other_event);
    EXPECT_EQ(fault(write_claim(other_event_, ours_, seed(1))), ClaimFault::other_event);
}

TEST_F(ClaimCodes, ThatSomebodyMadeAreTold) {
    EXPECT_EQ(fault(write_claim(event_, ours_, seed(2))), ClaimFault::wrong_signature);
    // A good signature over something else: an invitation's, another child's, other letters.
    const auto ticket = write_ticket(event_, ours_.stay, seed(1));
    EXPECT_EQ(fault("WTC:" + ticket.substr(4)), ClaimFault::damaged);
    for (std::size_t letter = 4 + 24; letter < 4 + 24 + 30; ++letter) {  // within child and letters
        auto forged = written_;
        forged[letter] = forged[letter] == '0' ? '1' : '0';
        EXPECT_TRUE(fault(forged).has_value()) << letter;
    }
}

TEST_F(ClaimCodes, ThatAreNotWholeAreDamaged) {
    for (std::size_t length = 4; length < written_.size(); ++length)
        EXPECT_EQ(fault(written_.substr(0, length)), ClaimFault::damaged) << length;
    EXPECT_EQ(fault(written_ + "AB"), ClaimFault::damaged);
    EXPECT_EQ(fault("WTC:7CN4"), ClaimFault::damaged);  // the letters alone are typed, not scanned
}

TEST_F(ClaimCodes, AreNothingElse) {
    EXPECT_FALSE(read_claim("7CN4", event_, key_));
    EXPECT_FALSE(read_claim(write_ticket(event_, ours_.stay, seed(1)), event_, key_));
    EXPECT_FALSE(read_claim(write_child_code(ours_.stay), event_, key_));
    EXPECT_TRUE(std::holds_alternative<ForeignTicket>(read_ticket(written_, event_, key_)));
}

TEST_F(ClaimCodes, AChildsLabelAndASpeakersTicketSayOnlyWhich) {
    EXPECT_EQ(read_child_code(write_child_code(ours_.stay)), ours_.stay);
    EXPECT_FALSE(read_child_code(written_));
    EXPECT_FALSE(read_child_code("WTK:12"));
    const auto speech = id_of<SpeechId>(5);
    EXPECT_EQ(read_speech_code(write_speech_code(speech)), speech);
    EXPECT_FALSE(read_speech_code(write_child_code(ours_.stay)));
}

}  // namespace welcome::kiosk::event::test
