#pragma once
// A file of people, read, and what it adds to what is known. Reading touches the disk and may take a second:
// call it off the screen's thread. `import_into` is pure.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/event/decide.h"
#include "kiosk/roster/csv_table.h"
#include "kiosk/roster/formats.h"
#include "sync/result.h"

namespace welcome::kiosk::roster {

struct Roster {
    Format format = Format::generic;  // as told or as found, never automatic
    std::vector<event::RosterRow> rows;
    std::vector<Refused> refused;   // lines that did not go in
    std::vector<Refused> warnings;  // lines that went in, not whole
    std::size_t passed_over = 0;    // cancelled, or the same row once more
    std::size_t read = 0;           // rows below the headings, refused ones included
    std::size_t unknown_columns = 0;
};

sync::Result<Roster> read_roster(const std::filesystem::path& file, Format format, const sync::EventId& event,
                                 const std::string& region = "US");
sync::Result<Roster> read_roster_bytes(std::string_view bytes, Format format, const sync::EventId& event,
                                       const std::string& region = "US");

struct Import {
    std::size_t read = 0, added = 0, changed = 0, unchanged = 0, passed_over = 0;
    std::vector<Refused> refused, warnings;
    std::vector<sync::Draft> drafts;  // at most one a row, so they may go in piece by piece
};

// What the roster adds. The same roster a second time adds nothing.
Import import_into(const event::State& state, const Roster& roster, const event::Context& context);

}  // namespace welcome::kiosk::roster
