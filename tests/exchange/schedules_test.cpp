// Any partition, delay, duplication, damage, restart and order: the same journals afterwards, nothing lost,
// nothing double. The schedules are random; each prints its seed where it fails.

#include "tests/exchange/network.h"

namespace welcome::sync::test {

namespace {

using namespace std::chrono_literals;

constexpr unsigned k_schedules_a_test = 250;  // four tests: 1,000

void play(unsigned seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Network network(seed);
    const auto tablets = 2 + static_cast<std::size_t>(network.below(4));
    for (std::size_t i = 0; i < tablets; ++i) network.add("tablet " + std::to_string(i));
    // A row is the least that connects them; more at random, in any direction.
    for (std::size_t i = 0; i + 1 < tablets; ++i) network.introduce(i, i + 1);
    for (int more = network.below(6); more > 0; --more) {
        const auto one = static_cast<std::size_t>(network.below(static_cast<int>(tablets)));
        const auto other = static_cast<std::size_t>(network.below(static_cast<int>(tablets)));
        if (one != other) network.introduce(one, other);
    }
    std::size_t written = 0;
    std::vector<bool> frozen(tablets, false);
    for (int round = 0; round < 12; ++round) {
        const auto one = static_cast<std::size_t>(network.below(static_cast<int>(tablets)));
        std::vector<int> groups;
        switch (network.below(7)) {
            case 0:
                for (std::size_t i = 0; i < tablets; ++i) groups.push_back(network.below(2));
                network.part(groups);
                break;
            case 1:
                network.heal();
                break;
            case 2:
                network.restart(one);
                break;
            case 3:
                frozen[one] = !frozen[one];
                network.freeze(one, frozen[one]);
                break;
            case 4:
                network.set_weather({network.below(20), network.below(20), network.below(20),
                                     network.below(20), network.below(400)});
                break;
            default: {
                const auto count = 1 + static_cast<std::size_t>(network.below(6));
                network.write(one, count);
                written += count;
            }
        }
        network.run_for(std::chrono::milliseconds(10 + network.below(900)));
    }
    network.set_weather({});
    network.heal();
    for (std::size_t i = 0; i < tablets; ++i) network.freeze(i, false);
    ASSERT_TRUE(network.run_until_same(60s)) << "they never agreed";
    const auto first = network.facts(0);
    EXPECT_EQ(first.size(), written);
    for (std::size_t i = 0; i < tablets; ++i) {
        EXPECT_EQ(network.facts(i), first);
        EXPECT_FALSE(network.journal(i).verify()->has_value());
    }
    // Whatever the network did to the bytes, no fact that it damaged got as far as a journal.
    EXPECT_EQ(network.refusals().of(Refused::fact), 0U);
}

void play_from(unsigned first) {
    for (unsigned seed = first; seed < first + k_schedules_a_test && !testing::Test::HasFailure(); ++seed)
        play(seed);
}

}  // namespace

TEST(exchange_schedules, end_with_the_same_journals_1) {
    play_from(1);
}
TEST(exchange_schedules, end_with_the_same_journals_2) {
    play_from(1 + k_schedules_a_test);
}
TEST(exchange_schedules, end_with_the_same_journals_3) {
    play_from(1 + 2 * k_schedules_a_test);
}
TEST(exchange_schedules, end_with_the_same_journals_4) {
    play_from(1 + 3 * k_schedules_a_test);
}

}  // namespace welcome::sync::test
