#include "kiosk/session/rehearsal.h"

#include <cstdlib>
#include <fstream>

#include "kiosk/event/rehearsal_id.h"
#include "kiosk/session/packing.h"
#include "tests/places.h"
#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Rehearsal : public Evening {
  protected:
    [[nodiscard]] std::unique_ptr<Session> rehearse() {
        const auto card = make_rehearsal(first());
        EXPECT_TRUE(card) << (card ? "" : card.error().detail);
        auto session = Session::open(rehearsal_folder(first().folder()), *card);
        EXPECT_TRUE(session) << (session ? "" : session.error().detail);
        return std::move(*session);
    }
};

}  // namespace

TEST_F(Rehearsal, HasInventedPeopleAndTheHelpersPinsAndNobodyOfTheEvening) {
    knows(first(), "Rosa Guerrero Real");
    const event::StaffId lee(sync::new_uuid());
    ASSERT_TRUE(first().commit(
        {event::draft(new_fact(), event::StaffAdded{lee, "Lee", event::StaffRole::lead, "hash"})}));

    const auto session = rehearse();

    EXPECT_TRUE(event::is_rehearsal(session->event_id()));
    EXPECT_FALSE(event::is_rehearsal(first().event_id()));
    EXPECT_GE(session->state().people().size(), 40U);
    for (const auto* person : session->state().people()) EXPECT_NE(person->full_name, "Rosa Guerrero Real");
    ASSERT_NE(session->state().staff(lee), nullptr);
    EXPECT_EQ(session->state().staff(lee)->pin_hash, "hash");
}

TEST_F(Rehearsal, HasAnIdAndAKeyOfItsOwnSoThatNoFactCrosses) {
    const auto session = rehearse();
    EXPECT_NE(session->event_id(), first().event_id());
    EXPECT_NE(session->key().secret(), first().key().secret());

    const auto device = session->journal().device();
    const auto facts = *session->journal().sealed_after(device, 0, 1000);
    const auto taken = first().journal().take_in(facts);
    EXPECT_EQ(taken->added, 0U);
    EXPECT_EQ(taken->refused, facts.size());

    const auto packed = write_pack({session->journal(), session->event_id(), session->key()},
                                   disk_.path() / "stick", wall_clock());
    ASSERT_TRUE(packed);
    EXPECT_EQ(take_pack(first().journal(), first().event_id(), first().key(), packed->file).error().fault,
              sync::Fault::refused);
}

TEST_F(Rehearsal, LeavesNothingBehindAndStartsAfresh) {
    auto session = rehearse();
    ASSERT_TRUE(session->commit({event::draft(new_fact(), event::CameIn{7})}));
    session.reset();

    EXPECT_EQ(rehearse()->state().count().anonymous, 0);
    ASSERT_TRUE(forget_rehearsal(first().folder()));
    EXPECT_FALSE(std::filesystem::exists(rehearsal_folder(first().folder()).path));
    EXPECT_TRUE(forget_rehearsal(first().folder()));
}

TEST_F(Rehearsal, LeavesNoKeyOnTheDisk) {
    const auto session = rehearse();

    EXPECT_FALSE(std::filesystem::exists(rehearsal_folder(first().folder()).card_text()));
    EXPECT_FALSE(std::filesystem::exists(rehearsal_folder(first().folder()).card_picture()));
}

TEST_F(Rehearsal, IsSentToNobodyByTheCommandLineEither) {
    const auto card = make_rehearsal(first());
    ASSERT_TRUE(card);
    const auto file = disk_.path() / "card.txt", said = disk_.path() / "said.txt";
    std::ofstream(file) << sync::write_card(*card) << "\n";
    const std::string command = welcome::test::bin_dir() + "/kioskctl" + " upload --event " +
                                rehearsal_folder(first().folder()).path.string() + " --card " +
                                file.string() + " --to http://127.0.0.1:9 2>" + said.string();

    EXPECT_NE(std::system(command.c_str()), 0);

    std::ifstream in(said);
    EXPECT_NE(std::string(std::istreambuf_iterator<char>(in), {}).find("rehearsal"), std::string::npos);
}

TEST_F(Rehearsal, IsNotRehearsedAgainFromWithin) {
    const auto session = rehearse();
    EXPECT_EQ(make_rehearsal(*session).error().fault, sync::Fault::refused);
}

}  // namespace welcome::kiosk::session::test
