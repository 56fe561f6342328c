#pragma once
// The window of a tablet whose event is still locked: takes the unlock card from the camera or the hand
// scanner, or the passphrase, and opens the event. A robot plays on it as on the rest. UI thread.

#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/app/camera.h"
#include "kiosk/app/options.h"
#include "kiosk/app/robot.h"
#include "kiosk/app/typing.h"
#include "kiosk/screens/setup/make_event.h"
#include "kiosk/screens/setup/unlock.h"
#include "kiosk/session/session.h"
#include "kiosk/ui/platform/window.h"

namespace welcome::kiosk::app {

// Why the kiosk does not go on: a sentence for standard error, or none where somebody just closed it.
struct Ending {
    std::string sentence;
    int exit_code = 1;
};

class Unlocking {
  public:
    Unlocking(const Options& options, ui::Window& window, std::vector<RobotStep> steps);

    struct Opened {
        std::unique_ptr<session::Session> session;
        std::vector<RobotStep> steps_left;  // of the robot's script
        bool is_new = false;                // this tablet held no event before
    };
    // Until the event is open, the window is closed, or the robot has failed or ended.
    tl::expected<Opened, Ending> run();

  private:
    using Time = std::chrono::steady_clock::time_point;

    void take_input();
    void take_mail();
    void scanned(const std::string& text);
    void touched(const screens::UnlockTouched& touch);
    void touched(const screens::MakeTouched& touch);
    void make();  // the event that the form describes
    void open(const sync::Result<sync::UnlockCard>& card);
    void refuse(const std::string& notice, const std::string& what = {});
    void speak(const std::string& language);
    void show_until_settled();
    void sleep();

    const session::EventFolder folder_;
    const double millimetres_per_pixel_;
    const Time started_;
    ui::Window& window_;
    ui::Ui ui_;
    Post post_;
    screens::UnlockModel model_;
    screens::MakeModel make_;
    const std::vector<std::string> zones_;
    bool is_new_ = true;
    ui::Words words_;
    Typing typing_;
    Camera camera_;
    std::unique_ptr<Robot> robot_;
    std::unique_ptr<session::Session> session_;  // once it is open
    std::unique_ptr<session::Session> made_;     // while its card is shown
    bool dirty_ = true;
};

}  // namespace welcome::kiosk::app
