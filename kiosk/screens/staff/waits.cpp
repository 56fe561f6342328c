#include "kiosk/screens/staff/waits.h"

#include <array>
#include <set>

namespace welcome::kiosk::screens {

namespace {

using event::Need;

struct Kind {
    Need need;
    std::string_view id, title;
    ui::Icon icon;
};
constexpr std::array<Kind, 3> k_kinds = {
    {{Need::interpretation, "headset", "needs.interpretation", ui::Icon::headset},
     {Need::ride, "ride", "needs.ride", ui::Icon::car},
     {Need::access, "access", "needs.access", ui::Icon::seat}}};

WaitsView::Row row_of(const Look& look, const event::Wait& wait, bool has_headsets) {
    const auto& person = *wait.person;
    WaitsView::Row row{.person = person.id.text(),
                       .name = person.full_name,
                       .detail = person.language.empty() ? "" : ui::own_name(person.language),
                       .trailing = look.words("items.since", {{"time", clock_text(look, wait.since)}}),
                       .action_label = look.words("waits.done")};
    row.action = Action{Intent::meet_need, row.person, static_cast<int>(wait.need)};
    if (wait.need == Need::interpretation && has_headsets) {
        row.action_label = look.words("items.lend");
        row.action = Action{Intent::lend_to, row.person};
    }
    return row;
}

}  // namespace

WaitsView waits_view(const Look& look) {
    WaitsView view{.furniture = staff_furniture(look, "waits", true),
                   .title = look.words("more.waits"),
                   .nobody = {},
                   .groups = {},
                   .can_go = !look.model.waiting};
    const auto waits = event::who_waits(look.state);
    const bool has_headsets = !event::items_for(look.state, event::ItemKind::headset, {}).empty();
    for (const auto& kind : k_kinds) {
        WaitsView::Group group{std::string(kind.id), look.words(kind.title), kind.icon, {}};
        for (const auto& wait : waits) {
            if (wait.need == kind.need) group.rows.push_back(row_of(look, wait, has_headsets));
        }
        if (!group.rows.empty()) view.groups.push_back(std::move(group));
    }
    if (view.groups.empty()) view.nobody = look.words("waits.nobody");
    return view;
}

long people_who_wait(const Look& look) {
    std::set<PersonId> people;
    for (const auto& wait : event::who_waits(look.state)) people.insert(wait.person->id);
    return static_cast<long>(people.size());
}

std::string waits_alarm(const Look& look) {
    const long waiting = people_who_wait(look);
    return waiting == 0 ? "" : look.words.count("items.waits", waiting);
}

namespace {

std::optional<Action> draw_group(ui::Ui& ui, const WaitsView::Group& group, bool can_go) {
    std::optional<Action> action;
    ui.heading("waits." + group.id, group.title, ui::TextStyle::heading);
    int place = 0;
    for (const auto& row : group.rows) {
        const std::string id = "waits." + group.id + "." + std::to_string(++place);
        const auto tap = ui.list_row(id, row.name,
                                     {.icon = group.icon,
                                      .detail = row.detail,
                                      .trailing = row.trailing,
                                      .action_id = id + ".do",
                                      .action_label = row.action_label,
                                      .action_look = ui::Look::primary});
        if (tap == ui::RowTap::row) action = Action{Intent::open_person, row.person};
        if (tap == ui::RowTap::action && can_go) action = row.action;
    }
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const WaitsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("waits.title", view.title, ui::TextStyle::heading);
        if (!view.nobody.empty()) ui.text(view.nobody, {.tone = ui::Tone::soft, .id = "waits.nobody"});
        for (const auto& group : view.groups) {
            if (const auto tapped = draw_group(ui, group, view.can_go)) action = tapped;
        }
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
