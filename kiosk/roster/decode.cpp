#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "kiosk/roster/csv_table.h"

namespace welcome::kiosk::roster {
namespace {

constexpr std::string_view k_fallback = "windows-1252";

std::optional<Decoded> by_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return Decoded{"UTF-8", std::string(bytes.substr(3))};
    if (bytes.starts_with("\xFF\xFE")) return Decoded{"UTF-16LE", std::string(bytes.substr(2))};
    if (bytes.starts_with("\xFE\xFF")) return Decoded{"UTF-16BE", std::string(bytes.substr(2))};
    return std::nullopt;
}

// Headings are mostly ASCII, so in UTF-16 every other byte at the file's start is zero.
std::optional<std::string> utf16_without_mark(std::string_view bytes) {
    const std::size_t sample = std::min<std::size_t>(bytes.size(), 64) / 2 * 2;
    if (sample < 4) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const std::size_t most = sample / 2 * 6 / 10 + 1;
    if (zeros[0] == 0 && zeros[1] >= most) return "UTF-16LE";
    if (zeros[1] == 0 && zeros[0] >= most) return "UTF-16BE";
    return std::nullopt;
}

bool is_utf8(std::string_view bytes) {
    const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 letter = 0;
        U8_NEXT(text, at, length, letter);
        if (letter < 0) return false;
    }
    return true;
}

// A guess is taken only for scripts that a guess can tell apart. Between the Latin code pages it cannot, on
// a few accents in a list of names, and Windows-1252 is what American spreadsheets write.
std::string guessed(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::string(k_fallback);
    uchardet_data_end(detector.get());
    const std::string_view name = uchardet_get_charset(detector.get());
    constexpr std::array<std::string_view, 14> trusted = {
        "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1255", "WINDOWS-1256", "KOI8-R", "IBM866",  "ISO-8859-5",
        "SHIFT_JIS",    "EUC-JP",       "EUC-KR",       "UHC",          "BIG5",   "GB18030", "TIS-620"};
    if (std::find(trusted.begin(), trusted.end(), name) == trusted.end()) return std::string(k_fallback);
    return std::string(name == "UHC" ? "windows-949" : name);
}

std::string to_utf8(const std::string& encoding, std::string_view bytes) {
    std::string text(bytes.size() * 3 + 16, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        ucnv_convert("UTF-8", encoding.c_str(), text.data(), static_cast<std::int32_t>(text.size()),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    text.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return text;
}

}  // namespace

Decoded decode(std::string_view bytes) {
    if (auto marked = by_mark(bytes)) {
        if (marked->encoding != "UTF-8") marked->text = to_utf8(marked->encoding, marked->text);
        if (marked->encoding != "UTF-8" || is_utf8(marked->text)) return *marked;
    }
    if (const auto wide = utf16_without_mark(bytes)) return {*wide, to_utf8(*wide, bytes)};
    if (is_utf8(bytes)) return {"UTF-8", std::string(bytes)};
    const std::string encoding = guessed(bytes);
    return {encoding, to_utf8(encoding, bytes)};
}

}  // namespace welcome::kiosk::roster
