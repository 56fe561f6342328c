#pragma once
// What a frame's accessibility tree says to the ear: all of a new page, then only what changed, or what the
// focus came to. Pure; one for each window.

#include <map>
#include <string>
#include <vector>

#include "kiosk/ui/tree.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::ui {

// Sentences, in order. `cuts` tells the voice to leave off what it is saying: something newer matters more.
struct Narration {
    std::vector<std::string> sentences = {};
    bool cuts = false;
};

class Narrator {
  public:
    Narration look(const Tree& tree, const Words& words);
    void forget();  // The next look tells the whole page again.

  private:
    struct Told {
        std::string sentence, value;
    };
    std::string place_, focus_;
    std::map<std::string, Told> told_;  // of each node, by its id
};

// A node as a sentence or two: its name, what it is, and in which state. Empty for what has nothing to say.
std::string spoken(const Node& node, const Tree& tree, const Words& words);

}  // namespace welcome::kiosk::ui
