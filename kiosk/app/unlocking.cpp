#include "kiosk/app/unlocking.h"

#include <spdlog/spdlog.h>

#include "kiosk/app/glass.h"
#include "kiosk/session/assets.h"
#include "kiosk/session/card_away.h"
#include "kiosk/session/new_event.h"
#include "kiosk/session/screen_scale.h"
#include "kiosk/session/unlock.h"
#include "kiosk/ui/window_input.h"
#include "printing/qr.h"

namespace welcome::kiosk::app {

using namespace std::chrono_literals;

namespace {

ui::Modules code_of(const std::string& text) {
    const auto matrix = printing::encode_qr(text);
    if (!matrix) return {};
    ui::Modules modules{.side = matrix->size};
    for (const auto module : matrix->modules) modules.dark.push_back(module != 0);
    return modules;
}

}  // namespace

Unlocking::Unlocking(const Options& options, ui::Window& window, std::vector<RobotStep> steps)
    : folder_{options.event},
      millimetres_per_pixel_(options.millimetres_per_pixel > 0
                                 ? options.millimetres_per_pixel
                                 : session::read_screen_scale(folder_).value_or(0)),
      started_(std::chrono::steady_clock::now()),
      window_(window),
      ui_(window.renderer(), ui::make_theme(ui::Density::guest)),
      post_([this] { window_.wake(); }),
      zones_(screens::zones_for(session::machine_zone())),
      words_(ui::Words::none()),
      typing_({.typed = [this](const ui::InputEvent& event) { ui_.feed(event); },
               .scanned = [this](const std::string& text) { scanned(text); }}),
      camera_(options.camera, window.renderer(), post_) {
    if (const auto zone = session::machine_zone(); !zone.empty()) make_.zone = zone;
    speak(options.language.empty() ? "en" : options.language);
    if (const auto file = session::read_event_file(folder_)) {
        model_.event_name = file->name;
        model_.has_passphrase = file->wrapped_key.has_value();
        model_.has_event = true;
        is_new_ = false;
    }
    model_.has_camera = camera_.is_there();
    if (!steps.empty())
        robot_ = std::make_unique<Robot>(
            std::move(steps),
            robot_reach(
                window_, typing_, camera_, [this] { model_.has_camera = true; }, [] { return true; }));
}

tl::expected<Unlocking::Opened, Ending> Unlocking::run() {
    while (!window_.should_close()) {
        take_input();
        take_mail();
        show_until_settled();
        if (session_) {
            // A restart after a crash must not wait for the card; where there is no keyring it does.
            if (auto kept = sync::keep_in_keyring(session_->event_id(), session_->key()); !kept)
                spdlog::info("the key is not kept for a restart: {}", kept.error().detail);
            return Opened{std::move(session_), robot_ ? robot_->steps_left() : std::vector<RobotStep>{},
                          is_new_};
        }
        if (robot_ && !dirty_ && !ui_.needs_another_frame()) {
            const auto progress = robot_->step(ui_.tree(), std::chrono::steady_clock::now());
            dirty_ = true;
            if (progress == Robot::Progress::failed) return tl::unexpected(Ending{robot_->failure(), 1});
            if (progress == Robot::Progress::finished && !session_) return tl::unexpected(Ending{"", 0});
        }
        sleep();
    }
    return tl::unexpected(Ending{"", 0});
}

void Unlocking::take_input() {
    const auto now = std::chrono::steady_clock::now();
    for (const auto& event : window_.take_events()) {
        dirty_ = true;
        if (const auto input = ui::input_from(event)) typing_.feed(*input, event.time);
    }
    typing_.tick(now);
}

void Unlocking::take_mail() {
    for (const auto& mail : post_.take()) {
        dirty_ = true;
        if (const auto* happening = std::get_if<screens::Happening>(&mail)) {
            if (const auto* code = std::get_if<screens::Scanned>(happening)) scanned(code->text);
        } else if (std::holds_alternative<CameraFrame>(mail)) {
            camera_.refresh();
        } else if (const auto* news = std::get_if<CameraNews>(&mail)) {
            camera_.hear(news->state);
            model_.has_camera = camera_.is_there();
        }
    }
}

void Unlocking::scanned(const std::string& text) {
    dirty_ = true;
    if (!session_ && !made_) open(sync::read_card(text));
}

void Unlocking::touched(const screens::UnlockTouched& touch) {
    using What = screens::UnlockTouched::What;
    dirty_ = true;
    screens::step(model_, touch);
    if (touch.what == What::make) {
        const auto today = session::local_now(make_.zone);
        if (make_.date.empty()) make_.date = today.substr(0, 10);
        if (make_.time.empty()) make_.time = "18:30";
        screens::step(make_, {screens::MakeTouched::What::open});
    }
    if (touch.what == What::language) speak(touch.text);
    if (touch.what == What::open && !touch.text.empty()) {
        model_.opening = true;  // shown first: the passphrase is slow to try on purpose
        ui_.stop_editing();
    }
}

void Unlocking::touched(const screens::MakeTouched& touch) {
    using What = screens::MakeTouched::What;
    dirty_ = true;
    screens::step(make_, touch);
    if (touch.what == What::create && make_.making) ui_.stop_editing();
    if (touch.what == What::on_paper) {
        if (auto gone = session::put_card_away(folder_); !gone)
            spdlog::error("the card is still here: {}", gone.error().detail);
    }
    if (touch.what == What::on_paper || touch.what == What::not_yet) session_ = std::move(made_);
}

void Unlocking::make() {
    make_.making = false;
    dirty_ = true;
    auto made = session::make_new_event(folder_, {.name = make_.name,
                                                  .starts = make_.date + "T" + make_.time,
                                                  .time_zone = make_.zone,
                                                  .lead = make_.lead,
                                                  .pin = make_.pin});
    if (!made) {
        const bool time = made.error().fault == sync::Fault::unreadable;
        spdlog::error("no event was made: {}", made.error().detail);
        make_.notice = time ? "make.bad_time" : "make.failed";
        return;
    }
    make_.pin.clear();
    made_ = std::move(*made);
    make_.card = code_of(sync::write_card({made_->event_id(), made_->key()}));
    make_.page = screens::MakeModel::Page::card;
}

void Unlocking::open(const sync::Result<sync::UnlockCard>& card) {
    model_.opening = false;
    if (!card) return refuse(model_.by_passphrase ? "unlock.wrong_passphrase" : "unlock.not_a_card");
    auto session = session::Session::open(folder_, *card);
    if (session) {
        session_ = std::move(*session);
        return;
    }
    if (session.error().fault == sync::Fault::refused) return refuse("unlock.other_event");
    refuse("unlock.failed", session.error().detail);
}

void Unlocking::refuse(const std::string& notice, const std::string& what) {
    model_.notice = notice;
    model_.what = what;
}

void Unlocking::speak(const std::string& language) {
    auto loaded = ui::Words::load(session::asset_folder("locale"), language);
    if (!loaded) {
        spdlog::error("no words for {}: {}", language, loaded.error().detail);
        return;
    }
    words_ = std::move(*loaded);
    model_.language = language;
}

void Unlocking::show_until_settled() {
    constexpr int most_frames_at_once = 8;
    for (int frame = 0; frame < most_frames_at_once && (dirty_ || ui_.needs_another_frame()); ++frame) {
        dirty_ = false;
        camera_.want(!model_.by_passphrase && make_.page == screens::MakeModel::Page::none);
        ui_.begin(frame_of(window_, words_,
                           {.millimetres_per_pixel = millimetres_per_pixel_,
                            .now = std::chrono::duration_cast<std::chrono::milliseconds>(
                                std::chrono::steady_clock::now() - started_)}));
        std::optional<screens::UnlockTouched> touch;
        std::optional<screens::MakeTouched> made;
        if (make_.page == screens::MakeModel::Page::none) {
            touch = screens::draw(ui_, screens::unlock_view(model_, words_), camera_.picture());
        } else {
            made = screens::draw(ui_, screens::make_view(make_, zones_, words_));
        }
        window_.show(*ui_.end(), page_colour(ui_.theme()));
        if (touch) touched(*touch);
        if (made) touched(*made);
    }
    if (make_.making) return make();  // shown first: a PIN's hash is slow on purpose
    if (!model_.opening) return;
    open(session::find_key(folder_, {.card = {}, .passphrase = model_.passphrase}));
    model_.passphrase.clear();
    dirty_ = true;
}

void Unlocking::sleep() {
    if (dirty_ || ui_.needs_another_frame()) return;
    const auto until = std::chrono::steady_clock::now() + 1h;
    if (sleep_at(window_, ui_, typing_, robot_.get(), until)) dirty_ = true;
}

}  // namespace welcome::kiosk::app
