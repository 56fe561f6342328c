// kiosk: the tablet at the door.

#include <cstdio>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "kiosk/app/app.h"
#include "kiosk/app/auditing.h"

int main(int argc, char** argv) {
    using namespace welcome;

    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk"));
    if (auto ready = sync::init_crypto(); !ready) {
        std::fprintf(stderr, "kiosk: %s\n", ready.error().detail.c_str());
        return 1;
    }
    const auto line = kiosk::app::read_command_line(argc, argv);
    if (!line.options) return line.exit_code;
    if (line.options->audit) return kiosk::app::audit_screens(*line.options);
    auto app = kiosk::app::App::open(*line.options);
    if (!app) {
        if (!app.error().sentence.empty()) std::fprintf(stderr, "kiosk: %s\n", app.error().sentence.c_str());
        return app.error().exit_code;
    }
    return (*app)->run();
}
