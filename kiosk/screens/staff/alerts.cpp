#include "kiosk/screens/staff/alerts.h"

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_alerts = 3;  // the rest follow as these are read

std::string alert_text(const Look& look, const event::Alert& alert) {
    using About = event::Alert::About;
    const auto* by = look.state.staff(alert.by);
    const auto* stay = alert.stay ? look.state.stay(*alert.stay) : nullptr;
    const std::string key = alert.about == About::dead_code         ? "alert.dead_code"
                            : alert.about == About::refused_pick_up ? "alert.refused"
                                                                    : "alert.wrong_code";
    return look.words(key, {{"time", clock_text(look, alert.at)},
                            {"who", by ? by->name : ""},
                            {"child", stay ? stay->request.first_name : ""}});
}

}  // namespace

AlertsView alerts_view(const Look& look) {
    AlertsView view{.seen = look.words("table.noted_seen"), .can_go = !look.model.waiting};
    if (!is_lead(look.model)) return view;
    for (const auto& alert : look.state.alerts()) {
        if (view.alerts.size() == k_most_alerts) break;
        if (!alert.seen) view.alerts.push_back({alert.fact.text(), alert_text(look, alert)});
    }
    return view;
}

std::optional<Action> draw_alerts(ui::Ui& ui, const AlertsView& view) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& alert : view.alerts) {
        const std::string id = "alert." + std::to_string(++place);
        ui.row({.weights = {1, 0}}, [&] {
            ui.banner(id, alert.text, ui::Notice::warning);
            if (ui.button(id + ".seen", view.seen, {.wide = false}) && view.can_go)
                action = Action{Intent::see_alert, alert.fact};
        });
    }
    return action;
}

}  // namespace welcome::kiosk::screens
