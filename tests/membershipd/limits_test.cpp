// What one client can do to the service: how often, how much, how slowly; TLS; what the log and the figures
// tell.

#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <poll.h>
#include <regex>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "sync/upload/http_client.h"
#include "tests/membershipd/loopback.h"
#include "tests/membershipd/support.h"
#include "tools/membershipd/forwarded.h"

namespace welcome::tools::membershipd::test {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string k_base = std::string("/v1/events/") + k_event;

std::string event_body() {
    return nlohmann::json{{"event", k_event},
                          {"name", "Fall"},
                          {"starts", "2026-11-24T18:00:00-05:00"},
                          {"timezone", "America/New_York"}}
        .dump();
}

int connect_from(const char* own_address, int port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in own{}, far{};
    own.sin_family = far.sin_family = AF_INET;
    far.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, own_address, &own.sin_addr);
    ::inet_pton(AF_INET, "127.0.0.1", &far.sin_addr);
    if (::bind(handle, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0 &&
        ::connect(handle, reinterpret_cast<sockaddr*>(&far), sizeof far) == 0)
        return handle;
    ::close(handle);
    return -1;
}

// Sends a letter every 100 ms for as long as the far end takes it; false: it took them for a minute.
bool is_cut_off(int handle) {
    for (int i = 0; i < 600; ++i) {
        ::send(handle, "x", 1, MSG_NOSIGNAL);
        pollfd one{.fd = handle, .events = POLLIN, .revents = 0};
        if (::poll(&one, 1, 100) <= 0) continue;
        char letter = 0;
        const auto got = ::recv(handle, &letter, 1, MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno == ECONNRESET)) return true;
    }
    return false;
}

class Limits : public ::testing::Test {
  protected:
    Told hello(const std::string& address, const std::string& token = {}) {
        auto asked = Desk::asked("GET", "/v1/hello", {}, token);
        asked.address = address;
        return desk_.serve(asked);
    }
    TempDir folder_;
    Desk desk_{folder_.path()};
};

TEST_F(Limits, AStrangersAddressHasABudgetOfItsOwn) {
    int taken = 0;
    while (hello("192.0.2.1").status == 200) ++taken;
    const auto told = hello("192.0.2.1");

    EXPECT_EQ(taken, 200);
    EXPECT_EQ(told.status, 429);
    EXPECT_EQ(told.headers.front(), (std::pair<std::string, std::string>("Retry-After", "1")));
    EXPECT_EQ(hello("192.0.2.2").status, 200);
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(hello("192.0.2.1", k_organiser).status, 200);
    desk_.later(1s);
    EXPECT_EQ(hello("192.0.2.1").status, 200);
}

TEST(ClientAddress, IsWhatATrustedBalancerSaysAndNobodyElse) {
    const std::vector<std::string> trusted{"10.0.0.1", "10.0.0.2", "2001:db8::1"};
    EXPECT_EQ(client_address("192.0.2.9", "198.51.100.7", trusted), "192.0.2.9") << "a stranger's word";
    EXPECT_EQ(client_address("10.0.0.1", "198.51.100.7", trusted), "198.51.100.7");
    EXPECT_EQ(client_address("::ffff:10.0.0.1", " 198.51.100.7 ", trusted), "198.51.100.7");
    EXPECT_EQ(client_address("2001:0db8:0::1", "2001:DB8::7", trusted), "2001:db8::7");
    EXPECT_EQ(client_address("10.0.0.1", "203.0.113.5, 198.51.100.7", trusted), "198.51.100.7")
        << "what stood there before may be forged";
    EXPECT_EQ(client_address("10.0.0.1", "203.0.113.5, 198.51.100.7, 10.0.0.2", trusted), "198.51.100.7")
        << "two balancers in a row";
    EXPECT_EQ(client_address("10.0.0.1", "", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "unknown", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "203.0.113.5, _hidden", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "10.0.0.2", trusted), "10.0.0.2");
}

// Two halls behind one balancer: one of them asks too often, the other does not notice.
TEST(Balancer, LeavesEachHallItsOwnBudget) {
    const TempDir folder;
    const Program program(folder.path(), 0, {"--trusted-proxy", "127.0.0.1"});
    const auto guess_for = [](const Program& at, const std::string& hall) {
        return request(at.port(), "POST", "/session", "token=guess", {}, "X-Forwarded-For: " + hall + "\r\n")
            .status;
    };
    // Ten guesses at once, then one in five seconds.
    int status = 401;
    for (int i = 0; i < 200 && status == 401; ++i) status = guess_for(program, "192.0.2.1");
    EXPECT_EQ(status, 429);
    EXPECT_EQ(guess_for(program, "192.0.2.2"), 401);

    const TempDir other_folder;
    const Program trusts_nobody(other_folder.path());
    status = 401;
    for (int i = 0; i < 200 && status == 401; ++i)
        status = guess_for(trusts_nobody, "192.0.2." + std::to_string(i));
    EXPECT_EQ(status, 429) << "a name that anybody may write is no way around the limit";
}

