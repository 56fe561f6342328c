// kioskctl scan: what the codes in pictures say.

#include <filesystem>
#include <iostream>
#include <vector>

#include "kiosk/scan/scan_path.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

// A line an entry, whatever a code holds: its tabs and line ends are written as \t, \n and \r.
std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char letter : text) {
        switch (letter) {
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += letter;
        }
    }
    return line;
}

Outcome scan(const std::vector<std::string>& paths) {
    for (const auto& path : paths) {
        if (!std::filesystem::exists(path)) return refuse(path + " is not there; give a picture or a folder");
        for (const auto& read : kiosk::scan::scan_path(path))
            std::cout << read.path.string() << "\t" << in_one_line(read.text) << "\n";
    }
    return {};
}

}  // namespace

void add_scan_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand(
        "scan", "read the codes in pictures: a line each, PATH, tab, TEXT (line ends in it as \\n)");
    auto paths = std::make_shared<std::vector<std::string>>();
    command->add_option("paths", *paths, "pictures, or folders of them")->required();
    command->callback([=, &run] { run = [=] { return scan(*paths); }; });
}

}  // namespace welcome::tools::kioskctl
