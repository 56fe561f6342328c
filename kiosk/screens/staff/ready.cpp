#include "kiosk/screens/staff/ready.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/staff/tablet_rows.h"

namespace welcome::kiosk::screens {

namespace {

using Level = ReadyView::Level;
using Row = ReadyView::Row;

constexpr int k_old_days = 2;      // a list older than this may lack who signed up since
constexpr int k_low_battery = 40;  // percent, for an evening away from the wall
constexpr int k_empty_battery = 15;
constexpr std::array<int, 4> k_sizes = {50, 120, 300, 600};

Row row(const Look& look, const std::string& id, const std::string& title, Level level,
        const std::string& detail) {
    return {.id = id, .title = look.words(title), .detail = detail, .level = level};
}

int people_on_the_list(const Look& look) {
    const auto all = look.state.people();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const auto* person) { return person->source == "roster"; }));
}

Row people_row(const Look& look) {
    const auto& words = look.words;
    const int people = people_on_the_list(look);
    if (people == 0)
        return row(look, "ready.people", "ready.people", Level::missing, words("ready.no_people"));
    const auto changed = look.model.machine ? look.model.machine->roster_changed_at : std::nullopt;
    const auto age = changed ? look.model.machine->at - *changed : event::Instant::duration(0);
    const auto days = std::chrono::duration_cast<std::chrono::days>(age).count();
    std::string detail = words.count("ready.people_known", people);
    if (days < k_old_days) return row(look, "ready.people", "ready.people", Level::good, detail);
    detail += " " + words.count("ready.people_old", static_cast<long>(days));
    return row(look, "ready.people", "ready.people", Level::care, detail);
}

Row helpers_row(const Look& look) {
    const auto staff = look.state.all_staff();
    const auto with = [&](event::StaffRole role) {
        return std::count_if(staff.begin(), staff.end(), [&](const auto* one) { return one->role == role; });
    };
    const auto& words = look.words;
    if (with(event::StaffRole::lead) == 0)
        return row(look, "ready.helpers", "ready.helpers", Level::missing, words("ready.no_lead"));
    const bool minds = !look.state.event().childcare_rooms.empty();
    if (minds && with(event::StaffRole::childcare) == 0)
        return row(look, "ready.helpers", "ready.helpers", Level::care, words("ready.no_childcare"));
    return row(look, "ready.helpers", "ready.helpers", Level::good,
               words.count("ready.helpers_known", static_cast<long>(staff.size())));
}

Row codes_row(const Look& look) {
    const bool scanner = look.model.machine && look.model.machine->has_scanner;
    const bool camera = look.model.has_camera;
    const auto* words = camera ? "ready.camera_there" : scanner ? "ready.scanner_there" : "ready.no_camera";
    return row(look, "ready.codes", "ready.codes", camera || scanner ? Level::good : Level::care,
               look.words(words));
}

Row printer_row(const Look& look) {
    const bool there = look.model.has_printer;
    return row(look, "ready.printer", "ready.printer", there ? Level::good : Level::care,
               look.words(there ? "ready.printer_there" : "ready.no_printer"));
}

Row clock_row(const Look& look, const MachineNow& machine) {
    const auto time = clock_text(look, machine.at);
    if (!machine.clock_is_sane)
        return row(look, "ready.clock", "ready.clock", Level::missing, look.words("ready.clock_wrong"));
    for (const auto& tablet : look.model.others.tablets) {
        const auto apart = clock_apart_text(look, tablet);
        if (!apart.empty())
            return row(look, "ready.clock", "ready.clock", Level::care,
                       look.words("ready.clock_apart", {{"name", tablet.name}, {"what", apart}}));
    }
    return row(
        look, "ready.clock", "ready.clock", machine.clock_by_network ? Level::good : Level::care,
        look.words(machine.clock_by_network ? "ready.clock_set" : "ready.clock_alone", {{"time", time}}));
}

