#include "printing/languages.h"

#include <array>

namespace welcome::printing {
namespace {

struct Row {
    Language language;
    std::string_view name;
    int dpi;
};
constexpr std::array<Row, 6> k_rows{{{Language::png, "png", 300},
                                     {Language::pdf, "pdf", 300},
                                     {Language::zpl, "zpl", 203},
                                     {Language::escpos, "escpos", 203},
                                     {Language::brother_ql, "brother-ql", 300},
                                     {Language::pwg, "pwg", 300}}};

const Row& row_of(Language language) {
    return k_rows[static_cast<std::size_t>(language)];
}

}  // namespace

std::optional<Language> language_named(std::string_view name) {
    for (const auto& row : k_rows)
        if (row.name == name) return row.language;
    return std::nullopt;
}

std::string_view name_of(Language language) {
    return row_of(language).name;
}

int usual_dpi(Language language) {
    return row_of(language).dpi;
}

}  // namespace welcome::printing
