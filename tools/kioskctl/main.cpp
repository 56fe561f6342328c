// kioskctl: the organiser's command line. Each command lives in a file of its own.

#include <CLI/Error.hpp>
#include <iostream>

#include "sync/keys.h"
#include "tools/kioskctl/command.h"
#include "tools/kioskctl/pack_command.h"

int main(int argc, char** argv) {
    using namespace welcome;
    using namespace welcome::tools::kioskctl;

    if (auto ready = sync::init_crypto(); !ready) {
        std::cerr << "kioskctl: " << ready.error().detail << "\n";
        return 1;
    }
    CLI::App app{"Welcome Table: make and look after an event from the command line."};
    app.set_version_flag("--version", "kioskctl " WELCOME_VERSION);
    app.require_subcommand(1);
    Run run;
    add_event_commands(app, run);
    add_staff_command(app, run);
    add_roster_command(app, run);
    add_invite_command(app, run);
    add_scan_command(app, run);
    add_check_in_command(app, run);
    add_find_command(app, run);
    add_report_commands(app, run);
    add_conflicts_command(app, run);
    add_speakers_command(app, run);
    add_taking_part_commands(app, run);
    add_items_command(app, run);
    add_meals_command(app, run);
    add_enrol_command(app, run);
    add_upload_command(app, run);
    add_review_command(app, run);
    add_exchange_command(app, run);
    add_rescue_command(app, run);
    add_pack_commands(app, run);
    add_beam_commands(app, run);
    add_label_command(app, run);
    add_sheets_command(app, run);
    add_doctor_command(app, run);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {  // CLI11's border.
        return app.exit(error) == 0 ? 0 : 2;
    }
    const Outcome outcome = run();
    if (outcome) return 0;
    std::cerr << "kioskctl: " << outcome.error() << "\n";
    return 1;
}
