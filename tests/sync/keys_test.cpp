#include "sync/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

TEST(UnlockCard, SaysTheEventAndTheKey) {
    const UnlockCard card{EventId(new_uuid()), EventKey::make()};

    const auto read = read_card(write_card(card));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->event, card.event);
    EXPECT_EQ(read->key.secret(), card.key.secret());
}

TEST(UnlockCard, BlanksAndLineBreaksDoNotMatter) {
    std::string text = write_card({EventId(new_uuid()), EventKey::make()});
    for (std::size_t place = 20; place < text.size(); place += 21) text.insert(place, " \r\n");

    EXPECT_TRUE(read_card(text));
}

TEST(UnlockCard, AnyOtherLetterIsRefused) {
    const std::string text = write_card({EventId(new_uuid()), EventKey::make()});
    for (std::size_t place = 0; place < text.size(); ++place) {
        std::string other = text;
        other[place] = other[place] == 'Q' ? 'R' : 'Q';
        const auto read = read_card(other);
        EXPECT_FALSE(read && other != text) << place;
    }
}

TEST(UnlockCard, OtherTextsAreNoCard) {
    for (const char* text : {"", "WTKEY1:", "WTKEY2:AAAA", "https://example.org/", "WTKEY1:\xff\xfe"}) {
        const auto read = read_card(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().fault, Fault::unreadable);
    }
}

TEST(EventKey, EveryPurposeHasItsOwnKey) {
    const EventKey key = EventKey::make();

    EXPECT_NE(key.sealing_key(), key.ticket_seed());
    EXPECT_NE(key.sealing_key(), key.wrapping_key());
    EXPECT_NE(key.sealing_key(), key.secret());
    EXPECT_EQ(key.sealing_key(), EventKey(key.secret()).sealing_key());
}

TEST(Passphrase, OpensAndOnlyTheRightOne) {
    const EventKey key = EventKey::make();
    const auto wrapped = wrap_by_passphrase(key, "four quiet gym doors");
    ASSERT_TRUE(wrapped);

    const auto opened = unwrap_by_passphrase(*wrapped, "four quiet gym doors");
    const auto wrong = unwrap_by_passphrase(*wrapped, "four quiet gym floors");

    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->secret(), key.secret());
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fault, Fault::refused);
    EXPECT_FALSE(unwrap_by_passphrase("{}", "x"));
    EXPECT_FALSE(unwrap_by_passphrase("not JSON", "x"));
    EXPECT_FALSE(
        unwrap_by_passphrase(R"({"salt":"","nonce":"","key":"","effort":3,"memory":99999999999999})", "x"));
}

TEST(Pin, MatchesItself) {
    const auto hash = hash_pin("271828");
    ASSERT_TRUE(hash);

    EXPECT_TRUE(pin_matches(*hash, "271828"));
    EXPECT_FALSE(pin_matches(*hash, "271829"));
    EXPECT_EQ(hash->find("271828"), std::string::npos);
    EXPECT_TRUE(hash->starts_with("$argon2id$"));
}

TEST(DeviceKey, IsMadeOnceAndKeptSealed) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "device.key";
    const EventKey key = EventKey::make();

    const auto first = DeviceKey::open_or_make(file, key);
    const auto again = DeviceKey::open_or_make(file, key);
    const auto with_other_key = DeviceKey::open_or_make(file, EventKey::make());

    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->id(), again->id());
    EXPECT_EQ(first->sign("x"), again->sign("x"));
    ASSERT_FALSE(with_other_key);
    EXPECT_EQ(with_other_key.error().fault, Fault::refused);
    struct stat facts {};
    ASSERT_EQ(::stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST(DeviceKey, ADamagedFileIsSaidToBeDamaged) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "device.key";
    const EventKey key = EventKey::make();
    ASSERT_TRUE(DeviceKey::open_or_make(file, key));
    std::filesystem::resize_file(file, 20);

    const auto cut = DeviceKey::open_or_make(file, key);

    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().fault, Fault::unreadable);
    EXPECT_FALSE(DeviceKey::open_or_make(folder.path() / "no such folder" / "device.key", key));
}

TEST(DeviceKey, LeavesNoOtherFileBehind) {
    const TemporaryFolder folder;
    ASSERT_TRUE(DeviceKey::open_or_make(folder.path() / "device.key", EventKey::make()));

    const std::filesystem::directory_iterator files(folder.path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(DeviceKey, ProcessesThatStartTogetherShareOne) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "device.key";
    const EventKey key = EventKey::make();
    std::vector<pid_t> children;
    for (int i = 0; i < 8; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto device = DeviceKey::open_or_make(file, key);
            std::ofstream(folder.path() / ("id." + std::to_string(i)))
                << (device ? device->id().text() : "failed");
            ::_exit(0);
        }
        children.push_back(child);
    }
    for (const auto child : children) ::waitpid(child, nullptr, 0);

    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(bytes_of(folder.path() / ("id." + std::to_string(i))),
                  DeviceKey::open_or_make(file, key)->id().text());
}

}  // namespace welcome::sync::test
