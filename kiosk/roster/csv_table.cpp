#include "kiosk/roster/csv_table.h"

#include <algorithm>
#include <csv.h>
#include <map>
#include <utility>

namespace welcome::kiosk::roster {
namespace {

constexpr std::size_t k_longest_row = 1 << 16;  // a quote left open must not swallow the file

// libcsv's parser for as long as one run of good lines goes.
class Parser {
  public:
    Parser(char delimiter, unsigned char options) {
        csv_init(&parser_, options);
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    }
    ~Parser() { csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool feed(std::string_view bytes) {
        return csv_parse(&parser_, bytes.data(), bytes.size(), &Parser::cell, &Parser::row, this) ==
               bytes.size();
    }
    bool finish() { return csv_fini(&parser_, &Parser::cell, &Parser::row, this) == 0; }
    [[nodiscard]] bool row_ended() const { return ended_; }
    std::vector<std::string> take() {
        ended_ = false;
        return std::exchange(cells_, {});
    }

  private:
    static void cell(void* text, std::size_t length, void* self) {
        static_cast<Parser*>(self)->cells_.emplace_back(static_cast<const char*>(text), length);
    }
    static void row(int, void* self) { static_cast<Parser*>(self)->ended_ = true; }

    csv_parser parser_{};
    std::vector<std::string> cells_;
    bool ended_ = false;
};

// The lines of the text with their endings: \n, \r\n or a lone \r.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) end = text.size() - 1;
        if (text.substr(end).starts_with("\r\n")) ++end;
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_clean(const std::vector<std::string>& cells) {
    constexpr auto forbidden = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
    };
    return std::none_of(cells.begin(), cells.end(),
                        [&](const auto& cell) { return std::any_of(cell.begin(), cell.end(), forbidden); });
}

char sniffed(std::string_view headings) {
    std::map<char, int> seen{{',', 0}, {';', 0}, {'\t', 0}};
    bool quoted = false;
    for (const char c : headings) {
        if (c == '"') quoted = !quoted;
        if (const auto found = seen.find(c); !quoted && found != seen.end()) ++found->second;
    }
    char best = ',';
    for (const char c : {';', '\t'})
        if (seen[c] > seen[best]) best = c;
    return best;
}

class Reading {
  public:
    explicit Reading(Table& table, std::string_view text) : table_(table), lines_(lines_of(text)) {}

    void run() {
        std::size_t at = 0;
        while (at < lines_.size() && is_blank(lines_[at])) ++at;
        if (at < lines_.size()) table_.delimiter = sniffed(lines_[at]);
        while (at < lines_.size()) at = run_from(at);
    }

  private:
    // Reads until a line breaks the rules; answers the line to go on from.
    std::size_t run_from(std::size_t first) {
        Parser parser(table_.delimiter, CSV_STRICT | CSV_STRICT_FINI);
        std::size_t begins = first, length = 0;
        bool open = false;
        for (std::size_t at = first; at < lines_.size(); ++at) {
            if (!open && is_blank(lines_[at])) continue;
            if (!std::exchange(open, true)) begins = at, length = 0;
            length += lines_[at].size();
            const bool last = at + 1 == lines_.size();
            if (length > k_longest_row || !parser.feed(lines_[at]) || (last && !parser.finish())) {
                alone(begins);
                return begins + 1;
            }
            if (!parser.row_ended()) continue;
            keep(begins, parser.take());
            open = false;
        }
        return lines_.size();
    }

    // A line with a stray quote: read by itself and as it stands (Robert "Bob" Smith), else refused.
    void alone(std::size_t at) {
        if (lines_[at].size() > k_longest_row) {
            table_.refused.push_back({at + 1, "The line is too long."});
            return;
        }
        Parser lenient(table_.delimiter, 0);
        if (lenient.feed(lines_[at]) && lenient.feed("\n") && lenient.row_ended()) {
            keep(at, lenient.take());
        } else {
            table_.refused.push_back({at + 1, "A quotation mark is opened here and not closed."});
        }
    }

    void keep(std::size_t at, std::vector<std::string> cells) {
        if (is_clean(cells)) {
            table_.rows.push_back({at + 1, std::move(cells)});
        } else {
            table_.refused.push_back({at + 1, "The line has characters that are not text."});
        }
    }

    Table& table_;
    std::vector<std::string_view> lines_;
};

}  // namespace

Table read_table(std::string_view bytes) {
    auto decoded = decode(bytes);
    Table table;
    table.encoding = std::move(decoded.encoding);
    Reading(table, decoded.text).run();
    return table;
}

}  // namespace welcome::kiosk::roster
