#include "kiosk/app/app.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "kiosk/app/glass.h"
#include "kiosk/event/rehearsal_id.h"
#include "kiosk/roster/phone.h"
#include "kiosk/screens/display/timer.h"
#include "kiosk/screens/languages.h"
#include "kiosk/session/assets.h"
#include "kiosk/session/card_away.h"
#include "kiosk/session/machine.h"
#include "kiosk/session/rehearsal.h"
#include "kiosk/session/screen_scale.h"
#include "kiosk/session/service_token.h"
#include "kiosk/session/unlock.h"
#include "kiosk/ui/window_input.h"

namespace welcome::kiosk::app {

namespace {

using namespace std::chrono_literals;

constexpr int k_most_frames_at_once = 8;  // a screen settles in two or three
constexpr auto k_tick = 1s;               // for idle rules; none on the welcome screen
constexpr auto k_clock_tick = 250ms;      // while a speaker's time runs: no second is passed over
constexpr auto k_look_at_journal = 2s;    // kioskctl or another process may have written

std::optional<std::string> secret_line(const std::string& file) {
    std::ifstream in(file == "-" ? "/dev/stdin" : file);
    std::string line;
    if (!std::getline(in, line) || line.empty()) return std::nullopt;
    return line;
}

tl::expected<std::vector<RobotStep>, std::string> read_robot_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return tl::unexpected(file.string() + " may not be read; give the robot a script");
    return read_robot_script(std::string(std::istreambuf_iterator<char>(in), {}));
}

std::vector<screens::Language> languages_on_disk() {
    const auto folder = session::asset_folder("locale");
    std::vector<screens::Language> languages;
    for (const auto& tag : ui::languages_in(folder))
        languages.push_back({tag, ui::reviewer_of(folder, tag).empty()});
    return languages;
}

std::string token_for(const session::Session& session, const Options& options) {
    if (options.token_file) return secret_line(options.token_file->string()).value_or("");
    const auto kept = session::read_service_token(session);
    return kept && *kept && (*kept)->url == options.service ? (*kept)->token : "";
}

ui::WindowSpec window_spec(const Options& options) {
    ui::WindowSpec spec{.title = "Welcome Table"};
    if (options.width > 0) {
        spec.width = options.width;
        spec.height = options.height;
    } else {
        spec.fullscreen = true;
    }
    if (options.drawing == "cpu") spec.drawing = ui::Drawing::cpu;
    if (options.drawing == "gl") spec.drawing = ui::Drawing::gl;
    return spec;
}

}  // namespace

tl::expected<std::unique_ptr<App>, Ending> App::open(const Onward& start,
                                                     std::unique_ptr<ui::Window> window) {
    const Options& options = start.entry.options;
    std::vector<RobotStep> steps = start.entry.steps.value_or(std::vector<RobotStep>{});
    if (options.robot && !start.entry.steps) {
        auto script = read_robot_file(*options.robot);
        if (!script) return tl::unexpected(Ending{script.error()});
        steps = std::move(*script);
    }
    session::KeySource source{.card = options.card, .passphrase = {}};
    if (options.passphrase_file) source.passphrase = secret_line(*options.passphrase_file);
    auto card = start.entry.card ? sync::Result<sync::UnlockCard>(*start.entry.card)
                                 : session::find_key({options.event}, source);
    const bool asks_in_window = !card && !source.card && !source.passphrase;
    if (!card && !asks_in_window) return tl::unexpected(Ending{card.error().detail});
    if (!window) {
        auto opened = ui::Window::open(window_spec(options));
        if (!opened)
            return tl::unexpected(Ending{(asks_in_window ? card.error() : opened.error()).detail +
                                         "; start the kiosk from a desktop or from cage"});
        window = std::move(*opened);
    }
    std::unique_ptr<session::Session> session;
    bool is_new = false;
    if (asks_in_window) {
        auto opened = Unlocking(options, *window, std::move(steps)).run();
        if (!opened) return tl::unexpected(opened.error());
        session = std::move(opened->session);
        steps = std::move(opened->steps_left);
        is_new = opened->is_new;
    } else {
        auto opened = session::Session::open({options.event}, *card);
        if (!opened) return tl::unexpected(Ending{opened.error().detail});
        session = std::move(*opened);
    }
    const std::string token = token_for(*session, options);
    auto app = std::unique_ptr<App>(new App(start, std::move(session), std::move(window), token));
    if (is_new) app->model_.screen = screens::Parts{};  // the first run goes on with trying them
    if (options.robot) app->play(std::move(steps));
    return app;
}

