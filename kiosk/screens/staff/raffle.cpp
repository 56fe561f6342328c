#include "kiosk/screens/staff/raffle.h"

#include "kiosk/event/decide_taking_part.h"

namespace welcome::kiosk::screens {

namespace {

RaffleView::Draw draw_of(const Look& look, const event::RaffleDraw& drawn) {
    const auto* person = look.state.person(drawn.winner);
    std::string detail = look.words(
        "raffle.of", {{"n", std::to_string(drawn.body.candidates.size())}, {"word", drawn.body.word}});
    if (!drawn.body.prize.empty()) detail.insert(0, drawn.body.prize + " · ");
    if (drawn.is_void) detail = look.words("raffle.void");
    return {.name = person ? person->short_name() : look.words("refusal.not_found"),
            .detail = std::move(detail),
            .trailing = clock_text(look, drawn.at),
            .is_void = drawn.is_void};
}

}  // namespace

RaffleView raffle_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<Raffle>(look.model.screen);
    const auto in_the_hat = static_cast<long>(event::raffle_candidates(look.state).size());
    RaffleView view{.furniture = staff_furniture(look, "raffle", true),
                    .title = words("more.raffle"),
                    .lead = words.count("raffle.lead", in_the_hat),
                    .prize_label = words("raffle.prize"),
                    .prize = form.prize,
                    .word_label = words("raffle.word"),
                    .word = form.word,
                    .draw = words("raffle.draw"),
                    .none = {},
                    .drawn = words("raffle.drawn"),
                    .draws = {},
                    .can_go = !look.model.waiting && in_the_hat > 0};
    const auto draws = look.state.raffle();
    for (auto drawn = draws.rbegin(); drawn != draws.rend(); ++drawn)
        view.draws.push_back(draw_of(look, *drawn));
    if (draws.empty()) view.none = words("raffle.none");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, RaffleView view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("raffle.title", view.title, ui::TextStyle::heading);
        ui.text(view.lead, {.tone = ui::Tone::soft, .id = "raffle.lead"});
        ui.row_or_column({.weights = {1, 1}}, [&] {
            if (ui.field("raffle.prize", view.prize, {.label = view.prize_label}) == ui::Edit::changed)
                action = Action{Intent::edit_prize, view.prize};
            if (ui.field("raffle.word", view.word, {.label = view.word_label}) == ui::Edit::changed)
                action = Action{Intent::edit_word, view.word};
        });
        if (ui.button("raffle.draw", view.draw,
                      {.look = ui::Look::primary, .icon = ui::Icon::star, .enabled = view.can_go}))
            action = Action{Intent::draw_lot};
        ui.heading("raffle.drawn", view.drawn, ui::TextStyle::heading);
        if (!view.none.empty()) ui.text(view.none, {.tone = ui::Tone::soft, .id = "raffle.none"});
        int place = 0;
        for (const auto& drawn : view.draws)
            ui.list_row("raffle.row." + std::to_string(++place), drawn.name,
                        {.icon = drawn.is_void ? ui::Icon::close : ui::Icon::star,
                         .detail = drawn.detail,
                         .trailing = drawn.trailing,
                         .opens = false});
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
