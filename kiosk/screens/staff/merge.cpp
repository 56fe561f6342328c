#include "kiosk/screens/staff/merge.h"

#include "kiosk/screens/staff/table.h"

namespace welcome::kiosk::screens {

namespace {

MergeView::Entry entry_of(const Look& look, const event::Person& person, const std::string& title) {
    const auto& words = look.words;
    MergeView::Entry entry{.title = title,
                           .name = person.full_name,
                           .presence = person.attendance ? in_since(look, person) : words("card.not_in"),
                           .detail = masked_phone(person.phone),
                           .is_in = person.attendance.has_value()};
    const auto add = [&](const std::string& what) {
        if (!what.empty()) entry.detail += (entry.detail.empty() ? "" : " · ") + what;
    };
    add(person.email.empty() ? "" : words("merge.has_email"));
    const auto family = static_cast<long>(look.state.household_of(person.id).size());
    add(family > 1 ? words.count("table.family", family) : "");
    const auto codes = static_cast<long>(person.tickets.size());
    add(codes > 0 ? words.count("merge.codes", codes) : "");
    return entry;
}

}  // namespace

MergeView merge_view(const Look& look) {
    const auto& words = look.words;
    const auto& merge = std::get<Merge>(look.model.screen);
    MergeView view{.furniture = staff_furniture(look, "merge", true),
                   .title = words("merge.title"),
                   .swap = words("merge.swap"),
                   .same = words("merge.same"),
                   .both = words("merge.both"),
                   .kept = {},
                   .merged = {},
                   .result = {},
                   .gone = {},
                   .can_go = !look.model.waiting};
    const auto together = look.state.together(merge.kept, merge.merged);
    if (!together) {
        view.gone = words("refusal.same_person");
        return view;
    }
    view.kept = entry_of(look, *look.state.person(merge.kept), words("merge.kept"));
    view.merged = entry_of(look, *look.state.person(merge.merged), words("merge.merged_into"));
    view.result = entry_of(look, *together, words("merge.result"));
    return view;
}

namespace {

void draw_entry(ui::Ui& ui, const std::string& id, const MergeView::Entry& entry) {
    ui.card(id, [&] {
        ui.text(entry.title, {.tone = ui::Tone::soft, .id = id + ".title"});
        ui.heading(id + ".name", entry.name, ui::TextStyle::heading);
        ui.text(entry.presence,
                {.tone = entry.is_in ? ui::Tone::success : ui::Tone::soft, .id = id + ".presence"});
        if (!entry.detail.empty()) ui.text(entry.detail, {.id = id + ".detail"});
    });
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const MergeView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("merge.title", view.title, ui::TextStyle::heading);
        if (!view.result) {
            ui.banner("merge.gone", view.gone);
            return;
        }
        ui.row({.weights = {1, 1}}, [&] {
            draw_entry(ui, "merge.kept", *view.kept);
            draw_entry(ui, "merge.other", *view.merged);
        });
        draw_entry(ui, "merge.result", *view.result);
        ui.dock_bottom([&] {
            ui.row_or_column({}, [&] {
                if (ui.button("merge.both", view.both)) action = Action{Intent::keep_both};
                if (ui.button("merge.swap", view.swap, {.icon = ui::Icon::refresh, .enabled = view.can_go}))
                    action = Action{Intent::swap_kept};
                if (ui.button("merge.same", view.same,
                              {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::merge_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
