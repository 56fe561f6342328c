// What the organiser sees and decides, and who may do what.

#include <gmock/gmock.h>
#include <set>

#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string k_base = std::string("/v1/events/") + k_event;

class People : public ::testing::Test {
  protected:
    TempDir folder_;
    Desk desk_{folder_.path()};
};

TEST_F(People, ComeAsCsvWithCellsThatNoSpreadsheetRuns) {
    desk_.put({registration(1, 1, 7, "=HYPERLINK(\"x\",\"y\")"), check_in(1, 2, 7)});

    const auto told = desk_.ask("GET", k_base + "/attendance", {}, k_organiser, "text/csv");

    EXPECT_THAT(told.type, HasSubstr("text/csv"));
    EXPECT_THAT(told.body, HasSubstr("person,full_name,checked_in_at"));
    EXPECT_THAT(told.body, HasSubstr("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
    EXPECT_EQ(desk_.ask("GET", k_base + "/attendance", {}, k_organiser, "image/png").status, 406);
}

TEST_F(People, ComeInPagesThatMissNobodyAndRepeatNobody) {
    std::vector<sync::WireFact> facts;
    std::vector<std::string> in_order;
    for (std::uint64_t i = 1; i <= 25; ++i) {
        facts.push_back(registration(1, 2 * i - 1, i, "Ana"));
        facts.push_back(check_in(1, 2 * i, i, static_cast<int>(i / 4)));  // Four at the same second.
    }
    desk_.put(facts);
    const auto whole = desk_.attendance();
    for (const auto& row : whole["attendance"]) in_order.push_back(row["checked_in_at"]);

    std::set<std::string> people;
    std::vector<std::string> times;
    std::string cursor;
    for (bool more = true; more;) {
        auto where = k_base + "/attendance?limit=7&after=";
        const auto page = desk_.get(where.append(cursor));
        for (const auto& row : page["attendance"]) {
            people.insert(row["person"].get<std::string>());
            times.push_back(row["checked_in_at"]);
        }
        EXPECT_TRUE(page["is_complete"]);
        cursor = page["next_cursor"];
        more = page["has_more"];
    }

    EXPECT_EQ(people.size(), 25U);
    EXPECT_EQ(times, in_order);
    EXPECT_EQ(desk_.ask("GET", k_base + "/attendance?limit=0").status, 400);
    EXPECT_EQ(desk_.ask("GET", k_base + "/attendance?after=x").status, 400);
    EXPECT_EQ(desk_.ask("GET", "/v1/events/" + uuid_of(3).text() + "/attendance?limit=5").status, 404);
}

TEST_F(People, NamesStayAsTheyWereTyped) {
    desk_.put({registration(1, 1, 7, "María  de la O'Núñez 李小龍"), check_in(1, 2, 7)});

    EXPECT_EQ(desk_.attendance()["attendance"][0]["full_name"], "María  de la O'Núñez 李小龍");
}

TEST_F(People, WhoLookLikeSomebodyKnownWaitForAReviewAndCountMeanwhile) {
    desk_.put({registration(1, 1, 7, "Rosa Gomez", "+12025550143")});

    const auto answer =
        desk_.put({registration(1, 2, 8, "rosa gomez", "+12025550143", "door"), check_in(1, 3, 8)});
    const auto reviews = desk_.get("/v1/reviews")["reviews"];

    EXPECT_EQ(answer["results"][0]["state"], "needs_review");
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 1U);
    ASSERT_EQ(reviews.size(), 1U);
    EXPECT_EQ(reviews[0]["candidates"][0], person_text(7));
}

TEST_F(People, OfOneFamilyMayShareAPhone) {
    desk_.put({registration(1, 1, 7, "Rosa Gomez", "+12025550143")});

    EXPECT_EQ(desk_.put({registration(1, 2, 8, "Luis Gomez", "+12025550143", "door")})["results"][0]["state"],
              "accepted");
}

TEST_F(People, DecidedToBeTheSameAreOneAttendance) {
    desk_.put({registration(1, 1, 7, "Rosa Gomez", "+12025550143"), check_in(1, 2, 7, 60)});
    const auto doubtful = registration(2, 1, 8, "Rosa Gomez", "+12025550143", "door");
    desk_.put({doubtful, check_in(2, 2, 8, 120)});
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 2U);

    const auto told = desk_.ask("POST", "/v1/reviews/" + doubtful.id_text, R"({"decision":"same"})");

    EXPECT_EQ(told.status, 200);
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 1U);
    EXPECT_TRUE(desk_.get("/v1/reviews")["reviews"].empty());
    EXPECT_EQ(desk_.ask("POST", "/v1/reviews/" + doubtful.id_text, R"({"decision":"same"})").status, 200);
    EXPECT_EQ(desk_.ask("POST", "/v1/reviews/" + doubtful.id_text, R"({"decision":"skip"})").status, 409);
    EXPECT_EQ(desk_.ask("POST", "/v1/reviews/" + uuid_of(5).text(), R"({"decision":"same"})").status, 404);
}