App::App(const Onward& start, std::unique_ptr<session::Session> session, std::unique_ptr<ui::Window> window,
         const std::string& service_token)
    : options_(start.entry.options),
      started_(std::chrono::steady_clock::now()),
      evening_(start.evening),
      window_(std::move(window)),
      post_([&shown = *window_] { shown.wake(); }),  // by workers, also once it is handed over
      session_(std::move(session)),
      ui_(window_->renderer(), ui::make_theme(ui::Density::guest)),
      typing_({.typed = [this](const ui::InputEvent& event) { take_typed(event); },
               .scanned = [this](const std::string& text) { happen(screens::Scanned{text}); }}),
      printing_(LabelPrinting::open(options_.printers, options_.paper_printer,
                                    {.designs = session::asset_folder("labels").string(),
                                     .words = session::asset_folder("locale").string(),
                                     .signing = {session_->event_id(), session_->key().ticket_seed()}},
                                    post_)),
      camera_(options_.camera, window_->renderer(), post_),
      look_(window_->renderer()),
      aloud_(options_),
      pins_([this](std::optional<event::StaffId> who) {
          post_.post(screens::Happening(screens::PinChecked{who}));
      }),
      uploading_(*session_, event::is_rehearsal(session_->event_id()) ? "" : options_.service, service_token,
                 post_),
      sharing_(*session_, options_, post_,
               [this] {
                   const auto uploads = uploading_.status();
                   return session::Condition{.labels_waiting = labels_waiting_,
                                             .uploads_waiting = uploads.has_service ? uploads.waiting : 0};
               }),
      packing_(*session_, options_.sticks, post_),
      sound_(options_.sound,
             [this](bool played) { post_.post(screens::Happening(screens::SoundPlayed{played})); }) {
    model_.millimetres_per_pixel =
        options_.millimetres_per_pixel > 0
            ? options_.millimetres_per_pixel
            : session::read_screen_scale(session_->folder()).value_or(window_->millimetres_per_pixel());
    model_.languages = languages_on_disk();
    model_.started_for = options_.language;
    model_.language = screens::home_language(model_, session_->state().event());
    model_.spoken = aloud_.spoken(ui::languages_in(session::asset_folder("locale")));
    model_.has_camera = camera_.is_there();
    model_.device = session_->journal().device();
    model_.has_printer = printing_->has_printer();
    model_.has_paper = printing_->has_paper();
    model_.sync = uploading_.status();
    model_.rehearsal = event::is_rehearsal(session_->event_id());
    if (options_.staff) model_.screen = screens::Pin{};
    if (options_.display == "timer") model_.screen = screens::TimerBoard{.fixed = true};
    if (!printing_->fault().empty()) spdlog::warn("no labels: {}", printing_->fault());
    take_up_labels();
}

void App::play(std::vector<RobotStep> steps) {
    robot_.emplace(std::move(steps), robot_reach(
                                         *window_, typing_, camera_, [this] { model_.has_camera = true; },
                                         [this] { return aloud_.is_quiet(); }));
}

int App::run() {
    while (!window_->should_close() && !onward_) {
        const Time now = std::chrono::steady_clock::now();
        take_input(now);
        take_mail();
        tick(now);
        show_until_settled();
        if (onward_) break;
        if (robot_) {
            const auto progress = step_robot(now);
            if (progress == Robot::Progress::failed) {
                std::fprintf(stderr, "%s\n", robot_->failure().c_str());
                return 1;
            }
            if (progress == Robot::Progress::finished && !model_.waiting && no_label_on_its_way(now)) {
                print_summary();
                return 0;
            }
        }
        sleep();
    }
    return 0;
}

void App::take_input(Time) {
    for (const auto& event : window_->take_events()) {
        dirty_ = true;
        if (const auto input = ui::input_from(event)) {
            typing_.feed(*input, event.time);
            model_.last_touch = steady(event.time);
        }
    }
}

