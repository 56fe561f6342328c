#include "kiosk/screens/guest/children.h"

#include <array>

namespace welcome::kiosk::screens {

namespace {

constexpr std::array k_bands = {event::AgeBand::under_2, event::AgeBand::from_2_to_3,
                                event::AgeBand::from_4_to_5, event::AgeBand::from_6_to_9,
                                event::AgeBand::from_10_to_13};

std::string band_id(event::AgeBand band) {
    return "children.age." + std::string(event::text_of(band));
}

std::string names_of(const std::vector<ChildForm>& forms) {
    std::string names;
    for (const auto& form : forms) names += (names.empty() ? "" : ", ") + form.first_name;
    return names;
}

}  // namespace

ChildrenView children_view(const Look& look) {
    const auto& words = look.words;
    const auto& children = std::get<Children>(look.model.screen);
    const auto& form = children.form;
    ChildrenView view{
        .furniture = guest_furniture(look, "children"),
        .title = words("children.title"),
        .name_label = words("children.name"),
        .age_label = words("children.age"),
        .allergy_label = words("children.allergies"),
        .no_allergies = words("children.no_allergies"),
        .notes_label = words("children.notes"),
        .toilet = words("children.toilet"),
        .photo_label = words("children.photo"),
        .another = words("children.another"),
        .done = words("children.done"),
        .ready = children.ready.empty() ? "" : words("children.ready", {{"names", names_of(children.ready)}}),
        .first_name = form.first_name,
        .allergies = form.allergies,
        .notes = form.notes,
        .chosen_band = form.band ? band_id(*form.band) : "",
        .chosen_photo = form.photo_ok ? "children.photo.yes" : "children.photo.no",
        .none_ticked = form.no_allergies,
        .toilet_ticked = form.toilet_help,
        .can_go = !look.model.waiting,
        .is_whole = !form.first_name.empty() && form.band && (form.no_allergies || !form.allergies.empty())};
    for (const auto band : k_bands) view.bands.push_back({band_id(band), std::string(event::text_of(band))});
    view.photo_options = {{"children.photo.yes", words("furniture.yes")},
                          {"children.photo.no", words("furniture.no")}};
    return view;
}

namespace {

std::optional<Action> draw_allergies(ui::Ui& ui, ChildrenView& view) {
    std::optional<Action> action;
    ui.column({}, [&] {
        if (ui.field(
                "children.allergies", view.allergies,
                {.kind = ui::FieldKind::text, .label = view.allergy_label, .enabled = !view.none_ticked}) ==
            ui::Edit::changed)
            action = Action{Intent::edit_allergies, view.allergies};
        if (ui.checkbox("children.no_allergies", view.no_allergies, view.none_ticked))
            action = Action{Intent::toggle_no_allergies};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, ChildrenView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("children.title", view.title);
        if (!view.ready.empty()) ui.banner("children.ready", view.ready, ui::Notice::success);
        ui.row_or_column({}, [&] {
            if (ui.field("children.first_name", view.first_name,
                         {.kind = ui::FieldKind::name, .label = view.name_label, .take_focus = true}) ==
                ui::Edit::changed)
                action = Action{Intent::edit_child_name, view.first_name};
            if (const auto band = ui.choice("children.age", view.age_label, view.bands, view.chosen_band)) {
                for (std::size_t place = 0; place < k_bands.size(); ++place) {
                    if (view.bands[place].id == *band)
                        action = Action{Intent::set_band, {}, static_cast<int>(k_bands[place])};
                }
            }
        });
        ui.row_or_column({}, [&] {
            if (const auto edited = draw_allergies(ui, view)) action = edited;
            if (ui.field("children.notes", view.notes,
                         {.kind = ui::FieldKind::text, .label = view.notes_label}) == ui::Edit::changed)
                action = Action{Intent::edit_notes, view.notes};
        });
        ui.row_or_column({}, [&] {
            if (ui.checkbox("children.toilet", view.toilet, view.toilet_ticked))
                action = Action{Intent::toggle_toilet};
            if (const auto photo =
                    ui.choice("children.photo", view.photo_label, view.photo_options, view.chosen_photo))
                action = Action{Intent::set_photo, {}, *photo == "children.photo.yes" ? 1 : 0};
        });
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (ui.button("children.another", view.another,
                              {.icon = ui::Icon::add, .enabled = view.can_go})) {
                    action = Action{Intent::another_child};
                    if (view.is_whole) ui.start_editing("children.first_name");
                }
                if (ui.button("children.done", view.done,
                              {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::children_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
