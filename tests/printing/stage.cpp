#include "tests/printing/stage.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/wait.h>
#include <utility>

#include "tests/places.h"

namespace welcome::printing::test {

OwnFolder::OwnFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "welcome-printing-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
}

OwnFolder::~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (pipe == nullptr) return "no shell";
    std::string out;
    std::array<char, 4096> some{};
    while (const std::size_t count = std::fread(some.data(), 1, some.size(), pipe))
        out.append(some.data(), count);
    const int status = ::pclose(pipe);
    return status == 0 ? out : "exit " + std::to_string(WEXITSTATUS(status));
}

void write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

std::string scanned(const std::vector<std::filesystem::path>& pictures) {
    std::string command = "zbarimg -q --raw -Sdisable -Sqrcode.enable";
    for (const auto& picture : pictures) command += " " + picture.string();
    return output_of(command);
}

LabelPainter painter() {
    auto loaded = LabelPainter::load(std::filesystem::path(welcome::test::source_dir()) / "assets/labels");
    if (!loaded) ADD_FAILURE() << loaded.error().detail;
    return *std::move(loaded);
}

std::string words(const ::testing::TestParamInfo<std::string>& sample) {
    std::string name = sample.param;
    name[name.find('.')] = '_';
    return name;
}

}  // namespace welcome::printing::test
