// The uploader with a real journal and the real service, over a wire that misbehaves.

#include <gmock/gmock.h>

#include "sync/upload/gzip.h"
#include "tests/exchange/schedules.h"
#include "tests/membershipd/fault_proxy.h"
#include "tests/membershipd/tablet.h"

namespace welcome::tools::membershipd::test {
namespace {

using namespace std::chrono_literals;
using sync::Moment;
using sync::Uploader;
using sync::UploadState;

class Upload : public ::testing::Test {
  protected:
    EventId make_event() {
        const EventId event(sync::new_uuid());
        const nlohmann::json body{{"event", event.text()},
                                  {"name", "Fall"},
                                  {"starts", "2026-11-24T18:00:00-05:00"},
                                  {"timezone", "America/New_York"}};
        request(program_->port(), "POST", "/v1/events", body.dump());
        return event;
    }
    nlohmann::json attendance(const EventId& event) {
        return nlohmann::json::parse(
            request(program_->port(), "GET", "/v1/events/" + event.text() + "/attendance").body);
    }
    // Each person of the tablet once, at the time it happened there, and nobody else.
    void expect_exactly(const EventId& event, const Tablet& tablet) {
        const auto rows = attendance(event)["attendance"];
        EXPECT_EQ(rows.size(), tablet.times_.size());
        for (const auto& row : rows) {
            const auto found = tablet.times_.find(row["person"]);
            ASSERT_NE(found, tablet.times_.end());
            EXPECT_EQ(row["witnesses"].size(), 1U);
            EXPECT_EQ(row["checked_in_at"].get<std::string>().substr(11, 12), clock_text(found->second));
        }
    }
    static std::string clock_text(Instant instant) {
        const auto ms = instant.time_since_epoch().count() % 86'400'000;
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%02d:%02d:%02d.%03d", static_cast<int>(ms / 3'600'000),
                      static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60),
                      static_cast<int>(ms % 1000));
        return text.data();
    }

    TempDir folder_;
    std::optional<Program> program_{std::in_place, folder_.path()};
};

TEST_F(Upload, BringsEverythingInBatchesAndCountsIt) {
    const auto event = make_event();
    Tablet tablet(event);
    for (std::uint64_t person = 1; person <= 450; ++person) tablet.check_in(person);
    int posts = 0;
    FaultProxy proxy(program_->port(), [&](const std::string& bytes) {
        return posts += bytes.starts_with("POST"), Mishap::none;
    });
    tablet.connect(proxy.port());

    ASSERT_TRUE(tablet.finish());

    expect_exactly(event, tablet);
    EXPECT_EQ(posts, 3);
    const auto facts = tablet.uploader().status().facts;
    EXPECT_EQ(facts.captured, 450U);
    EXPECT_EQ(facts.accepted, 450U);
    EXPECT_EQ(facts.waiting + facts.refused, 0U);
}

TEST_F(Upload, ResumesByWhatTheServiceHoldsAndSendsNothingTwice) {
    const auto event = make_event();
    Tablet tablet(event);
    for (std::uint64_t person = 1; person <= 20; ++person) tablet.check_in(person);
    tablet.connect(program_->port());
    ASSERT_TRUE(tablet.finish());
    int posts = 0;
    FaultProxy proxy(program_->port(), [&](const std::string& bytes) {
        return posts += bytes.starts_with("POST"), Mishap::none;
    });

    tablet.connect(proxy.port());
    ASSERT_TRUE(tablet.finish());

    EXPECT_EQ(posts, 0);
    EXPECT_EQ(tablet.uploader().status().facts.accepted, 20U);
}

