#include "tests/bench/line.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

namespace welcome::bench {

namespace {

// Four digits tell all that a timing can.
double rounded(double value) {
    if (value == 0 || !std::isfinite(value)) return 0;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

}  // namespace

double Samples::share(double below) const {
    if (values_.empty()) return 0;
    auto sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    const double place = below * static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(place))];
}

std::string text_of(const Line& line) {
    nlohmann::ordered_json json = {
        {"name", line.name},
        {"value", rounded(line.value)},
        {"unit", line.unit},
        {"better", line.better == Better::lower ? "lower" : "higher"},
        {"versus", {{"name", line.versus.name}, {"value", rounded(line.versus.value)}}},
        {"ratio", nullptr}};
    if (line.versus.value != 0) json["ratio"] = rounded(line.value / line.versus.value);
    return json.dump();
}

void print(const Line& line) {
    std::cout << text_of(line) << std::endl;
}

Order read_order(int argc, const char* const* argv) {
    Order order;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--quick") {
            order.quick = true;
        } else if (std::string_view(argv[i]) == "--size" && i + 1 < argc) {
            order.given = std::strtoull(argv[++i], nullptr, 10);
        } else {
            order.name = argv[i];
        }
    }
    return order;
}

int cannot(std::string_view why) {
    std::cerr << "bench: " << why << "\n";
    return 1;
}

}  // namespace welcome::bench
