#include "kiosk/event/similarity.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace welcome::kiosk::event {

namespace {

constexpr std::size_t k_longest = 64;  // letters compared; one bit each

struct Matches {
    std::uint64_t left = 0, right = 0;
    int count = 0;
};

Matches matches_of(std::string_view left, std::string_view right) {
    const std::size_t longer = std::max(left.size(), right.size());
    const std::size_t reach = longer < 4 ? 0 : longer / 2 - 1;
    Matches found;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const std::size_t end = std::min(right.size(), i + reach + 1);
        for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
            if (left[i] != right[j] || (found.right >> j & 1U) != 0) continue;
            found.left |= std::uint64_t{1} << i;
            found.right |= std::uint64_t{1} << j;
            ++found.count;
            break;
        }
    }
    return found;
}

int out_of_order(std::string_view left, std::string_view right, const Matches& found) {
    int swapped = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if ((found.left >> i & 1U) == 0) continue;
        while ((found.right >> j & 1U) == 0) ++j;
        if (left[i] != right[j++]) ++swapped;
    }
    return swapped;
}

}  // namespace

double jaro_winkler(std::string_view left, std::string_view right) {
    left = left.substr(0, k_longest);
    right = right.substr(0, k_longest);
    if (left == right) return 1;
    const auto found = matches_of(left, right);
    if (found.count == 0) return 0;
    const double count = found.count;
    const double jaro =
        (count / static_cast<double>(left.size()) + count / static_cast<double>(right.size()) +
         (count - out_of_order(left, right, found) / 2.0) / count) /
        3;
    const std::size_t most = std::min({left.size(), right.size(), std::size_t{4}});
    std::size_t common = 0;
    while (common < most && left[common] == right[common]) ++common;
    return jaro + static_cast<double>(common) * 0.1 * (1 - jaro);
}

double edit_share(std::string_view left, std::string_view right) {
    left = left.substr(0, k_longest);
    right = right.substr(0, k_longest);
    if (left.empty() && right.empty()) return 1;
    std::array<std::uint8_t, k_longest + 1> before{}, last{}, now{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<std::uint8_t>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        now[0] = static_cast<std::uint8_t>(i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            int least = std::min(last[j], now[j - 1]) + 1;
            least = std::min(least, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) least = std::min(least, before[j - 2] + 1);
            now[j] = static_cast<std::uint8_t>(least);
        }
        before = last;
        last = now;
    }
    return 1 -
           static_cast<double>(last[right.size()]) / static_cast<double>(std::max(left.size(), right.size()));
}

double word_fit(std::string_view typed, std::string_view word) {
    if (word.starts_with(typed) && !typed.empty())
        return 0.9 + 0.1 * static_cast<double>(typed.size()) / static_cast<double>(word.size());
    // Two names that have nothing to do with each other reach 0.5; that is not half a likeness.
    constexpr double by_chance = 0.5;
    const double alike = std::max(0.0, (jaro_winkler(typed, word) - by_chance) / (1 - by_chance));
    return alike == 0 ? 0 : (alike + edit_share(typed, word)) / 2;
}

}  // namespace welcome::kiosk::event
