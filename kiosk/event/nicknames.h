#pragma once
// Names that people use for one another: "Pepe" for "José", "Liz" for "Elizabeth". The table is given
// (assets/nicknames.toml is read by kiosk/session); without one nobody has a nickname. A value.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace welcome::kiosk::event {

class Nicknames {
  public:
    struct Kin {
        std::string word;  // folded
        double fit = 0;    // how well it stands for the name asked for
    };

    // A name and what people with it are called; any script, any case. Words may stand in many families.
    void add(std::string_view name, const std::vector<std::string>& short_forms);

    // Other words for a folded word, each once, the nearest fit where there are several.
    [[nodiscard]] const std::vector<Kin>& kin_of(const std::string& word) const;
    [[nodiscard]] std::size_t size() const { return kin_.size(); }

  private:
    void tie(const std::string& word, const std::string& other, double fit);

    std::unordered_map<std::string, std::vector<Kin>> kin_;
    std::vector<Kin> nobody_;
};

}  // namespace welcome::kiosk::event
