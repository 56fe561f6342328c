#pragma once
// Reads a guest's screen aloud: after each frame that has settled, what is new on it goes to the voice. UI
// thread.

#include <fstream>
#include <set>
#include <string>

#include "kiosk/app/options.h"
#include "kiosk/screens/model.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/ui/narrator.h"

namespace welcome::kiosk::app {

class ReadingAloud {
  public:
    explicit ReadingAloud(const Options& options);

    // Of these, the languages that can be heard.
    [[nodiscard]] std::set<std::string> spoken(const std::vector<std::string>& languages) const;
    void look(const ui::Tree& tree, const ui::Words& words, const screens::Model& model);
    [[nodiscard]] bool is_quiet() const { return speaker_.is_quiet(); }

  private:
    ui::Narrator narrator_;
    speech::Speaker speaker_;
    std::ofstream log_;  // of what was said, for tests
    bool on_ = false;
};

}  // namespace welcome::kiosk::app
