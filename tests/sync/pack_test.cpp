#include "sync/pack/pack.h"

#include <set>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

namespace {

class Packs : public ::testing::Test {
  protected:
    static void write(Journal& journal, int facts) {
        for (int i = 0; i < facts; ++i) EXPECT_TRUE(journal.append({draft()}));
    }
    [[nodiscard]] std::string packed(const Journal& journal) const {
        return to_bytes(*pack_of(journal, disk_.event, wall_now()), disk_.key);
    }
    TakenIn take(Journal& journal, const std::string& bytes) const {
        auto pack = read_pack(bytes, disk_.event, disk_.key);
        EXPECT_TRUE(pack) << (pack ? "" : pack.error().detail);
        return *journal.take_in(std::move(pack->facts));
    }

    EventOnDisk disk_;
};

}  // namespace

TEST_F(Packs, CarryAnEveningToATabletThatHasNothing) {
    auto door = disk_.open("door"), other = disk_.open("other");
    write(*door, 2100);  // more than one look into the journal

    const auto taken = take(*other, packed(*door));

    EXPECT_EQ(taken.added, 2100U);
    EXPECT_EQ(all_facts(*other), all_facts(*door));
    EXPECT_FALSE(*other->verify());
}

TEST_F(Packs, TakenInTwiceAndOverlappingChangeNothing) {
    auto door = disk_.open("door"), other = disk_.open("other");
    write(*door, 5);
    const auto early = packed(*door);
    write(*door, 4);
    const auto late = packed(*door);

    EXPECT_EQ(take(*other, late).added, 9U);
    EXPECT_EQ(take(*other, late).known, 9U);
    EXPECT_EQ(take(*other, early).known, 5U);
    EXPECT_EQ(all_facts(*other).size(), 9U);
}

TEST_F(Packs, OfWhatSomebodyLacksHoldNothingElse) {
    auto door = disk_.open("door"), other = disk_.open("other");
    write(*door, 5);
    take(*other, packed(*door));
    write(*door, 3);

    const auto rest = *pack_of(*door, disk_.event, wall_now(), *other->held());

    EXPECT_EQ(rest.facts.size(), 3U);
    EXPECT_EQ(take(*other, to_bytes(rest, disk_.key)).added, 3U);
}

TEST_F(Packs, TellNothingOnTheOutsideButWhichEventItIs) {
    auto door = disk_.open("door");
    EXPECT_TRUE(door->append({draft(R"({"name":"Rosa Guerrero"})", "person_registered")}));

    const auto bytes = packed(*door);

    EXPECT_EQ(bytes.find("Rosa"), std::string::npos);
    EXPECT_EQ(bytes.find("person_registered"), std::string::npos);
    const auto device = door->device().bytes;
    EXPECT_EQ(bytes.find(std::string(device.begin(), device.end())), std::string::npos);
    EXPECT_EQ(event_of_pack(bytes), disk_.event);
    EXPECT_EQ(event_of_pack("id,full_name\n"), std::nullopt);
}

TEST_F(Packs, AnyByteChangedOrLostIsRefused) {
    auto door = disk_.open("door");
    write(*door, 3);
    const auto bytes = packed(*door);

    for (std::size_t place = 0; place < bytes.size(); ++place) {
        auto changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        EXPECT_FALSE(read_pack(changed, disk_.event, disk_.key)) << "byte " << place;
        EXPECT_FALSE(read_pack(bytes.substr(0, place), disk_.event, disk_.key)) << "cut at " << place;
    }
}

TEST_F(Packs, OfAnotherEventOrKeyAreRefused) {
    auto door = disk_.open("door");
    write(*door, 1);
    const auto bytes = packed(*door);

    EXPECT_EQ(read_pack(bytes, EventId(new_uuid()), disk_.key).error().fault, Fault::refused);
    EXPECT_FALSE(read_pack(bytes, disk_.event, EventKey::make()));
}

TEST_F(Packs, TheHeadIsTheSameOnEveryTabletThatHasTheSameFacts) {
    auto door = disk_.open("door"), other = disk_.open("other");
    write(*door, 6);
    write(*other, 2);
    take(*other, packed(*door));
    EXPECT_NE(*head_of(*door), *head_of(*other));
    take(*door, packed(*other));

    const auto head = *head_of(*door);

    EXPECT_EQ(head, *head_of(*other));
    EXPECT_EQ(head, head_of(*pack_of(*door, disk_.event, wall_now())));
    EXPECT_EQ(head.facts, 8U);
    EXPECT_EQ(head.devices, 2U);
    write(*door, 1);
    EXPECT_NE(*head_of(*door), head);
}

TEST(Heads, AreEightWordsToSayAloud) {
    Head head;
    head.hash = {0x7F, 0x00, 0x00, 0x01, 0x3F, 0x54, 0xDC, 0xC1};

    const auto words = words_of(head);

    ASSERT_EQ(words.size(), 8U);
    // The addresses of the proquint paper's own table.
    EXPECT_EQ(words[0] + "-" + words[1], "lusab-babad");
    EXPECT_EQ(words[2] + "-" + words[3], "gutih-tugad");
    EXPECT_EQ(hex_of(head).substr(0, 16), "7f0000013f54dcc1");
    EXPECT_EQ(hex_of(head).size(), 64U);
}

}  // namespace welcome::sync::test
