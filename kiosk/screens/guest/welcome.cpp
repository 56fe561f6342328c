#include "kiosk/screens/guest/welcome.h"

namespace welcome::kiosk::screens {

WelcomeView welcome_view(const Look& look) {
    const auto& words = look.words;
    const std::string& name = look.state.event().name;
    WelcomeView view{
        .furniture = guest_furniture(look, "welcome"),
        .title = name.empty() ? words("welcome.title") : words("welcome.title_event", {{"event", name}}),
        .lead = look.model.has_camera ? words("welcome.lead_camera") : words("welcome.lead"),
        .notice = words("welcome.notice"),
        .code = words("welcome.code"),
        .code_detail = words("welcome.code_detail"),
        .find = words("welcome.find"),
        .find_detail = words("welcome.find_detail"),
        .fresh = words("welcome.new"),
        .fresh_detail = words("welcome.new_detail"),
        .in = words("welcome.just_come_in"),
        .in_detail = words("welcome.just_come_in_detail"),
        .organiser = words("welcome.logo")};
    auto& page = view.furniture.page;
    page.name.clear();  // The title says it.
    page.leading.push_back({"furniture.staff", words("welcome.staff"), ui::Icon::lock});
    if (view.furniture.notice) view.lead.clear();
    return view;
}

namespace {

constexpr float k_logo_mm = 16;

void draw_title(ui::Ui& ui, const WelcomeView& view, const ShownPicture& logo) {
    if (!logo.texture) return ui.heading("welcome.title", view.title);
    ui.row({.weights = {0, 1}, .across = ui::Align::centre}, [&] {
        ui.picture("welcome.logo", logo.texture,
                   {.alt = view.organiser,
                    .width_px = logo.width,
                    .height_px = logo.height,
                    .max_height_mm = k_logo_mm,
                    .rounded = false});
        ui.heading("welcome.title", view.title);
    });
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const WelcomeView& view, const ShownPicture& logo) {
    using ui::Icon;
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        draw_title(ui, view, logo);
        if (!view.lead.empty()) ui.text(view.lead, {.style = ui::TextStyle::lead, .id = "welcome.lead"});
        ui.grid(80, [&] {
            if (ui.tile("welcome.code", view.code,
                        {.icon = Icon::qr_scan, .detail = view.code_detail, .look = ui::Look::primary}))
                action = Action{Intent::open_scan};
            if (ui.tile("welcome.find", view.find, {.icon = Icon::search, .detail = view.find_detail}))
                action = Action{Intent::open_find};
            if (ui.tile("welcome.new", view.fresh, {.icon = Icon::add_person, .detail = view.fresh_detail}))
                action = Action{Intent::open_new};
            if (ui.tile("welcome.just_come_in", view.in, {.icon = Icon::walk_in, .detail = view.in_detail}))
                action = Action{Intent::just_come_in};
        });
        ui.text(view.notice, {.tone = ui::Tone::soft, .id = "welcome.notice"});
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
