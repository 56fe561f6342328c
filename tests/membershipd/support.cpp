#include "tests/membershipd/support.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/keys.h"
#include "tests/membershipd/loopback.h"
#include "tests/places.h"
#include "tools/membershipd/sql_store.h"

namespace welcome::tools::membershipd::test {
namespace {

const std::string k_program = welcome::test::bin_dir() + "/membershipd";

pid_t spawn(const std::vector<std::string>& arguments, int out, int err) {
    std::vector<char*> argv{const_cast<char*>(k_program.c_str())};
    for (const auto& one : arguments) argv.push_back(const_cast<char*>(one.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (err >= 0) posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    pid_t process = -1;
    if (posix_spawn(&process, k_program.c_str(), &actions, nullptr, argv.data(), environ) != 0) process = -1;
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

std::string read_all(int handle) {
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t n = 0; (n = ::read(handle, piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(n));
    }
    return text;
}

}  // namespace

TempDir::TempDir() {
    auto shape = (std::filesystem::temp_directory_path() / "welcome-XXXXXX").string();
    path_ = ::mkdtemp(shape.data());
}
TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

EventId event_id() {
    return *EventId::parse(k_event);
}

DeviceId device_of(std::uint8_t number) {
    DeviceId device;
    device.bytes.fill(number);
    return device;
}

sync::Uuid uuid_of(std::uint64_t number) {
    sync::Uuid id;
    id.bytes = {0x01, 0x92, 0xf5, 0xc1, 0x80, 0x00, 0x70, 0x00, 0x80};
    for (std::size_t i = 0; i < 7; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

std::string person_text(std::uint64_t number) {
    return uuid_of(1'000'000 + number).text();
}

sync::WireFact fact_of(std::uint8_t device, std::uint64_t seq, std::string kind, std::string body,
                       int seconds) {
    sync::WireFact one;
    const auto at = k_evening + seconds * 1000L;
    one.fact = {FactId(uuid_of(device * 100'000ULL + seq)),
                device_of(device),
                seq,
                {at, 0},
                Instant(std::chrono::milliseconds(at)),
                event_id(),
                std::move(kind),
                std::move(body)};
    one.id_text = one.fact.id.text();
    return one;
}

sync::WireFact check_in(std::uint8_t device, std::uint64_t seq, std::uint64_t person, int seconds) {
    kiosk::event::CheckedIn body;
    body.person = *kiosk::event::PersonId::parse(person_text(person));
    const auto draft = kiosk::event::draft(FactId{}, body);
    return fact_of(device, seq, draft.kind, draft.body, seconds);
}

sync::WireFact registration(std::uint8_t device, std::uint64_t seq, std::uint64_t person,
                            const std::string& name, const std::string& phone, const std::string& source) {
    kiosk::event::PersonRegistered body;
    body.person = *kiosk::event::PersonId::parse(person_text(person));
    body.source = source;
    body.source_key = source == "door" ? "" : person_text(person);
    body.fields.full_name = name;
    if (!phone.empty()) body.fields.phone = phone;
    const auto draft = kiosk::event::draft(FactId{}, body);
    return fact_of(device, seq, draft.kind, draft.body);
}

nlohmann::ordered_json request_of(const std::vector<sync::WireFact>& facts, std::uint64_t batch) {
    return {{"batch", uuid_of(9'000'000 + batch).text()},
            {"device", device_of(1).text()},
            {"streams", nlohmann::ordered_json::parse(sync::write_streams(facts))}};
}

Desk::Desk(const std::filesystem::path& folder, std::string address)
    : now_(std::make_unique<Instant>(std::chrono::milliseconds(k_evening + 3'600'000))) {
    if (!sync::init_crypto()) std::abort();
    if (address.empty()) address = "sqlite:" + (folder / "store.sqlite").string();
    auto store = open_store(address);
    if (!store) throw std::runtime_error(store.error().detail);
    auto service = Service::open(std::move(*store), [now = now_.get()] { return *now; });
    if (!service) throw std::runtime_error(service.error().detail);
    api_ = std::make_unique<Api>(std::move(*service), Gate(Secrets{k_organiser}));
    const nlohmann::json event{{"event", k_event},
                               {"name", "Fall <town> hall"},
                               {"starts", "2026-11-24T18:00:00-05:00"},
                               {"timezone", "America/New_York"}};
    ask("POST", "/v1/events", event.dump());
}

sync::DeviceKey device_key() {
    const TempDir folder;
    auto key = sync::DeviceKey::open_or_make(folder.path() / "key", sync::EventKey::make());
    if (!key) throw std::runtime_error(key.error().detail);
    return *key;
}

Asked signed_by(const sync::DeviceKey& key, Asked asked, Instant at) {
    asked.proof = sync::prove(key,
                              {.method = asked.method,
                               .target = asked.target,
                               .authorization = asked.authorization,
                               .body = asked.body},
                              std::chrono::floor<std::chrono::seconds>(at));
    return asked;
}

Told Desk::ask_as(const sync::DeviceKey& key, const std::string& method, const std::string& path,
                  const std::string& body, const std::string& token) {
    return serve(signed_by(key, asked(method, path, body, token), *now_));
}

std::string Desk::let_in(const sync::DeviceKey& key) {
    const auto body =
        nlohmann::json{{"device", key.id().text()}, {"event", k_event}, {"name", "Door"}}.dump();
    const auto shown = nlohmann::json::parse(ask_as(key, "POST", "/v1/devices", body, "").body);
    ask("POST", "/v1/enrolments", nlohmann::json{{"code", shown.value("user_code", "")}}.dump());
    const auto told = nlohmann::json::parse(ask_as(key, "POST", "/v1/devices", body, "").body);
    return told.value("token", "");
}

Told Desk::ask(const std::string& method, const std::string& path, const std::string& body,
               const std::string& token, const std::string& accept) {
    auto question = asked(method, path, body, token);
    question.accept = accept;
    return serve(question);
}

Asked Desk::asked(const std::string& method, const std::string& path, const std::string& body,
                  const std::string& token) {
    Asked asked{.method = method,
                .path = std::string(path, 0, path.find('?')),
                .target = path,
                .query = {},
                .authorization = {},
                .accept = {},
                .body = body};
    if (!token.empty()) asked.authorization = "Bearer " + token;
    auto rest = path.find('?') == std::string::npos ? std::string() : path.substr(path.find('?') + 1);
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest = rest.find('&') == std::string::npos ? std::string() : rest.substr(rest.find('&') + 1);
        asked.query[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    }
    return asked;
}

void Desk::project() {
    if (auto done = api_->project({}); !done) throw std::runtime_error(done.error().detail);
}

nlohmann::ordered_json Desk::get(const std::string& path) {
    return nlohmann::ordered_json::parse(ask("GET", path).body);
}

nlohmann::ordered_json Desk::put(const std::vector<sync::WireFact>& facts, const std::string& query) {
    auto body = request_of(facts, 0);
    body["batch"] = last_batch_ = sync::new_uuid().text();
    const auto told = ask("POST", std::string("/v1/events/") + k_event + "/facts" + query, body.dump());
    return nlohmann::ordered_json::parse(told.body);
}

void write_token_file(const std::filesystem::path& folder) {
    std::ofstream(folder / "tokens") << "organiser=" << k_organiser << "\n";
}

Program::Program(const std::filesystem::path& folder, int port, std::vector<std::string> more, Tokens tokens,
                 std::string store, const std::filesystem::path& log) {
    std::array<int, 2> out{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0) return;
    if (store.empty()) store = "sqlite:" + (folder / "store.sqlite").string();
    std::vector<std::string> arguments{"--listen", "127.0.0.1:" + std::to_string(port), "--store", store};
    if (tokens == Tokens::of_a_file) {
        if (!std::filesystem::exists(folder / "tokens")) write_token_file(folder);
        arguments.insert(arguments.end(), {"--token-file", (folder / "tokens").string()});
    }
    arguments.insert(arguments.end(), more.begin(), more.end());
    const int err = log.empty() ? -1 : ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    process_ = spawn(arguments, out[1], err);
    if (err >= 0) ::close(err);
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(out[0]);
    const auto colon = line.rfind(':');
    if (line.starts_with("listening on ") && colon != std::string::npos)
        port_ = std::stoi(line.substr(colon + 1));
}

Program::~Program() {
    kill_hard();
}

void Program::kill_hard() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

int Program::stop_gently() {
    if (process_ < 0) return -1;
    int state = 0;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, &state, 0);
    process_ = -1;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

Ended run_program(const std::vector<std::string>& arguments) {
    std::array<int, 2> out{}, err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) return {};
    const auto process = spawn(arguments, out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    Ended ended;
    ended.out = read_all(out[0]);
    ended.err = read_all(err[0]);
    ::close(out[0]);
    ::close(err[0]);
    int state = 0;
    ::waitpid(process, &state, 0);
    ended.code = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    return ended;
}

Reply exchange(int port, const std::string& bytes) {
    const int handle = connect_to_loopback(port);
    if (handle < 0) return {};
    send_all(handle, bytes);
    const auto text = read_all(handle);
    ::close(handle);
    const auto end = text.find("\r\n\r\n");
    if (end == std::string::npos) return {};
    return {std::stoi(text.substr(9, 3)), text.substr(0, end), text.substr(end + 4)};
}

Reply request(int port, const std::string& method, const std::string& path, const std::string& body,
              const std::string& token, const std::string& more_headers) {
    auto text = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    if (!token.empty()) text += "Authorization: Bearer " + token + "\r\n";
    if (!body.empty() || method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return test::exchange(port, text + more_headers + "\r\n" + body);
}

}  // namespace welcome::tools::membershipd::test