// Keys of the number pad that work on every screen, so that nobody needs to see to begin to hear.
void App::take_typed(const ui::InputEvent& event) {
    const auto* text = std::get_if<ui::TextTyped>(&event);
    if (text && std::exchange(swallow_, "") == text->text) return;
    const auto* press = screens::is_staff_screen(model_.screen) ? nullptr : std::get_if<ui::KeyPress>(&event);
    const int loudness = model_.comfort.loudness;
    if (press && press->key == ui::Key::pad_times) {
        swallow_ = "*";
        return happen(screens::Action{screens::Intent::toggle_read_aloud});
    }
    if (press && (press->key == ui::Key::pad_plus || press->key == ui::Key::pad_minus)) {
        const bool louder = press->key == ui::Key::pad_plus;
        if (!model_.comfort.read_aloud) return;
        swallow_ = louder ? "+" : "-";
        return happen(
            screens::Action{screens::Intent::set_loudness, "", louder ? loudness + 1 : loudness - 1});
    }
    ui_.feed(event);
}

void App::take_mail() {
    for (const auto& mail : post_.take()) take(mail);
}

void App::take(const Mail& mail) {
    if (const auto* happening = std::get_if<screens::Happening>(&mail)) {
        if (const auto* committed = std::get_if<screens::Committed>(happening)) {
            for (const auto& fact : committed->facts) session_->apply(fact);
            uploading_.look_now();
            sharing_.look_now();
        }
        if (const auto* label = std::get_if<screens::LabelOutcome>(happening); label && label->what != "test")
            note_label(*label);
        happen(*happening);
        if (std::holds_alternative<screens::PrinterStands>(*happening)) tell_printers();
        look_at_labels();
    }
    if (const auto* arrived = std::get_if<FactsArrived>(&mail)) {
        for (const auto& fact : arrived->facts) session_->apply(fact);
        sharing_.look_now();
        look_at_labels();
        dirty_ = true;
    }
    if (std::holds_alternative<JournalGrew>(mail)) {
        if (const auto read = session_->refresh(); read && *read > 0) dirty_ = true;
        look_at_labels();
        uploading_.look_now();
    }
    if (const auto* leaves = std::get_if<LabelLeaves>(&mail)) let_label_leave(*leaves);
    if (const auto* stayed = std::get_if<LabelStayed>(&mail)) note_that_label_stayed(stayed->label);
    if (std::holds_alternative<CameraFrame>(mail) && std::holds_alternative<screens::Scan>(model_.screen)) {
        camera_.refresh();
        dirty_ = true;
    }
    if (const auto* news = std::get_if<CameraNews>(&mail)) {
        camera_.hear(news->state);
        model_.has_camera = camera_.is_there();
        dirty_ = true;
    }
}

screens::Steady App::steady(Time now) const {
    return std::chrono::duration_cast<screens::Steady>(now - started_);
}

screens::Known App::known() const {
    auto context = session::Session::context();
    if (session_->minds_childcare()) context.device = session_->journal().device();
    return {.state = session_->state(),
            .context = std::move(context),
            .now = steady(std::chrono::steady_clock::now()),
            .event_id = session_->event_id(),
            .ticket_key = session_->ticket_key(),
            .read_phone = [](const std::string& typed) { return roster::read_phone(typed); }};
}

void App::happen(const screens::Happening& happening) {
    for (const auto& effect : screens::step(model_, happening, known())) carry_out(effect);
    dirty_ = true;
}