TEST_F(Upload, OverABadWireEveryAttendanceArrivesOnceWithItsOwnTime) {
    const auto [first, count] = sync::test::schedules(50);
    for (unsigned seed = first; seed < first + count && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        const auto event = make_event();
        Tablet tablet(event);
        tablet.random_.seed(seed);
        tablet.patience_ = 400ms;
        const int badness = static_cast<int>(random() % 70);
        FaultProxy proxy(program_->port(), [&](const std::string&) {
            if (static_cast<int>(random() % 100) >= badness) return Mishap::none;
            if (random() % 50 == 0) return Mishap::stall;
            return static_cast<Mishap>(1 + random() % k_brief_mishaps);
        });
        sync::UploadPace pace;
        pace.most_facts = 1 + std::uniform_int_distribution<std::uint64_t>(0, 20)(tablet.random_);
        tablet.connect(proxy.port(), k_organiser, pace);
        for (std::uint64_t person = 1; person <= 30; ++person) {
            tablet.check_in(person);
            tablet.step();
            if (tablet.random_() % 12 == 0)
                tablet.connect(proxy.port(), k_organiser, pace);  // As after a kill.
        }
        ASSERT_TRUE(tablet.finish(20'000));
        tablet.pass(20min);  // What was set aside by bad luck is tried again.
        for (int i = 0; i < 20'000 && tablet.uploader().status().facts.refused > 0; ++i) tablet.step();
        expect_exactly(event, tablet);
        EXPECT_EQ(tablet.uploader().status().facts.accepted, 30U);
    }
}

TEST_F(Upload, APoisonFactIsIsolatedInSightAndTheRestGoesOn) {
    const auto event = make_event();
    Tablet tablet(event);
    for (std::uint64_t person = 1; person <= 60; ++person) tablet.check_in(person);
    const auto poison = tablet.check_in(61).text();
    for (std::uint64_t person = 62; person <= 100; ++person) tablet.check_in(person);
    std::atomic<bool> is_ill = true;
    FaultProxy proxy(program_->port(), [&](const std::string& bytes) {
        const auto body = sync::gunzip(bytes.substr(bytes.find("\r\n\r\n") + 4), 1U << 24U);
        return is_ill && body && body->find(poison) != std::string::npos ? Mishap::answer_500 : Mishap::none;
    });
    tablet.connect(proxy.port());

    ASSERT_TRUE(tablet.finish());

    EXPECT_EQ(tablet.answers_[poison], "set_aside");
    EXPECT_EQ(tablet.uploader().status().facts.refused, 1U);
    EXPECT_EQ(tablet.uploader().status().facts.accepted, 99U);
    EXPECT_EQ(attendance(event)["attendance"].size(), 99U);

    is_ill = false;
    tablet.pass(10min);
    for (int i = 0; i < 100; ++i) tablet.step();

    expect_exactly(event, tablet);
    EXPECT_EQ(tablet.uploader().status().facts.refused, 0U);
}

// Other scanners throw away what a 400 or 404 answers.
TEST_F(Upload, A400OrA404DeletesNothing) {
    for (const auto no : {Mishap::answer_400, Mishap::answer_404}) {
        const auto event = make_event();
        Tablet tablet(event);
        for (std::uint64_t person = 1; person <= 9; ++person) tablet.check_in(person);
        std::atomic<bool> says_no = true;
        FaultProxy proxy(program_->port(), [&](const std::string& bytes) {
            return says_no && bytes.starts_with("POST") ? no : Mishap::none;
        });
        tablet.connect(proxy.port(), k_organiser, {.most_facts = 2});
        for (int i = 0; i < 200; ++i) tablet.step();
        const auto facts = tablet.uploader().status().facts;
        EXPECT_EQ(facts.captured, 9U);
        EXPECT_EQ(facts.accepted, 0U);
        EXPECT_EQ(facts.waiting + facts.refused, 9U) << "in sight, every one";
        says_no = false;

        for (int i = 0; i < 2000 && tablet.uploader().status().facts.accepted < 9; ++i)
            tablet.pass(1min), tablet.step();

        EXPECT_EQ(tablet.uploader().status().facts.accepted, 9U);
        expect_exactly(event, tablet);
    }
}

TEST_F(Upload, AServiceThatFailsAtEverythingCondemnsNoFact) {
    const auto event = make_event();
    Tablet tablet(event);
    for (std::uint64_t person = 1; person <= 8; ++person) tablet.check_in(person);
    std::atomic<bool> is_ill = true;
    FaultProxy proxy(program_->port(), [&](const std::string& bytes) {
        return is_ill && bytes.starts_with("POST") ? Mishap::answer_500 : Mishap::none;
    });
    tablet.connect(proxy.port());
    for (int i = 0; i < 200; ++i) tablet.step();
    is_ill = false;

    tablet.pass(20min);
    ASSERT_TRUE(tablet.finish());
    for (int i = 0; i < 100 && tablet.uploader().status().facts.refused > 0; ++i)
        tablet.pass(1min), tablet.step();

    expect_exactly(event, tablet);
}

TEST_F(Upload, ASignatureThatWasSeenBeforeAsksNobodyToApproveTheTabletAgain) {
    const auto event = make_event();
    Tablet tablet(event);
    tablet.check_in(1);
    tablet.connect_by_key(program_->port(), "");
    for (int i = 0; i < 20 && tablet.uploader().status().code.empty(); ++i) tablet.step();
    const nlohmann::json typed{{"code", tablet.uploader().status().code}};
    ASSERT_LT(request(program_->port(), "POST", "/v1/enrolments", typed.dump()).status, 300);
    ASSERT_TRUE(tablet.finish());
    const auto token = tablet.token();
    ASSERT_FALSE(token.empty());

    // A middle box that repeats what it carries: the tablet hears the answer to the repetition.
    std::atomic<int> repeats = 5;
    FaultProxy proxy(program_->port(),
                     [&](const std::string&) { return repeats-- > 0 ? Mishap::send_twice : Mishap::none; });
    tablet.check_in(2);
    tablet.connect_by_key(proxy.port(), token);
    for (int i = 0; i < 400 && repeats > -3; ++i) {
        tablet.step();
        ASSERT_NE(tablet.uploader().status().state, UploadState::asks_in);
    }

    ASSERT_TRUE(tablet.finish());
    EXPECT_EQ(tablet.token(), token) << "never let in anew";
    expect_exactly(event, tablet);
}

TEST_F(Upload, AServiceDownAllEveningGetsEverythingAtItsEnd) {
    const auto event = make_event();
    Tablet tablet(event);
    FaultProxy proxy(program_->port(), [](const std::string&) { return Mishap::none; });
    tablet.connect(proxy.port());
    program_.reset();
    for (std::uint64_t person = 1; person <= 100; ++person) {
        tablet.check_in(person);
        tablet.step();
    }
    EXPECT_EQ(tablet.uploader().status().state, UploadState::cannot_reach);
    const auto count = tablet.uploader().status().facts;
    EXPECT_EQ(count.accepted, 0U);
    EXPECT_GT(count.captured, 0U) << "it knows what is here although nobody has answered";
    EXPECT_EQ(count.waiting, count.captured);

    program_.emplace(folder_.path());
    proxy.send_to(program_->port());

    ASSERT_TRUE(tablet.finish());
    expect_exactly(event, tablet);
}

TEST_F(Upload, AKilledServiceLosesNothingThatWasAnswered) {
    const auto event = make_event();
    Tablet tablet(event);
    sync::UploadPace pace;
    pace.most_facts = 3;
    FaultProxy proxy(program_->port(), [](const std::string&) { return Mishap::none; });
    tablet.connect(proxy.port(), k_organiser, pace);
    for (std::uint64_t person = 1; person <= 60; ++person) {
        tablet.check_in(person);
        tablet.uploader().look_now();
        tablet.step();
        if (person % 20 != 0) continue;
        program_->kill_hard();
        program_.emplace(folder_.path());
        proxy.send_to(program_->port());
    }

    ASSERT_TRUE(tablet.finish());
    expect_exactly(event, tablet);
}

TEST_F(Upload, RetryAfterIsTheFloorOfTheWait) {
    Tablet tablet(make_event());
    FaultProxy proxy(program_->port(), [](const std::string&) { return Mishap::answer_429; });
    tablet.connect(proxy.port());

    tablet.uploader().step(Moment{});

    EXPECT_GE(tablet.uploader().wait_time(Moment{}), 7s);
    EXPECT_LE(tablet.uploader().wait_time(Moment{}), 8s);
}

TEST_F(Upload, AWrongTokenStopsInSightAndLosesNothing) {
    const auto event = make_event();
    Tablet tablet(event);
    tablet.check_in(1);
    tablet.connect(program_->port(), "wrong");
    for (int i = 0; i < 10; ++i) tablet.step();
    EXPECT_EQ(tablet.uploader().status().state, UploadState::not_allowed);
    EXPECT_EQ(tablet.uploader().status().detail.find("wrong"), std::string::npos);

    tablet.connect(program_->port());

    ASSERT_TRUE(tablet.finish());
    expect_exactly(event, tablet);
}

TEST_F(Upload, AnEventThatIsCreatedLaterGetsItsFactsThen) {
    const EventId event(sync::new_uuid());
    Tablet tablet(event);
    tablet.check_in(1);
    tablet.connect(program_->port());
    for (int i = 0; i < 6; ++i) tablet.step();
    EXPECT_EQ(tablet.uploader().status().state, UploadState::unknown_event);

    const nlohmann::json body{{"event", event.text()},
                              {"name", "Fall"},
                              {"starts", "2026-11-24T18:00:00-05:00"},
                              {"timezone", "America/New_York"}};
    request(program_->port(), "POST", "/v1/events", body.dump());

    ASSERT_TRUE(tablet.finish());
    expect_exactly(event, tablet);
}

TEST_F(Upload, ABatchThatIsTooLargeIsHalvedUntilItFits) {
    const auto event = make_event();
    Tablet tablet(event);
    std::mt19937 random(3);
    for (std::uint64_t person = 1; person <= 150; ++person) {
        std::string noise;
        for (int i = 0; i < 16'000; ++i) noise += static_cast<char>('0' + random() % 75);
        std::erase(noise, '\\');
        kiosk::event::FactUndone body;
        body.fact = FactId(sync::new_uuid());
        body.reason = noise;
        tablet.write(body);
    }
    tablet.connect(program_->port());

    ASSERT_TRUE(tablet.finish());

    EXPECT_EQ(tablet.uploader().status().facts.accepted, 150U);
}

TEST_F(Upload, ARejectedFactIsToldAndNotSentAgain) {
    const auto event = make_event();
    Tablet tablet(event);
    const auto id = tablet.check_in(1);
    auto stolen = check_in(9, 1, 55);
    stolen.fact.id = id;
    request(program_->port(), "POST", "/v1/events/" + event.text() + "/facts",
            request_of({stolen}, 1).dump());
    tablet.connect(program_->port());

    ASSERT_TRUE(tablet.finish());
    EXPECT_EQ(tablet.answers_[id.text()], "rejected");
    EXPECT_EQ(tablet.uploader().status().facts.refused, 1U);

    tablet.answers_.clear();
    tablet.connect(program_->port());
    ASSERT_TRUE(tablet.finish());
    EXPECT_EQ(tablet.answers_[id.text()], "rejected")
        << "told again after a restart, in case it was not written down";
}

TEST_F(Upload, OtherDoorsFactsComeBackOnceAndCutDownOnesNever) {
    const auto event = make_event();
    const auto key = sync::EventKey::make();
    Tablet door(event, key), table(event, key);
    door.hidden_kind_ = "need_raised";
    std::vector<std::string> ids;
    for (std::uint64_t person = 1; person <= 30; ++person) ids.push_back(door.check_in(person).text());
    kiosk::event::NeedRaised need;
    need.needs = {kiosk::event::Need::food};
    const auto hidden = door.write(need).text();
    door.connect(program_->port());
    ASSERT_TRUE(door.finish());

    table.takes_ = false;
    table.connect(program_->port());
    for (int i = 0; i < 10; ++i) table.step();
    EXPECT_TRUE(table.pulled_.empty());
    table.takes_ = true;
    ASSERT_TRUE(table.finish());
    table.connect(program_->port());
    ASSERT_TRUE(table.finish());

    for (const auto& id : ids) EXPECT_EQ(table.pulled_[id], 1);
    EXPECT_FALSE(table.pulled_.contains(hidden));
}

TEST_F(Upload, TheWorkerDoesItByItself) {
    const auto event = make_event();
    Tablet tablet(event);
    tablet.check_in(1);
    std::mutex mutex;
    std::condition_variable changed;
    sync::UploadHooks hooks;
    hooks.outbound = [](std::string_view, std::string_view body) { return std::string(body); };
    hooks.answered = [](const std::string&, const std::string&, const std::string&) {};
    hooks.pulled = [](const std::vector<Fact>&) { return true; };
    hooks.random = [] { return 0.5; };
    sync::UploadWorker worker(tablet.journal(), event,
                              {.url = program_->url(), .token = k_organiser, .ca_file = {}}, hooks, {},
                              [&](const sync::UploadStatus&) { changed.notify_all(); });
    const auto wait_for = [&](std::uint64_t accepted) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, 30s, [&] { return worker.status().facts.accepted == accepted; });
    };

    EXPECT_TRUE(wait_for(1));
    tablet.check_in(2);
    worker.look_now();
    EXPECT_TRUE(wait_for(2));
    expect_exactly(event, tablet);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
