#pragma once
// What every kioskctl command shares: where the event is, how it is opened, and how a command ends.
// Standard output is for data, standard error for everything else; exit 0 done, 1 refused or failed, 2 usage.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/session/session.h"

namespace welcome::tools::kioskctl {

namespace event = kiosk::event;
using kiosk::session::Session;

// A command's end: nothing, or the one plain sentence for standard error.
using Outcome = tl::expected<void, std::string>;

inline tl::unexpected<std::string> refuse(std::string sentence) {
    return tl::unexpected(std::move(sentence));
}
inline tl::unexpected<std::string> refuse(const sync::Error& error) {
    return refuse(error.detail);
}

struct EventOptions {
    std::string folder;
    std::string card;
    std::string passphrase_file;
};

// Adds --event, --card and --passphrase-file. The options outlive the command's run.
std::shared_ptr<EventOptions> add_event_options(CLI::App& command);

// Where the event key is to come from; reads the passphrase where one is named.
tl::expected<kiosk::session::KeySource, std::string> key_source(const EventOptions& options);
tl::expected<std::unique_ptr<Session>, std::string> open_event(const EventOptions& options);

// First line of a file, or of standard input for "-": secrets never stand among the arguments.
tl::expected<std::string, std::string> read_secret(const std::string& file);

// The one person of that id, or a plain refusal.
tl::expected<const event::Person*, std::string> find_person(const Session& session, const std::string& id);

// A sentence for a refusal of the rules.
std::string sentence_for(event::Refusal refusal);

// Each makes its subcommand under `app`; `run` is set to what is to be done when the user chose it.
using Run = std::function<Outcome()>;
void add_event_commands(CLI::App& app, Run& run);        // event create, unlock, lock
void add_staff_command(CLI::App& app, Run& run);         // staff add
void add_roster_command(CLI::App& app, Run& run);        // roster import
void add_invite_command(CLI::App& app, Run& run);        // invite
void add_scan_command(CLI::App& app, Run& run);          // scan
void add_check_in_command(CLI::App& app, Run& run);      // check-in
void add_find_command(CLI::App& app, Run& run);          // find
void add_report_commands(CLI::App& app, Run& run);       // attendance, facts, verify
void add_enrol_command(CLI::App& app, Run& run);         // enrol
void add_upload_command(CLI::App& app, Run& run);        // upload
void add_review_command(CLI::App& app, Run& run);        // review
void add_exchange_command(CLI::App& app, Run& run);      // exchange
void add_rescue_command(CLI::App& app, Run& run);        // rescue
void add_speakers_command(CLI::App& app, Run& run);      // speakers
void add_taking_part_commands(CLI::App& app, Run& run);  // raffle, follow-up
void add_items_command(CLI::App& app, Run& run);         // items
void add_meals_command(CLI::App& app, Run& run);         // meals
void add_conflicts_command(CLI::App& app, Run& run);     // conflicts
void add_beam_commands(CLI::App& app, Run& run);         // beam, receive, receipt
void add_pack_commands(CLI::App& app, Run& run);         // pack, unpack
void add_label_command(CLI::App& app, Run& run);         // label
void add_sheets_command(CLI::App& app, Run& run);        // sheets, cards
void add_doctor_command(CLI::App& app, Run& run);        // doctor

}  // namespace welcome::tools::kioskctl
