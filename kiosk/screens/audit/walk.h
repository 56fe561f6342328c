#pragma once
// The whole audit: every sample screen in every language on every glass, with a picture and the tree of each,
// and the list of what is wrong.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/screens/audit/judge.h"
#include "sync/result.h"

namespace welcome::kiosk::screens::audit {

struct Plan {
    std::filesystem::path out;             // gets the pictures, the trees and audit.json
    std::filesystem::path locale;          // folder of the catalogues
    std::vector<std::string> languages;    // empty: all that have a catalogue
    std::vector<std::string> screens;      // names of sample screens; empty: all
    std::vector<std::string> sizes;        // names of glasses, like 1280x800; empty: all
    std::vector<std::string> scales;       // as scale_name has them; empty: all
    std::function<void(std::string)> say;  // one line now and then
};

struct Reported {
    std::string screen, language, size, scale;
    ui::Finding finding;
};

struct Report {
    std::size_t screens = 0, languages = 0;
    std::vector<Reported> findings;
};

// From 8 to 24 inches, both ways up; the text as it is and at 200 %; and in high contrast.
std::vector<Setting> settings();
std::string scale_name(const Setting& setting);  // "100", "200", "100-contrast"

// Errors: a folder that cannot be written, a language or a screen that is not there.
sync::Result<Report> walk(const Plan& plan);
std::string to_json(const Report& report);

}  // namespace welcome::kiosk::screens::audit
