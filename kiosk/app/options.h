#pragma once
// The kiosk's command line, as shared with scripts outside the project.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace welcome::kiosk::app {

struct Options {
    std::filesystem::path event;                // the event's folder
    std::optional<std::filesystem::path> card;  // the unlock card; nothing: the keyring
    std::optional<std::string> passphrase_file;
    std::string service;  // URL of the membership service; empty: none
    std::optional<std::filesystem::path> token_file;
    std::vector<std::string> peers;     // other tablets, HOST:PORT
    std::string listen_peers;           // [HOST:]PORT for other tablets, or "none"; empty: the usual port
    std::string tablet_name;            // what other tablets call this one; empty: the machine's name
    int width = 0, height = 0;          // 0: the whole screen
    std::string language = {};          // empty: the event's first
    std::string camera;                 // device, file, folder, or "none"; empty: the first device
    std::string paper_printer;          // URI of one for sheets of paper; empty: none
    std::vector<std::string> printers;  // URIs, the wanted one first; empty: none
    std::vector<std::filesystem::path> sticks;   // folders that stand for a USB stick
    bool still = false;                          // nothing on the screen moves by itself
    bool staff = false;                          // begin at the volunteers' PIN
    std::string display;                         // "", or "timer": a second display that shows only that
    std::string drawing;                         // "", "cpu", "gl"
    double millimetres_per_pixel = 0;            // 0: ask the display
    std::optional<std::filesystem::path> robot;  // a script to play
    std::string sound;  // of reading aloud: "alsa[:DEVICE]", "wav:FILE", "none"; empty: the sound card
    std::optional<std::filesystem::path> spoken;  // a file that gets what is read aloud, a sentence a line
    std::optional<std::filesystem::path> audit;   // a folder: look every screen over there, then end
    std::vector<std::string> audit_languages, audit_screens, audit_sizes, audit_scales;  // empty: all
};

struct CommandLine {
    std::optional<Options> options;  // nothing: --help, --version or wrong usage was answered already
    int exit_code = 0;
};

CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace welcome::kiosk::app
