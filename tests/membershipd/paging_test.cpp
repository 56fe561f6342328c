// Pages of facts: whatever the sizes, every fact once, in one order.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/membershipd/support.h"

namespace welcome::tools::membershipd::test {
namespace {

const std::string k_facts = std::string("/v1/events/") + k_event + "/facts";

std::vector<std::string> ids_of_page(const nlohmann::ordered_json& page) {
    std::vector<std::string> ids;
    for (const auto& stream : page["streams"]) {
        for (const auto& row : stream["facts"]) ids.push_back(row[0]);
    }
    return ids;
}

RC_GTEST_PROP(Paging, AnyPageSizesGiveEveryFactOnce, ()) {
    const auto count = *rc::gen::inRange<std::uint64_t>(0, 60);
    const auto late = *rc::gen::inRange<std::uint64_t>(0, 20);
    TempDir folder;
    Desk desk(folder.path());
    std::vector<std::string> wanted, got;
    std::uint64_t seq = 0;
    const auto put_one = [&] {
        const auto device = static_cast<std::uint8_t>(1 + *rc::gen::inRange(0, 3));
        const auto one = fact_of(device, ++seq, "came_in", "{}");
        wanted.push_back(one.id_text);
        desk.put({one});
    };
    while (seq < count) put_one();

    std::string cursor;
    for (bool more = true; more;) {
        auto where = k_facts + "?limit=" + std::to_string(*rc::gen::inRange(1, 12));
        const auto page = desk.get(where.append("&after=").append(cursor));
        const auto ids = ids_of_page(page);
        got.insert(got.end(), ids.begin(), ids.end());
        cursor = page["next_cursor"];
        more = page["has_more"];
        if (seq < count + late) {  // Facts go on coming while somebody reads.
            put_one();
            more = true;
        }
    }

    RC_ASSERT(got == wanted);
}

TEST(Paging, ACursorOfAnotherStoreHasExpiredAndNonsenseIsABadRequest) {
    TempDir one, other;
    Desk here(one.path()), there(other.path());
    const std::string cursor = there.get(k_facts)["next_cursor"];

    EXPECT_EQ(here.ask("GET", k_facts + "?after=" + cursor).status, 410);
    EXPECT_EQ(here.ask("GET", k_facts + "?after=nonsense!").status, 400);
    EXPECT_EQ(here.ask("GET", k_facts + "?limit=0").status, 400);
    EXPECT_EQ(here.ask("GET", k_facts + "?limit=-1").status, 400);
}

TEST(Paging, AnEmptyPageDoesNotMoveTheCursor) {
    TempDir folder;
    Desk desk(folder.path());
    desk.put({fact_of(1, 1, "came_in", "{}")});
    const std::string cursor = desk.get(k_facts)["next_cursor"];

    EXPECT_EQ(desk.get(k_facts + "?after=" + cursor)["next_cursor"], cursor);
}

}  // namespace
}  // namespace welcome::tools::membershipd::test
