#pragma once
// What becomes of each thing we know at each target, said before anything is sent: kept as it is, kept in
// another shape, or not at all, and for how many people that matters tonight. Pure; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "tools/connectors/record.h"

namespace welcome::tools::connectors {

enum class Kept { whole, otherwise, lost };
std::string_view text_of(Kept kept);  // "whole" …

struct Truth {
    std::string what;  // "guests"
    Kept kept = Kept::whole;
    std::string how;            // a sentence where it is not simply kept
    std::size_t concerned = 0;  // people of these records that have it
};

// `target`: a connector's name, or "csv:" and a profile's. Empty for one that there is not.
std::vector<Truth> truth_table(std::string_view target, const std::vector<Record>& records,
                               std::size_t anonymous);

}  // namespace welcome::tools::connectors
