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

TEST(OpenApi, UnknownAddressesAndMethodsAreProblems) {
    TempDir folder;
    Desk desk(folder.path());

    EXPECT_EQ(desk.ask("GET", "/v1/nothing").status, 404);
    EXPECT_EQ(desk.ask("DELETE", "/v1/hello").status, 405);
    EXPECT_EQ(desk.ask("GET", "/../etc/passwd").status, 404);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
