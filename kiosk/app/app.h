#pragma once
// The kiosk: one window, one event, and the workers around it. The UI thread owns everything here; workers
// reach it by mail only, and it sleeps until somebody touches, mail comes, or a deadline passes.

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/camera.h"
#include "kiosk/app/label_printing.h"
#include "kiosk/app/mail.h"
#include "kiosk/app/options.h"
#include "kiosk/app/pin_worker.h"
#include "kiosk/app/robot.h"
#include "kiosk/app/sharing.h"
#include "kiosk/app/typing.h"
#include "kiosk/app/unlocking.h"
#include "kiosk/app/uploading.h"
#include "kiosk/screens/draw.h"
#include "kiosk/session/session.h"
#include "kiosk/ui/platform/window.h"

namespace welcome::kiosk::app {

class App {
  public:
    // Asks for the event's key in the window where neither the options nor the keyring have it.
    static tl::expected<std::unique_ptr<App>, Ending> open(const Options& options);

    // Until the window is closed or the robot has ended. The program's exit code.
    int run();

  private:
    using Time = std::chrono::steady_clock::time_point;

    App(const Options& options, std::unique_ptr<session::Session> session, std::unique_ptr<ui::Window> window,
        std::string service_token);
    void play(std::vector<RobotStep> steps);

    void take_input(Time now);
    void take_mail();
    void take(const Mail& mail);
    void happen(const screens::Happening& happening);
    void carry_out(const screens::Effect& effect);
    void commit(std::vector<sync::Draft> drafts);
    // app_labels.cpp
    void take_up_labels();  // once, at the start
    void look_at_labels();
    bool no_label_on_its_way(Time now);  // or it was waited for long enough
    void let_label_leave(const LabelLeaves& leaves);
    void note_that_label_stayed(const event::LabelId& label);
    void note_label(const screens::LabelOutcome& label);
    void tell_printers();
    void tick(Time now);
    void show_until_settled();
    void show_frame();
    Robot::Progress step_robot(Time now);
    void sleep();
    void print_summary() const;

    [[nodiscard]] screens::Steady steady(Time now) const;
    [[nodiscard]] screens::Known known() const;
    const ui::Words& words();
    void follow_screen();  // density, camera and forms follow the screen that is shown

    const Options options_;
    const Time started_;
    std::unique_ptr<session::Session> session_;
    std::unique_ptr<ui::Window> window_;
    ui::Ui ui_;
    Post post_;
    screens::Model model_;
    std::map<std::string, ui::Words> words_;
    event::FindIndex nobody_;  // what guests' screens may search: nothing
    Typing typing_;
    bool dirty_ = true;
    bool bigger_shown_ = false;
    std::size_t screen_shown_ = 0;
    Time next_tick_{};
    std::optional<Time> ending_;  // the robot has played all, and a label is on its way
    std::optional<Robot> robot_;
    std::unique_ptr<LabelPrinting> printing_;
    Camera camera_;
    PinWorker pins_;
    Uploading uploading_;
    Sharing sharing_;
};

}  // namespace welcome::kiosk::app