TEST_F(People, OfARevertedBatchAttendNoMoreAndASecondRevertChangesNothing) {
    desk_.put({registration(1, 1, 6, "Ana"), check_in(1, 2, 6)});
    desk_.put({registration(1, 3, 7, "Rosa"), check_in(1, 4, 7), fact_of(1, 5, "came_in", "{}")});
    const auto batch = desk_.last_batch();

    const auto first = nlohmann::json::parse(desk_.ask("POST", "/v1/batches/" + batch + "/revert").body);
    const auto second = nlohmann::json::parse(desk_.ask("POST", "/v1/batches/" + batch + "/revert").body);

    EXPECT_EQ(first["undone"], 2);
    EXPECT_EQ(first["kept"], 1);
    EXPECT_EQ(second["undone"], 0);
    EXPECT_EQ(second["already_undone"], 2);
    EXPECT_EQ(desk_.attendance()["attendance"].size(), 1U);
    EXPECT_EQ(desk_.attendance()["summary"]["anonymous"], 0);
    EXPECT_EQ(desk_.get("/v1/batches/" + batch)["results"].size(), 3U);
}

TEST_F(People, WithoutATokenGetNothing) {
    for (const auto& route : Api::routes()) {
        if (route.access == Access::anybody) continue;
        const auto told = desk_.ask(route.method, route.path, "{}", "");
        EXPECT_EQ(told.status, 401) << route.method << ' ' << route.path;
        EXPECT_EQ(told.type, "application/problem+json");
        EXPECT_EQ(desk_.ask(route.method, route.path, "{}", "wrong-token").status, 401) << route.path;
    }
}

TEST_F(People, OnTheOrganisersPageAreOnlyCounted) {
    desk_.put({registration(1, 1, 7, "Rosa Gomez"), check_in(1, 2, 7)});

    const auto told = desk_.ask("GET", "/v1/live");

    EXPECT_THAT(told.body, HasSubstr("Fall <town> hall"));
    EXPECT_THAT(told.body, HasSubstr(R"("in_the_room":1)"));
    EXPECT_THAT(told.body, Not(HasSubstr("Rosa")));
    EXPECT_THAT(desk_.ask("GET", "/metrics").body,
                HasSubstr("membershipd_facts_total{state=\"accepted\"} 2"));
}

TEST_F(People, WhoCreateAnEventTwiceMustMeanTheSame) {
    const nlohmann::json event{{"event", uuid_of(3).text()},
                               {"name", "Spring"},
                               {"starts", "2027-04-01T18:00:00Z"},
                               {"timezone", "America/Chicago"}};
    auto other = event;
    other["name"] = "Summer";

    EXPECT_EQ(desk_.ask("POST", "/v1/events", event.dump()).status, 201);
    EXPECT_EQ(desk_.ask("POST", "/v1/events", event.dump()).status, 200);
    EXPECT_EQ(desk_.ask("POST", "/v1/events", other.dump()).status, 409);
    EXPECT_EQ(desk_.ask("POST", "/v1/events", R"({"event":"x"})").status, 400);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
