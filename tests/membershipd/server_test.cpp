// The real program on a free port: its wire, its limits, and its death at any moment.

#include <atomic>
#include <fstream>
#include <gmock/gmock.h>
#include <random>
#include <sys/stat.h>
#include <thread>

#include "sync/upload/gzip.h"
#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

using ::testing::HasSubstr;

const std::string k_base = std::string("/v1/events/") + k_event;

std::string event_body() {
    return nlohmann::json{{"event", k_event},
                          {"name", "Fall"},
                          {"starts", "2026-11-24T18:00:00-05:00"},
                          {"timezone", "America/New_York"}}
        .dump();
}

class Wire : public ::testing::Test {
  protected:
    Wire() { request(program_.port(), "POST", "/v1/events", event_body()); }
    TempDir folder_;
    Program program_{folder_.path(), 0, {"--request-patience", "10"}};
};

TEST_F(Wire, TakesGzipAndGivesIt) {
    const auto packed = sync::gzip(request_of({check_in(1, 1, 7)}, 1).dump());

    const auto put = request(program_.port(), "POST", k_base + "/facts", *packed, k_organiser,
                             "Content-Encoding: gzip\r\n");
    const auto got =
        request(program_.port(), "GET", k_base + "/attendance", {}, k_organiser, "Accept-Encoding: gzip\r\n");

    EXPECT_EQ(put.status, 200);
    EXPECT_THAT(put.body, HasSubstr("accepted"));
    EXPECT_THAT(got.head, HasSubstr("Content-Encoding: gzip"));
}

TEST_F(Wire, RefusesWhatIsTooLargeOrNoGzipInWords) {
    const auto bomb = sync::gzip(std::string(200U << 20U, ' '));
    ASSERT_LT(bomb->size(), k_most_body_bytes);
    const auto gzip = std::string("Content-Encoding: gzip\r\n");
    const struct {
        std::string body, headers;
        int status;
    } cases[] = {
        {*bomb, gzip, 413},
        {"no gzip at all", gzip, 400},
        {std::string(k_most_body_bytes + 1, ' '), "", 413},
        {"{}", "Content-Encoding: zstd\r\n", 415},
        {"{", "", 400},
    };
    for (const auto& one : cases) {
        const auto reply =
            request(program_.port(), "POST", k_base + "/facts", one.body, k_organiser, one.headers);
        EXPECT_EQ(reply.status, one.status) << one.headers << reply.body;
        EXPECT_THAT(reply.head, HasSubstr("application/problem+json"));
        EXPECT_EQ(nlohmann::json::parse(reply.body)["status"], one.status);
    }
    EXPECT_EQ(request(program_.port(), "GET", "/healthz", {}, "").status, 200);
}

