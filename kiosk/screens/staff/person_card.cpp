#include "kiosk/screens/staff/person_card.h"

#include <algorithm>

#include "kiosk/event/decide_items.h"
#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

namespace {

std::string needs_of(const Look& look, const event::Person& person) {
    std::string list;
    for (const auto need : person.needs) {
        if (!list.empty()) list += " · ";
        list += look.words("needs." + std::string(event::text_of(need)));
    }
    return list.empty() ? "" : look.words("card.needs", {{"list", list}});
}

void add_family(const Look& look, const event::Person& person, PersonCardView& view) {
    long outside = 0;
    for (const auto* member : look.state.household_of(person.id)) {
        outside += member->attendance ? 0 : 1;
        if (member->id == person.id) continue;
        view.family.push_back({.person = member->id.text(),
                               .name = member->full_name,
                               .trailing = in_since(look, *member),
                               .check_in = look.words("card.check_in"),
                               .is_in = member->attendance.has_value(),
                               .is_child = member->is_child});
    }
    if (!view.family.empty()) view.family_title = look.words("card.family");
    if (outside > 1) view.check_in_family = look.words.count("card.check_in_family", outside);
}

void add_presence(const Look& look, const event::Person& person, PersonCardView& view) {
    if (!person.attendance) return;
    view.is_in = true;
    const auto& attendance = *person.attendance;
    view.presence = in_since(look, person) + " · " +
                    look.words("card.by." + std::string(event::text_of(attendance.witnesses.front().method)));
    if (attendance.more_adults + attendance.more_children > 0)
        view.company = look.words("card.company", {{"adults", std::to_string(attendance.more_adults)},
                                                   {"children", std::to_string(attendance.more_children)}});
    const auto& witness = attendance.witnesses.back().fact;
    view.undo_fact = witness.text();
    view.can_undo = may_undo(look, witness);
}

void add_role(const Look& look, const event::Person& person, PersonCardView& view) {
    view.role = role_choice(look, "person", person.part.role);
    if (person.part.role == event::GuestRole::press) view.press_rules = look.words("card.press_rules");
}

void add_headset(const Look& look, const event::Person& person, PersonCardView& view) {
    const auto waits = event::who_waits(look.state);
    const bool does = std::any_of(waits.begin(), waits.end(), [&](const event::Wait& wait) {
        return wait.person->id == person.id && wait.need == event::Need::interpretation;
    });
    if (does && !event::items_for(look.state, event::ItemKind::headset, {}).empty())
        view.lend = look.words("card.lend_headset");
}

}  // namespace

PersonCardView person_card_view(const Look& look) {
    const auto& words = look.words;
    const auto& card = std::get<PersonCard>(look.model.screen);
    PersonCardView view{.furniture = staff_furniture(look, "person", true),
                        .name = {},
                        .presence = words("card.not_in"),
                        .company = {},
                        .phone = {},
                        .show_phone = words("card.show_phone"),
                        .needs = {},
                        .check_in = words("card.check_in"),
                        .check_in_family = {},
                        .undo_label = words("card.undo"),
                        .family_title = {},
                        .add_family = {},
                        .same_person = {},
                        .take_apart = {},
                        .card_hint = {},
                        .person = card.person.text(),
                        .undo_fact = {},
                        .merge_fact = {},
                        .press_rules = {},
                        .lend = {},
                        .role = {},
                        .family = {},
                        .undo = undo_view(look),
                        .can_go = !look.model.waiting};
    const auto* person = look.state.person(card.person);
    if (!person) {
        view.name = words("refusal.not_found");
        view.can_go = false;
        return view;
    }
    view.name = person->full_name;
    view.phone = card.phone_shown ? person->phone : masked_phone(person->phone);
    if (card.phone_shown || person->phone.empty()) view.show_phone.clear();
    view.needs = needs_of(look, *person);
    add_presence(look, *person, view);
    add_family(look, *person, view);
    view.add_family = words("card.add_family");
    view.same_person = words("card.same_person");
    view.card_hint = words("card.scan_hint");
    add_role(look, *person, view);
    add_headset(look, *person, view);
    if (const auto merge = look.state.last_merge_of(person->id)) {
        view.take_apart = words("card.take_apart");
        view.merge_fact = merge->text();
        view.can_take_apart = may_undo(look, *merge);
    }
    return view;
}

