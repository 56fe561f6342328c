#include <array>
#include <cstdio>
#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/keys.h"

namespace welcome::sync::test {

namespace {

std::string hex(const Key32& key) {
    std::string text(key.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
    text.pop_back();
    return text;
}

// What another program, with a session keyring of its own, finds.
std::string found_by_another_program(const EventId& event) {
    const std::string command = std::string("'") + WELCOME_KEYRING_PROBE + "' " + event.text();
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return "the probe does not start";
    std::array<char, 128> buffer{};
    const std::size_t length = std::fread(buffer.data(), 1, buffer.size(), pipe);
    ::pclose(pipe);
    return {buffer.data(), length};
}

class Keyring : public ::testing::Test {
  protected:
    ~Keyring() override { (void)forget_in_keyring(event); }

    EventId event{new_uuid()};
    EventKey key = EventKey::make();
};

}  // namespace

// Each test holds where this machine has keyrings and where it forbids them: there the answer must be one
// that the caller can act on.
TEST_F(Keyring, AnotherProgramOfTheSameUserFindsTheKey) {
    const auto kept = keep_in_keyring(event, key);

    if (kept) {
        EXPECT_EQ(found_by_another_program(event), hex(key.secret()));
    } else {
        EXPECT_EQ(kept.error().fault, Fault::unreachable);
        EXPECT_EQ(found_by_another_program(event), "");
    }
}

TEST_F(Keyring, WhatIsForgottenIsGoneForAll) {
    const auto kept = keep_in_keyring(event, key);
    const auto forgotten = forget_in_keyring(event);

    EXPECT_EQ(kept.has_value(), forgotten.has_value());
    const auto found = find_in_keyring(event);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fault, kept ? Fault::not_found : Fault::unreachable);
    EXPECT_EQ(found_by_another_program(event), "");
}

TEST_F(Keyring, AnotherEventsKeyIsNotFound) {
    const auto kept = keep_in_keyring(event, key);

    const auto found = find_in_keyring(EventId(new_uuid()));

    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fault, kept ? Fault::not_found : Fault::unreachable);
}

TEST_F(Keyring, KeepingAgainReplaces) {
    const EventKey other = EventKey::make();
    const auto kept = keep_in_keyring(event, other);
    const auto again = keep_in_keyring(event, key);

    EXPECT_EQ(kept.has_value(), again.has_value());
    if (again) {
        EXPECT_EQ(find_in_keyring(event)->secret(), key.secret());
    }
}

}  // namespace welcome::sync::test