void App::carry_out(const screens::Effect& effect) {
    const auto& state = session_->state();
    if (const auto* wanted = std::get_if<screens::Commit>(&effect)) commit(wanted->drafts);
    if (std::holds_alternative<screens::RetryLabels>(effect)) printing_->retry();
    if (std::holds_alternative<screens::FindPackPlaces>(effect)) packing_.find_places();
    if (const auto* pack = std::get_if<screens::WritePack>(&effect)) packing_.write(pack->place);
    if (std::holds_alternative<screens::LookAtMachine>(effect)) look_at_machine();
    if (std::holds_alternative<screens::Rehearse>(effect)) rehearse();
    if (std::holds_alternative<screens::PrintTestLabel>(effect)) printing_->test(state);
    if (std::holds_alternative<screens::PlaySound>(effect)) sound_.play();
    if (const auto* scale = std::get_if<screens::KeepScale>(&effect)) {
        if (auto kept = session::keep_screen_scale(session_->folder(), scale->millimetres_per_pixel); !kept)
            spdlog::error("the screen's size is not kept: {}", kept.error().detail);
    }
    if (std::holds_alternative<screens::EndRehearsal>(effect)) end_rehearsal();
    if (std::holds_alternative<screens::PutCardAway>(effect)) {
        if (auto gone = session::put_card_away(session_->folder()); !gone)
            spdlog::error("the card is still here: {}", gone.error().detail);
    }
    if (std::holds_alternative<screens::SendNow>(effect)) uploading_.look_now();
    if (const auto* check = std::get_if<screens::CheckPin>(&effect)) {
        std::vector<event::Staff> staff;
        for (const auto* member : state.all_staff()) staff.push_back(*member);
        pins_.check(check->pin, std::move(staff));
    }
}

void App::look_at_machine() {
    const auto now = session::wall_clock();
    const auto machine = session::look_at_machine(session_->folder().path, now);
    const screens::MachineNow seen{
        .at = std::chrono::floor<std::chrono::minutes>(now),  // what a screen shows of it
        .roster_changed_at = roster_age_.changed_at(session_->journal()),
        .has_scanner = machine.has_scanner,
        .clock_is_sane = machine.clock_is_sane,
        .clock_by_network = machine.clock_by_network,
        .free_megabytes = machine.free_megabytes,
        .disk_is_enough = machine.free_megabytes.value_or(0) >= session::k_enough_megabytes,
        .battery_percent = machine.battery_percent,
        .charging = machine.charging,
        .card_is_here = session::card_is_here(session_->folder())};
    if (model_.machine == seen) return;
    post_.post(screens::Happening(seen));
}

std::vector<RobotStep> App::steps_left() const {
    return robot_ ? robot_->steps_left() : std::vector<RobotStep>{};
}

void App::rehearse() {
    auto card = session::make_rehearsal(*session_);
    if (!card) {
        spdlog::error("no rehearsal: {}", card.error().detail);
        model_.notice = screens::Notice{"trouble.staff", {}, false, known().now};
        return;
    }
    Entry practice{.options = options_, .card = *card, .steps = steps_left()};
    practice.options.event = session::rehearsal_folder(session_->folder()).path;
    practice.options.peers.clear();  // they are at the evening
    onward_ =
        Onward{std::move(practice),
               Entry{.options = options_, .card = sync::UnlockCard{session_->event_id(), session_->key()}}};
}

void App::end_rehearsal() {
    if (!evening_) return;
    Entry back = *evening_;
    back.steps = steps_left();
    onward_ = Onward{std::move(back), std::nullopt};
}

void App::commit(std::vector<sync::Draft> drafts) {
    session_->append(std::move(drafts), [this](sync::Result<std::vector<sync::Fact>> facts) {
        if (facts) {
            post_.post(screens::Happening(screens::Committed{std::move(*facts)}));
        } else {
            spdlog::error("not saved: {}", facts.error().detail);
            post_.post(screens::Happening(screens::CommitFailed{facts.error().detail}));
        }
    });
}

void App::tick(Time now) {
    typing_.tick(now);
    if (now < next_tick_) return;
    const bool clock_runs = screens::shows_running_clock(model_, session_->state());
    if (clock_runs) dirty_ = true;
    next_tick_ = now + (clock_runs ? k_clock_tick : k_tick);
    const auto sight = [this] {  // what time alone can change on the glass
        return std::tuple(model_.screen.index(), model_.idle_warning, model_.blanked,
                          model_.notice.has_value(), model_.language, model_.bigger, model_.line,
                          model_.over);
    };
    const auto before = sight();
    labels_waiting_ = screens::labels_to_see_to(model_, session_->state(), session::wall_clock());
    for (const auto& effect : screens::step(model_, screens::Tick{}, known())) carry_out(effect);
    if (model_.idle_warning || before != sight()) dirty_ = true;
    const auto read = session_->refresh();
    const auto key_came = session_->keep_childcare_key();
    if (!key_came) spdlog::error("childcare's key: {}", key_came.error().detail);
    if (read.value_or(0) > 0 || key_came.value_or(false)) {  // what a label or a screen may have waited for
        look_at_labels();
        dirty_ = true;
    }
}