namespace {

std::optional<Action> draw_person(ui::Ui& ui, const PersonCardView& view) {
    std::optional<Action> action;
    if (!view.press_rules.empty()) ui.banner("person.press_rules", view.press_rules, ui::Notice::press);
    ui.card("person.card", [&] {
        ui.heading("person.name", view.name);
        ui.text(view.presence, {.style = ui::TextStyle::lead,
                                .tone = view.is_in ? ui::Tone::success : ui::Tone::soft,
                                .id = "person.presence"});
        if (!view.company.empty()) ui.text(view.company, {.id = "person.company"});
        if (!view.needs.empty()) ui.text(view.needs, {.id = "person.needs"});
        if (!view.lend.empty() &&
            ui.button("person.lend", view.lend,
                      {.look = ui::Look::primary, .icon = ui::Icon::headset, .enabled = view.can_go}))
            action = Action{Intent::lend_to, view.person};
        if (!view.phone.empty()) {
            ui.row({.weights = {0, 0, 1}, .across = ui::Align::centre}, [&] {
                ui.icon(ui::Icon::phone, 6, ui::Tone::soft);
                ui.text(view.phone, {.id = "person.phone"});
                if (!view.show_phone.empty() &&
                    ui.button("person.show_phone", view.show_phone, {.look = ui::Look::quiet, .wide = false}))
                    action = Action{Intent::show_phone};
            });
        }
        if (!view.is_in &&
            ui.button("person.check_in", view.check_in,
                      {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
            action = Action{Intent::check_in_person, view.person};
        if (view.is_in && ui.button("person.undo", view.undo_label,
                                    {.icon = ui::Icon::undo, .enabled = view.can_go && view.can_undo}))
            action = Action{Intent::ask_undo, view.undo_fact};
    });
    return action;
}

// What is seldom needed, quietly.
std::optional<Action> draw_more(ui::Ui& ui, const PersonCardView& view) {
    std::optional<Action> action;
    if (view.same_person.empty()) return action;
    ui.row_or_column({}, [&] {
        if (ui.button("person.add_family", view.add_family,
                      {.icon = ui::Icon::family, .enabled = view.can_go}))
            action = Action{Intent::open_family};
        if (ui.button("person.same", view.same_person, {.icon = ui::Icon::group, .enabled = view.can_go}))
            action = Action{Intent::open_same};
    });
    if (!view.take_apart.empty() &&
        ui.button(
            "person.take_apart", view.take_apart,
            {.look = ui::Look::quiet, .icon = ui::Icon::undo, .enabled = view.can_go && view.can_take_apart}))
        action = Action{Intent::ask_undo, view.merge_fact};
    if (view.role) {
        if (const auto role = draw(ui, "person", *view.role); role && view.can_go)
            action = Action{Intent::set_guest_role, view.person, static_cast<int>(*role)};
    }
    ui.text(view.card_hint, {.tone = ui::Tone::soft, .id = "person.card_hint"});
    return action;
}

std::optional<Action> draw_family(ui::Ui& ui, const PersonCardView& view) {
    std::optional<Action> action;
    if (view.family.empty()) return action;
    ui.heading("person.family", view.family_title, ui::TextStyle::heading);
    int place = 0;
    for (const auto& one : view.family) {
        const std::string id = "person.family." + std::to_string(++place);
        const auto tap = ui.list_row(id, one.name,
                                     {.icon = one.is_in      ? ui::Icon::check_circle
                                              : one.is_child ? ui::Icon::child
                                                             : ui::Icon::person,
                                      .trailing = one.trailing,
                                      .trailing_tone = ui::Tone::success,
                                      .action_id = one.is_in ? "" : id + ".check_in",
                                      .action_label = one.check_in,
                                      .action_icon = ui::Icon::check});
        if (tap == ui::RowTap::row) action = Action{Intent::open_person, one.person};
        if (tap == ui::RowTap::action && view.can_go) action = Action{Intent::check_in_person, one.person};
    }
    if (!view.check_in_family.empty() &&
        ui.button("person.check_in_family", view.check_in_family,
                  {.look = ui::Look::primary, .icon = ui::Icon::family, .enabled = view.can_go}))
        action = Action{Intent::check_in_family};
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const PersonCardView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.row_or_column({.weights = {1, 1}, .gap_mm = 8}, [&] {
            ui.column({}, [&] {
                if (const auto tapped = draw_person(ui, view)) action = tapped;
                if (const auto tapped = draw_more(ui, view)) action = tapped;
            });
            if (!view.family.empty()) {
                ui.column({}, [&] {
                    if (const auto tapped = draw_family(ui, view)) action = tapped;
                });
            }
        });
    });
    if (auto answer = draw_undo(ui, view.undo)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
