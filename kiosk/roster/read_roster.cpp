#include <algorithm>
#include <fstream>
#include <unordered_map>

#include "kiosk/roster/fields.h"
#include "kiosk/roster/import.h"
#include "kiosk/roster/keys.h"

namespace welcome::kiosk::roster {
namespace {

constexpr std::uintmax_t k_largest_file = 64 << 20;
constexpr std::size_t k_longest_name = 200;  // code points

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Takes the rows of one table in, each person once.
class Intake {
  public:
    Intake(Roster& roster, RowReader reader, sync::EventId event, std::size_t columns)
        : roster_(roster), reader_(std::move(reader)), event_(event), columns_(columns) {}

    void take(const Row& row) {
        if (overflows(row)) return refuse(row, "The line has more cells than there are headings.");
        if (reader_.is_cancelled(row)) {
            ++roster_.passed_over;
            return;
        }
        auto fields = reader_.fields(row, roster_.warnings);
        if (!fields.full_name) return refuse(row, "The line has no name.");
        if (letters_in(*fields.full_name) > k_longest_name) return refuse(row, "The name is too long.");
        auto key = reader_.source_key(row, fields);
        const auto [earlier, is_new] = seen_.try_emplace(key, Place{row.line, roster_.rows.size()});
        if (is_new) {
            roster_.rows.push_back({person_of(event_, key), "roster", std::move(key), std::move(fields)});
        } else if (roster_.rows[earlier->second.index].fields == fields) {
            ++roster_.passed_over;
        } else {
            refuse(row, "Line " + std::to_string(earlier->second.line) + " has the same id.");
        }
    }

  private:
    struct Place {
        std::size_t line, index;
    };

    // A comma in a cell that is not quoted moves every cell after it.
    [[nodiscard]] bool overflows(const Row& row) const {
        if (row.cells.size() <= columns_) return false;
        return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns_), row.cells.end(),
                           [](const auto& cell) { return !trimmed(cell).empty(); });
    }

    void refuse(const Row& row, std::string reason) {
        auto& warnings = roster_.warnings;
        while (!warnings.empty() && warnings.back().line == row.line) warnings.pop_back();
        roster_.refused.push_back({row.line, std::move(reason)});
    }

    Roster& roster_;
    RowReader reader_;
    sync::EventId event_;
    std::size_t columns_;
    std::unordered_map<std::string, Place> seen_;
};

// "sep=;" is a spreadsheet's note to itself.
bool is_separator_note(const Row& row) {
    return row.cells.front().starts_with("sep=");
}

}  // namespace

sync::Result<Roster> read_roster_bytes(std::string_view bytes, Format format, const sync::EventId& event,
                                       const std::string& region) {
    if (bytes.size() > k_largest_file) return sync::fail(sync::Fault::unreadable, "the file is too large");
    auto table = read_table(bytes);
    auto row = table.rows.begin();
    if (row != table.rows.end() && is_separator_note(*row)) ++row;
    if (row == table.rows.end()) return sync::fail(sync::Fault::unreadable, "the file has no lines to read");
    const Columns columns = read_headings(row->cells, format);
    if (!columns.has_names())
        return sync::fail(sync::Fault::unreadable, "the first line has no heading for a name");
    Roster roster;
    roster.format = columns.format;
    roster.unknown_columns = columns.unknown;
    roster.read = static_cast<std::size_t>(table.rows.end() - row) - 1 + table.refused.size();
    roster.refused = std::move(table.refused);
    if (!table.encoding.starts_with("UTF-"))
        roster.warnings.push_back({row->line, "The file is not in UTF-8; it was read as " + table.encoding +
                                                  ". Look at the accents in the names."});
    Intake intake(roster, RowReader(columns, event, region), event, row->cells.size());
    while (++row != table.rows.end()) intake.take(*row);
    std::stable_sort(roster.refused.begin(), roster.refused.end(),
                     [](const Refused& a, const Refused& b) { return a.line < b.line; });
    return roster;
}

sync::Result<Roster> read_roster(const std::filesystem::path& file, Format format, const sync::EventId& event,
                                 const std::string& region) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error == std::errc::no_such_file_or_directory)
        return sync::fail(sync::Fault::not_found, file.string() + " is not there");
    if (error) return sync::fail(sync::Fault::disk_failed, file.string() + ": " + error.message());
    if (size > k_largest_file) return sync::fail(sync::Fault::unreadable, "the file is too large");
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(size, '\0');
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(size)))
        return sync::fail(sync::Fault::disk_failed, file.string() + " cannot be read");
    return read_roster_bytes(bytes, format, event, region);
}

}  // namespace welcome::kiosk::roster