Row battery_row(const Look& look, const MachineNow& machine) {
    const int percent = *machine.battery_percent;
    const std::string level = std::to_string(percent);
    if (machine.charging)
        return row(look, "ready.battery", "ready.battery", Level::good,
                   look.words("ready.battery_charging", {{"n", level}}));
    if (percent >= k_low_battery)
        return row(look, "ready.battery", "ready.battery", Level::good,
                   look.words("ready.battery_enough", {{"n", level}}));
    return row(look, "ready.battery", "ready.battery",
               percent < k_empty_battery ? Level::missing : Level::care,
               look.words("ready.battery_low", {{"n", level}}));
}

Row disk_row(const Look& look, const MachineNow& machine) {
    if (!machine.free_megabytes)
        return row(look, "ready.disk", "ready.disk", Level::missing, look.words("ready.disk_unread"));
    return row(look, "ready.disk", "ready.disk", machine.disk_is_enough ? Level::good : Level::missing,
               look.words(machine.disk_is_enough ? "ready.disk_enough" : "ready.disk_full",
                          {{"n", std::to_string(*machine.free_megabytes)}}));
}

Row card_row(const Look& look, const MachineNow& machine) {
    if (!machine.card_is_here)
        return row(look, "ready.card", "ready.card", Level::good, look.words("ready.card_away"));
    Row here = row(look, "ready.card", "ready.card", Level::missing, look.words("ready.card_here"));
    here.action_id = "ready.card.away";
    here.action_label = look.words("ready.take_away");
    here.means = Action{Intent::ask_card_away};
    return here;
}

Row peers_row(const Look& look) {
    const auto& tablets = look.model.others.tablets;
    const auto seen =
        std::count_if(tablets.begin(), tablets.end(), [](const auto& one) { return one.in_touch; });
    return row(look, "ready.peers", "ready.peers", seen > 0 ? Level::good : Level::care,
               seen > 0 ? look.words.count("ready.peers_seen", static_cast<long>(seen))
                        : look.words("ready.no_peers"));
}

Row service_row(const Look& look) {
    const auto& sync = look.model.sync;
    if (!sync.has_service)
        return row(look, "ready.service", "ready.service", Level::care, look.words("ready.no_service"));
    if (sync.stopped)
        return row(look, "ready.service", "ready.service", Level::missing, look.words("sync.stopped"));
    return row(look, "ready.service", "ready.service", sync.reachable ? Level::good : Level::care,
               look.words(sync.reachable ? "ready.service_there" : "ready.service_away"));
}

void add_verdict(const Look& look, ReadyView& view) {
    const auto at = [&](Level level) {
        return static_cast<long>(std::count_if(view.rows.begin(), view.rows.end(),
                                               [&](const Row& one) { return one.level == level; }));
    };
    if (at(Level::missing) > 0) {
        view.verdict = look.words.count("ready.missing", at(Level::missing));
        view.kind = ui::Notice::error;
    } else if (at(Level::care) > 0) {
        view.verdict = look.words.count("ready.care", at(Level::care));
        view.kind = ui::Notice::warning;
    } else {
        view.verdict = look.words("ready.all_good");
    }
}

void add_tablets(const Look& look, ReadyView& view) {
    const auto& words = look.words;
    const int known = people_on_the_list(look);
    const int chosen = std::get<Ready>(look.model.screen).expected;
    const int people = chosen > 0 ? chosen : known > 0 ? known : k_sizes.front();
    view.tablets_title = words("ready.tablets");
    view.tablets_label = words("ready.how_many");
    if (known > 0)
        view.sizes.push_back({"ready.size." + std::to_string(known),
                              words("ready.as_listed", {{"n", std::to_string(known)}}),
                              {}});
    for (const int size : k_sizes) {
        if (size != known)
            view.sizes.push_back({"ready.size." + std::to_string(size), std::to_string(size), {}});
    }
    view.size = "ready.size." + std::to_string(people);
    view.with_codes = std::to_string(event::tablets_needed(people, event::k_mostly_codes_seconds));
    view.with_few = std::to_string(event::tablets_needed(people, event::k_few_codes_seconds));
    view.with_codes_label = words("ready.with_codes");
    view.with_few_label = words("ready.with_few");
    view.source = words("ready.source");
}

}  // namespace

