#include "kiosk/app/app.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "kiosk/app/glass.h"
#include "kiosk/roster/phone.h"
#include "kiosk/session/assets.h"
#include "kiosk/session/service_token.h"
#include "kiosk/session/unlock.h"
#include "kiosk/ui/window_input.h"

namespace welcome::kiosk::app {

namespace {

using namespace std::chrono_literals;

constexpr int k_most_frames_at_once = 8;  // a screen settles in two or three
constexpr auto k_tick = 1s;               // for idle rules; none on the welcome screen
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

tl::expected<std::unique_ptr<App>, Ending> App::open(const Options& options) {
    std::vector<RobotStep> steps;
    if (options.robot) {
        auto script = read_robot_file(*options.robot);
        if (!script) return tl::unexpected(Ending{script.error()});
        steps = std::move(*script);
    }
    session::KeySource source{.card = options.card, .passphrase = {}};
    if (options.passphrase_file) source.passphrase = secret_line(*options.passphrase_file);
    auto card = session::find_key({options.event}, source);
    const bool asks_in_window = !card && !source.card && !source.passphrase;
    if (!card && !asks_in_window) return tl::unexpected(Ending{card.error().detail});
    auto window = ui::Window::open(window_spec(options));
    if (!window)
        return tl::unexpected(Ending{(asks_in_window ? card.error() : window.error()).detail +
                                     "; start the kiosk from a desktop or from cage"});
    std::unique_ptr<session::Session> session;
    if (asks_in_window) {
        auto opened = Unlocking(options, **window, std::move(steps)).run();
        if (!opened) return tl::unexpected(opened.error());
        session = std::move(opened->session);
        steps = std::move(opened->steps_left);
    } else {
        auto opened = session::Session::open({options.event}, *card);
        if (!opened) return tl::unexpected(Ending{opened.error().detail});
        session = std::move(*opened);
    }
    const std::string token = token_for(*session, options);
    auto app = std::unique_ptr<App>(new App(options, std::move(session), std::move(*window), token));
    if (options.robot) app->play(std::move(steps));
    return app;
}

App::App(const Options& options, std::unique_ptr<session::Session> session,
         std::unique_ptr<ui::Window> window, std::string service_token)
    : options_(options),
      started_(std::chrono::steady_clock::now()),
      session_(std::move(session)),
      window_(std::move(window)),
      ui_(window_->renderer(), ui::make_theme(ui::Density::guest)),
      post_([this] { window_->wake(); }),
      typing_({.typed = [this](const ui::InputEvent& event) { ui_.feed(event); },
               .scanned = [this](const std::string& text) { happen(screens::Scanned{text}); }}),
      printing_(LabelPrinting::open(options.printers, options.paper_printer,
                                    session::asset_folder("labels").string(), post_)),
      camera_(options.camera, window_->renderer(), post_),
      pins_([this](std::optional<event::StaffId> who) {
          post_.post(screens::Happening(screens::PinChecked{who}));
      }),
      uploading_(*session_, options.service, service_token, post_),
      sharing_(*session_, options, post_) {
    model_.home_language = model_.language = options.language;
    model_.has_camera = camera_.is_there();
    model_.device = session_->journal().device();
    model_.has_printer = printing_->has_printer();
    model_.has_paper = printing_->has_paper();
    model_.sync = uploading_.status();
    if (options.staff) model_.screen = screens::Pin{};
    if (!printing_->fault().empty()) spdlog::warn("no labels: {}", printing_->fault());
    take_up_labels();
}

void App::play(std::vector<RobotStep> steps) {
    robot_.emplace(std::move(steps),
                   robot_reach(*window_, typing_, camera_, [this] { model_.has_camera = true; }));
}

int App::run() {
    while (!window_->should_close()) {
        const Time now = std::chrono::steady_clock::now();
        take_input(now);
        take_mail();
        tick(now);
        show_until_settled();
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
        if (const auto* label = std::get_if<screens::LabelOutcome>(happening)) note_label(*label);
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
    if (const auto* check = std::get_if<screens::CheckPin>(&effect)) {
        std::vector<event::Staff> staff;
        for (const auto* member : state.all_staff()) staff.push_back(*member);
        pins_.check(check->pin, std::move(staff));
    }
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
    next_tick_ = now + k_tick;
    const auto sight = [this] {  // what time alone can change on the glass
        return std::tuple(model_.screen.index(), model_.idle_warning, model_.blanked,
                          model_.notice.has_value(), model_.language, model_.bigger);
    };
    const auto before = sight();
    for (const auto& effect : screens::step(model_, screens::Tick{}, known())) carry_out(effect);
    if (model_.idle_warning || before != sight()) dirty_ = true;
    if (const auto read = session_->refresh(); read && *read > 0) {
        look_at_labels();
        dirty_ = true;
    }
    if (const auto kept = session_->keep_childcare_key(); !kept)
        spdlog::error("childcare's key: {}", kept.error().detail);
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
    if (ui_.theme().density != screens::density_of(model_))
        ui_.set_theme(ui::make_theme(screens::density_of(model_)));
    camera_.want(screens::wants_camera(model_));
}

void App::show_until_settled() {
    for (int frame = 0; frame < k_most_frames_at_once && (dirty_ || ui_.needs_another_frame()); ++frame)
        show_frame();
}

void App::show_frame() {
    dirty_ = false;
    follow_screen();
    const auto now = steady(std::chrono::steady_clock::now());
    const ui::Words& language = words();
    ui_.begin(frame_of(*window_, language,
                       {.millimetres_per_pixel = options_.millimetres_per_pixel,
                        .now = now,
                        .text_scale = model_.bigger ? 1.5F : 1.0F}));
    const auto action = screens::draw_screen(
        ui_, {.model = model_, .state = session_->state(), .words = language, .now = now},
        {.index = screens::searches_people(model_) ? session_->find_index() : nobody_,
         .camera = camera_.picture()});
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

}  // namespace welcome::kiosk::app
