#include "kiosk/screens/audit/reading.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace welcome::kiosk::screens::audit {

namespace {

struct Count {
    int words = 0, syllables = 0, sentences = 0;
};

bool is_letter(char letter) {
    return std::isalpha(static_cast<unsigned char>(letter)) != 0 || letter == '\'';
}

// Groups of vowels, without a silent e at the end.
int syllables_of(std::string_view word) {
    int syllables = 0;
    bool in_vowel = false;
    for (const char letter : word) {
        const bool vowel = std::string_view("aeiouyAEIOUY").find(letter) != std::string_view::npos;
        syllables += vowel && !in_vowel ? 1 : 0;
        in_vowel = vowel;
    }
    if (word.size() > 2 && word.back() == 'e' && syllables > 1) --syllables;
    return std::max(1, syllables);
}

void count(std::string_view text, Count& all) {
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        while (to < text.size() && is_letter(text[to])) ++to;
        if (to > from) {
            ++all.words;
            all.syllables += syllables_of(text.substr(from, to - from));
        }
        from = std::max(to, from + 1);
    }
    const auto ends = std::count_if(text.begin(), text.end(), [](char letter) {
        return letter == '.' || letter == '?' || letter == '!';
    });
    all.sentences += std::max(1, static_cast<int>(ends));
}

}  // namespace

double reading_grade(const ui::Tree& tree) {
    Count all;
    for (const auto& node : tree.nodes) {
        if (node.role == ui::Role::key || node.behind || node.label.empty()) continue;
        count(node.label, all);
    }
    if (all.words == 0) return 0;
    return 0.39 * all.words / all.sentences + 11.8 * all.syllables / all.words - 15.59;
}

}  // namespace welcome::kiosk::screens::audit
