// Facts in: idempotent for ever, stored and not judged.

#include <gmock/gmock.h>

#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

const std::string k_facts = std::string("/v1/events/") + k_event + "/facts";

class Facts : public ::testing::Test {
  protected:
    static std::string state(const nlohmann::ordered_json& answer, std::size_t i = 0) {
        return answer["results"][i]["state"];
    }
    std::uint64_t acked(std::uint8_t device) {
        return desk_.get(std::string("/v1/events/") + k_event +
                         "/held")["acked_through"][device_of(device).text()];
    }

    TempDir folder_;
    Desk desk_{folder_.path()};
};

TEST_F(Facts, AreAcceptedOnceAndDuplicatesForEverAfter) {
    const auto first = desk_.put({check_in(1, 1, 7)});
    desk_.later(std::chrono::hours(24 * 400));
    const auto again = desk_.put({check_in(1, 1, 7)});

    EXPECT_EQ(state(first), "accepted");
    EXPECT_EQ(state(again), "duplicate");
    EXPECT_EQ(first["results"][0]["ids"], again["results"][0]["ids"]);
    EXPECT_EQ(first["results"][0]["ids"][0], "attendance:" + person_text(7));
}

TEST_F(Facts, OfOneBatchMayRepeatThemselves) {
    const auto answer = desk_.put({check_in(1, 1, 7), check_in(1, 1, 7)});

    EXPECT_EQ(state(answer, 0), "accepted");
    EXPECT_EQ(state(answer, 1), "duplicate");
}

TEST_F(Facts, TheSameBatchSentAgainDoesNoHarm) {
    const auto body = request_of({check_in(1, 1, 7), fact_of(1, 2, "came_in", "{}")}, 5).dump();

    desk_.ask("POST", k_facts, body);
    const auto again = nlohmann::json::parse(desk_.ask("POST", k_facts, body).body);

    EXPECT_EQ(again["results"][0]["state"], "duplicate");
    EXPECT_EQ(again["results"][1]["state"], "duplicate");
    EXPECT_EQ(desk_.attendance()["summary"]["anonymous"], 1);
}

TEST_F(Facts, ABatchIdForOtherBytesIsRefused) {
    desk_.ask("POST", k_facts, request_of({check_in(1, 1, 7)}, 5).dump());

    const auto told = desk_.ask("POST", k_facts, request_of({check_in(1, 2, 8)}, 5).dump());

    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(told.type, "application/problem+json");
}

TEST_F(Facts, AnIdWithAnotherContentIsRejectedAndTheFirstStays) {
    desk_.put({check_in(1, 1, 7, 5)});

    const auto answer = desk_.put({check_in(1, 1, 8, 5)});

    EXPECT_EQ(state(answer), "rejected");
    EXPECT_EQ(answer["results"][0]["reason"], "id-reused");
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 1U);
    EXPECT_EQ(desk_.attendance()["attendance"][0]["person"], person_text(7));
}

TEST_F(Facts, ASecondWitnessIsSupersededAndTheEarlierTimeHolds) {
    desk_.put({registration(1, 1, 7, "Rosa"), check_in(1, 2, 7, 600)});

    const auto answer = desk_.put({check_in(2, 1, 7, 60)});
    const auto rows = desk_.attendance()["attendance"];

    EXPECT_EQ(state(answer), "superseded");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0]["checked_in_at"], "2026-11-24T23:05:11.512Z");
    EXPECT_EQ(rows[0]["witnesses"].size(), 2U);
}

TEST_F(Facts, KeepEventTimeAndReceivedTimeApart) {
    desk_.later(std::chrono::hours(5));
    desk_.put({check_in(1, 1, 7, 60)});

    const auto row = desk_.attendance()["attendance"][0];

    EXPECT_EQ(row["checked_in_at"], "2026-11-24T23:05:11.512Z");
    EXPECT_EQ(row["received_at"], "2026-11-25T05:04:11.512Z");
}

TEST_F(Facts, EveryAnonymousGuestCounts) {
    std::vector<sync::WireFact> facts;
    for (std::uint64_t seq = 1; seq <= 40; ++seq) facts.push_back(fact_of(1, seq, "came_in", "{}"));

    const auto answer = desk_.put(facts);

    for (const auto& one : answer["results"]) EXPECT_EQ(one["state"], "accepted");
    EXPECT_EQ(desk_.attendance()["summary"]["anonymous"], 40);
}

TEST_F(Facts, ACheckInReplayedIsNoToggle) {
    for (int i = 0; i < 4; ++i) desk_.put({check_in(1, 1, 7)});

    EXPECT_EQ(desk_.attendance()["attendance"].size(), 1U);
}

TEST_F(Facts, OfTomorrowAreKeptAndPassedOn) {
    const auto answer = desk_.put({fact_of(1, 1, "robot_danced", R"({"b":2,"a":[1,2.5,"é"]})")});
    const auto page = desk_.get(k_facts);

    EXPECT_EQ(state(answer), "accepted");
    EXPECT_EQ(page["streams"][0]["facts"][0][4], "robot_danced");
    EXPECT_EQ(page["streams"][0]["facts"][0][5].dump(), R"({"b":2,"a":[1,2.5,"é"]})");
}