ReadyView ready_view(const Look& look) {
    const auto& words = look.words;
    ReadyView view{.furniture = staff_furniture(look, "ready", true), .title = words("ready.title")};
    view.rows = {people_row(look), helpers_row(look)};
    if (const auto& machine = look.model.machine) {
        view.rows.push_back(card_row(look, *machine));
        view.rows.push_back(clock_row(look, *machine));
        if (machine->battery_percent) view.rows.push_back(battery_row(look, *machine));
        view.rows.push_back(disk_row(look, *machine));
    }
    view.rows.push_back(codes_row(look));
    view.rows.push_back(printer_row(look));
    if (look.model.others.shares) view.rows.push_back(peers_row(look));
    view.rows.push_back(service_row(look));
    std::stable_sort(view.rows.begin(), view.rows.end(),
                     [](const Row& left, const Row& right) { return left.level < right.level; });
    add_verdict(look, view);
    add_tablets(look, view);
    view.parts = words("ready.parts");
    const bool rehearsal = look.model.rehearsal;
    view.practise = words(rehearsal ? "ready.end_practice" : "ready.practise");
    view.practise_means.intent = rehearsal ? Intent::end_rehearsal : Intent::rehearse;
    if (std::get<Ready>(look.model.screen).asks_card_away) {
        view.ask_title = words("ready.ask_card");
        view.ask_text = words("ready.ask_card_text");
        view.ask_yes = words("ready.take_away");
        view.ask_no = words("ready.not_yet");
    }
    return view;
}

namespace {

ui::Icon icon_of(Level level) {
    if (level == Level::good) return ui::Icon::check_circle;
    return level == Level::care ? ui::Icon::warning : ui::Icon::error;
}

std::optional<Action> draw_rows(ui::Ui& ui, const ReadyView& view) {
    std::optional<Action> action;
    ui.grid(110, [&] {
        for (const auto& one : view.rows) {
            const auto tap = ui.list_row(one.id, one.title,
                                         {.icon = icon_of(one.level),
                                          .detail = one.detail,
                                          .action_id = one.action_id,
                                          .action_label = one.action_label,
                                          .opens = false});
            if (tap == ui::RowTap::action) action = one.means;
        }
    });
    return action;
}

std::optional<Action> draw_tablets(ui::Ui& ui, const ReadyView& view) {
    std::optional<Action> action;
    ui.heading("ready.tablets", view.tablets_title, ui::TextStyle::heading);
    if (const auto size = ui.choice("ready.how_many", view.tablets_label, view.sizes, view.size))
        action = Action{Intent::expect_people, {}, std::stoi(size->substr(size->rfind('.') + 1))};
    ui.grid(60, [&] {
        ui.stat("ready.with_codes", view.with_codes, view.with_codes_label);
        ui.stat("ready.with_few", view.with_few, view.with_few_label);
    });
    ui.text(view.source, {.tone = ui::Tone::soft, .id = "ready.source"});
    return action;
}

std::optional<Action> draw_question(ui::Ui& ui, const ReadyView& view) {
    std::optional<Action> action;
    ui.dialog("ready.ask", {.title = view.ask_title, .text = view.ask_text, .icon = ui::Icon::key}, [&] {
        ui.row({}, [&] {
            if (ui.button("ready.ask.yes", view.ask_yes, {.look = ui::Look::danger}))
                action = Action{Intent::card_is_away};
            if (ui.button("ready.ask.no", view.ask_no)) action = Action{Intent::keep_card};
        });
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const ReadyView& view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("ready.title", view.title);
        ui.banner("ready.verdict", view.verdict, view.kind);
        take(draw_rows(ui, view));
        take(draw_tablets(ui, view));
        if (ui.button("ready.parts", view.parts, {.icon = ui::Icon::settings}))
            action = Action{Intent::open_parts};
        if (ui.button("ready.practise", view.practise, {.icon = ui::Icon::volunteer}))
            action = view.practise_means;
    });
    if (!view.ask_title.empty()) return draw_question(ui, view);
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
