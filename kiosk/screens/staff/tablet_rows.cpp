#include "kiosk/screens/staff/tablet_rows.h"

#include <algorithm>
#include <cstdlib>

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_tablets = 40;
constexpr int k_low_battery = 20;  // percent
constexpr std::size_t k_mark = 4;  // digits of an id, for a tablet whose name nobody here heard

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : " · ") + part;
    return all;
}

std::string lost_text(const Look& look, const sync::DeviceId& device) {
    const auto waited_for = look.state.still_to_agree(device).size();
    if (waited_for > 0) return look.words.count("sync.tablet.lost_waits", static_cast<long>(waited_for));
    return look.words("sync.tablet.lost");
}

std::string how_far(const Look& look, const OtherTablet& tablet) {
    if (!tablet.in_touch)
        return look.words("sync.tablet.away", {{"time", clock_text(look, tablet.last_seen)}});
    if (tablet.apart > 0) return look.words.count("sync.tablet.apart", static_cast<long>(tablet.apart));
    return look.words("sync.tablet.same");
}

}  // namespace

std::string clock_apart_text(const Look& look, const OtherTablet& tablet) {
    const int ahead = tablet.clock_ahead_minutes;
    if (std::abs(ahead) <= k_clocks_alike_minutes) return {};
    return look.words.count(ahead > 0 ? "sync.tablet.clock_ahead" : "sync.tablet.clock_behind",
                            std::abs(ahead));
}

namespace {

void add_battery(const Look& look, const OtherTablet& tablet, TabletRowView& row) {
    if (!tablet.battery_percent) return;
    row.battery = look.words(tablet.charging ? "sync.tablet.charging" : "sync.tablet.battery",
                             {{"percent", std::to_string(*tablet.battery_percent)}});
    if (!tablet.charging && *tablet.battery_percent < k_low_battery) row.battery_tone = ui::Tone::danger;
}

TabletRowView row_of(const Look& look, const OtherTablet& tablet, bool lost) {
    TabletRowView row{.device = tablet.device.text(),
                      .name = tablet.name,
                      .icon = tablet.in_touch ? ui::Icon::devices : ui::Icon::cloud_off};
    std::vector<std::string> parts{how_far(look, tablet)};
    if (lost) parts = {lost_text(look, tablet.device)};
    if (tablet.labels_waiting > 0)
        parts.push_back(look.words.count("sync.tablet.labels", static_cast<long>(tablet.labels_waiting)));
    if (tablet.uploads_waiting > 0)
        parts.push_back(look.words.count("sync.tablet.uploads", static_cast<long>(tablet.uploads_waiting)));
    if (const auto clock = clock_apart_text(look, tablet); !clock.empty()) parts.push_back(clock);
    row.detail = joined(parts);
    add_battery(look, tablet, row);
    const bool known = look.model.others.self != sync::DeviceId{} && look.state.facts_of(tablet.device) > 0;
    if (is_lead(look.model) && known && !lost && !tablet.in_touch)
        row.call_lost = look.words("sync.tablet.is_lost");
    return row;
}

// Of whom there are facts here, and whom this tablet did not meet since it started.
TabletRowView row_unseen(const Look& look, const event::State::Tablet& tablet) {
    const OtherTablet stranger{
        .device = tablet.device,
        .name = look.words("sync.tablet.unnamed", {{"mark", tablet.device.text().substr(0, k_mark)}})};
    auto row = row_of(look, stranger, tablet.lost);
    if (!tablet.lost)
        row.detail = look.words("sync.tablet.unseen", {{"time", clock_text(look, tablet.last_wrote)}});
    return row;
}

}  // namespace

std::vector<TabletRowView> tablet_rows(const Look& look) {
    const auto& others = look.model.others;
    const auto lost = look.state.lost_tablets();
    std::vector<OtherTablet> met = others.tablets;
    std::stable_sort(met.begin(), met.end(), [](const OtherTablet& left, const OtherTablet& right) {
        return left.in_touch && !right.in_touch;
    });
    std::vector<TabletRowView> rows;
    std::set<sync::DeviceId> shown{others.self};
    for (const auto& tablet : met) {
        shown.insert(tablet.device);
        rows.push_back(row_of(look, tablet, lost.contains(tablet.device)));
    }
    if (others.self != sync::DeviceId{}) {
        for (const auto& tablet : look.state.tablets()) {
            if (shown.insert(tablet.device).second) rows.push_back(row_unseen(look, tablet));
        }
    }
    if (rows.size() > k_most_tablets) rows.resize(k_most_tablets);
    return rows;
}

TabletRowView own_tablet_row(const Look& look) {
    const auto& words = look.words;
    TabletRowView row{.device = {}, .name = words("rooms.this_tablet"), .icon = ui::Icon::devices};
    std::vector<std::string> parts;
    if (!look.model.has_printer) parts.push_back(words("sync.no_printer"));
    const int labels = labels_to_see_to(look.model, look.state, look.wall);
    if (look.model.printer == "ready" && labels == 0) parts.push_back(words("rooms.printer_ready"));
    if (labels > 0) parts.push_back(words.count("sync.tablet.labels", labels));
    if (look.model.sync.waiting > 0)
        parts.push_back(words.count("sync.tablet.uploads", static_cast<long>(look.model.sync.waiting)));
    row.detail = joined(parts);
    if (look.model.machine) {
        const OtherTablet self{.battery_percent = look.model.machine->battery_percent,
                               .charging = look.model.machine->charging};
        add_battery(look, self, row);
    }
    return row;
}

std::optional<Action> draw_tablet_rows(ui::Ui& ui, const std::vector<TabletRowView>& rows, bool can_act,
                                       const std::string& prefix) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& row : rows) {
        const std::string id = prefix + std::to_string(++place);
        const auto tap = ui.list_row(id, row.name,
                                     {.icon = row.icon,
                                      .detail = row.detail,
                                      .trailing = row.battery,
                                      .trailing_tone = row.battery_tone,
                                      .action_id = row.call_lost.empty() ? "" : id + ".lost",
                                      .action_label = row.call_lost,
                                      .opens = false,
                                      .enabled = can_act});
        if (tap == ui::RowTap::action) action = Action{Intent::ask_lost, row.device};
    }
    return action;
}

std::optional<LostView> lost_view(const Look& look) {
    if (!look.model.losing) return std::nullopt;
    const auto& words = look.words;
    return LostView{.title = words("lost.title"),
                    .text = words("lost.text"),
                    .yes = words("lost.yes"),
                    .keep = words("lost.keep")};
}

std::optional<Action> draw_lost(ui::Ui& ui, const std::optional<LostView>& view) {
    if (!view) return std::nullopt;
    std::optional<Action> action;
    ui.dialog("lost", {.title = view->title, .text = view->text, .icon = ui::Icon::cloud_off}, [&] {
        if (ui.button("lost.yes", view->yes)) action = Action{Intent::lost_yes};
        if (ui.button("lost.keep", view->keep, {.look = ui::Look::quiet})) action = Action{Intent::keep_it};
    });
    return action;
}

}  // namespace welcome::kiosk::screens
