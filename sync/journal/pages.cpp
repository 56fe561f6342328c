#include "sync/journal/pages.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace welcome::sync {

namespace {

constexpr std::size_t k_page = 4096;  // SQLite's own choice; the journal makes no other
constexpr std::size_t k_file_header = 100, k_log_header = 32, k_frame_header = 24;
constexpr char k_leaf_of_a_table = 0x0D;
constexpr std::size_t k_leaf_header = 8;
constexpr std::size_t k_longest_record = std::size_t{8} << 20U;

std::uint64_t number_at(std::string_view bytes, std::size_t place, std::size_t length) {
    std::uint64_t value = 0;
    for (std::size_t i = place; i < place + length && i < bytes.size(); ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

// SQLite's variable-length number at the front, which is taken off; nothing where the bytes end before it.
std::optional<std::uint64_t> take_number(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 9 && i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (i == 8 || byte < 0x80) {
            value = i == 8 ? value << 8U | byte : value << 7U | byte;
            bytes.remove_prefix(i + 1);
            return value;
        }
        value = value << 7U | (byte & 0x7FU);
    }
    return std::nullopt;
}

// Pages by their number, from 1: the log's newest before the file's.
class Pages {
  public:
    Pages(std::string_view database, std::string_view log) : database_(database) {
        const std::uint64_t salt = number_at(log, 16, 8);
        for (std::size_t at = k_log_header; at + k_frame_header + k_page <= log.size();
             at += k_frame_header + k_page) {
            if (number_at(log, at + 8, 8) != salt) break;  // left over from an older log
            logged_[number_at(log, at, 4)] = log.substr(at + k_frame_header, k_page);
        }
    }

    [[nodiscard]] std::string_view page(std::uint64_t number) const {
        if (const auto found = logged_.find(number); found != logged_.end()) return found->second;
        if (number == 0 || number * k_page > database_.size()) return {};
        return database_.substr(static_cast<std::size_t>(number - 1) * k_page, k_page);
    }
    [[nodiscard]] std::uint64_t count() const {
        const std::uint64_t logged = logged_.empty() ? 0 : logged_.rbegin()->first;
        return std::max<std::uint64_t>(database_.size() / k_page, logged);
    }

  private:
    std::string_view database_;
    std::map<std::uint64_t, std::string_view> logged_;
};

// How much of a record of this length lies on the leaf itself.
std::size_t length_on_leaf(std::size_t whole) {
    constexpr std::size_t most = k_page - 35, least = (k_page - 12) * 32 / 255 - 23;
    if (whole <= most) return whole;
    const std::size_t fitting = least + (whole - least) % (k_page - 4);
    return fitting <= most ? fitting : least;
}

// The record of a cell, put together from its overflow pages; shorter than it should be where they are gone.
std::string record_of(std::string_view cell, const Pages& pages) {
    const auto length = take_number(cell);
    if (!length || *length > k_longest_record || !take_number(cell)) return {};  // its row's number
    const auto whole = static_cast<std::size_t>(*length), here = length_on_leaf(whole);
    std::string record(cell.substr(0, here));
    if (here == whole || cell.size() < here + 4) return record;
    std::uint64_t next = number_at(cell, here, 4);
    while (record.size() < whole) {
        const auto page = pages.page(next);
        if (page.empty()) return record;
        record += page.substr(4, std::min(k_page - 4, whole - record.size()));
        next = number_at(page, 0, 4);
    }
    return record;
}

// The length of a column's value, by its serial type.
std::size_t length_of(std::uint64_t type) {
    constexpr std::size_t fixed[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < 12 ? fixed[type] : static_cast<std::size_t>((type - 12) / 2);
}

void take_blobs(std::string_view record, const std::function<void(std::string_view)>& take) {
    std::string_view header = record;
    const auto header_length = take_number(header);
    if (!header_length || *header_length > record.size()) return;
    std::string_view types = record.substr(0, static_cast<std::size_t>(*header_length));
    types.remove_prefix(std::min(types.size(), record.size() - header.size()));
    std::string_view values = record.substr(static_cast<std::size_t>(*header_length));
    while (!types.empty()) {
        const auto type = take_number(types);
        if (!type || length_of(*type) > values.size()) return;
        const auto value = values.substr(0, length_of(*type));
        if (*type >= 12 && *type % 2 == 0) take(value);
        values.remove_prefix(value.size());
    }
}

}  // namespace

void each_blob(std::string_view database, std::string_view log,
               const std::function<void(std::string_view)>& take) {
    const Pages pages(database, log);
    for (std::uint64_t number = 1; number <= pages.count(); ++number) {
        const auto page = pages.page(number);
        const std::size_t begin = number == 1 ? k_file_header : 0;
        if (page.empty() || page[begin] != k_leaf_of_a_table) continue;
        const auto cells = number_at(page, begin + 3, 2);
        for (std::size_t i = 0; i < cells && begin + k_leaf_header + 2 * i + 2 <= page.size(); ++i) {
            const auto at = static_cast<std::size_t>(number_at(page, begin + k_leaf_header + 2 * i, 2));
            if (at < page.size()) take_blobs(record_of(page.substr(at), pages), take);
        }
    }
}

}  // namespace welcome::sync
