// Tablets are let in by a short code, and a token is worth nothing without its tablet's key.

#include <gmock/gmock.h>
#include <set>

#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

const std::string k_base = std::string("/v1/events/") + k_event;

class Tablets : public ::testing::Test {
  protected:
    nlohmann::json ask_in(const sync::DeviceKey& key, int status) {
        const auto body =
            nlohmann::json{{"device", key.id().text()}, {"event", k_event}, {"name", "Side door"}}.dump();
        const auto told = desk_.ask_as(key, "POST", "/v1/devices", body, "");
        EXPECT_EQ(told.status, status) << told.body;
        return nlohmann::json::parse(told.body);
    }
    int approve(const std::string& code) {
        return desk_.ask("POST", "/v1/enrolments", nlohmann::json{{"code", code}}.dump()).status;
    }
    std::string path_of(const sync::DeviceKey& key) { return "/v1/devices/" + key.id().text(); }
    int held(const sync::DeviceKey& key, const std::string& token) {
        return desk_.ask_as(key, "GET", k_base + "/held", {}, token).status;
    }

    TempDir folder_;
    Desk desk_{folder_.path()};
    sync::DeviceKey door_ = device_key(), other_ = device_key();
};

TEST_F(Tablets, AreLetInOnceTheOrganiserHasTypedTheirCode) {
    const auto shown = ask_in(door_, 202);
    EXPECT_THAT(shown["user_code"].get<std::string>(),
                MatchesRegex("[B-DF-HJ-NP-TV-XZ]+-[B-DF-HJ-NP-TV-XZ]+"));
    EXPECT_EQ(shown["user_code"].get<std::string>().size(), 9U);
    EXPECT_EQ(shown["expires_in"], 600);
    EXPECT_EQ(ask_in(door_, 202)["user_code"], shown["user_code"]) << "the code stays while it lives";

    EXPECT_EQ(approve(shown["user_code"]), 200);

    const std::string token = ask_in(door_, 201)["token"];
    EXPECT_EQ(held(door_, token), 200);
    EXPECT_EQ(approve(shown["user_code"]), 404) << "a code is good for one tablet";
}

TEST_F(Tablets, TypedCodesMayBeSmallAndWithoutTheDash) {
    std::string code = ask_in(door_, 202)["user_code"];
    code.erase(4, 1);
    for (auto& c : code) c = static_cast<char>(std::tolower(c));

    EXPECT_EQ(approve(code), 200);
    ask_in(door_, 201);
}

TEST_F(Tablets, CodesEndAfterTenMinutes) {
    const std::string code = ask_in(door_, 202)["user_code"];
    desk_.later(std::chrono::minutes(11));

    EXPECT_EQ(approve(code), 404);
    EXPECT_NE(ask_in(door_, 202)["user_code"], code);
}

TEST_F(Tablets, WhoGuessCodesAreStopped) {
    const std::string code = ask_in(door_, 202)["user_code"];
    for (int i = 0; i < 10; ++i) EXPECT_EQ(approve("BBBB-BBBB"), 404);

    EXPECT_EQ(approve(code), 429);
    desk_.later(std::chrono::minutes(11));
    EXPECT_EQ(approve(ask_in(door_, 202)["user_code"]), 200);
}

TEST_F(Tablets, OnlyTheOrganiserApprovesAndSeesWhoWaits) {
    const std::string code = ask_in(door_, 202)["user_code"];
    const auto typed = nlohmann::json{{"code", code}}.dump();
    const auto token = desk_.let_in(other_);

    EXPECT_EQ(desk_.ask("POST", "/v1/enrolments", typed, "").status, 401);
    EXPECT_EQ(desk_.ask_as(other_, "POST", "/v1/enrolments", typed, token).status, 403);
    EXPECT_EQ(desk_.ask_as(other_, "GET", "/v1/devices", {}, token).status, 403);
    const auto list = desk_.ask("GET", "/v1/devices").body;
    EXPECT_THAT(list, HasSubstr("Side door"));
    EXPECT_THAT(list, Not(HasSubstr(code.substr(0, 4)))) << "who types it has seen the tablet";
}

TEST_F(Tablets, AskOnlyForTheKeyThatTheyHold) {
    const auto body = nlohmann::json{{"device", door_.id().text()}, {"event", k_event}}.dump();

    EXPECT_EQ(desk_.ask("POST", "/v1/devices", body, "").status, 401);
    EXPECT_EQ(desk_.ask_as(other_, "POST", "/v1/devices", body, "").status, 401);
    EXPECT_TRUE(desk_.get("/v1/devices")["waiting"].empty());
}

