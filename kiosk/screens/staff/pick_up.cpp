#include "kiosk/screens/staff/pick_up.h"

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

PickUpView pick_up_view(const Look& look) {
    const auto& words = look.words;
    const auto& pick_up = std::get<PickUp>(look.model.screen);
    const bool paused = look.now < look.model.code_pause_until;
    PickUpView view{.furniture = staff_furniture(look, "pickup", true),
                    .title = words("pickup.title"),
                    .lead = words("pickup.lead"),
                    .code_label = words("pickup.code"),
                    .look_up = words("pickup.look_up"),
                    .another = words("pickup.another"),
                    .release = {},
                    .face = {},
                    .paused = paused && !look.model.notice ? words("desk.pause") : "",
                    .code = pick_up.code,
                    .children = {},
                    .can_type = !paused,
                    .can_look = !paused && pick_up.code.size() >= 4,
                    .can_release = !pick_up.children.empty() && !look.model.waiting};
    for (const auto& id : pick_up.children) {
        if (const auto* stay = look.state.stay(id))
            view.children.push_back({stay->request.first_name, child_line(look, *stay)});
    }
    if (view.children.empty()) return view;
    if (const auto* stay = look.state.stay(pick_up.children.front())) {
        if (!stay->may_pick_up.empty()) view.may = words("child.may_who", {{"who", stay->may_pick_up}});
        if (!stay->may_not_pick_up.empty())
            view.may_not = words("child.may_not_who", {{"who", stay->may_not_pick_up}});
    }
    view.refuse = words("pickup.refuse");
    view.face = words("pickup.face");
    view.release = words.count("pickup.release", static_cast<long>(view.children.size()));
    return view;
}

namespace {

std::optional<Action> draw_question(ui::Ui& ui, PickUpView& view) {
    std::optional<Action> action;
    ui.text(view.lead, {.tone = ui::Tone::soft, .id = "pickup.lead"});
    if (!view.paused.empty()) ui.banner("pickup.paused", view.paused, ui::Notice::warning);
    ui.row({.weights = {1, 0}, .across = ui::Align::end}, [&] {
        const auto edit = ui.field("pickup.code", view.code,
                                   {.kind = ui::FieldKind::code,
                                    .label = view.code_label,
                                    .most_characters = 8,
                                    .enabled = view.can_type,
                                    .take_focus = true});
        if (edit == ui::Edit::changed) action = Action{Intent::edit_code, view.code};
        if (edit == ui::Edit::submitted) action = Action{Intent::code_ready};
        if (ui.button("pickup.look_up", view.look_up,
                      {.icon = ui::Icon::search, .enabled = view.can_look, .wide = false}))
            action = Action{Intent::code_ready};
    });
    return action;
}

std::optional<Action> draw_answer(ui::Ui& ui, const PickUpView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& child : view.children) {
        ui.list_row("pickup.child." + std::to_string(++place), child.name,
                    {.icon = ui::Icon::child_face, .detail = child.detail, .opens = false});
    }
    if (!view.may.empty()) ui.text(view.may, {.id = "pickup.may"});
    if (!view.may_not.empty()) ui.banner("pickup.may_not", view.may_not, ui::Notice::error);
    ui.banner("pickup.face", view.face);
    ui.dock_bottom([&] {
        const auto weights = ui.is_portrait() ? std::vector<float>{} : std::vector<float>{2, 1};
        ui.row_or_column({.weights = weights}, [&] {
            ui.row({}, [&] {
                if (ui.button("pickup.another", view.another, {.icon = ui::Icon::redo}))
                    action = Action{Intent::open_pick_up};
                if (ui.button("pickup.refuse", view.refuse, {.icon = ui::Icon::help_person}))
                    action = Action{Intent::refuse_pick_up};
            });
            if (ui.button("pickup.release", view.release,
                          {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_release}))
                action = Action{Intent::release};
        });
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, PickUpView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("pickup.title", view.title, ui::TextStyle::heading);
        action = view.children.empty() ? draw_question(ui, view) : draw_answer(ui, view);
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