TEST_F(Facts, OfAnotherEventAreRejectedAndSayNothingOfTheSequence) {
    auto request = request_of({check_in(1, 1, 7)}, 6);
    request["streams"][0]["event"] = uuid_of(1).text();

    const auto answer = nlohmann::json::parse(desk_.ask("POST", k_facts, request.dump()).body);

    EXPECT_EQ(answer["results"][0]["state"], "rejected");
    EXPECT_EQ(answer["results"][0]["reason"], "foreign-event");
    EXPECT_EQ(answer["acked_through"][device_of(1).text()], 0);
}

TEST_F(Facts, UnreadableOnesAreRejectedAloneAndTheirPlaceIsTaken) {
    auto request = request_of({check_in(1, 1, 7), check_in(1, 2, 8), check_in(1, 3, 9)}, 6);
    request["streams"][0]["facts"][1][5] = "no object";

    const auto answer = nlohmann::json::parse(desk_.ask("POST", k_facts, request.dump()).body);

    EXPECT_EQ(answer["results"][0]["state"], "accepted");
    EXPECT_EQ(answer["results"][1]["state"], "rejected");
    EXPECT_EQ(answer["results"][2]["state"], "accepted");
    EXPECT_EQ(answer["acked_through"][device_of(1).text()], 3);
    EXPECT_EQ(desk_.get(std::string("/v1/events/") + k_event + "/held")["doubtful"].size(), 1U);
}

TEST_F(Facts, AGapHoldsTheAcknowledgementAndBlocksNothing) {
    const auto first = desk_.put({check_in(1, 1, 7), check_in(1, 2, 8)});
    const auto beyond = desk_.put({check_in(1, 4, 9), check_in(1, 5, 10)});
    EXPECT_EQ(first["acked_through"][device_of(1).text()], 2);
    EXPECT_EQ(beyond["acked_through"][device_of(1).text()], 2);
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 4U);

    desk_.put({check_in(1, 3, 11)});

    EXPECT_EQ(acked(1), 5U);
}

TEST_F(Facts, OfADryRunAreAnsweredAndNotKept) {
    const auto answer = desk_.put({check_in(1, 1, 7), check_in(1, 2, 7)}, "?mode=dry_run");

    EXPECT_EQ(state(answer, 0), "accepted");
    EXPECT_EQ(state(answer, 1), "superseded");
    EXPECT_TRUE(desk_.attendance()["attendance"].empty());
    EXPECT_TRUE(desk_.get(k_facts)["streams"].empty());
}

TEST_F(Facts, AreAllThereAfterARestart) {
    desk_.put({registration(1, 1, 7, "Rosa"), check_in(1, 2, 7), fact_of(1, 3, "came_in", R"({"count":3})")});
    const auto before = desk_.attendance();

    Desk restarted(folder_.path());

    EXPECT_EQ(restarted.attendance(), before);
    EXPECT_EQ(restarted.put({check_in(1, 2, 7)})["results"][0]["state"], "duplicate");
    EXPECT_EQ(
        restarted.get(std::string("/v1/events/") + k_event + "/held")["acked_through"][device_of(1).text()],
        3);
}

TEST_F(Facts, ACutDownFactDoesNotContradictTheWholeOne) {
    auto less = check_in(1, 1, 7);
    less.fact.body = "{}";
    less.cut_down = true;
    desk_.put({less});

    EXPECT_EQ(state(desk_.put({check_in(1, 1, 7)})), "duplicate");
    EXPECT_EQ(desk_.get(k_facts)["streams"][0]["facts"][0].size(), 7U);
}

TEST_F(Facts, TooManyInOneBatchAreRefusedAsAWhole) {
    std::vector<sync::WireFact> facts;
    for (std::uint64_t seq = 1; seq <= 501; ++seq) facts.push_back(fact_of(1, seq, "came_in", "{}"));

    EXPECT_EQ(desk_.ask("POST", k_facts, request_of(facts, 7).dump()).status, 413);
    EXPECT_EQ(desk_.attendance()["summary"]["anonymous"], 0);
}

TEST_F(Facts, BadBodiesAreProblemsInWords) {
    const std::string deep(100'000, '[');
    for (const auto& body :
         {std::string(), std::string("{"), std::string("[]"), std::string("{}"), deep,
          std::string(R"({"batch":7})"), std::string("\xff\xfe"),
          std::string(R"({"batch":"0192f5c1-7a10-7c3e-9b52-0d5f0f6f3a11","streams":[7]})")}) {
        const auto told = desk_.ask("POST", k_facts, body);

        EXPECT_EQ(told.status, 400) << body.substr(0, 40);
        EXPECT_EQ(told.type, "application/problem+json");
        EXPECT_FALSE(nlohmann::json::parse(told.body)["detail"].get<std::string>().empty());
    }
}

TEST_F(Facts, OfAnUnknownEventAreNotTaken) {
    const auto told = desk_.ask("POST", "/v1/events/" + uuid_of(1).text() + "/facts",
                                request_of({check_in(1, 1, 7)}, 8).dump());

    EXPECT_EQ(told.status, 404);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
