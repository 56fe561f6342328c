#pragma once
// What labels are printed on: a roll's or a sheet's size as a person reads it, and how far ink must stay from
// its edges. A plain value.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::printing {

struct Stock {
    double width = 0, height = 0;  // millimetres; height 0: as high as the design (an endless roll)
    double side = 0, edge = 0;     // no ink so far from the sides, and from top and bottom
    bool turned = false;           // fed by its short side: the picture is turned a quarter for the printer
};

// "dk-62", "dk-62x29", "dk-29x90", "zebra-2x1", "zebra-4x2", "dymo-30252", "dymo-30256", "letter", "a4".
std::optional<Stock> stock_named(std::string_view name);
std::vector<std::string> stock_names();

}  // namespace welcome::printing
