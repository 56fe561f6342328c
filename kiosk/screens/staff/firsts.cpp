#include "kiosk/screens/staff/firsts.h"

#include "kiosk/event/decide_taking_part.h"

namespace welcome::kiosk::screens {

namespace {

bool granted(const event::Person& person, event::Channel channel) {
    const auto said = person.consents.find(channel);
    return said != person.consents.end() && said->second.granted;
}

// How this person may be reached: only what they agreed to.
std::string reach_of(const Look& look, const event::Person& person) {
    std::string line;
    const auto add = [&line](const std::string& part) { line += (line.empty() ? "" : " · ") + part; };
    if (!person.language.empty()) add(ui::own_name(person.language));
    if (granted(person, event::Channel::text)) add(look.words("firsts.text"));
    if (granted(person, event::Channel::email)) add(look.words("firsts.email"));
    if (!granted(person, event::Channel::text) && !granted(person, event::Channel::email))
        add(look.words("firsts.in_person"));
    return line;
}

}  // namespace

FirstsView firsts_view(const Look& look) {
    const auto& words = look.words;
    FirstsView view{.furniture = staff_furniture(look, "firsts", true),
                    .title = words("more.firsts"),
                    .count = {},
                    .nobody = {},
                    .done_label = words("firsts.done"),
                    .rows = {},
                    .can_go = !look.model.waiting};
    long open = 0;
    for (const auto* person : event::first_timers(look.state)) {
        const bool done = person->part.followed_up;
        open += done ? 0 : 1;
        view.rows.push_back(
            {.person = person->id.text(),
             .name = person->full_name,
             .detail = reach_of(look, *person),
             .trailing = done ? words("firsts.is_done") : clock_text(look, person->attendance->at),
             .is_done = done});
    }
    if (view.rows.empty()) view.nobody = words("firsts.nobody");
    if (!view.rows.empty()) view.count = words.count("firsts.open", open);
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const FirstsView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("firsts.title", view.title, ui::TextStyle::heading);
        if (!view.nobody.empty()) ui.text(view.nobody, {.tone = ui::Tone::soft, .id = "firsts.nobody"});
        if (!view.count.empty()) ui.text(view.count, {.tone = ui::Tone::soft, .id = "firsts.count"});
        int place = 0;
        for (const auto& row : view.rows) {
            const std::string id = "firsts.row." + std::to_string(++place);
            const auto tap = ui.list_row(id, row.name,
                                         {.icon = row.is_done ? ui::Icon::check_circle : ui::Icon::star,
                                          .detail = row.detail,
                                          .trailing = row.trailing,
                                          .trailing_tone = row.is_done ? ui::Tone::success : ui::Tone::soft,
                                          .action_id = row.is_done ? "" : id + ".done",
                                          .action_label = view.done_label,
                                          .action_icon = ui::Icon::check});
            if (tap == ui::RowTap::row) action = Action{Intent::open_person, row.person};
            if (tap == ui::RowTap::action && view.can_go) action = Action{Intent::follow_up, row.person};
        }
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