// The balancer ends TLS: the session's cookie is for TLS alone where it says so, and only where it does.
TEST(Balancer, SaysWhetherThePageWasAskedForByTls) {
    const auto cookie_of = [](const Program& at, const std::string& header) {
        const auto told =
            request(at.port(), "POST", "/session", std::string("token=") + k_organiser, {}, header);
        EXPECT_EQ(told.status, 303) << header;
        EXPECT_THAT(told.head, HasSubstr("session=")) << header;
        return told.head;
    };
    const std::string by_tls = "X-Forwarded-Proto: https\r\n";
    const TempDir folder;
    const Program behind(folder.path(), 0, {"--trusted-proxy", "127.0.0.1"});
    EXPECT_THAT(cookie_of(behind, by_tls), HasSubstr("; Secure"));
    EXPECT_THAT(cookie_of(behind, "X-Forwarded-Proto: http\r\n"), Not(HasSubstr("; Secure")));
    EXPECT_THAT(cookie_of(behind, {}), Not(HasSubstr("; Secure")));

    const TempDir other_folder;
    const Program trusts_nobody(other_folder.path());
    EXPECT_THAT(cookie_of(trusts_nobody, by_tls), Not(HasSubstr("; Secure"))) << "a stranger's word";
    const TempDir third_folder;
    const Program trusts_another(third_folder.path(), 0, {"--trusted-proxy", "192.0.2.1"});
    EXPECT_THAT(cookie_of(trusts_another, by_tls), Not(HasSubstr("; Secure"))) << "not the one it trusts";
}

