#pragma once
// An event in a temporary folder, opened as a tablet opens it, with people in it.

#include <gtest/gtest.h>

#include "kiosk/session/session.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::kiosk::session::test {

inline sync::FactId new_fact() {
    return sync::FactId(sync::new_uuid());
}

class Evening : public ::testing::Test {
  protected:
    [[nodiscard]] EventFolder folder_of(const std::string& tablet) const { return {disk_.path() / tablet}; }

    // The tablet that makes the event.
    Session& first(const std::optional<std::string>& passphrase = std::nullopt) {
        if (!first_) {
            event::EventOpened opened;
            opened.name = "Fall Town Hall";
            opened.starts = sync::Instant(std::chrono::milliseconds(1'796'342'400'000));
            opened.time_zone = "America/New_York";
            auto made = Session::create(folder_of("first"), opened, passphrase);
            EXPECT_TRUE(made) << (made ? "" : made.error().detail);
            first_ = std::move(*made);
        }
        return *first_;
    }

    static event::PersonId knows(Session& session, const std::string& name) {
        event::PersonRegistered person{event::PersonId(sync::new_uuid()), "roster", name, {}};
        person.fields.full_name = name;
        EXPECT_TRUE(session.commit({event::draft(new_fact(), person)}));
        return person.person;
    }

    static std::vector<sync::Fact> facts_of(Session& session) {
        std::vector<sync::Fact> facts;
        EXPECT_TRUE(session.journal().read_from(0, [&](const sync::Fact& fact) { facts.push_back(fact); }));
        return facts;
    }

    sync::test::TemporaryFolder disk_;
    std::unique_ptr<Session> first_;
};

}  // namespace welcome::kiosk::session::test