TEST_F(Wire, OutlivesNonsenseOnItsSocket) {
    const std::string long_header(100'000, 'x');
    for (const auto& bytes :
         {std::string("\0\1\2\r\n\r\n", 7), std::string("GET\r\n\r\n"),
          "GET /" + long_header + " HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nX: " + long_header + "\r\n\r\n",
          std::string("BREW /v1/hello HTTP/1.1\r\nConnection: close\r\n\r\n")}) {
        const auto reply = exchange(program_.port(), bytes);
        EXPECT_TRUE(reply.status == 0 || reply.status >= 400) << bytes.substr(0, 20);
    }
    EXPECT_EQ(request(program_.port(), "GET", "/v1/hello", {}, "").status, 200);
}

TEST_F(Wire, StopsGentlyAndKeepsEverything) {
    request(program_.port(), "POST", k_base + "/facts", request_of({check_in(1, 1, 7)}, 1).dump());
    EXPECT_EQ(program_.stop_gently(), 0);

    Program again(folder_.path());
    const auto reply = request(again.port(), "GET", k_base + "/attendance");

    EXPECT_EQ(nlohmann::json::parse(reply.body)["attendance"].size(), 1U);
}

TEST_F(Wire, NoTokenLiesInTheStore) {
    const nlohmann::json body{{"device", device_of(1).text()}};
    const auto reply = request(program_.port(), "POST", "/v1/devices", body.dump());
    ASSERT_EQ(reply.status, 201);
    const std::string token = nlohmann::json::parse(reply.body)["token"];
    program_.stop_gently();

    for (const auto& file : std::filesystem::directory_iterator(folder_.path())) {
        if (file.path().filename() == "tokens") continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(bytes.find(token), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find(k_organiser), std::string::npos) << file.path();
    }
}

// Many writers, a kill in the middle, eight times: what was acknowledged is there.
TEST(Killed, TheServiceHasEveryFactItAcknowledged) {
    const auto seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    std::cout << "seed " << seed << '\n';
    std::mt19937 random(seed);
    TempDir folder;
    std::uint64_t batch = 0;
    std::array<std::uint64_t, 4> acked{};
    for (int round = 0; round < 8; ++round) {
        Program program(folder.path());
        ASSERT_GT(program.port(), 0);
        request(program.port(), "POST", "/v1/events", event_body());
        std::atomic<std::uint64_t> answered{0};
        std::vector<std::jthread> writers;
        for (std::uint8_t device = 1; device <= 4; ++device) {
            const auto first_batch = (batch += 100'000);
            writers.emplace_back([&, device, first_batch] {
                for (std::uint64_t i = 0;; ++i) {
                    auto& through = acked[device - 1];
                    std::vector<sync::WireFact> facts;
                    for (std::uint64_t seq = through + 1; seq <= through + 5; ++seq)
                        facts.push_back(check_in(device, seq, device * 100'000ULL + seq));
                    const auto reply = request(program.port(), "POST", k_base + "/facts",
                                               request_of(facts, first_batch + i).dump());
                    const auto json = nlohmann::json::parse(reply.body, nullptr, false);
                    if (reply.status != 200 || json.is_discarded()) return;
                    through += 5;
                    ++answered;
                    answered.notify_all();
                }
            });
        }
        const auto enough = 1 + random() % 40;
        for (auto n = answered.load(); n < enough; n = answered.load()) answered.wait(n);
        program.kill_hard();
    }

    Program program(folder.path());
    const auto held =
        nlohmann::json::parse(request(program.port(), "GET", k_base + "/held").body)["acked_through"];
    std::uint64_t total = 0;
    for (std::uint8_t device = 1; device <= 4; ++device) {
        const std::uint64_t at_service = held.value(device_of(device).text(), std::uint64_t{0});
        EXPECT_GE(at_service, acked[device - 1]);
        EXPECT_EQ(at_service % 5, 0U) << "a batch was kept by half";
        total += at_service;
    }
    EXPECT_EQ(nlohmann::json::parse(request(program.port(), "GET", k_base + "/attendance").body)["attendance"]
                  .size(),
              total);
}

TEST(CommandLine, KeepsTheHousesExitCodes) {
    TempDir folder;
    const auto store = "sqlite:" + (folder.path() / "s").string();

    EXPECT_EQ(run_program({"--help"}).code, 0);
    EXPECT_THAT(run_program({"--version"}).out, HasSubstr("membershipd"));
    EXPECT_EQ(run_program({}).code, 2);
    EXPECT_EQ(run_program({"--nonsense"}).code, 2);
    EXPECT_EQ(run_program({"--store", "mysql:x"}).code, 2);
    EXPECT_EQ(run_program({"--store", store, "--listen", "here"}).code, 2);
    const auto refused = run_program({"--store", "sqlite:" + (folder.path() / "no" / "where").string()});
    EXPECT_EQ(refused.code, 1);
    EXPECT_FALSE(refused.err.empty());
    EXPECT_TRUE(refused.out.empty());
}

TEST(CommandLine, APortThatIsTakenIsSaidPlainly) {
    TempDir one, other;
    const Program program(one.path());

    const auto ended = run_program({"--store", "sqlite:" + (other.path() / "s").string(), "--listen",
                                    "127.0.0.1:" + std::to_string(program.port())});

    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, HasSubstr("taken"));
}

TEST(CommandLine, MakesATokenFileThatOnlyItsOwnerReads) {
    TempDir folder;
    const auto file = folder.path() / "fresh";
    const Program program(folder.path());
    std::filesystem::remove(folder.path() / "tokens");
    ASSERT_TRUE(open_token_file(file));

    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
    EXPECT_EQ(open_token_file(file)->organiser, open_token_file(file)->organiser);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
