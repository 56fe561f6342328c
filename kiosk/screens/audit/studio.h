#pragma once
// Shows the sample screens on a glass that is only memory: the real widgets, the real renderer without a
// display. One thread; one for each language, glass, text size and look.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/screens/samples/evening.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/ui/platform/renderer.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/words.h"

namespace welcome::kiosk::screens::audit {

struct Glass {
    std::string name;  // "1280x800"
    float width_px = 1280, height_px = 800;
    double inches = 10.1;  // of the diagonal
};

struct Setting {
    Glass glass = {};
    float text_scale = 1;  // 1 or 2
    ui::Contrast contrast = ui::Contrast::normal;
};

class Studio {
  public:
    // `words` must outlive it.
    Studio(const Setting& setting, const ui::Words& words);

    // As somebody comes upon it, with nothing left of the one before.
    void enter(const samples::Scene& scene);
    void enter(std::function<void(ui::Ui&)> drawing, const ui::Theme& theme);  // any other screen
    void press(ui::Key key);
    void put_keyboard_away();
    [[nodiscard]] const ui::Tree& tree() const { return ui_.tree(); }
    [[nodiscard]] ui::Density density() const { return ui_.theme().density; }
    [[nodiscard]] const std::string& language() const { return words_.language(); }
    [[nodiscard]] ui::Palette colours() const { return ui_.theme().colours; }
    ui::Pixels picture();

  private:
    void leave();
    void settle();
    void draw_frame();

    Setting setting_;
    const ui::Words& words_;
    std::unique_ptr<ui::Renderer> renderer_;
    ui::Ui ui_;
    ui::Frame frame_;
    std::optional<samples::Evening> evening_;
    std::function<void(ui::Ui&)> drawing_;
    const ImDrawData* drawn_ = nullptr;
};

}  // namespace welcome::kiosk::screens::audit
