// The description and the program say the same routes, and each of them answers.

#include <gtest/gtest.h>
#include <set>
#include <yaml-cpp/yaml.h>

#include "tests/membershipd/support.h"
#include "tests/places.h"

namespace welcome::tools::membershipd::test {
namespace {

std::set<std::string> described_routes() {
    std::set<std::string> routes;
    const auto description = YAML::LoadFile(welcome::test::source_dir() + "/assets/openapi.yaml");
    for (const auto& path : description["paths"]) {
        for (const auto& entry : path.second) {
            auto method = entry.first.as<std::string>();
            if (method == "parameters") continue;
            for (auto& c : method) c = static_cast<char>(std::toupper(c));
            routes.insert(method + ' ' + path.first.as<std::string>());
        }
    }
    return routes;
}

TEST(OpenApi, DescribesEveryServedRouteAndNoOther) {
    std::set<std::string> served;
    for (const auto& route : Api::routes()) served.insert(std::string(route.method) + ' ' + route.path);

    EXPECT_EQ(described_routes(), served);
}

TEST(OpenApi, EveryDescribedRouteAnswers) {
    TempDir folder;
    Desk desk(folder.path());
    const std::map<std::string, std::string> bodies{
        {"POST /v1/events", nlohmann::json{{"event", k_event}, {"name", "x"}}.dump()},
        {"POST /v1/devices", nlohmann::json{{"device", device_of(9).text()}}.dump()}};

    for (const auto& route : described_routes()) {
        const auto space = route.find(' ');
        auto path = route.substr(space + 1);
        if (const auto at = path.find("{event}"); at != std::string::npos) path.replace(at, 7, k_event);
        const auto told =
            desk.ask(route.substr(0, space), path, bodies.contains(route) ? bodies.at(route) : "{}");
        EXPECT_FALSE(told.body.find("no-route") != std::string::npos || told.status == 405 ||
                     told.status >= 500)
            << route << " answered " << told.status;
    }
}

// Whoever asks, whatever they send: each answer's status is one that the description names, and where it
// names JSON for it, JSON comes.
TEST(OpenApi, NamesEveryStatusThatARouteAnswersWith) {
    TempDir folder;
    Desk desk(folder.path());
    const auto key = device_key();
    const auto token = desk.let_in(key);
    const auto description = YAML::LoadFile(welcome::test::source_dir() + "/assets/openapi.yaml");
    const auto event = nlohmann::json{{"event", uuid_of(4).text()},
                                      {"name", "Spring"},
                                      {"starts", "2027-04-01T18:00:00Z"},
                                      {"timezone", "America/Chicago"}}
                           .dump();
    const std::vector<std::string> bodies{
        "{}",
        "no json",
        R"({"code":"BBBBBBBB"})",
        R"({"decision":"same"})",
        "token=guess",
        event,
        request_of({check_in(1, 1, 7)}, 1).dump(),
        nlohmann::json{{"device", key.id().text()}, {"event", k_event}}.dump()};
    for (const auto& route : described_routes()) {
        const auto space = route.find(' ');
        const auto method = route.substr(0, space), shape = route.substr(space + 1);
        auto lower = method;
        for (auto& c : lower) c = static_cast<char>(std::tolower(c));
        const auto answers = description["paths"][shape][lower]["responses"];
        const auto check = [&](const Told& told, const std::string& who) {
            const auto named = answers[std::to_string(told.status)];
            EXPECT_TRUE(named) << route << " answered " << told.status << " to " << who << ": " << told.body;
            if (!named || told.body.empty()) return;
            const auto type = told.type.substr(0, told.type.find(';'));
            const auto whole = named["$ref"] ? description["components"]["responses"]["problem"] : named;
            EXPECT_TRUE(!whole["content"] || whole["content"][type])
                << route << " answered " << told.status << " with " << type;
            EXPECT_TRUE(!type.ends_with("json") || nlohmann::json::accept(told.body)) << route;
        };
        for (const bool exists : {true, false}) {
            auto path = shape;
            const std::vector<std::pair<std::string, std::string>> places{
                {"{event}", exists ? k_event : uuid_of(99).text()},
                {"{device}", exists ? key.id().text() : "none"},
                {"{batch}", uuid_of(9'000'001).text()},
                {"{fact}", uuid_of(7).text()},
                {"{file}", exists ? "style.css" : "none"}};
            for (const auto& [name, value] : places) {
                if (const auto at = path.find(name); at != std::string::npos)
                    path.replace(at, name.size(), value);
            }
            const bool reads = method == "GET";
            for (const auto& body : reads ? std::vector<std::string>{""} : bodies) {
                check(desk.ask(method, path, body, ""), "a stranger");
                check(desk.ask_as(key, method, path, body, token), "a device");
                check(desk.ask(method, path, body), "the organiser");
                desk.later(std::chrono::seconds(10));
            }
            if (reads) {
                check(desk.ask(method, path + "?after=x&limit=x"), "the organiser who writes nonsense");
                check(desk.ask(method, path, {}, k_organiser, "image/png"), "one who wants a picture");
            }
        }
    }
}

TEST(OpenApi, UnknownAddressesAndMethodsAreProblems) {
    TempDir folder;
    Desk desk(folder.path());

    EXPECT_EQ(desk.ask("GET", "/v1/nothing").status, 404);
    EXPECT_EQ(desk.ask("DELETE", "/v1/hello").status, 405);
    EXPECT_EQ(desk.ask("GET", "/../etc/passwd").status, 404);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
