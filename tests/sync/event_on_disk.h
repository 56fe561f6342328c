#pragma once
// An event's key, a temporary folder, and devices with journals in it: what every journal test begins with.

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

#include "sync/journal/journal.h"

namespace welcome::sync::test {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = std::filesystem::temp_directory_path() / "welcome-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline Instant wall_now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

struct EventOnDisk {
    TemporaryFolder folder;
    EventKey key = EventKey::make();
    EventId event{new_uuid()};

    [[nodiscard]] std::filesystem::path file(const std::string& tablet) const {
        return folder.path() / (tablet + ".sqlite");
    }
    [[nodiscard]] std::unique_ptr<Journal> open(const std::string& tablet, Clock clock = wall_now,
                                                const std::string& vfs = {}) const {
        auto device = DeviceKey::open_or_make(folder.path() / (tablet + ".key"), key);
        EXPECT_TRUE(device) << (device ? "" : device.error().detail);
        auto journal = Journal::open({file(tablet), event, vfs}, key, *device, std::move(clock));
        EXPECT_TRUE(journal) << (journal ? "" : journal.error().detail);
        return std::move(*journal);
    }
};

inline Draft draft(std::string body = R"({"person":"p"})", std::string kind = "checked_in") {
    return {FactId(new_uuid()), std::move(kind), std::move(body)};
}

inline std::vector<Fact> all_facts(const Journal& journal) {
    std::vector<Fact> facts;
    const auto read = journal.read_from(0, [&](const Fact& fact) { facts.push_back(fact); });
    EXPECT_TRUE(read);
    return facts;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace welcome::sync::test
