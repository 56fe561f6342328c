// kioskctl doctor: what this machine has and lacks for an evening, a line each, "ok" or what to do.

#include <cstdlib>
#include <iomanip>
#include <iostream>

#include "kiosk/session/machine.h"
#include "printing/printer.h"
#include "sync/keys.h"
#include "tools/kioskctl/service_calls.h"

namespace welcome::tools::kioskctl {

namespace {

using kiosk::session::Machine;

struct DoctorOptions {
    std::string folder = ".", printer, service;
};

struct Finding {
    std::string part;
    bool good = false;
    std::string words;
};

Finding camera(const Machine& machine) {
    if (!machine.camera.empty()) return {"camera", true, machine.camera};
    return {"camera", false, "none found; plug one in, or use a USB scanner"};
}

Finding scanner(const Machine& machine) {
    if (machine.has_scanner) return {"scanner", true, "a keyboard or USB scanner is plugged in"};
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

Finding disk(const Machine& machine, const std::string& folder) {
    if (!machine.free_megabytes) return {"disk", false, folder + " cannot be read"};
    return {"disk", *machine.free_megabytes >= kiosk::session::k_enough_megabytes,
            std::to_string(*machine.free_megabytes) + " MB free in " + folder};
}

Finding clock(const Machine& machine) {
    if (!machine.clock_is_sane) return {"clock", false, "the date is wrong; set it before doors"};
    return {"clock", true,
            machine.clock_by_network ? "set by the network" : "running by itself; compare it with a phone"};
}

Finding battery(const Machine& machine) {
    constexpr int enough = 40;  // percent, for an evening away from the wall
    if (!machine.battery_percent) return {"battery", true, "none, or none that tells"};
    const auto level = std::to_string(*machine.battery_percent) + " %";
    if (machine.charging) return {"battery", true, level + ", charging"};
    return {"battery", *machine.battery_percent >= enough, level + "; plug it in"};
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
    const auto machine = kiosk::session::look_at_machine(options.folder, kiosk::session::wall_clock());
    bool can_run = true;
    for (const auto& finding :
         {display(), camera(machine), scanner(machine), printer(options.printer), keyring(),
          disk(machine, options.folder), clock(machine), battery(machine), service(options.service)}) {
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
