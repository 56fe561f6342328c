// The receipt for a pack that was taken in.

#include "kiosk/session/receipt.h"

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Receipts : public Evening {};

}  // namespace

TEST_F(Receipts, AreReadAsTheyWereSigned) {
    auto& session = first();
    knows(session, "Rosa");
    const auto head = sync::head_of(session.journal());
    const auto device = session.device_key();
    ASSERT_TRUE(head && device);

    const auto text = write_receipt(session.event_id(), *head, *device);

    EXPECT_EQ(read_receipt(text), (Receipt{session.event_id(), device->id(), head->hash, head->facts}));
    EXPECT_LE(text.size(), 300U) << "one small code";
}

TEST_F(Receipts, ThatAreDamagedOrForgedAreNone) {
    auto& session = first();
    const auto head = sync::head_of(session.journal());
    const auto text = write_receipt(session.event_id(), *head, *session.device_key());

    for (std::size_t at = 0; at < text.size(); ++at) {
        auto changed = text;
        changed[at] = changed[at] == '7' ? '8' : '7';
        EXPECT_FALSE(read_receipt(changed)) << at;
    }
    for (const auto* none : {"", "WTR1:", "WT1:ABC", "WTR1:::::::"}) EXPECT_FALSE(read_receipt(none));
    EXPECT_FALSE(read_receipt(text.substr(0, text.size() - 3)));
}

}  // namespace welcome::kiosk::session::test
