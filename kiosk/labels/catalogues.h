#pragma once
// What labels and pages of paper say, from the same catalogues as the screens (kiosk/words). A language is
// read when it is first wanted. One thread at a time.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/labels/labels.h"
#include "kiosk/labels/roll_call.h"
#include "kiosk/labels/sheets.h"
#include "kiosk/words/words.h"

namespace welcome::kiosk::labels {

class Catalogues {
  public:
    // As words::Words::load wants it. A folder without catalogues makes labels that show their keys.
    explicit Catalogues(std::filesystem::path folder);

    // Each of a BCP 47 tag: "es-MX" or "zh" get the language that is here, any other gets English.
    LabelWords label(std::string_view language);
    SheetWords sheet(std::string_view language);
    RollCallWords roll_call(std::string_view language);

  private:
    const words::Words& of(std::string_view language);

    std::filesystem::path folder_;
    std::vector<std::string> languages_;
    std::map<std::string, words::Words, std::less<>> read_;
};

}  // namespace welcome::kiosk::labels
