#include "kiosk/app/options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>

#include "sync/exchange/socket.h"

namespace welcome::kiosk::app {

namespace {

bool read_size(const std::string& text, Options& options) {
    int end = 0;
    return std::sscanf(text.c_str(), "%dx%d%n", &options.width, &options.height, &end) == 2 &&
           end == static_cast<int>(text.size()) && options.width >= 320 && options.height >= 320;
}

// The first of the other tablets' addresses that is none.
std::optional<std::string> wrong_place(const Options& options) {
    for (const auto& peer : options.peers) {
        const auto read = sync::HostPort::parse(peer);
        if (!read || read->host.empty()) return peer;
    }
    const auto& own = options.listen_peers;
    if (!own.empty() && own != "none" && !sync::HostPort::parse(own)) return own;
    return std::nullopt;
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
    Options options;
    std::string size;
    CLI::App app{"Welcome Table: the tablet at the door."};
    app.set_version_flag("--version", "kiosk " WELCOME_VERSION);
    app.add_option("--event", options.event, "the event's folder");
    app.add_option("--card", options.card, "the unlock card: its picture, or its text file");
    app.add_option("--passphrase-file", options.passphrase_file,
                   "a file with the passphrase, - for standard input");
    app.add_option("--service", options.service, "the membership service, like https://members.example.org");
    app.add_option("--token-file", options.token_file,
                   "this device's token for the service; else the enrolled one");
    app.add_option("--peer", options.peers, "another tablet, HOST:PORT; may be repeated");
    app.add_option("--listen-peers", options.listen_peers,
                   "[HOST:]PORT for other tablets, or none; 7411 or any free one if left out");
    app.add_option("--tablet-name", options.tablet_name,
                   "what other tablets call this one; else the machine's name");
    app.add_option("--size", size, "a window of this size, like 1280x800; else the whole screen")
        ->take_last();
    app.add_option("--language", options.language,
                   "the language each guest starts with; the event's first otherwise");
    app.add_option("--camera", options.camera, "a device, a picture, a folder, a video, or none");
    app.add_option("--printer", options.printers,
                   "file:, folder:, tcp: or cups: URI of the label printer; a second one takes over");
    app.add_option("--paper-printer", options.paper_printer,
                   "URI of a printer for sheets of paper: the roll-call");
    app.add_option("--stick", options.sticks,
                   "a folder that stands for a USB stick, beside those that are plugged in; may be repeated");
    app.add_option("--drawing", options.drawing, "cpu or gl; chosen by itself if left out")
        ->check(CLI::IsMember({"cpu", "gl"}));
    app.add_option("--millimetres-per-pixel", options.millimetres_per_pixel,
                   "where the display tells it wrongly")
        ->check(CLI::Range(0.02, 1.0));
    app.add_option("--display", options.display,
                   "a second display: timer shows whose turn it is to speak, and calls to child care")
        ->check(CLI::IsMember({"timer"}));
    app.add_flag("--still", options.still, "nothing on the screen moves by itself");
    app.add_flag("--staff", options.staff, "begin at the volunteers' PIN");
    app.add_option("--robot", options.robot, "play a script of taps and expectations, then end");
    app.add_option("--sound", options.sound,
                   "of reading aloud: alsa:DEVICE, wav:FILE, none; else the sound card");
    app.add_option("--spoken", options.spoken, "a file that gets what is read aloud, a sentence a line");
    app.add_option("--audit", options.audit,
                   "look over every screen in every language, on every glass; pictures, trees and audit.json "
                   "go to this folder");
    app.add_option("--audit-language", options.audit_languages, "only this one; may be repeated");
    app.add_option("--audit-screen", options.audit_screens, "only this one; may be repeated");
    app.add_option("--audit-size", options.audit_sizes, "only this glass, like 800x1280; may be repeated");
    app.add_option("--audit-scale", options.audit_scales,
                   "only this size of text: 100, 200, 100-contrast, 200-contrast; may be repeated");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {  // CLI11's border.
        return {std::nullopt, app.exit(error) == 0 ? 0 : 2};
    }
    if (options.event.empty() && !options.audit) {
        std::fputs("kiosk: --event is required; give it the event's folder\n", stderr);
        return {std::nullopt, 2};
    }
    if (!size.empty() && !read_size(size, options)) {
        std::fputs("kiosk: --size is WIDTHxHEIGHT in pixels, like 1280x800\n", stderr);
        return {std::nullopt, 2};
    }
    if (const auto wrong = wrong_place(options)) {
        std::fprintf(stderr, "kiosk: %s is no address of a tablet; write HOST:PORT\n", wrong->c_str());
        return {std::nullopt, 2};
    }
    return {options, 0};
}

}  // namespace welcome::kiosk::app
