#pragma once
// A folder that is gone with its owner, on the disk where the programs are: temporary folders may be in
// memory.

#include <filesystem>

namespace welcome::bench {

class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace welcome::bench
