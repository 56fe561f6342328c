#pragma once
// Cells as a person's fields. Pure; one thread at a time for each reader.

#include <map>
#include <string>
#include <vector>

#include "kiosk/event/facts.h"
#include "kiosk/roster/csv_table.h"
#include "kiosk/roster/formats.h"

namespace welcome::kiosk::roster {

// "Spanish", "español" → "es"; "es_MX" → "es-MX"; what is not known stays as it is.
std::string read_language(const std::string& typed);

// Without outer white space; line breaks inside become spaces.
std::string trimmed(std::string_view text);

class RowReader {
  public:
    RowReader(Columns columns, sync::EventId event, std::string region);

    [[nodiscard]] std::string cell(const Row& row, Field field) const;  // trimmed; empty where there is none
    [[nodiscard]] bool is_cancelled(const Row& row) const;
    // An empty cell says nothing. What cannot be read is left out, with a warning.
    [[nodiscard]] event::PersonFields fields(const Row& row, std::vector<Refused>& warnings) const;
    // "eventbrite:1234/5678": the same for the same row of a later export.
    [[nodiscard]] std::string source_key(const Row& row, const event::PersonFields& fields) const;

  private:
    [[nodiscard]] std::string name(const Row& row) const;
    [[nodiscard]] std::string household(const Row& row) const;

    Columns columns_;
    sync::EventId event_;
    std::string region_;
};

}  // namespace welcome::kiosk::roster
