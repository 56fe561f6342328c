#pragma once
// A file of cells, whoever wrote it: bytes in, rows of UTF-8 out, each with its line in the file.
// Pure; any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::roster {

// A line that did not go in, or that needs a look; the reason is a sentence for an organiser.
struct Refused {
    std::size_t line = 0;  // from 1, as an editor counts
    std::string reason;
    bool operator==(const Refused&) const = default;
};

struct Row {
    std::size_t line = 0;  // where the row begins; a quoted cell may go on over several lines
    std::vector<std::string> cells;
};

struct Table {
    std::vector<Row> rows;         // the row of headings included
    std::vector<Refused> refused;  // by line
    std::string encoding;          // as ICU names it
    char delimiter = ',';
};

// RFC 4180 and what is common beside it: a byte order mark or none, UTF-16, old code pages, semicolons or
// tabs, any line ending, spaces around cells (dropped where the cell is not quoted). Empty lines are passed
// over. A damaged line is refused and the reading goes on at the line after it.
Table read_table(std::string_view bytes);

// The encoding the bytes are in, as ICU names it, and the text as UTF-8 without a byte order mark.
struct Decoded {
    std::string encoding, text;
};
Decoded decode(std::string_view bytes);

}  // namespace welcome::kiosk::roster
