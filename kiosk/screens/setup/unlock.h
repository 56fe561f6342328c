#pragma once
// The locked tablet: asks for the event's key, by its card or its passphrase, before there is an event, a
// guest or a name to show. Pure but for `draw`. UI thread.

#include <optional>
#include <string>

#include "kiosk/screens/guest/scan.h"

namespace welcome::kiosk::screens {

struct UnlockModel {
    bool by_passphrase = false;  // else by the card
    std::string passphrase;
    std::string notice;  // key of the sentence after a refusal; empty: none
    std::string what;    // what the disk said, for that sentence
    bool opening = false;

    std::string event_name;  // empty: the folder holds no event yet, and the card brings it
    bool has_event = false;  // perhaps without its name yet
    bool has_passphrase = false, has_camera = false;
    std::string language = "en";
};

struct UnlockView {
    ui::Page page;
    std::string title, lead, notice, other_way, make, label, passphrase, open, opening;
    Viewfinder viewfinder;
    bool by_passphrase = false;
};

struct UnlockTouched {
    enum class What { other_way, typed, open, language, make };
    What what;
    std::string text = {};  // the passphrase so far; the language's tag
};

UnlockView unlock_view(const UnlockModel& model, const ui::Words& words);
std::optional<UnlockTouched> draw(ui::Ui& ui, UnlockView view, const ShownPicture& camera);

// What a touch changes by itself; `open` is the caller's, who has the disk.
void step(UnlockModel& model, const UnlockTouched& touched);

}  // namespace welcome::kiosk::screens
