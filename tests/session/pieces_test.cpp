// Thousands of drafts go in piece by piece: others get to write in between, and what was cut short is
// finished by doing it again.

#include <algorithm>
#include <gmock/gmock.h>
#include <unistd.h>

#include "kiosk/roster/import.h"
#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

constexpr std::size_t k_rows = 3500;

class Pieces : public Evening {
  protected:
    roster::Roster town() {
        std::string bytes = "id,name,phone\n";
        for (std::size_t i = 0; i < k_rows; ++i)
            bytes += std::to_string(i) + ",Guest " + std::to_string(i) + ",\n";
        auto read = roster::read_roster_bytes(bytes, roster::Format::generic, first().event_id());
        EXPECT_TRUE(read);
        return std::move(*read);
    }
    std::unique_ptr<Session> opened() {
        auto session = Session::open(folder_of("first"), {folder_of("first").card_text(), std::nullopt});
        EXPECT_TRUE(session) << (session ? "" : session.error().detail);
        return std::move(*session);
    }
    static roster::Import import(const Session& session, const roster::Roster& town) {
        return roster::import_into(session.state(), town, Session::context());
    }
};

}  // namespace

TEST_F(Pieces, BetweenTwoAnotherProgramWritesToTheSameJournal) {
    first();  // makes the event that the other program opens
    auto door = opened();
    std::vector<std::size_t> told;
    const auto kept = first().commit_in_pieces(import(first(), town()).drafts, [&](std::size_t done) {
        told.push_back(done);
        knows(*door, "Late Guest " + std::to_string(done));
    });
    ASSERT_TRUE(kept) << kept.error().detail;
    ASSERT_GT(told.size(), 1U);
    EXPECT_EQ(told.back(), k_rows);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    ASSERT_TRUE(first().refresh());
    EXPECT_EQ(first().state().people().size(), k_rows + told.size());
    const auto damage = first().journal().verify();
    ASSERT_TRUE(damage);
    EXPECT_FALSE(*damage);
}

TEST_F(Pieces, AnImportThatWasKilledIsFinishedByDoingItAgain) {
    const auto town = this->town();
    first_.reset();  // no thread of its own when the process is doubled
    EXPECT_EXIT(     // A process of its own, gone between two pieces without a word.
        {
            auto session = opened();
            [[maybe_unused]] const auto never =
                session->commit_in_pieces(import(*session, town).drafts, [](std::size_t) { ::_exit(7); });
        },
        testing::ExitedWithCode(7), "");
    auto again = opened();
    const std::size_t before = again->state().people().size();
    EXPECT_GT(before, 0U);
    EXPECT_LT(before, k_rows);
    auto rest = import(*again, town);
    EXPECT_EQ(rest.unchanged, before);
    EXPECT_EQ(rest.added, k_rows - before);
    ASSERT_TRUE(again->commit_in_pieces(std::move(rest.drafts)));
    const auto nothing = import(*again, town);
    EXPECT_EQ(nothing.unchanged, k_rows);
    EXPECT_THAT(nothing.drafts, testing::IsEmpty());
    EXPECT_EQ(again->state().people().size(), k_rows);
    const auto damage = again->journal().verify();
    ASSERT_TRUE(damage);
    EXPECT_FALSE(*damage);
}

}  // namespace welcome::kiosk::session::test
