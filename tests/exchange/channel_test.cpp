// What a channel opens, and all that it does not.

#include "sync/exchange/channel.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace welcome::sync::test {

namespace {

using Role = Channel::Role;

struct Pair {
    Key32 key = EventKey::make().exchange_key();
    HelloMemory dialler_hellos, accepter_hellos;
    Channel dialler{key, Role::dialled, dialler_hellos};
    Channel accepter{key, Role::accepted, accepter_hellos};

    static std::string all_of(Channel& from) {
        std::string bytes(from.outgoing());
        from.went_out(bytes.size());
        return bytes;
    }
    void shake_hands() {
        ASSERT_TRUE(accepter.receive(all_of(dialler)));
        ASSERT_TRUE(dialler.receive(all_of(accepter)));
        ASSERT_TRUE(dialler.is_ready());
        ASSERT_TRUE(accepter.is_ready());
    }
    // The bytes of one message from the dialler.
    std::string sealed(std::string_view message) {
        dialler.send(message);
        return all_of(dialler);
    }
};

std::string frame(const std::string& body) {
    std::string out;
    for (unsigned shift = 32; shift > 0;) out += static_cast<char>(body.size() >> (shift -= 8));
    return out + body;
}

}  // namespace

TEST(channel, carries_messages_both_ways_in_pieces_of_any_size) {
    Pair pair;
    pair.shake_hands();
    pair.dialler.send("one");
    pair.dialler.send("two");
    std::vector<std::string> heard;
    for (const char byte : Pair::all_of(pair.dialler)) {
        auto messages = pair.accepter.receive({&byte, 1});
        ASSERT_TRUE(messages);
        heard.insert(heard.end(), messages->begin(), messages->end());
    }
    EXPECT_EQ(heard, (std::vector<std::string>{"one", "two"}));
    pair.accepter.send("back");
    EXPECT_EQ(*pair.dialler.receive(Pair::all_of(pair.accepter)), std::vector<std::string>{"back"});
}

TEST(channel, says_nothing_to_whoever_has_not_said_a_good_hello) {
    Pair pair;
    EXPECT_TRUE(pair.accepter.outgoing().empty());
    EXPECT_FALSE(pair.accepter.receive("GET / HTTP/1.1\r\nHost: tablet\r\n\r\n"));
    EXPECT_TRUE(pair.accepter.outgoing().empty());
}

TEST(channel, shows_nothing_of_a_message_on_the_wire) {
    Pair pair;
    pair.shake_hands();
    EXPECT_EQ(pair.sealed("Maria Lopez").find("Maria"), std::string::npos);
}

TEST(channel, refuses_every_hostile_beginning_with_its_name) {
    Pair pair;
    const std::string hello = Pair::all_of(pair.dialler);
    Pair other_event;
    std::string newer = hello;
    newer[8] = 2;
    const std::vector<std::pair<std::string, Refused>> table = {
        {"GET / HTTP/1.1\r\n\r\n", Refused::malformed},
        {std::string("\xff\xff\xff\xff", 4), Refused::malformed},
        {std::string(4, '\0'), Refused::malformed},
        {frame(std::string(53, 'x')), Refused::malformed},
        {newer, Refused::other_version},
        {Pair::all_of(other_event.dialler), Refused::other_event},
    };
    for (const auto& [bytes, why] : table) {
        Channel accepter(pair.key, Role::accepted, pair.accepter_hellos);
        const auto messages = accepter.receive(bytes);
        ASSERT_FALSE(messages);
        EXPECT_EQ(messages.error(), why) << word_for(why);
        EXPECT_TRUE(accepter.outgoing().empty());
    }
}

TEST(channel, refuses_a_recorded_hello) {
    Pair pair;
    const std::string hello = Pair::all_of(pair.dialler);
    ASSERT_TRUE(pair.accepter.receive(hello));
    Channel again(pair.key, Role::accepted, pair.accepter_hellos);
    EXPECT_EQ(again.receive(hello).error(), Refused::replayed);
}

TEST(channel, refuses_its_own_hello_turned_round) {
    Pair pair;
    const std::string hello = Pair::all_of(pair.dialler);
    EXPECT_EQ(pair.dialler.receive(hello).error(), Refused::other_event);
}

