#pragma once
// What every test of this folder stands on: a folder of its own, commands, invented labels in many languages.

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "printing/painter.h"

namespace welcome::printing::test {

class OwnFolder {
  public:
    OwnFolder();
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    ~OwnFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// Standard output of a command of this machine; a failed one gives "exit N".
std::string output_of(const std::string& command);
void write_file(const std::filesystem::path& file, const std::string& bytes);
std::string read_file(const std::filesystem::path& file);

// What a scanner reads from pictures: a line each, in their order; "exit 4" where one of them has no code.
// One process for all of them.
std::string scanned(const std::vector<std::filesystem::path>& pictures);

LabelPainter painter();

// "badge.es", "claim.ar", "child.long" …
std::vector<std::string> sample_names();
Label sample_label(const std::string& name);

// Of those, the ones of one label each, as rolls have them; the others are pages of paper.
std::vector<std::string> roll_sample_names();

// A sample's name as GoogleTest lets a test be called.
std::string words(const ::testing::TestParamInfo<std::string>& sample);

}  // namespace welcome::printing::test
