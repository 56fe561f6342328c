// Tablets that share: what they agree on, how soon, over whom, and at what price.

#include "sync/exchange/exchange.h"

#include "tests/exchange/network.h"

namespace welcome::sync::test {

namespace {

using namespace std::chrono_literals;

void fill(Network& network, std::size_t tablets) {
    for (std::size_t i = 0; i < tablets; ++i) network.add("tablet " + std::to_string(i));
}

}  // namespace

TEST(exchange, two_tablets_push_and_pull_at_once) {
    Network network(1);
    fill(network, 2);
    network.write(0, 3);
    network.write(1, 2);
    network.introduce(0, 1);
    EXPECT_TRUE(network.run_until_same(2s));
    EXPECT_EQ(network.facts(0).size(), 5U);
    EXPECT_EQ(network.facts(0), network.facts(1));
}

TEST(exchange, a_new_fact_crosses_to_a_tablet_that_only_listens_and_back) {
    Network network(1);
    fill(network, 2);
    network.introduce(0, 1);
    network.run_for(1s);
    network.write(1);
    const auto took = network.run_until_same(2s);
    ASSERT_TRUE(took);
    EXPECT_LE(*took, 200ms);
}

TEST(exchange, facts_go_over_any_third_tablet) {
    Network network(1);
    fill(network, 4);
    for (std::size_t i = 0; i + 1 < 4; ++i) network.introduce(i, i + 1);  // a row: 0 never sees 3
    network.write(0, 5);
    network.write(3, 5);
    EXPECT_TRUE(network.run_until_same(10s));
    EXPECT_EQ(network.facts(3).size(), 10U);
}

TEST(exchange, a_tablet_that_joins_at_seven_has_everything_in_seconds) {
    Network network(1);
    fill(network, 4);
    for (std::size_t i = 0; i < 3; ++i) network.write(i, 700);
    network.introduce_all();
    network.part({0, 0, 0, 1});
    network.run_for(10s);
    network.heal();
    const auto took = network.run_until_same(5s);
    ASSERT_TRUE(took);
    EXPECT_LE(*took, 4s);
    EXPECT_EQ(network.facts(3).size(), 2100U);
    // … and about once each: it asked one of them, not all three.
    EXPECT_LE(network.exchange(0).status().facts_out + network.exchange(1).status().facts_out +
                  network.exchange(2).status().facts_out,
              2100U * 3 + 300);
}

// Who keeps which of two connections hangs on the devices' keys, so there are many pairs of them.
TEST(exchange, tablets_that_connect_to_each_other_at_once_send_nothing_twice) {
    for (unsigned seed = 1; seed <= 24; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Network network(seed);
        network.set_weather({.most_delay_ms = 1 + network.below(60)});
        fill(network, 2);
        network.write(0, 300);
        network.write(1, 100);
        network.introduce_all();
        ASSERT_TRUE(network.run_until_same(10s));
        EXPECT_EQ(network.exchange(0).status().facts_out, 300U);
        EXPECT_EQ(network.exchange(1).status().facts_out, 100U);
        // … and the one connection that is left goes on.
        network.run_for(5s);
        EXPECT_EQ(network.connections(), 1U);
        network.write(0);
        network.write(1);
        ASSERT_TRUE(network.run_until_same(2s));
    }
}

TEST(exchange, a_dead_tablets_facts_live_on_in_the_others) {
    Network network(1);
    fill(network, 3);
    network.introduce(0, 1);
    const auto facts = network.write(0, 4);
    ASSERT_TRUE(network.run_until_same(5s) || network.facts(1).size() == 4);
    network.remove(0);
    network.introduce(2, 1);
    ASSERT_TRUE(network.run_until_same(5s));
    EXPECT_TRUE(network.facts(2).contains(facts.front().id.text()));
    EXPECT_FALSE(network.journal(2).verify()->has_value());
}

TEST(exchange, a_fact_crosses_the_air_about_once_for_each_who_needs_it) {
    Network network(1);
    fill(network, 6);
    network.introduce_all();
    network.run_for(2s);
    std::uint64_t before = 0, after = 0;
    for (std::size_t i = 0; i < 6; ++i) before += network.exchange(i).status().facts_out;
    for (int round = 0; round < 20; ++round) {
        network.write(static_cast<std::size_t>(round) % 6);
        network.run_for(300ms);
    }
    ASSERT_TRUE(network.run_until_same(5s));
    for (std::size_t i = 0; i < 6; ++i) after += network.exchange(i).status().facts_out;
    EXPECT_LE(after - before, 20U * 5 * 3 / 2);
}

TEST(exchange, knows_of_the_others_what_a_person_wants_to_know) {
    Network network(1);
    fill(network, 2);
    network.introduce(0, 1);
    network.write(0, 3);
    ASSERT_TRUE(network.run_until_same(5s));
    network.run_for(1s);
    auto known = network.exchange(0).status().tablets;
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].name, "tablet 1");
    EXPECT_TRUE(known[0].in_touch);
    EXPECT_EQ(known[0].behind, 0U);
    network.part({0, 1});
    network.run_for(1s);
    network.write(0, 2);
    network.run_for(100ms);
    known = network.exchange(0).status().tablets;
    EXPECT_FALSE(known[0].in_touch);
}

