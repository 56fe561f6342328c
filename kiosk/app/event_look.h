#pragma once
// The event's own colour and logo, as its organiser gave them, on every screen of this tablet. UI thread.

#include <string>

#include "kiosk/event/facts.h"
#include "kiosk/screens/shown_picture.h"
#include "kiosk/ui/platform/renderer.h"
#include "kiosk/ui/theme.h"

namespace welcome::kiosk::app {

class EventLook {
  public:
    explicit EventLook(ui::Renderer& renderer) : renderer_(renderer) {}
    ~EventLook();
    EventLook(const EventLook&) = delete;
    EventLook& operator=(const EventLook&) = delete;

    // The latest word on the event; true where its looks are others than before.
    bool follow(const event::EventOpened& event);
    // In the event's colour, darkened until words on it can be read; strong colours stay as they are.
    [[nodiscard]] ui::Theme theme(ui::Density density, ui::Contrast contrast) const;
    [[nodiscard]] const screens::ShownPicture& logo() const { return logo_; }

  private:
    void forget_logo();

    ui::Renderer& renderer_;
    std::string colour_, picture_;  // as the event says them
    screens::ShownPicture logo_;
};

}  // namespace welcome::kiosk::app
