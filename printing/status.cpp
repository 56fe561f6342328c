#include "printing/status.h"

#include <array>
#include <charconv>
#include <vector>

namespace welcome::printing {
namespace {

Result<void> out_of_labels() {
    return fail(Fault::out_of_paper, "the printer is out of labels");
}
Result<void> cover_open() {
    return fail(Fault::cover_open, "the printer's cover is open");
}
Result<void> trouble(const std::string& what) {
    return fail(Fault::busy, "the printer says: " + what);
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// ---- Brother QL, raster command reference, "Printer status": 32 bytes from 0x80 0x20 'B' ----

constexpr std::size_t k_brother_bytes = 32;
constexpr std::size_t k_error_1 = 8, k_error_2 = 9, k_kind = 18, k_phase = 19;
constexpr unsigned k_no_media = 0x01, k_end_of_media = 0x02, k_cutter_jam = 0x04;            // information 1
constexpr unsigned k_wrong_media = 0x01, k_cover = 0x10, k_not_fed = 0x40, k_system = 0x80;  // information 2
constexpr unsigned k_printing_completed = 0x01, k_turned_off = 0x04;                         // kinds

Result<void> brother_condition(std::string_view frame) {
    const unsigned first = byte_at(frame, k_error_1);
    const unsigned second = byte_at(frame, k_error_2);
    if ((second & k_cover) != 0) return cover_open();
    if ((first & (k_no_media | k_end_of_media)) != 0 || (second & k_not_fed) != 0) return out_of_labels();
    if ((second & k_wrong_media) != 0) return trouble("another roll is in it than the label is made for");
    if ((first & k_cutter_jam) != 0) return trouble("its knife is stuck");
    if (byte_at(frame, k_kind) == k_turned_off)
        return fail(Fault::printer_missing, "the printer was turned off");
    if (first != 0 || (second & (k_system | 0x2EU)) != 0) return trouble("a fault of its own");
    return {};
}

std::optional<Answer> read_brother(std::string_view heard) {
    const auto begin = heard.find('\x80');
    if (begin == std::string_view::npos || heard.size() < begin + k_brother_bytes) return std::nullopt;
    const auto frame = heard.substr(begin, k_brother_bytes);
    return Answer{{.can_print = brother_condition(frame),
                   .has_printed = byte_at(frame, k_kind) == k_printing_completed,
                   .at_work = byte_at(frame, k_phase) != 0},
                  begin + k_brother_bytes};
}

// ---- ESC/POS: one byte for each DLE EOT; bits 1 and 4 are always set, 0 and 7 never ----

constexpr std::size_t k_escpos_bytes = 3;  // n = 1 printer, 2 why it is offline, 4 paper

std::optional<Answer> read_escpos(std::string_view heard) {
    std::string bytes;
    std::size_t at = 0;
    for (; at < heard.size() && bytes.size() < k_escpos_bytes; ++at)
        if ((byte_at(heard, at) & 0x93U) == 0x12U) bytes += heard[at];
    if (bytes.size() < k_escpos_bytes) return std::nullopt;
    Answer answer{.status = {}, .bytes = at};
    const unsigned printer = byte_at(bytes, 0);
    const unsigned offline = byte_at(bytes, 1);
    const unsigned paper = byte_at(bytes, 2);
    if ((offline & 0x04U) != 0) {
        answer.status.can_print = cover_open();
    } else if ((offline & 0x20U) != 0 || (paper & 0x60U) != 0) {
        answer.status.can_print = out_of_labels();
    } else if ((offline & 0x40U) != 0) {
        answer.status.can_print = trouble("a fault of its own");
    } else if ((printer & 0x08U) != 0) {
        answer.status.can_print = trouble("it is offline");
    }
    return answer;
}

// ---- ZPL: three strings between STX and ETX, their fields between commas ----

std::vector<int> fields_of(std::string_view text) {
    std::vector<int> fields;
    while (true) {
        const auto comma = text.find(',');
        const auto field = text.substr(0, comma);
        int number = 0;
        std::from_chars(field.data(), field.data() + field.size(), number);
        fields.push_back(number);
        if (comma == std::string_view::npos) return fields;
        text.remove_prefix(comma + 1);
    }
}

std::optional<Answer> read_zpl(std::string_view heard) {
    std::array<std::vector<int>, 3> strings;
    std::size_t at = 0;
    for (auto& fields : strings) {
        const auto begin = heard.find('\x02', at);
        const auto end = begin == std::string_view::npos ? begin : heard.find('\x03', begin);
        if (end == std::string_view::npos) return std::nullopt;
        fields = fields_of(heard.substr(begin + 1, end - begin - 1));
        at = end + 1;
    }
    const auto field = [&](std::size_t string, std::size_t place) {
        return place < strings.at(string).size() ? strings.at(string)[place] : 0;
    };
    Answer answer{.status = {}, .bytes = at};
    constexpr std::size_t paper_out = 1, paused = 2, waiting_formats = 4;     // of the first
    constexpr std::size_t head_up = 2, ribbon_out = 3, labels_remaining = 8;  // of the second
    answer.status.at_work = field(0, waiting_formats) > 0 || field(1, labels_remaining) > 0;
    if (field(1, head_up) == 1) {
        answer.status.can_print = cover_open();
    } else if (field(0, paper_out) == 1) {
        answer.status.can_print = out_of_labels();
    } else if (field(1, ribbon_out) == 1) {
        answer.status.can_print = trouble("its ribbon is out");
    } else if (field(0, paused) == 1) {
        answer.status.can_print = trouble("it is paused");
    }
    return answer;
}

}  // namespace

std::string_view escpos_end_question() {
    return "\x1Dr\x01";
}

// Bits 4 and 7 are never set, which parts it from a real-time answer; bits 2 and 3 are paper that has ended.
std::optional<Status> read_escpos_end(std::string_view heard) {
    for (std::size_t at = 0; at < heard.size(); ++at) {
        if ((byte_at(heard, at) & 0x90U) != 0) continue;
        Status status{.has_printed = true};
        if ((byte_at(heard, at) & 0x0CU) != 0) status.can_print = out_of_labels();
        return status;
    }
    return std::nullopt;
}

std::optional<std::string> status_question(Language language) {
    switch (language) {
        case Language::brother_ql:
            return "\x1BiS";
        case Language::escpos:
            return std::string("\x10\x04\x01\x10\x04\x02\x10\x04\x04");
        case Language::zpl:
            return "~HS";
        default:
            return std::nullopt;
    }
}

std::optional<Answer> read_status(Language language, std::string_view heard) {
    switch (language) {
        case Language::brother_ql:
            return read_brother(heard);
        case Language::escpos:
            return read_escpos(heard);
        case Language::zpl:
            return read_zpl(heard);
        default:
            return std::nullopt;
    }
}

}  // namespace welcome::printing