TEST(exchange, knows_the_others_condition_and_when_it_changed) {
    Network network(1);
    fill(network, 3);
    network.introduce(0, 1);
    network.introduce(1, 2);
    network.set_condition(0, "good");
    network.run_for(1s);
    const auto known_to = [&](std::size_t who) {
        std::map<std::string, std::string> said;
        for (const auto& tablet : network.exchange(who).status().tablets)
            said[tablet.name] = tablet.condition;
        return said;
    };
    network.run_for(5s);
    EXPECT_EQ(known_to(1), (std::map<std::string, std::string>{{"tablet 0", "good"}, {"tablet 2", ""}}));
    network.set_condition(0, "tired");
    network.run_for(5s);
    EXPECT_EQ(known_to(1)["tablet 0"], "tired");
    network.part({0, 1, 1});
    network.run_for(20s);
    EXPECT_EQ(known_to(1)["tablet 0"], "tired") << "the last that is known";
}

TEST(exchange, a_tablet_that_dials_itself_lets_itself_be) {
    Network network(1);
    fill(network, 1);
    network.introduce(0, 0);
    network.run_for(10s);
    EXPECT_TRUE(network.exchange(0).to_dial(Moment::max()).empty());
    EXPECT_EQ(network.refusals().total(), 0U);
}

TEST(exchange, strangers_who_say_nothing_are_let_go_and_never_fill_the_house) {
    Network network(1);
    fill(network, 1);
    auto& exchange = network.exchange(0);
    Moment now{std::chrono::hours(1)};
    std::size_t taken = 0;
    for (int i = 0; i < 200; ++i) taken += exchange.accepted(now).has_value() ? 1 : 0;
    EXPECT_EQ(taken, ExchangePace{}.most_strangers);
    EXPECT_EQ(exchange.status().refusals.of(Refused::crowded), 200 - taken);
    now += 6s;
    exchange.step(now);
    EXPECT_EQ(exchange.status().refusals.of(Refused::too_slow), taken);
    for (Exchange::LinkId link = 1; link <= taken; ++link) EXPECT_TRUE(exchange.is_over(link));
}

TEST(exchange, facts_of_another_event_or_forged_are_refused_and_counted_whoever_seals_the_message) {
    Network network(1);
    fill(network, 2);
    network.write(1, 2);
    EventOnDisk elsewhere;
    const auto foreign = elsewhere.open("x");
    ASSERT_TRUE(foreign->append({draft()}));
    auto facts = *network.journal(1).sealed_after(network.journal(1).device(), 0, 2);
    facts[0].signature[3] ^= 1U;
    facts.push_back(foreign->sealed_after(foreign->device(), 0, 1)->front());

    // A tablet of this event that lies: it has the key and a device key, and sends what it should not.
    HelloMemory hellos;
    Channel liar(network.event().key.exchange_key(), Channel::Role::dialled, hellos);
    const auto device =
        DeviceKey::open_or_make(network.event().folder.path() / "liar.key", network.event().key);
    auto& honest = network.exchange(0);
    const Moment now{std::chrono::hours(1)};
    const auto link = *honest.accepted(now);
    honest.received(link, std::string(liar.outgoing()), now);
    ASSERT_TRUE(liar.receive(honest.outgoing(link)));
    Greeting greeting{.device = device->id(),
                      .signature = device->sign(signed_greeting(liar.transcript(), true))};
    liar.went_out(liar.outgoing().size());
    liar.send(to_bytes(greeting));
    liar.send(to_bytes(Share{.facts = facts}));
    honest.received(link, std::string(liar.outgoing()), now);
    honest.step(now);
    EXPECT_EQ(honest.status().refusals.of(Refused::fact), 3U);  // the second follows a fact that is not here
    EXPECT_TRUE(all_facts(network.journal(0)).empty());
    EXPECT_FALSE(honest.is_over(link));
}

TEST(exchange, whoever_cannot_sign_as_the_device_it_says_is_refused) {
    Network network(1);
    fill(network, 2);
    HelloMemory hellos;
    Channel liar(network.event().key.exchange_key(), Channel::Role::dialled, hellos);
    const auto own = DeviceKey::open_or_make(network.event().folder.path() / "liar.key", network.event().key);
    auto& honest = network.exchange(0);
    const Moment now{std::chrono::hours(1)};
    const auto link = *honest.accepted(now);
    honest.received(link, std::string(liar.outgoing()), now);
    ASSERT_TRUE(liar.receive(honest.outgoing(link)));
    liar.went_out(liar.outgoing().size());
    liar.send(to_bytes(Greeting{.device = network.journal(1).device(),
                                .signature = own->sign(signed_greeting(liar.transcript(), true))}));
    honest.received(link, std::string(liar.outgoing()), now);
    EXPECT_TRUE(honest.is_over(link));
    EXPECT_EQ(honest.status().refusals.of(Refused::forged), 1U);
}

// A tablet put back from a copy of its disk has written two different facts of the same number.
TEST(exchange, a_forked_tablet_does_not_make_the_others_ask_for_ever) {
    Network network(1);
    fill(network, 3);
    const auto fork = [&](const std::string& name) {
        const auto key =
            DeviceKey::open_or_make(network.event().folder.path() / "fork.key", network.event().key);
        return Journal::open({network.event().file(name), network.event().event}, network.event().key, *key,
                             wall_now);
    };
    for (std::size_t i = 0; i < 2; ++i) {
        auto journal = fork("fork" + std::to_string(i));
        ASSERT_TRUE(journal && (*journal)->append({draft()}));
        ASSERT_TRUE(i == 0 || (*journal)->append({draft()}));
        ASSERT_TRUE(network.journal(i).take_in(*(*journal)->sealed_after((*journal)->device(), 0, 9)));
    }
    network.introduce_all();
    network.run_for(60s);
    network.write(2);
    network.run_for(1s);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(network.journal(i).held()->at(network.journal(2).device()), 1U);
    EXPECT_LE(network.refusals().of(Refused::fact), 40U);
}

}  // namespace welcome::sync::test