TEST_F(Tablets, ManyAskingsFromOneAddressAreSlowedDownAndTheQueueHasAnEnd) {
    std::set<int> answers;
    for (int i = 0; i < 300; ++i) {
        const auto key = device_key();
        const auto body = nlohmann::json{{"device", key.id().text()}, {"event", k_event}}.dump();
        answers.insert(desk_.ask_as(key, "POST", "/v1/devices", body, "").status);
        if (i % 5 == 4) desk_.later(std::chrono::seconds(1));
    }
    EXPECT_EQ(answers, (std::set<int>{202, 429}));
    EXPECT_EQ(desk_.get("/v1/devices")["waiting"].size(), 100U);
}

TEST_F(Tablets, AQueueThatIsFullIsNoAffairOfOtherHallsAndEvents) {
    const std::string other_event = "0192f5c1-7a10-7c3e-9b52-0d5f0f6f3a12";
    const auto ask = [&](const std::string& address, const std::string& event) {
        const auto key = device_key();
        auto asked = Desk::asked(
            "POST", "/v1/devices",
            nlohmann::json{{"device", key.id().text()}, {"event", event}, {"name", "Side door"}}.dump(), "");
        asked.address = address;
        return desk_.serve(signed_by(key, asked, desk_.now())).status;
    };
    const auto let_ask = [&](const std::string& address, const std::string& event) {
        int taken = 0;
        while (ask(address, event) == 202) ++taken;
        desk_.later(std::chrono::seconds(20));
        return taken;
    };

    EXPECT_EQ(let_ask("192.0.2.1", k_event), 100);
    EXPECT_EQ(ask("192.0.2.1", other_event), 429) << "one address";
    EXPECT_EQ(let_ask("192.0.2.2", k_event), 100);
    EXPECT_EQ(ask("192.0.2.3", k_event), 429) << "one event";
    EXPECT_EQ(ask("192.0.2.3", other_event), 202);
    desk_.later(std::chrono::minutes(10));
    EXPECT_EQ(ask("192.0.2.1", k_event), 202) << "codes end, and make room";
}

TEST_F(Tablets, WithTheirTokenBringAndGetFactsAndNoMore) {
    const auto token = desk_.let_in(door_);
    ASSERT_FALSE(token.empty());

    EXPECT_EQ(desk_.ask_as(door_, "POST", k_base + "/facts", request_of({check_in(1, 1, 7)}, 1).dump(), token)
                  .status,
              200);
    EXPECT_EQ(desk_.ask_as(door_, "GET", k_base + "/facts?limit=5", {}, token).status, 200);
    for (const auto& route : Api::routes()) {
        if (route.access != Access::organiser) continue;
        EXPECT_EQ(desk_.ask_as(door_, route.method, route.path, "{}", token).status, 403)
            << route.method << ' ' << route.path;
    }
}

TEST_F(Tablets, OfOneEventReachNoOther) {
    const nlohmann::json other{{"event", uuid_of(3).text()},
                               {"name", "Spring"},
                               {"starts", "2027-04-01T18:00:00Z"},
                               {"timezone", "America/Chicago"}};
    desk_.ask("POST", "/v1/events", other.dump());
    const auto token = desk_.let_in(door_);
    const auto elsewhere = "/v1/events/" + uuid_of(3).text();

    for (const auto* path : {"/held", "/facts", "/facts?limit=1"})
        EXPECT_EQ(desk_.ask_as(door_, "GET", elsewhere + path, {}, token).status, 403) << path;
    EXPECT_EQ(
        desk_.ask_as(door_, "POST", elsewhere + "/facts", request_of({check_in(1, 1, 7)}, 1).dump(), token)
            .status,
        403);
    EXPECT_EQ(held(door_, token), 200);
}

TEST_F(Tablets, SeeTheAnswersToTheirOwnBatchesOnly) {
    const auto token = desk_.let_in(door_), others = desk_.let_in(other_);
    desk_.ask_as(door_, "POST", k_base + "/facts", request_of({check_in(1, 1, 7)}, 5).dump(), token);
    const auto batch = "/v1/batches/" + uuid_of(9'000'005).text();

    EXPECT_EQ(desk_.ask_as(door_, "GET", batch, {}, token).status, 200);
    EXPECT_EQ(desk_.ask_as(other_, "GET", batch, {}, others).status, 404);
}

TEST_F(Tablets, AStolenTokenIsWorthNothingWithoutTheKey) {
    const auto token = desk_.let_in(door_);
    const auto thief = desk_.let_in(other_);
    const auto facts = request_of({check_in(1, 1, 7)}, 1).dump();

    EXPECT_EQ(desk_.ask("GET", k_base + "/held", {}, token).status, 401) << "no signature";
    EXPECT_EQ(held(other_, token), 401) << "another tablet's signature";
    EXPECT_EQ(desk_.ask("POST", k_base + "/facts", facts, token).status, 401);
    EXPECT_EQ(held(other_, thief), 200);
    EXPECT_TRUE(desk_.attendance()["attendance"].empty());
}

