// Tries a parser on its seeds and on mutations of them, the same ones at every run:
//   PARSER [TRIES]            tries so many mutations (20,000)
//   PARSER --write-seeds DIR  the corpus that search begins with

#include <filesystem>
#include <fstream>
#include <random>

#include "tests/fuzz/parser.h"

namespace {

using Chance = std::mt19937_64;

std::size_t below(Chance& chance, std::size_t bound) {
    return bound == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, bound - 1)(chance);
}

// One change as damage and malice make them: a byte, a cut, a repeat, a piece of another input.
std::string changed(std::string text, const std::vector<std::string>& others, Chance& chance) {
    const std::size_t at = below(chance, text.size());
    const std::size_t length = below(chance, std::min<std::size_t>(text.size() - at, 64)) + 1;
    switch (below(chance, 6)) {
        case 0:
            if (!text.empty()) text[at] = static_cast<char>(below(chance, 256));
            return text;
        case 1:
            if (!text.empty()) text[at] = static_cast<char>(text[at] ^ (1 << below(chance, 8)));
            return text;
        case 2:
            return text.substr(0, at);
        case 3:
            return text.erase(at, length);
        case 4:
            return text.insert(at, text.substr(at, length));
        default: {
            const auto& other = others[below(chance, others.size())];
            return text.insert(at, other.substr(below(chance, other.size()), length));
        }
    }
}

int write_seeds(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::size_t number = 0;
    for (const auto& seed : welcome::fuzz::seeds())
        std::ofstream(folder / ("seed-" + std::to_string(++number)), std::ios::binary) << seed;
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string_view(words[1]) == "--write-seeds") return write_seeds(words[2]);
    const unsigned long tries = count > 1 ? std::strtoul(words[1], nullptr, 10) : 20000;
    const auto seeds = welcome::fuzz::seeds();
    welcome::fuzz::must(!seeds.empty(), "there is a seed");
    welcome::fuzz::read("");
    for (const auto& seed : seeds) welcome::fuzz::read(seed);
    Chance chance(20261203);
    for (unsigned long i = 0; i < tries; ++i) {
        std::string input = seeds[below(chance, seeds.size())];
        for (std::size_t changes = 1 + below(chance, 4); changes > 0; --changes)
            input = changed(std::move(input), seeds, chance);
        welcome::fuzz::read(input);
    }
    std::printf("%zu seeds and %lu mutations read\n", seeds.size(), tries);
    return 0;
}
