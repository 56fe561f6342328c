#pragma once
// What printers say of themselves, in the three languages that have a word for it: Brother QL's 32-byte
// status (ESC i S), ESC/POS's real-time status (DLE EOT 1, 2 and 4), ZPL's host status (~HS). Pure; any
// thread.

#include <optional>
#include <string>
#include <string_view>

#include "printing/languages.h"

namespace welcome::printing {

// The question, or nothing where the language has none.
std::optional<std::string> status_question(Language language);

struct Status {
    Result<void> can_print = {};
    bool has_printed = false;  // Brother QL: this answer tells the end of a label
    bool at_work = false;      // something is being printed, or waits inside
};
// The first whole answer, and how many bytes of `heard` it took; nothing where it has not all come yet.
struct Answer {
    Status status;
    std::size_t bytes = 0;
};
std::optional<Answer> read_status(Language language, std::string_view heard);

// ESC/POS only: a question that stands in line behind the label (GS r 1), so its answer tells the label's
// end.
std::string_view escpos_end_question();
std::optional<Status> read_escpos_end(std::string_view heard);

}  // namespace welcome::printing