TEST_F(Tablets, ASignatureIsForOneRequestOnly) {
    const auto token = desk_.let_in(door_);
    const auto facts = request_of({check_in(1, 1, 7)}, 1).dump();
    const auto fresh = [&] {
        return signed_by(door_, Desk::asked("POST", k_base + "/facts", facts, token), desk_.now());
    };
    auto other_body = fresh(), other_path = fresh(), other_query = fresh(), other_token = fresh();
    other_body.body = request_of({check_in(1, 1, 8)}, 1).dump();
    other_path.path = other_path.target = "/v1/events/" + uuid_of(3).text() + "/facts";
    other_query.target += "?mode=dry_run";
    other_token.authorization = "Bearer " + desk_.let_in(other_);
    for (const auto& asked : {other_body, other_path, other_query, other_token})
        EXPECT_EQ(desk_.serve(asked).status, 401);

    const auto once = fresh();
    EXPECT_EQ(desk_.serve(once).status, 200);
    const auto again = desk_.serve(once);
    EXPECT_EQ(again.status, 401);
    EXPECT_THAT(again.body, HasSubstr("replay"));
}

TEST_F(Tablets, ASignatureOfAnotherTimeIsRefusedInWords) {
    const auto token = desk_.let_in(door_);
    for (const auto off : {std::chrono::minutes(-3), std::chrono::minutes(3)}) {
        const auto told =
            desk_.serve(signed_by(door_, Desk::asked("GET", k_base + "/held", {}, token), desk_.now() + off));
        EXPECT_EQ(told.status, 401);
        EXPECT_THAT(told.body, HasSubstr("\"clock\""));
    }
}

TEST_F(Tablets, EveryBitOfTheProofCounts) {
    const auto token = desk_.let_in(door_);
    const auto good = signed_by(door_, Desk::asked("GET", k_base + "/held", {}, token), desk_.now());
    for (const auto part : {&sync::Proof::digest, &sync::Proof::input, &sync::Proof::signature}) {
        for (std::size_t i = 0; i < (good.proof.*part).size(); ++i) {
            auto bad = good;
            auto& letter = (bad.proof.*part)[i];
            letter = static_cast<char>(letter ^ 1);
            desk_.later(std::chrono::milliseconds(60));  // Strangers may ask so often only.
            EXPECT_EQ(desk_.serve(bad).status, 401) << (bad.proof.*part);
        }
    }
    EXPECT_EQ(desk_.serve(good).status, 200);
}

TEST_F(Tablets, RevokedAreShutOutUntilTheOrganiserLetsThemAskAgain) {
    const auto token = desk_.let_in(door_);

    EXPECT_EQ(desk_.ask("DELETE", path_of(door_)).status, 204);
    EXPECT_EQ(held(door_, token), 403);
    EXPECT_THAT(ask_in(door_, 403)["detail"].get<std::string>(), HasSubstr("revoked"));
    EXPECT_EQ(desk_.ask("DELETE", path_of(other_)).status, 404);

    EXPECT_EQ(desk_.ask("POST", path_of(door_) + "/readmission").status, 204);
    EXPECT_EQ(held(door_, token), 401) << "the old token stays dead";
    const auto fresh = desk_.let_in(door_);
    EXPECT_EQ(held(door_, fresh), 200);
    EXPECT_EQ(desk_.ask("POST", path_of(door_) + "/readmission").status, 404);
}

TEST_F(Tablets, RevokedBeforeTheyFetchedTheirTokenGetNone) {
    EXPECT_EQ(approve(ask_in(door_, 202)["user_code"]), 200);

    EXPECT_EQ(desk_.ask("DELETE", path_of(door_)).status, 204);

    ask_in(door_, 202);  // A new code; the approval is gone.
}

TEST_F(Tablets, RevokedAreToldSo) {
    desk_.let_in(door_);
    desk_.ask("DELETE", path_of(door_));

    ask_in(door_, 403);
}

TEST_F(Tablets, WithATokenMayAskInAgain) {
    const std::string token = desk_.let_in(door_);
    const auto body = nlohmann::json{{"device", door_.id().text()}, {"event", k_event}}.dump();

    EXPECT_EQ(desk_.ask_as(door_, "POST", "/v1/devices", body, token).status, 201);
}

TEST_F(Tablets, TurnedAwayShowANewCode) {
    const std::string code = ask_in(door_, 202)["user_code"];

    EXPECT_EQ(desk_.ask("DELETE", "/v1/enrolments/" + door_.id().text()).status, 204);

    EXPECT_EQ(approve(code), 404);
    EXPECT_NE(ask_in(door_, 202)["user_code"], code);
}

TEST_F(Tablets, ThatLostTheirAnswerGetAFreshTokenAndTheOldOneEnds) {
    const auto first = desk_.let_in(door_);
    const std::string second = ask_in(door_, 201)["token"];

    EXPECT_EQ(held(door_, first), 401);
    EXPECT_EQ(held(door_, second), 200);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
