#pragma once
// Invented people and how a hurried volunteer types them: misspelt, swapped, unmarked, turned round, by a
// nickname, by half the name, by ear. The same every run.

#include <random>
#include <string>
#include <vector>

namespace welcome::kiosk::event::test {

enum class Slip {
    typo,
    two_typos,
    swapped_letters,
    no_marks,
    turned_round,
    nickname,
    half_name,
    by_ear,
    middle_left_out,
    all_at_once,
    initial,
    no_vowels,
    rough
};
inline constexpr int k_slips = 13;
std::string_view name_of(Slip slip);

struct HardQuery {
    std::size_t person = 0;  // its place in the roster
    Slip slip = Slip::typo;
    std::string typed;
};

class HardNames {
  public:
    explicit HardNames(unsigned seed) : chance_(seed) {}
    // No two alike.
    std::vector<std::string> roster(std::size_t people);
    // One query for each person that the slip can befall, the slips in turn.
    std::vector<HardQuery> queries(const std::vector<std::string>& roster, std::size_t how_many);

  private:
    std::size_t below(std::size_t bound) { return chance_() % bound; }
    std::string person();
    std::string typed_with(Slip slip, const std::string& name);
    std::string mistyped(std::string word, int slips);

    std::mt19937 chance_;
};

}  // namespace welcome::kiosk::event::test