const ui::Words& App::words() {
    const auto found = words_.find(model_.language);
    if (found != words_.end()) return found->second;
    auto loaded = ui::Words::load(session::asset_folder("locale"), model_.language);
    if (!loaded) spdlog::error("no words for {}: {}", model_.language, loaded.error().detail);
    return words_.emplace(model_.language, loaded ? std::move(*loaded) : ui::Words::none(model_.language))
        .first->second;
}

void App::follow_screen() {
    if (model_.screen.index() != screen_shown_) {
        if (std::holds_alternative<screens::Welcome>(model_.screen)) ui_.forget();
        ui_.stop_editing();
        screen_shown_ = model_.screen.index();
    }
    if (std::exchange(over_shown_, model_.over) != model_.over) ui_.stop_editing();
    const auto contrast = screens::contrast_of(model_);
    const bool other_look = look_.follow(session_->state().event());
    const bool still = options_.still || model_.comfort.less_movement;
    if (other_look || ui_.theme().density != screens::density_of(model_) || contrast_shown_ != contrast ||
        ui_.theme().reduced_motion != still) {
        auto theme = look_.theme(screens::density_of(model_), contrast);
        theme.reduced_motion = still;
        ui_.set_theme(theme);
        contrast_shown_ = contrast;
    }
    camera_.want(screens::wants_camera(model_));
}

void App::show_until_settled() {
    for (int frame = 0; frame < k_most_frames_at_once && (dirty_ || ui_.needs_another_frame()); ++frame)
        show_frame();
    if (!dirty_ && !ui_.needs_another_frame() && !model_.waiting) aloud_.look(ui_.tree(), words(), model_);
}

void App::show_frame() {
    dirty_ = false;
    follow_screen();
    const auto now = steady(std::chrono::steady_clock::now());
    const ui::Words& language = words();
    ui_.begin(frame_of(*window_, language,
                       {.millimetres_per_pixel = model_.millimetres_per_pixel,
                        .now = now,
                        .text_scale = screens::text_scale_of(model_)}));
    const auto action = screens::draw_screen(
        ui_,
        {.model = model_,
         .state = session_->state(),
         .words = language,
         .now = now,
         .wall = std::chrono::time_point_cast<event::Instant::duration>(std::chrono::system_clock::now())},
        {.index = screens::searches_people(model_) ? session_->find_index() : nobody_,
         .camera = camera_.picture(),
         .logo = look_.logo()});
    const auto* drawn = ui_.end();
    window_->show(*drawn, page_colour(ui_.theme()));
    if (action) happen(*action);
}

Robot::Progress App::step_robot(Time now) {
    if (dirty_ || ui_.needs_another_frame() || model_.waiting) return Robot::Progress::playing;
    const auto progress = robot_->step(ui_.tree(), now);
    dirty_ = true;
    return progress;
}

void App::sleep() {
    if (dirty_ || ui_.needs_another_frame()) return;
    const bool at_rest = std::holds_alternative<screens::Welcome>(model_.screen) && !model_.idle_warning;
    const Time until = at_rest ? std::chrono::steady_clock::now() + k_look_at_journal : next_tick_;
    if (sleep_at(*window_, ui_, typing_, robot_ ? &*robot_ : nullptr, until)) dirty_ = true;
}

void App::print_summary() const {
    const auto& answers = uploading_.answers();
    const nlohmann::ordered_json summary = {{"uploaded",
                                             {{"sent", answers.sent.load()},
                                              {"accepted", answers.accepted.load()},
                                              {"duplicate", answers.duplicate.load()},
                                              {"rejected", answers.rejected.load()}}}};
    std::printf("%s\n", summary.dump().c_str());
}

void forget_rehearsal(const Options& evening) {
    if (auto gone = session::forget_rehearsal({evening.event}); !gone)
        spdlog::error("the rehearsal is still there: {}", gone.error().detail);
}

}  // namespace welcome::kiosk::app
