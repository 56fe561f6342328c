#include "sync/exchange/dial_list.h"

#include <gtest/gtest.h>

namespace welcome::sync::test {

namespace {

using namespace std::chrono_literals;
using Addresses = std::vector<std::string>;

const DialList::InTouch nobody = [](const DeviceId&) { return false; };
const DialList::InTouch everybody = [](const DeviceId&) { return true; };
const Moment now{1h};

}  // namespace

TEST(dial_list, tries_again_sooner_than_two_seconds_for_ever) {
    DialList places;
    places.add("a:1");
    Moment at = now;
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(places.due(at, nobody), Addresses{"a:1"});
        EXPECT_TRUE(places.due(at, nobody).empty()) << "it is being dialled";
        places.failed("a:1", at, 0.99);
        ASSERT_TRUE(places.next(nobody));
        EXPECT_GT(*places.next(nobody), at);
        EXPECT_LE(*places.next(nobody), at + 2s);
        at = *places.next(nobody);
    }
}

TEST(dial_list, lets_a_tablet_in_touch_be_and_dials_it_soon_after) {
    DialList places;
    places.add("a:1");
    EXPECT_EQ(places.due(now, nobody).size(), 1U);
    places.met("a:1", DeviceId{}, false);
    places.ended("a:1", now);
    EXPECT_TRUE(places.due(now + 1h, everybody).empty());
    EXPECT_EQ(places.due(now + 100ms, nobody), Addresses{"a:1"});
}

TEST(dial_list, never_dials_itself_again) {
    DialList places;
    places.add("a:1");
    EXPECT_EQ(places.due(now, nobody).size(), 1U);
    places.met("a:1", DeviceId{}, true);
    places.ended("a:1", now);
    EXPECT_TRUE(places.due(now + 1h, nobody).empty());
}

TEST(dial_list, forgets_what_was_found_and_keeps_what_was_listed) {
    DialList places;
    places.add("a:1");
    places.found("b:1");
    places.lost("a:1");
    places.lost("b:1");
    EXPECT_EQ(places.due(now, nobody), Addresses{"a:1"});
    for (int i = 0; i < 1000; ++i) places.found("c:" + std::to_string(i));
    EXPECT_LE(places.size(), 200U) << "a liar on the network fills no memory";
}

}  // namespace welcome::sync::test
