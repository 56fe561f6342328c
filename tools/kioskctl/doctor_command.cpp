// kioskctl doctor: what this machine has and lacks for an evening, a line each, "ok" or what to do.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <sys/statvfs.h>
#include <sys/timex.h>

#include "printing/printer.h"
#include "sync/keys.h"
#include "tools/kioskctl/service_calls.h"

namespace welcome::tools::kioskctl {

namespace {

namespace fs = std::filesystem;

struct DoctorOptions {
    std::string folder = ".", printer, service;
};

struct Finding {
    std::string part;
    bool good = false;
    std::string words;
};

Finding camera() {
    for (int number = 0; number < 16; ++number) {
        const std::string device = "/dev/video" + std::to_string(number);
        if (fs::exists(device)) return {"camera", true, device};
    }
    return {"camera", false, "none found; plug one in, or use a USB scanner"};
}

Finding scanner() {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/dev/input/by-id", error)) {
        if (entry.path().filename().string().ends_with("-event-kbd"))
            return {"scanner", true, "a keyboard or USB scanner is plugged in"};
    }
    return {"scanner", false, "no USB scanner or keyboard found; the camera can do it alone"};
}

Finding display() {
    for (const char* name : {"WAYLAND_DISPLAY", "DISPLAY"}) {
        if (const char* value = std::getenv(name)) return {"display", true, std::string(name) + " " + value};
    }
    return {"display", false, "no display; start the kiosk from a desktop or from cage"};
}

Finding keyring() {
    const sync::EventId probe(sync::new_uuid());
    const auto kept = sync::keep_in_keyring(probe, sync::EventKey::make());
    if (!kept) return {"keyring", false, "not usable here; the unlock card is asked for after each start"};
    const auto gone = sync::forget_in_keyring(probe);
    return {"keyring", gone.has_value(), "usable"};
}

Finding disk(const std::string& folder) {
    struct statvfs room {};
    if (::statvfs(folder.c_str(), &room) != 0) return {"disk", false, folder + " cannot be read"};
    const auto megabytes = static_cast<std::uint64_t>(room.f_bavail) * room.f_frsize / 1'000'000;
    constexpr std::uint64_t enough = 200;  // an evening of 1,000 people takes under 10 MB
    return {"disk", megabytes >= enough, std::to_string(megabytes) + " MB free in " + folder};
}

Finding clock() {
    timex state{};
    const bool set_by_network = ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
    const std::chrono::year_month_day today(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    if (static_cast<int>(today.year()) < 2024)
        return {"clock", false, "the date is wrong; set it before doors"};
    return {"clock", true,
            set_by_network ? "set by the network" : "running by itself; compare it with a phone"};
}

Finding printer(const std::string& uri) {
    if (uri.empty()) return {"printer", false, "none named; give --printer to test one. Labels are optional"};
    auto opened = printing::open_printer(uri);
    if (!opened) return {"printer", false, opened.error().detail};
    return {"printer", true, uri};
}

Finding service(const std::string& url) {
    if (url.empty()) return {"service", false, "none named; give --service to test it. Check-in needs none"};
    auto client = sync::HttpClient::make({.url = url, .token = "", .ca_file = std::nullopt});
    if (!client) return {"service", false, client.error().detail};
    const auto answer = client->get("/v1/hello");
    if (!answer)
        return {"service", false,
                "does not answer (" + answer.error().detail + "); facts wait until it does"};
    if (answer->status != 200) return {"service", false, refusal_of(*answer)};
    return {"service", true, url};
}

Outcome look(const DoctorOptions& options) {
    bool can_run = true;
    for (const auto& finding : {display(), camera(), scanner(), printer(options.printer), keyring(),
                                disk(options.folder), clock(), service(options.service)}) {
        std::cout << std::left << std::setw(9) << finding.part << (finding.good ? "ok    " : "lacks ")
                  << finding.words << "\n";
        if (finding.part == "disk" || finding.part == "clock") can_run = can_run && finding.good;
    }
    if (!can_run) return refuse("this machine is not ready; mend the disk or the clock first");
    return {};
}

}  // namespace

void add_doctor_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("doctor", "what this machine has and lacks for an evening");
    auto options = std::make_shared<DoctorOptions>();
    command->add_option("--event", options->folder, "the folder whose disk is measured; here if left out");
    command->add_option("--printer", options->printer, "a printer to look for");
    command->add_option("--service", options->service, "a membership service to say hello to");
    command->callback([=, &run] { run = [=] { return look(*options); }; });
}

}  // namespace welcome::tools::kioskctl
