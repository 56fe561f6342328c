#include "kiosk/session/event_folder.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/sync/event_on_disk.h"

namespace welcome::kiosk::session::test {

namespace {

class EventFolderFiles : public ::testing::Test {
  protected:
    void writes(const std::string& text) {
        std::filesystem::create_directories(folder.path);
        std::ofstream(folder.event_file(), std::ios::binary) << text;
    }

    sync::test::TemporaryFolder disk;
    EventFolder folder{disk.path() / "event"};
    EventFile file{sync::EventId(sync::new_uuid()), "Reunión de otoño", std::nullopt};
};

// While it lives, this process can write no byte to a file, as on a full disk.
class NoRoom {
  public:
    NoRoom() : signalled_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &limit_);
        const rlimit none{0, limit_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom() {
        ::setrlimit(RLIMIT_FSIZE, &limit_);
        std::signal(SIGXFSZ, signalled_);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

  private:
    void (*signalled_)(int);
    rlimit limit_{};
};

}  // namespace

TEST_F(EventFolderFiles, KeepWhatWasWritten) {
    file.wrapped_key = R"({"salt":"c2FsdA"})";
    ASSERT_TRUE(write_event_file(folder, file));

    const auto read = read_event_file(folder);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->event, file.event);
    EXPECT_EQ(read->name, file.name);
    EXPECT_EQ(read->wrapped_key, file.wrapped_key);
}

TEST_F(EventFolderFiles, AnEmptyFolderHoldsNoEvent) {
    EXPECT_EQ(read_event_file(folder).error().fault, sync::Fault::not_found);
}

TEST_F(EventFolderFiles, DamageIsToldAndNeverThrown) {
    for (const std::string text : {"", "{", "[]", "7", R"({"event":7})", R"({"event":"x"})",
                                   R"({"event":null,"name":[]})", R"({"name":"no event"})", "\xff\xfe{}"}) {
        writes(text);
        const auto read = read_event_file(folder);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().fault, sync::Fault::unreadable) << text;
    }
}

TEST_F(EventFolderFiles, AStrangeNameIsNoReasonToRefuseTheEvent) {
    writes(R"({"event":")" + file.event.text() + R"(","name":[1]})");
    const auto read = read_event_file(folder);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "");
}

TEST_F(EventFolderFiles, AnotherEventIsNotWrittenOver) {
    ASSERT_TRUE(write_event_file(folder, file));
    const EventFile other{sync::EventId(sync::new_uuid()), "Other", std::nullopt};

    EXPECT_EQ(write_event_file(folder, other).error().fault, sync::Fault::refused);
    EXPECT_EQ(read_event_file(folder)->event, file.event);
}

TEST_F(EventFolderFiles, ASecretIsForItsOwnerAlone) {
    ASSERT_TRUE(write_whole_file(disk.path() / "secret", "s", true));
    struct ::stat status {};
    ASSERT_EQ(::stat((disk.path() / "secret").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(EventFolderFiles, AWriteThatFailsLeavesTheOldFileAndNothingElse) {
    const auto path = disk.path() / "file";
    ASSERT_TRUE(write_whole_file(path, "old", false));
    {
        const NoRoom no_room;
        EXPECT_FALSE(write_whole_file(path, "new", false));
    }
    EXPECT_EQ(*read_whole_file(path), "old");
    const std::filesystem::directory_iterator names(disk.path());
    EXPECT_EQ(std::distance(begin(names), end(names)), 1);
}

TEST_F(EventFolderFiles, AFolderThatCannotBeMadeIsAPlainFault) {
    std::ofstream(disk.path() / "event") << "a file stands here";
    EXPECT_EQ(write_event_file(folder, file).error().fault, sync::Fault::disk_failed);
}

}  // namespace welcome::kiosk::session::test
