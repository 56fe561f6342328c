#include "kiosk/session/packing.h"

#include <fstream>

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Packing : public Evening {
  protected:
    [[nodiscard]] PackSource source() { return {first().journal(), first().event_id(), first().key()}; }
    [[nodiscard]] std::filesystem::path stick() const { return disk_.path() / "stick" / "welcome"; }
    [[nodiscard]] std::unique_ptr<Session> joined(const std::string& tablet) {
        auto session = Session::open(folder_of(tablet), sync::UnlockCard{first().event_id(), first().key()});
        EXPECT_TRUE(session) << (session ? "" : session.error().detail);
        return std::move(*session);
    }
};

}  // namespace

TEST_F(Packing, TwoPlacesHoldTheSameEveningUnderTheSameName) {
    knows(first(), "Rosa Guerrero");

    const auto one = write_pack(source(), stick(), wall_clock());
    const auto two = write_pack(source(), disk_.path() / "second", wall_clock());

    ASSERT_TRUE(one) << one.error().detail;
    ASSERT_TRUE(two);
    EXPECT_EQ(one->file.filename(), two->file.filename());
    EXPECT_EQ(one->head, two->head);
    EXPECT_EQ(std::filesystem::file_size(one->file), one->bytes);
}

TEST_F(Packing, AnotherTabletTakesItInOnce) {
    knows(first(), "Rosa Guerrero");
    const auto packed = write_pack(source(), stick(), wall_clock());
    auto other = joined("second");

    const auto taken = take_pack(other->journal(), other->event_id(), other->key(), packed->file);
    const auto again = take_pack(other->journal(), other->event_id(), other->key(), packed->file);

    ASSERT_TRUE(taken) << taken.error().detail;
    EXPECT_EQ(taken->added, packed->head.facts);
    EXPECT_EQ(again->added, 0U);
    EXPECT_EQ(again->known, packed->head.facts);
    ASSERT_TRUE(other->refresh());
    EXPECT_EQ(other->state().people().size(), 1U);
    EXPECT_EQ(other->state().event().name, "Fall Town Hall");
}

TEST_F(Packing, AFolderThatCannotBeMadeIsSaid) {
    std::ofstream(disk_.path() / "stick") << "a file, not a folder";

    const auto packed = write_pack(source(), stick(), wall_clock());

    ASSERT_FALSE(packed);
    EXPECT_NE(packed.error().detail.find("stick"), std::string::npos);
}

}  // namespace welcome::kiosk::session::test
