#include "printing/stock.h"

#include <algorithm>
#include <array>

namespace welcome::printing {
namespace {

struct Named {
    std::string_view name;
    Stock stock;
};

// Sizes as the makers give them. Margins: Brother's raster command reference (at 300 dpi 696 of 732 dots
// across a 62 mm roll, 271 lines of a 29 mm label, 306 × 991 dots of 29 × 90); for DYMO the imageable area of
// its drivers; for Zebra the millimetre and a half by which rolls are laid in askew; for sheets what laser
// and ink printers leave.
constexpr std::array<Named, 9> k_stocks = {{{"dk-62", {62, 0, 1.6, 3.0, false}},
                                            {"dk-62x29", {62, 29, 1.6, 3.1, false}},
                                            {"dk-29x90", {90, 29, 3.1, 1.6, true}},
                                            {"zebra-2x1", {50.8, 25.4, 1.5, 1.5, false}},
                                            {"zebra-4x2", {101.6, 50.8, 1.5, 1.5, false}},
                                            {"dymo-30252", {88.9, 28.6, 5.7, 1.6, true}},
                                            {"dymo-30256", {101.6, 58.7, 5.7, 1.6, true}},
                                            {"letter", {215.9, 279.4, 6.4, 6.4, false}},
                                            {"a4", {210, 297, 6.4, 6.4, false}}}};

}  // namespace

std::optional<Stock> stock_named(std::string_view name) {
    const auto* found =
        std::find_if(k_stocks.begin(), k_stocks.end(), [name](const Named& one) { return one.name == name; });
    return found == k_stocks.end() ? std::nullopt : std::optional(found->stock);
}

std::vector<std::string> stock_names() {
    std::vector<std::string> all;
    all.reserve(k_stocks.size());
    for (const auto& one : k_stocks) all.emplace_back(one.name);
    return all;
}

}  // namespace welcome::printing
