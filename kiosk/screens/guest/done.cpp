#include "kiosk/screens/guest/done.h"

#include "kiosk/event/decide_childcare.h"

namespace welcome::kiosk::screens {

namespace {

std::string already_in_text(const Look& look, const event::Person& person) {
    if (!person.attendance) return {};
    return look.words("done.already_in", {{"time", clock_text(look, person.attendance->at)}});
}

// One room for all, else which for whom; the place in the line; and the number that the big screen shows.
std::vector<std::string> care_lines(const Look& look, const std::string& code) {
    const auto& words = look.words;
    const auto stays = look.state.stays_by_code(code);
    std::map<std::string, std::string> rooms;  // who is in which
    for (const auto* stay : stays) {
        if (!stay->holds_place() || stay->room.empty()) continue;
        auto& names = rooms[stay->room];
        names += (names.empty() ? "" : ", ") + stay->request.first_name;
    }
    std::vector<std::string> lines;
    lines.reserve(rooms.size() + 2);
    for (const auto& [room, names] : rooms)
        lines.push_back(rooms.size() == 1 ? words("done.care_in", {{"room", room}})
                                          : words("done.care_for", {{"who", names}, {"room", room}}));
    if (const int place = event::place_in_line(look.state, code); place > 0)
        lines.push_back(words("done.care_line", {{"n", std::to_string(place)}}));
    if (!stays.empty() && stays.front()->request.number > 0)
        lines.push_back(
            words("done.care_number", {{"number", std::to_string(stays.front()->request.number)}}));
    return lines;
}

}  // namespace

DoneView done_view(const Look& look) {
    const auto& words = look.words;
    const auto& done = std::get<Done>(look.model.screen);
    DoneView view{.furniture = guest_furniture(look, "done"),
                  .title = words("done.title"),
                  .who = words("done.thanks"),
                  .where = {},
                  .code_label = {},
                  .code = done.claim_code,
                  .code_hint = {},
                  .finish = words("done.finish")};
    const auto* person = done.people.empty() ? nullptr : look.state.person(done.people.front());
    if (person && !done.anonymous) view.title = words("done.title_name", {{"name", person->first_name()}});
    if (person && done.already_in) {
        view.title = words("done.hello", {{"name", person->first_name()}});
        view.who = already_in_text(look, *person);
        view.more = words("done.more");
    }
    if (!look.state.event().place.empty())
        view.where = words("done.where", {{"place", look.state.event().place}});
    if (!view.code.empty()) {
        view.code_label = words("done.code");
        view.code_hint = words("done.code_hint");
        view.care = care_lines(look, view.code);
        if (view.care.empty())
            view.code_hint += " " + words("done.code_lost");
        else
            view.who.clear();  // there is enough to read
    }
    view.number = done.speaker_number;
    if (!view.number.empty()) {
        view.number_label = words("done.speaker");
        view.number_hint = words("done.speaker_hint");
    }
    return view;
}

DoneView helper_view(const Look& look) {
    const auto& words = look.words;
    const bool only_wait = std::get<HelperComes>(look.model.screen).only_wait;
    return {.furniture = guest_furniture(look, "helper"),
            .title = words(only_wait ? "helper.wait" : "helper.title"),
            .who = only_wait ? "" : words("helper.text"),
            .finish = words("furniture.start_over"),
            .icon = ui::Icon::help_person,
            .tone = ui::Tone::accent};
}

DoneView trouble_view(const Look& look) {
    const auto& words = look.words;
    return {.furniture = guest_furniture(look, "trouble"),
            .title = words("trouble.title"),
            .who = words("trouble.text"),
            .finish = words("done.finish"),
            .icon = ui::Icon::volunteer,
            .tone = ui::Tone::warning};
}

namespace {

void draw_where(ui::Ui& ui, const std::string& id, const DoneView& view) {
    if (!view.where.empty())
        ui.text(view.where, {.style = ui::TextStyle::lead, .align = ui::Align::centre, .id = id + ".where"});
}

void draw_news(ui::Ui& ui, const std::string& id, const DoneView& view) {
    ui.icon(view.icon, 22, view.tone);
    ui.heading(id + ".title", view.title, ui::TextStyle::title, ui::Align::centre);
    if (!view.who.empty())
        ui.text(view.who, {.style = ui::TextStyle::lead, .align = ui::Align::centre, .id = id + ".who"});
    draw_where(ui, id, view);
}

// Something to keep: what it is, itself, what it is for.
void draw_card(ui::Ui& ui, const std::string& id, const std::string& label, const std::string& code,
               const std::string& hint) {
    ui.card(id + ".card", [&] {
        ui.text(label, {.align = ui::Align::centre, .id = id + "_label"});
        ui.text(
            code,
            {.style = ui::TextStyle::huge, .tone = ui::Tone::accent, .align = ui::Align::centre, .id = id});
        ui.text(hint, {.tone = ui::Tone::soft, .align = ui::Align::centre, .id = id + "_hint"});
    });
}

// Where there is much to read, the code comes first and all of it fits a tablet that lies.
void draw_care(ui::Ui& ui, const std::string& id, const DoneView& view) {
    ui.heading(id + ".title", view.title, ui::TextStyle::title, ui::Align::centre);
    ui.row_or_column({}, [&] {
        draw_card(ui, id + ".code", view.code_label, view.code, view.code_hint);
        ui.column({.along = ui::Align::centre}, [&] {
            int place = 0;
            for (const auto& line : view.care)
                ui.text(line,
                        {.align = ui::Align::centre, .id = id + ".code_more." + std::to_string(++place)});
            draw_where(ui, id, view);
        });
    });
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const DoneView& view) {
    std::optional<Action> action;
    const std::string id = view.furniture.page.id;
    const auto around = draw_page(ui, view.furniture, [&] {
        if (!view.care.empty())
            draw_care(ui, id, view);
        else
            ui.row_or_column({}, [&] {
                ui.column({.along = ui::Align::centre}, [&] { draw_news(ui, id, view); });
                if (!view.code.empty())
                    draw_card(ui, id + ".code", view.code_label, view.code, view.code_hint);
                if (!view.number.empty())
                    draw_card(ui, id + ".speaker", view.number_label, view.number, view.number_hint);
            });
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (!view.more.empty() && ui.button(id + ".more", view.more, {.icon = ui::Icon::volunteer}))
                    action = Action{Intent::open_needs};
                if (ui.button(id + ".finish", view.finish,
                              {.look = ui::Look::primary, .icon = ui::Icon::check}))
                    action = Action{Intent::finish};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