TEST(Balancer, MustBeAnAddress) {
    const auto ended = run_program({"--store", "sqlite::memory:", "--trusted-proxy", "balancer"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("IP address"));
}

TEST_F(Limits, ADeviceHasABudgetThatNoUploadReaches) {
    const auto key = device_key();
    const auto token = desk_.let_in(key);
    int taken = 0;
    for (int status = 200; status == 200 && taken < 5000; ++taken)
        status = desk_.ask_as(key, "GET", k_base + "/held", {}, token).status;

    EXPECT_EQ(taken - 1, 600);
    desk_.later(1s);
    EXPECT_EQ(desk_.ask_as(key, "GET", k_base + "/held", {}, token).status, 200);
}

TEST_F(Limits, GuessesAtTheOrganisersTokenAreSlow) {
    int tries = 0;
    for (int status = 401; status == 401 && tries < 1000; ++tries)
        status = desk_.ask("POST", "/session", "token=guess", "").status;

    EXPECT_EQ(tries - 1, 10);
}

TEST(SlowClients, HoldUpNobodyElse) {
    TempDir folder;
    Program program(folder.path());
    std::vector<int> slow;
    constexpr int k_more_than_threads = 140;
    for (int i = 0; i < k_more_than_threads; ++i) {
        slow.push_back(connect_from("127.0.0.2", program.port()));
        ASSERT_GE(slow.back(), 0);
        send_all(slow.back(), "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    EXPECT_EQ(request(program.port(), "GET", "/healthz", {}, "").status, 200);

    for (const int handle : slow) ::close(handle);
}

TEST(SlowClients, AreCutOffHoweverSteadilyTheyDrip) {
    TempDir folder;
    Program program(folder.path(), 0, {"--request-patience", "2"});
    const std::string head = "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                             std::string(k_organiser) + "\r\n";

    for (const auto& begun :
         {std::string("GE"), head + "X-Slow: ", head + "Content-Length: 100000\r\n\r\n{"}) {
        const int handle = connect_to_loopback(program.port());
        send_all(handle, begun);
        EXPECT_TRUE(is_cut_off(handle)) << begun;
        ::close(handle);
    }
    EXPECT_EQ(request(program.port(), "POST", "/v1/events", event_body()).status, 201);
}

TEST(SlowClients, WhoTakeNoAnswerAreLetGo) {
    TempDir folder;
    Program program(folder.path());
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "GET /page/page.js HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                std::string(k_organiser) + "\r\n\r\n";
    const int handle = connect_to_loopback(program.port());
    ::fcntl(handle, F_SETFL, O_NONBLOCK);
    ::send(handle, many.data(), many.size(), MSG_NOSIGNAL);

    EXPECT_EQ(request(program.port(), "GET", "/healthz", {}, "").status, 200);
    EXPECT_EQ(program.stop_gently(), 0) << "a stop waits for no such client";
    ::close(handle);
}

class Tls : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto made =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "
            "/CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout " +
            key_.string() + " -out " + cert_.string() + " 2>/dev/null";
        ASSERT_EQ(std::system(made.c_str()), 0);
        program_ =
            std::make_unique<Program>(folder_.path(), 0,
                                      std::vector<std::string>{"--tls-cert", cert_.string(), "--tls-key",
                                                               key_.string(), "--request-patience", "2"});
        ASSERT_GT(program_->port(), 0);
        url_ = "https://127.0.0.1:" + std::to_string(program_->port());
    }
    TempDir folder_;
    std::filesystem::path key_ = folder_.path() / "key.pem", cert_ = folder_.path() / "cert.pem";
    std::unique_ptr<Program> program_;
    std::string url_;
};

TEST_F(Tls, CarriesAnEnrolledTabletsUpload) {
    auto organiser = sync::HttpClient::make({.url = url_, .token = k_organiser, .ca_file = cert_});
    const auto key = device_key();
    EXPECT_EQ(organiser->post_json("/v1/events", event_body())->status, 201);
    const auto enrolled =
        organiser->post_json("/v1/devices", nlohmann::json{{"device", key.id().text()}}.dump());
    const std::string token = nlohmann::json::parse(enrolled->body)["token"];
    auto tablet = sync::HttpClient::make({.url = url_, .token = token, .ca_file = cert_, .key = key});

    const auto answer =
        tablet->post_json(k_base + "/facts", request_of({check_in(1, 1, 7), check_in(1, 2, 8)}, 1).dump());
    EXPECT_EQ(answer->status, 200);
    EXPECT_THAT(tablet->get(k_base + "/facts")->body, HasSubstr("checked_in"));
    EXPECT_EQ(program_->stop_gently(), 0);
}

TEST_F(Tls, IsNeitherOldNorUnprovenNorPlain) {
    auto unproven = sync::HttpClient::make({.url = url_, .token = {}});
    EXPECT_FALSE(unproven->get("/v1/hello")) << "no authority of this machine signed it";
    const auto old = "curl -s --cacert " + cert_.string() + " --tls-max 1.1 " + url_ + "/v1/hello >/dev/null";
    const auto now = "curl -s --cacert " + cert_.string() + " " + url_ + "/v1/hello >/dev/null";
    EXPECT_NE(std::system(old.c_str()), 0);
    EXPECT_EQ(std::system(now.c_str()), 0);
    EXPECT_EQ(request(program_->port(), "GET", "/v1/hello", {}, "").status, 0);
    const int silent = connect_to_loopback(program_->port());
    EXPECT_TRUE(is_cut_off(silent));
    ::close(silent);
    EXPECT_EQ(std::system(now.c_str()), 0);
}

TEST_F(Tls, WithAKeyThatDoesNotFitIsSaidPlainly) {
    std::ofstream(folder_.path() / "other.pem") << "no key";
    const auto ended =
        run_program({"--listen", "127.0.0.1:0", "--store", "sqlite:" + (folder_.path() / "t").string(),
                     "--tls-cert", cert_.string(), "--tls-key", (folder_.path() / "other.pem").string()});

    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, HasSubstr("do not fit"));
}