TEST(channel, refuses_a_message_sent_twice_left_out_or_turned_round) {
    const auto refusal = [](auto play) {
        Pair pair;
        pair.shake_hands();
        const auto messages = play(pair);
        return messages ? std::optional<Refused>() : messages.error();
    };
    EXPECT_EQ(refusal([](Pair& pair) {
                  const auto one = pair.sealed("one");
                  EXPECT_TRUE(pair.accepter.receive(one));
                  return pair.accepter.receive(one);
              }),
              Refused::replayed);
    EXPECT_EQ(refusal([](Pair& pair) {
                  pair.sealed("left out");
                  return pair.accepter.receive(pair.sealed("two"));
              }),
              Refused::forged);
    EXPECT_EQ(refusal([](Pair& pair) { return pair.dialler.receive(pair.sealed("own")); }), Refused::forged);
}

TEST(channel, refuses_the_recording_of_another_evening_even_where_its_hello_is_forgotten) {
    Pair first;
    const std::string hello = Pair::all_of(first.dialler);
    ASSERT_TRUE(first.accepter.receive(hello));
    ASSERT_TRUE(first.dialler.receive(Pair::all_of(first.accepter)));
    const std::string recorded = first.sealed("facts of that evening");
    HelloMemory forgotten;
    Channel later(first.key, Role::accepted, forgotten);
    ASSERT_TRUE(later.receive(hello));
    EXPECT_EQ(later.receive(recorded).error(), Refused::forged);
}

TEST(channel, refuses_the_oversized_before_it_keeps_a_byte_of_it) {
    Pair pair;
    pair.shake_hands();
    EXPECT_EQ(pair.accepter.receive(std::string("\x00\x01\x00\x11", 4)).error(), Refused::oversized);
    Pair known;
    known.shake_hands();
    ASSERT_TRUE(known.accepter.receive(known.sealed("proves the key")));
    ASSERT_TRUE(known.accepter.receive(std::string("\x00\x01\x00\x11", 4)));  // Longer is well now …
    Pair huge;
    huge.shake_hands();
    ASSERT_TRUE(huge.accepter.receive(huge.sealed("proves the key")));
    EXPECT_EQ(huge.accepter.receive(std::string("\x7f\xff\xff\xff", 4)).error(), Refused::oversized);
}

TEST(channel, takes_nothing_more_after_a_refusal) {
    Pair pair;
    pair.shake_hands();
    const auto good = pair.sealed("good");
    EXPECT_FALSE(pair.accepter.receive(frame(std::string(40, 'x'))));
    const auto after = pair.accepter.receive(good);
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->empty());
}

// Every one of the bits, hello and message: what is changed anywhere is never opened as something.
TEST(channel, never_opens_a_message_with_a_flipped_bit) {
    Pair pair;
    pair.shake_hands();
    const std::string good = pair.sealed("a fact that somebody wants to change");
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Pair fresh;
        fresh.shake_hands();
        std::string changed = fresh.sealed("a fact that somebody wants to change");
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        const auto messages = fresh.accepter.receive(changed);
        EXPECT_TRUE(!messages || messages->empty()) << "bit " << bit;
    }
}

TEST(channel, never_answers_a_hello_with_a_flipped_bit) {
    Pair pair;
    const std::string good = Pair::all_of(pair.dialler);
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Channel accepter(pair.key, Role::accepted, pair.accepter_hellos);
        std::string changed = good;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(accepter.receive(changed) && accepter.is_ready()) << "bit " << bit;
        EXPECT_TRUE(accepter.outgoing().empty()) << "bit " << bit;
    }
}

RC_GTEST_PROP(channel, survives_any_bytes, (const std::string& first, const std::string& second)) {
    Pair pair;
    (void)pair.accepter.receive(first);
    RC_ASSERT(!pair.accepter.is_ready());
    Pair open;
    open.shake_hands();
    const auto messages = open.accepter.receive(second);
    RC_ASSERT(!messages || messages->empty());
}

}  // namespace welcome::sync::test
