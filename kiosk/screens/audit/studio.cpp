#include "kiosk/screens/audit/studio.h"

#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/ui/platform/offscreen.h"

namespace welcome::kiosk::screens::audit {

namespace {

constexpr int k_most_frames = 12;  // a screen settles in two or three
constexpr double k_mm_per_inch = 25.4;

std::uint32_t packed(ui::Color colour) {
    return 0xFF000000U | static_cast<std::uint32_t>(colour.b) << 16U |
           static_cast<std::uint32_t>(colour.g) << 8U | colour.r;
}

}  // namespace

Studio::Studio(const Setting& setting, const ui::Words& words)
    : setting_(setting),
      words_(words),
      renderer_(ui::make_offscreen()),
      ui_(*renderer_, ui::make_theme(ui::Density::guest, setting.contrast)) {
    const auto& glass = setting_.glass;
    frame_.width_px = glass.width_px;
    frame_.height_px = glass.height_px;
    frame_.px_per_mm =
        static_cast<float>(std::hypot(glass.width_px, glass.height_px) / (glass.inches * k_mm_per_inch));
    frame_.text_scale = setting_.text_scale;
    frame_.language = words.language();
    frame_.right_to_left = words.right_to_left();
    frame_.words = &words_;
}

void Studio::leave() {
    ui_.forget();
    ui_.begin(frame_);  // An empty frame: the scene before is not what the person saw.
    ui_.end();
}

void Studio::enter(const samples::Scene& scene) {
    evening_.emplace();
    scene.set(*evening_);
    evening_->model.language = words_.language();
    evening_->model.bigger = setting_.text_scale > 1;
    const auto draw = [this](ui::Ui& ui) {
        const Look look{
            .model = evening_->model, .state = evening_->state, .words = words_, .now = evening_->now};
        (void)draw_screen(ui, look, {.index = evening_->index, .camera = {}});
    };
    enter(draw, ui::make_theme(density_of(evening_->model), setting_.contrast));
}

void Studio::enter(std::function<void(ui::Ui&)> drawing, const ui::Theme& theme) {
    leave();
    drawing_ = std::move(drawing);
    ui_.set_theme(theme);
    settle();
}

void Studio::press(ui::Key key) {
    ui_.feed(ui::KeyPress{key});
    settle();
}

void Studio::put_keyboard_away() {
    ui_.stop_editing();
    settle();
}

void Studio::draw_frame() {
    frame_.now += std::chrono::milliseconds(16);
    ui_.begin(frame_);
    drawing_(ui_);
    drawn_ = ui_.end();
}

void Studio::settle() {
    draw_frame();
    for (int i = 0; i < k_most_frames && ui_.needs_another_frame(); ++i) draw_frame();
}

ui::Pixels Studio::picture() {
    renderer_->draw(*drawn_, packed(ui_.theme().colours.page));
    return renderer_->read_back();
}

}  // namespace welcome::kiosk::screens::audit
