#include "kiosk/screens/setup/make_event.h"

#include <algorithm>

#include "kiosk/event/pin_rule.h"

namespace welcome::kiosk::screens {

namespace {

using What = MakeTouched::What;

bool is_blank(const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
}

// "America/Puerto_Rico" → "Puerto Rico": how people know their zone by its city.
std::string city_of(const std::string& zone) {
    std::string city = zone.substr(zone.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    return city;
}

std::optional<MakeTouched> typed(ui::Ui& ui, const std::string& id, std::string& text, const ui::Field& how,
                                 What what) {
    if (ui.field(id, text, how) == ui::Edit::none) return std::nullopt;
    return MakeTouched{what, text};
}

std::optional<MakeTouched> draw_form(ui::Ui& ui, MakeView& view) {
    std::optional<MakeTouched> touched;
    const auto take = [&](std::optional<MakeTouched> one) {
        if (one) touched = std::move(one);
    };
    take(typed(ui, "make.name", view.name, {.kind = ui::FieldKind::text, .label = view.name_label},
               What::name));
    ui.row({}, [&] {
        take(typed(ui, "make.date", view.date, {.kind = ui::FieldKind::text, .label = view.date_label},
                   What::date));
        take(typed(ui, "make.time", view.time, {.kind = ui::FieldKind::text, .label = view.time_label},
                   What::time));
    });
    if (const auto zone = ui.choice("make.zone", view.zone_label, view.zones, view.zone))
        touched = MakeTouched{What::zone, zone->substr(std::string("make.zone.").size())};
    ui.row({}, [&] {
        take(typed(ui, "make.lead", view.lead_name, {.kind = ui::FieldKind::name, .label = view.lead_label},
                   What::lead));
        take(typed(ui, "make.pin", view.pin,
                   {.kind = ui::FieldKind::pin, .label = view.pin_label, .most_characters = 12}, What::pin));
    });
    if (!view.making.empty()) ui.spinner("make.making", view.making);
    ui.dock_bottom([&] {
        if (ui.button("make.create", view.create,
                      {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.making.empty()}))
            touched = MakeTouched{What::create};
    });
    return touched;
}

std::optional<MakeTouched> draw_card(ui::Ui& ui, const MakeView& view) {
    std::optional<MakeTouched> touched;
    constexpr float side_mm = 70;  // a phone reads it at arm's length
    ui.qr("make.card", view.card, view.card_alt, side_mm);
    ui.dock_bottom([&] {
        ui.row_or_column({}, [&] {
            if (ui.button("make.not_yet", view.not_yet)) touched = MakeTouched{What::not_yet};
            if (ui.button("make.on_paper", view.on_paper,
                          {.look = ui::Look::primary, .icon = ui::Icon::check}))
                touched = MakeTouched{What::on_paper};
        });
    });
    return touched;
}

}  // namespace

std::string flaw_of(const MakeModel& model) {
    if (is_blank(model.name)) return "make.no_name";
    if (is_blank(model.lead)) return "make.no_lead";
    const auto flaw = event::flaw_of_pin(model.pin);
    if (flaw == event::PinFlaw::too_short) return "make.short_pin";
    return flaw == event::PinFlaw::weak ? "make.weak_pin" : "";
}

std::vector<std::string> zones_for(const std::string& machine) {
    std::vector<std::string> zones = {"America/New_York", "America/Chicago",     "America/Denver",
                                      "America/Phoenix",  "America/Los_Angeles", "America/Anchorage",
                                      "Pacific/Honolulu", "America/Puerto_Rico"};
    if (!machine.empty() && std::find(zones.begin(), zones.end(), machine) == zones.end())
        zones.insert(zones.begin(), machine);
    return zones;
}

MakeView make_view(const MakeModel& model, const std::vector<std::string>& zones, const ui::Words& words) {
    MakeView view;
    view.page.id = "make";
    view.is_card = model.page == MakeModel::Page::card;
    if (!model.notice.empty()) view.notice = words(model.notice);
    if (view.is_card) {
        view.title = words("make.card_title");
        view.lead = words("make.card_lead");
        view.card_alt = words("make.card_alt");
        view.on_paper = words("make.on_paper");
        view.not_yet = words("make.not_yet");
        view.card = model.card;
        return view;
    }
    view.page.leading = {{"make.back", words("furniture.back"), ui::Icon::arrow_back}};
    view.page.centre = false;
    view.title = words("make.title");
    view.name_label = words("make.name");
    view.date_label = words("make.date");
    view.time_label = words("make.time");
    view.zone_label = words("make.zone");
    view.lead_label = words("make.lead");
    view.pin_label = words("make.pin");
    view.create = words("make.create");
    view.name = model.name;
    view.date = model.date;
    view.time = model.time;
    view.lead_name = model.lead;
    view.pin = model.pin;
    view.zone = "make.zone." + model.zone;
    for (const auto& zone : zones) view.zones.push_back({"make.zone." + zone, city_of(zone), {}});
    if (model.making) view.making = words("make.making");
    return view;
}

std::optional<MakeTouched> draw(ui::Ui& ui, MakeView view) {
    std::optional<MakeTouched> touched;
    ui.page(view.page, [&] {
        if (!view.notice.empty()) ui.banner("notice", view.notice, ui::Notice::warning);
        ui.heading("make.title", view.title);
        if (!view.lead.empty()) ui.text(view.lead, {.id = "make.card_lead"});
        touched = view.is_card ? draw_card(ui, view) : draw_form(ui, view);
    });
    if (ui.was_tapped("make.back")) return MakeTouched{What::back};
    return touched;
}

void step(MakeModel& model, const MakeTouched& touched) {
    model.notice.clear();
    switch (touched.what) {
        case What::open:
            model.page = MakeModel::Page::form;
            return;
        case What::back:
            model.page = MakeModel::Page::none;
            model.pin.clear();
            return;
        case What::name:
            model.name = touched.text;
            return;
        case What::date:
            model.date = touched.text;
            return;
        case What::time:
            model.time = touched.text;
            return;
        case What::zone:
            model.zone = touched.text;
            return;
        case What::lead:
            model.lead = touched.text;
            return;
        case What::pin:
            model.pin = touched.text;
            return;
        case What::create:
            model.notice = flaw_of(model);
            model.making = model.notice.empty();
            return;
        case What::on_paper:
        case What::not_yet:
            return;
    }
}

}  // namespace welcome::kiosk::screens
