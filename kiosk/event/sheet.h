#pragma once
// Paper sign-in sheets: numbered, each with a code that names the event and the number and nobody. A row of a
// sheet is one place where somebody wrote: whoever enters it, and how often, it counts once. Pure; any
// thread.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

inline constexpr int k_sheet_rows = 16;  // on one sheet, as assets/labels/sheet*.toml draws them
inline constexpr int k_most_sheets = 9999;

// "WTS:" + the event's id in 32 hex digits + ":" + the number; what a QR code holds without small letters.
std::string write_sheet_code(const sync::EventId& event, int number);

enum class SheetFault { no_sheet, other_event };
// A scanned code, or a number typed by hand.
std::variant<int, SheetFault> read_sheet_code(std::string_view text, const sync::EventId& event);

// Who wrote on a row, where the roster has nobody of the name: the same one on every tablet.
PersonId person_on_row(const sync::EventId& event, int sheet, int row);

}  // namespace welcome::kiosk::event