// Every line of the log and every figure, after an evening whose every text is a marker.
TEST(Telling, LogAndFiguresNameNobody) {
    TempDir folder;
    const auto log = folder.path() / "log";
    Program program(folder.path(), 0, {"--verbose"}, Tokens::of_a_file, {}, log);
    const auto key = device_key();
    auto organiser = sync::HttpClient::make({.url = program.url(), .token = k_organiser});
    organiser->post_json("/v1/events", event_body());
    const auto enrolled = organiser->post_json(
        "/v1/devices", nlohmann::json{{"device", key.id().text()}, {"name", "Zzdoor"}}.dump());
    const std::string token = nlohmann::json::parse(enrolled->body)["token"];
    auto tablet = sync::HttpClient::make({.url = program.url(), .token = token, .key = key});
    const auto facts =
        request_of({registration(1, 1, 7, "Zzrosa Zzgomez", "+12025550143"), check_in(1, 2, 7)}, 1);
    EXPECT_EQ(tablet->post_json(k_base + "/facts", facts.dump())->status, 200);
    for (const auto& path :
         {std::string("/v1/Zzpath/Zzrosa"), "/v1/events/" + person_text(7) + "/held?after=Zzquery",
          std::string("/v1/batches/Zzbatch")})
        tablet->get(path);
    request(program.port(), "POST", k_base + "/facts", "{\"Zzbody\":", token, "X-Zzheader: Zzvalue\r\n");
    exchange(program.port(), "Zzmethod /Zzplace HTTP/1.1\r\n\r\n");
    const auto figures = organiser->get("/metrics")->body;
    EXPECT_EQ(program.stop_gently(), 0);

    std::ifstream in(log);
    const std::string told(std::istreambuf_iterator<char>(in), {});
    std::istringstream lines(told);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        ASSERT_TRUE(json.is_object()) << line;
        EXPECT_TRUE(json.contains("time") && json.contains("level")) << line;
    }
    EXPECT_GT(count, 6);
    for (const auto& marker : {std::string("Zz"), std::string("2025550143"), token, std::string(k_organiser),
                               key.id().text(), person_text(7), std::string("127.0.0.1")}) {
        EXPECT_THAT(told, Not(HasSubstr(marker)));
        EXPECT_THAT(figures, Not(HasSubstr(marker)));
    }
}

TEST(Telling, FiguresAreInPrometheusForm) {
    TempDir folder;
    Desk desk(folder.path());
    desk.put({registration(1, 1, 7, "Rosa"), check_in(1, 2, 7)});
    desk.let_in(device_key());
    desk.ask("GET", "/v1/nothing");
    const auto told = desk.ask("GET", "/metrics");

    EXPECT_THAT(told.type, HasSubstr("version=0.0.4"));
    const std::regex comment("# (HELP|TYPE) membershipd_[a-z_]+ .+");
    const std::regex figure(R"(membershipd_[a-z_]+(\{([a-z_]+="[^"\\]*",?)+\})? [0-9.e+-]+)");
    std::istringstream lines(told.body);
    for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(std::regex_match(line, comment) || std::regex_match(line, figure)) << line;
    for (const std::string line :
         {R"(membershipd_facts_total{state="accepted"} 2)",
          R"(membershipd_requests_total{route="POST /v1/events/{event}/facts",status="200"} 1)",
          R"(membershipd_requests_total{route="none",status="404"} 1)",
          R"(membershipd_devices{state="let_in"} 1)", R"(membershipd_devices{state="waiting"} 0)",
          R"(membershipd_reviews_open 0)", R"(membershipd_request_seconds_bucket{le="+Inf"})",
          "membershipd_request_seconds_count"})
        EXPECT_THAT(told.body, HasSubstr(line));
}

TEST(GracefulStop, AnswersTheRequestInHand) {
    TempDir folder;
    Program program(folder.path());
    request(program.port(), "POST", "/v1/events", event_body());
    const auto body = request_of({check_in(1, 1, 7)}, 1).dump();
    const int handle = connect_to_loopback(program.port());
    const int idle = connect_to_loopback(program.port());
    send_all(handle, "POST " + k_base + "/facts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                         std::string(k_organiser) + "\r\nContent-Length: " + std::to_string(body.size()) +
                         "\r\nExpect: 100-continue\r\n\r\n");
    // In hand it is once the service asks for the body; a connection that nobody has accepted yet is not.
    std::string answer(4096, '\0');
    const auto received = [&] {
        const auto got = ::recv(handle, answer.data(), answer.size(), 0);
        return answer.substr(0, got > 0 ? static_cast<std::size_t>(got) : 0);
    };
    ASSERT_THAT(received(), HasSubstr("HTTP/1.1 100"));
    send_all(handle, body.substr(0, 40));
    std::jthread stopping([&] { EXPECT_EQ(program.stop_gently(), 0); });
    // The stop has begun once nobody new is let in.
    while (true) {
        const int late = connect_to_loopback(program.port());
        if (late < 0) break;
        ::close(late);
        std::this_thread::sleep_for(10ms);
    }
    send_all(handle, body.substr(40));
    const auto answered = received();
    stopping.join();
    ::close(handle);
    ::close(idle);

    EXPECT_THAT(answered, HasSubstr("HTTP/1.1 200"));
    Program again(folder.path());
    EXPECT_THAT(request(again.port(), "GET", k_base + "/attendance").body, HasSubstr(person_text(7)));
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
