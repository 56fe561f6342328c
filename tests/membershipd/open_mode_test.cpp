// Without a token file: everything for this machine's programs, nothing for anybody else.

#include <gmock/gmock.h>

#include "sync/upload/http_client.h"
#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string k_base = std::string("/v1/events/") + k_event;

std::string fall() {
    return nlohmann::json{{"event", k_event},
                          {"name", "Fall"},
                          {"starts", "2026-11-24T18:00:00-05:00"},
                          {"timezone", "America/New_York"}}
        .dump();
}

class OpenMode : public ::testing::Test {
  protected:
    [[nodiscard]] Reply ask(const std::string& method, const std::string& path, const std::string& body = {},
                            const std::string& token = {}, const std::string& headers = {}) const {
        return request(program_.port(), method, path, body, token, headers);
    }
    TempDir folder_;
    Program program_{folder_.path(), 0, {}, Tokens::none};
};

TEST_F(OpenMode, NeedsNoTokenForAnyRoute) {
    EXPECT_EQ(ask("POST", "/v1/events", fall()).status, 201);
    EXPECT_EQ(ask("POST", k_base + "/facts", request_of({check_in(1, 1, 7)}, 1).dump()).status, 200);
    const auto attendance = ask("GET", k_base + "/attendance");
    EXPECT_EQ(attendance.status, 200);
    EXPECT_EQ(ask("GET", k_base + "/held").status, 200);
    EXPECT_EQ(ask("GET", "/v1/reviews").status, 200);
    EXPECT_EQ(ask("GET", "/metrics").status, 200);
    EXPECT_EQ(ask("GET", "/").status, 200);
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "store.sqlite.tokens"));
}

TEST_F(OpenMode, AnEnrolledDeviceIsStillItself) {
    const auto key = device_key();
    const auto enrolled =
        ask("POST", "/v1/devices", nlohmann::json{{"device", key.id().text()}, {"name", "a"}}.dump());
    ASSERT_EQ(enrolled.status, 201);
    const std::string token = nlohmann::json::parse(enrolled.body)["token"];
    auto client = sync::HttpClient::make({.url = program_.url(), .token = token, .key = key});

    EXPECT_EQ(client->post_json("/v1/events", fall())->status, 403);
    EXPECT_EQ(ask("POST", "/v1/events", fall()).status, 201);
    EXPECT_EQ(client->get(k_base + "/held")->status, 200);
    EXPECT_EQ(ask("GET", k_base + "/held", {}, token).status, 401);
}

TEST_F(OpenMode, RefusesPagesOfOtherSites) {
    EXPECT_EQ(ask("POST", "/v1/events", fall(), {}, "Origin: https://elsewhere.example\r\n").status, 403);
    const auto rebound = exchange(
        program_.port(), "GET / HTTP/1.1\r\nHost: elsewhere.example:80\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(rebound.status, 403);
    EXPECT_EQ(ask("GET", "/v1/hello").status, 200);
}

TEST(OpenModeCommandLine, ListensOnlyToThisMachine) {
    TempDir folder;
    for (const std::string host : {"0.0.0.0", "[::]", "192.0.2.1", "example.org"}) {
        const auto ended =
            run_program({"--store", "sqlite:" + (folder.path() / "s").string(), "--listen", host + ":0"});
        EXPECT_EQ(ended.code, 1) << host;
        EXPECT_THAT(ended.err, HasSubstr("give --token-file")) << host;
        EXPECT_TRUE(ended.out.empty()) << host;
    }
}

TEST(OpenModeCommandLine, SaysOnceThatItIsOpen) {
    TempDir folder;
    const Program taken(folder.path());  // The port is taken, so that the second one ends by itself.
    const auto listen = "127.0.0.1:" + std::to_string(taken.port());
    const auto store = "sqlite:" + (folder.path() / "other").string();
    const std::string warning = "every program of this machine";

    EXPECT_THAT(run_program({"--store", store, "--listen", listen}).err, HasSubstr(warning));
    EXPECT_THAT(run_program({"--store", store, "--listen", listen, "--token-file",
                             (folder.path() / "tokens").string()})
                    .err,
                Not(HasSubstr(warning)));
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
