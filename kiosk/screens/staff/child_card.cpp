#include "kiosk/screens/staff/child_card.h"

#include "kiosk/screens/staff/desk.h"

namespace welcome::kiosk::screens {

namespace {

using Asks = ChildCard::Asks;

void add_choices(const Look& look, const event::Stay& stay, Asks now, ChildCardView& view) {
    const auto add = [&](const std::string& what, ui::Icon icon, Asks asks) {
        view.choices.push_back({what, look.words(what), icon, asks, now == asks});
    };
    const bool lead = is_lead(look.model);
    if (stay.holds_place()) add("child.page", ui::Icon::alarm, Asks::page);
    add("child.incident", ui::Icon::edit, Asks::incident);
    add("child.say", ui::Icon::family, Asks::pick_up_words);
    if (stay.waits()) add("child.leaves", ui::Icon::home, Asks::leaves);
    if (stay.waits()) add("child.turn_away", ui::Icon::close, Asks::turn_away);
    if (lead) add("child.lost", ui::Icon::key, Asks::lost_claim);
    if (lead && stay.state == event::StayState::dropped_off)
        add("child.release", ui::Icon::warning, Asks::release);
}

void add_question(const Look& look, const ChildCard& card, ChildCardView& view) {
    const auto& words = look.words;
    view.asks = card.asks != Asks::nothing;
    view.asks_two =
        card.asks == Asks::pick_up_words || card.asks == Asks::lost_claim || card.asks == Asks::release;
    view.first_label = words("child.reason");
    if (card.asks == Asks::incident) view.first_label = words("child.what_happened");
    if (card.asks == Asks::pick_up_words) view.first_label = words("child.may");
    view.second_label = words(card.asks == Asks::pick_up_words ? "child.may_not" : "child.checked");
    view.save = words("child.save");
    view.can_save = !look.model.waiting;
}

}  // namespace

ChildCardView child_card_view(const Look& look) {
    const auto& words = look.words;
    const auto& card = std::get<ChildCard>(look.model.screen);
    ChildCardView view{
        .furniture = staff_furniture(look, "child", true), .first = card.first, .second = card.second};
    const auto* stay = look.state.stay(card.stay);
    if (!stay || !minds_children(look.model)) return view;
    view.name = stay->request.first_name;
    view.detail = child_line(look, *stay);
    if (!stay->request.contact.empty())
        view.contact = words("child.contact", {{"what", stay->request.contact}});
    if (stay->paged) {
        view.paged = words("child.paged", {{"number", std::to_string(stay->request.number)}});
        view.page_over = words("child.page_over");
    }
    if (!stay->may_pick_up.empty()) view.may = words("child.may_who", {{"who", stay->may_pick_up}});
    if (!stay->may_not_pick_up.empty())
        view.may_not = words("child.may_not_who", {{"who", stay->may_not_pick_up}});
    for (const auto& incident : stay->incidents)
        view.incidents.push_back(clock_text(look, incident.at) + " · " + incident.note);
    add_choices(look, *stay, card.asks, view);
    if (card.asks == Asks::nothing && stay->holds_place()) view.reprint = words("child.reprint");
    add_question(look, card, view);
    return view;
}

namespace {

void draw_known(ui::Ui& ui, const ChildCardView& view) {
    ui.heading("child.name", view.name, ui::TextStyle::heading);
    ui.text(view.detail, {.id = "child.detail"});
    if (!view.contact.empty()) ui.text(view.contact, {.id = "child.contact"});
    if (!view.may.empty()) ui.text(view.may, {.id = "child.may_who"});
    if (!view.may_not.empty()) ui.banner("child.may_not_who", view.may_not, ui::Notice::error);
    int place = 0;
    for (const auto& incident : view.incidents)
        ui.text(incident, {.tone = ui::Tone::soft, .id = "child.incident." + std::to_string(++place)});
}

std::optional<Action> draw_question(ui::Ui& ui, ChildCardView& view) {
    std::optional<Action> action;
    if (ui.field("child.first", view.first, {.label = view.first_label, .take_focus = true}) ==
        ui::Edit::changed)
        action = Action{Intent::edit_child_first, view.first};
    if (view.asks_two &&
        ui.field("child.second", view.second, {.label = view.second_label}) == ui::Edit::changed)
        action = Action{Intent::edit_child_second, view.second};
    ui.dock_bottom([&] {
        if (ui.button("child.save", view.save,
                      {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_save}))
            action = Action{Intent::child_ready};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, ChildCardView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        draw_known(ui, view);
        if (!view.paged.empty()) {
            ui.banner("child.paged", view.paged, ui::Notice::warning);
            if (ui.button("child.page_over", view.page_over, {.icon = ui::Icon::check}))
                action = Action{Intent::page_over};
        }
        ui.grid(45, [&] {
            for (const auto& choice : view.choices) {
                if (ui.button(choice.id, choice.label,
                              {.look = choice.chosen ? ui::Look::primary : ui::Look::secondary,
                               .icon = choice.icon}))
                    action = Action{Intent::ask_of_child, {}, static_cast<int>(choice.asks)};
            }
        });
        if (!view.reprint.empty() && ui.button("child.reprint", view.reprint, {.icon = ui::Icon::print}))
            action = Action{Intent::reprint};
        if (!view.asks) return;
        if (const auto asked = draw_question(ui, view)) action = asked;
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
