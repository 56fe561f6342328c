// kiosk: the tablet at the door.

#include <cstdio>
#include <malloc.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "kiosk/app/app.h"
#include "kiosk/app/auditing.h"

int main(int argc, char** argv) {
    using namespace welcome;

    ::mallopt(M_ARENA_MAX, 1);  // its other threads sleep; a heap for each would be memory that nobody uses
    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk"));
    if (auto ready = sync::init_crypto(); !ready) {
        std::fprintf(stderr, "kiosk: %s\n", ready.error().detail.c_str());
        return 1;
    }
    const auto line = kiosk::app::read_command_line(argc, argv);
    if (!line.options) return line.exit_code;
    if (line.options->audit) return kiosk::app::audit_screens(*line.options);
    kiosk::app::Onward start{{*line.options}, std::nullopt};
    std::unique_ptr<kiosk::ui::Window> window;
    while (true) {
        auto app = kiosk::app::App::open(start, std::move(window));
        if (!app) {
            if (!app.error().sentence.empty())
                std::fprintf(stderr, "kiosk: %s\n", app.error().sentence.c_str());
            return app.error().exit_code;
        }
        const int code = (*app)->run();
        const auto onward = (*app)->onward();
        if (!onward) return code;
        const bool over = start.evening && !onward->evening;
        window = (*app)->hand_over_window();
        app->reset();
        if (over) kiosk::app::forget_rehearsal(onward->entry.options);
        start = *onward;
    }
}
