#pragma once
// The kiosk: one window, one event, and the workers around it. The UI thread owns everything here; workers
// reach it by mail only, and it sleeps until somebody touches, mail comes, or a deadline passes.

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/camera.h"
#include "kiosk/app/event_look.h"
#include "kiosk/app/label_printing.h"
#include "kiosk/app/mail.h"
#include "kiosk/app/options.h"
#include "kiosk/app/packing.h"
#include "kiosk/app/pin_worker.h"
#include "kiosk/app/reading_aloud.h"
#include "kiosk/app/robot.h"
#include "kiosk/app/sharing.h"
#include "kiosk/app/sound.h"
#include "kiosk/app/typing.h"
#include "kiosk/app/unlocking.h"
#include "kiosk/app/uploading.h"
#include "kiosk/screens/draw.h"
#include "kiosk/session/roster_age.h"
#include "kiosk/session/session.h"
#include "kiosk/ui/platform/window.h"

namespace welcome::kiosk::app {

// What an App is opened with.
struct Entry {
    Options options;
    std::optional<sync::UnlockCard> card = {};         // nothing: the options' or the keyring's
    std::optional<std::vector<RobotStep>> steps = {};  // nothing: the options' script
};
struct Onward {
    Entry entry;
    std::optional<Entry> evening;  // to come back to, from a rehearsal
};

class App {
  public:
    // Asks for the event's key in the window where neither the entry nor the keyring has it. Opens a window
    // where it is given none.
    static tl::expected<std::unique_ptr<App>, Ending> open(const Onward& start,
                                                           std::unique_ptr<ui::Window> window = nullptr);

    // Until the window is closed, the robot has ended, or it goes on elsewhere. The program's exit code.
    int run();
    // Where to go on once this App is gone: into a rehearsal, or back from it.
    [[nodiscard]] const std::optional<Onward>& onward() const { return onward_; }
    // For the next App, so that nothing flashes between; it must outlive this one.
    [[nodiscard]] std::unique_ptr<ui::Window> hand_over_window() { return std::move(window_); }

  private:
    using Time = std::chrono::steady_clock::time_point;

    App(const Onward& start, std::unique_ptr<session::Session> session, std::unique_ptr<ui::Window> window,
        const std::string& service_token);
    void play(std::vector<RobotStep> steps);

    void take_input(Time now);
    void take_typed(const ui::InputEvent& event);
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
    void look_at_machine();
    void rehearse();
    void end_rehearsal();
    [[nodiscard]] std::vector<RobotStep> steps_left() const;
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
    const std::optional<Entry> evening_;
    std::optional<Onward> onward_;
    // The journal's writer finishes its work as the session goes, and posts that; each post rings the window.
    std::unique_ptr<ui::Window> window_;
    Post post_;
    std::unique_ptr<session::Session> session_;
    ui::Ui ui_;
    screens::Model model_;
    std::map<std::string, ui::Words> words_;
    event::FindIndex nobody_;  // what guests' screens may search: nothing
    Typing typing_;
    bool dirty_ = true;
    screens::Over over_shown_ = screens::Over::nothing;
    ui::Contrast contrast_shown_ = ui::Contrast::normal;
    std::string swallow_;  // the character of a number-pad key that was a command
    std::size_t screen_shown_ = 0;
    Time next_tick_{};
    std::optional<Time> ending_;  // the robot has played all, and a label is on its way
    std::optional<Robot> robot_;
    std::unique_ptr<LabelPrinting> printing_;
    Camera camera_;
    EventLook look_;
    ReadingAloud aloud_;
    PinWorker pins_;
    Uploading uploading_;
    std::atomic<int> labels_waiting_ = 0;  // read by the sharing's thread
    Sharing sharing_;
    Packing packing_;
    session::RosterAge roster_age_;
    Sound sound_;
};

// Once its App is gone: nothing stays of the rehearsal beside that evening.
void forget_rehearsal(const Options& evening);

}  // namespace welcome::kiosk::app
