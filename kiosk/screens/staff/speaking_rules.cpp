#include "kiosk/screens/staff/speaking_rules.h"

#include <array>

#include "kiosk/screens/speech_words.h"

namespace welcome::kiosk::screens {

namespace {
constexpr std::array k_totals = {0, 15, 21, 30, 45, 60};  // minutes
}

event::SpeakingRules usual_speaking_rules() {
    return {.tiers = {{10, 180}, {20, 120}, {0, 60}}};
}

SpeakingRulesView speaking_rules_view(const Look& look) {
    const auto& words = look.words;
    const auto line = look.state.speakers();
    const auto rules = line.rules.value_or(usual_speaking_rules());
    SpeakingRulesView view{.furniture = staff_furniture(look, "speaking", true),
                           .title = words("more.speaking"),
                           .open = words("speaking.open"),
                           .questions = words("speaking.questions"),
                           .double_time = words("speaking.double"),
                           .total = words("speaking.total"),
                           .is_open = line.rules && rules.open,
                           .takes_questions = rules.questions,
                           .doubles = rules.double_for_interpreter,
                           .tiers = {},
                           .totals = {},
                           .total_now = "speaking.total." + std::to_string(rules.total_seconds / 60),
                           .can_go = !look.model.waiting};
    int before = 0;
    for (const auto& tier : rules.tiers) {
        const bool last = tier.up_to == 0;
        view.tiers.push_back({words(last ? "speaking.tier_rest" : "speaking.tier",
                                    {{"n", std::to_string(last ? before : tier.up_to)}}),
                              whole_minutes(tier.seconds)});
        before = tier.up_to;
    }
    for (const int minutes : k_totals) {
        view.totals.push_back({"speaking.total." + std::to_string(minutes),
                               minutes == 0 ? words("speaking.no_limit") : std::to_string(minutes)});
    }
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const SpeakingRulesView& view) {
    std::optional<Action> action;
    const auto set = [&action](const std::string& what, int number) {
        action = Action{Intent::set_speaking_rule, what, number};
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("speaking.title", view.title, ui::TextStyle::heading);
        if (ui.tick_row("speaking.open", view.open, view.is_open, {.enabled = view.can_go}))
            set("open", view.is_open ? 0 : 1);
        if (ui.tick_row("speaking.questions", view.questions, view.takes_questions, {.enabled = view.can_go}))
            set("questions", view.takes_questions ? 0 : 1);
        if (ui.tick_row("speaking.double", view.double_time, view.doubles, {.enabled = view.can_go}))
            set("double", view.doubles ? 0 : 1);
        int place = 0;
        for (const auto& tier : view.tiers) {
            const std::string name = "tier." + std::to_string(++place);
            if (const auto minutes = ui.stepper("speaking." + name, tier.label, tier.minutes,
                                                {.least = 1, .most = 15, .enabled = view.can_go}))
                set(name, *minutes);
        }
        if (const auto total = ui.choice("speaking.total", view.total, view.totals, view.total_now))
            set("total", std::stoi(total->substr(std::string_view("speaking.total.").size())));
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
