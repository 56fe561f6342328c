#include "kiosk/screens/staff/close.h"

#include <algorithm>

#include "kiosk/event/decide_meals.h"
#include "kiosk/event/evening_numbers.h"
#include "kiosk/screens/staff/desk.h"
#include "kiosk/screens/staff/item_words.h"
#include "kiosk/screens/staff/twice.h"

namespace welcome::kiosk::screens {

namespace {

using Choice = CloseView::Choice;
using ui::Icon;

void children_step(const Look& look, const Closing& closing, CloseView& view) {
    const auto& words = look.words;
    const auto here = look.state.roll_call();
    view.title = words("close.children");
    if (here.empty()) {
        view.verdict = words("close.no_children");
        view.kind = ui::Notice::success;
        return;
    }
    view.verdict = words.count("close.children_here", static_cast<long>(here.size()));
    view.kind = ui::Notice::error;
    int place = 0;
    for (const auto* stay : here)
        view.rows.push_back({.id = "close.child." + std::to_string(++place),
                             .title = stay->request.first_name,
                             .detail = child_line(look, *stay),
                             .trailing = {},
                             .icon = Icon::child_face,
                             .row_means = Action{Intent::open_child, stay->id.text()}});
    view.choices.push_back(
        {"close.desk", words("close.desk"), Icon::child, ui::Look::secondary, true, {Intent::open_desk}});
    view.asks_reason = true;
    view.reason_label = words("close.reason");
    view.reason = closing.reason;
}

void items_step(const Look& look, const Closing& closing, CloseView& view) {
    const auto& words = look.words;
    const auto out = event::items_out(look.state);
    view.title = words("close.items");
    if (out.empty()) {
        view.verdict = words("close.items_back");
        view.kind = ui::Notice::success;
        return;
    }
    view.verdict = words.count("close.items_out", static_cast<long>(out.size()));
    view.kind = ui::Notice::warning;
    int place = 0;
    for (const auto& item : out) {
        const std::string id = "close.item." + std::to_string(++place);
        view.rows.push_back({.id = id,
                             .title = item_name(look, item),
                             .detail = borrower_name(look, *item.loan),
                             .trailing = words("items.since", {{"time", clock_text(look, item.loan->at)}}),
                             .icon = icon_of(item.kind),
                             .action_id = id + ".back",
                             .action_label = words("items.back"),
                             .row_means = Action{Intent::open_item, item.id.text()},
                             .action_means = Action{Intent::return_item, item.id.text()}});
    }
    view.asks_reason = true;
    view.reason_label = words("close.items_reason");
    view.reason = closing.items_reason;
}

// Where a step stands among those of this evening, from 1; past the last: how many there are.
int place_of(const Look& look, CloseStep until) {
    int place = 1;
    for (int step = 0; step < static_cast<int>(until); ++step)
        place += has_step(look.state, static_cast<CloseStep>(step)) ? 1 : 0;
    return place;
}

// Numbers between the first and the last sheet that nobody typed in: perhaps one lies on a table still.
std::string gaps_of(const std::vector<int>& sheets) {
    std::string gaps;
    for (std::size_t i = 1; i < sheets.size(); ++i) {
        for (int number = sheets[i - 1] + 1; number < sheets[i]; ++number)
            gaps += (gaps.empty() ? "" : ", ") + std::to_string(number);
    }
    return gaps;
}

void paper_step(const Look& look, CloseView& view) {
    const auto& words = look.words;
    const auto sheets = look.state.sheets();
    view.title = words("close.paper");
    view.lead = words("close.paper_lead");
    const auto gaps = gaps_of(sheets);
    if (!gaps.empty()) {
        view.verdict = words("close.paper_gap", {{"what", gaps}});
        view.kind = ui::Notice::warning;
    }
    int place = 0;
    for (const int sheet : sheets)
        view.rows.push_back(
            {.id = "close.sheet." + std::to_string(++place),
             .title = words("paper.sheet", {{"number", std::to_string(sheet)}}),
             .detail = words.count("paper.rows", static_cast<long>(look.state.sheet(sheet).size())),
             .trailing = {},
             .icon = Icon::check_circle});
    view.choices.push_back({"close.type_in",
                            words("close.type_in"),
                            Icon::edit,
                            ui::Look::secondary,
                            true,
                            {Intent::open_page, "paper"}});
}

void twins_step(const Look& look, CloseView& view) {
    const auto& words = look.words;
    view.title = words("close.twins");
    view.rows = twin_rows(look, "close.twins.");
    if (!view.rows.empty()) {
        view.lead = words("close.twins_lead");
        return;
    }
    view.verdict = words("close.no_twins");
    view.kind = ui::Notice::success;
}

void add_stat(CloseView& view, const std::string& id, int number, const std::string& label) {
    view.stats.push_back({id, std::to_string(number), label});
}

void numbers_step(const Look& look, CloseView& view) {
    const auto& words = look.words;
    const auto numbers = event::evening_numbers(look.state);
    const auto asked = [&](event::Need need) {
        const auto found = numbers.needs.find(need);
        return found == numbers.needs.end() ? 0 : found->second;
    };
    view.title = words("close.numbers");
    view.lead = words("close.numbers_lead");
    add_stat(view, "close.all", numbers.all, words("close.all"));
    add_stat(view, "close.adults", numbers.adults, words("close.adults"));
    add_stat(view, "close.minors", numbers.children, words("close.minors"));
    if (numbers.left > 0) add_stat(view, "close.left", numbers.left, words("close.left"));
    add_stat(view, "close.first_timers", numbers.first_timers, words("close.first_timers"));
    add_stat(view, "close.minded", numbers.minded, words("close.minded"));
    const auto meals = event::meals_now(look.state);
    add_stat(view, "close.meals", asked(event::Need::food), words("close.meals"));
    if (!meals.given.empty()) add_stat(view, "close.plates", number_of(meals.given), words("food.all"));
    add_stat(view, "close.speakers", asked(event::Need::speaking), words("close.speakers"));
    add_stat(view, "close.interpreted", asked(event::Need::interpretation), words("close.interpreted"));
    for (const auto& language : numbers.languages) {
        if (!view.note.empty()) view.note += " · ";
        view.note += ui::own_name(language.tag) + " " + std::to_string(language.people);
    }
    if (!view.note.empty()) view.note = words("close.languages", {{"what", view.note}});
}

void seal_step(const Look& look, const Closing& closing, CloseView& view) {
    const auto& words = look.words;
    view.title = words("close.seal");
    view.lead = words("close.seal_lead");
    const auto here = look.state.roll_call().size();
    if (here > 0) {
        view.verdict = words.count("close.children_here", static_cast<long>(here));
        view.kind = ui::Notice::error;
        view.note = closing.reason;
    } else if (const auto twins = twins_to_look_at(look.state, look.model.twins).size(); twins > 0) {
        view.verdict = words.count("close.twins_wait", static_cast<long>(twins));
    }
}

std::string state_of(const Look& look, const PackPlace& place) {
    switch (place.state) {
        case PackPlace::State::empty:
            return look.words("close.pack_empty");
        case PackPlace::State::writing:
            return look.words("close.pack_writing");
        case PackPlace::State::kept:
            return look.words("close.pack_kept");
        case PackPlace::State::full:
            return look.words("close.pack_full");
        case PackPlace::State::failed:
            return look.words("close.pack_failed");
    }
    return {};
}

RowView place_row(const Look& look, const PackPlace& place, int number) {
    using State = PackPlace::State;
    const auto& words = look.words;
    const bool bad = place.state == State::full || place.state == State::failed;
    const bool kept = place.state == State::kept;
    const bool idle = place.state != State::writing;
    const std::string id = "close.place." + std::to_string(number);
    RowView row{.id = id,
                .title = place.name.empty() ? words("close.this_tablet")
                                            : words("close.stick", {{"what", place.name}}),
                .detail = state_of(look, place),
                .trailing = {},
                .icon = kept  ? Icon::check_circle
                        : bad ? Icon::error
                              : Icon::save};
    if (idle) {
        row.action_id = id + ".save";
        row.action_label = words(kept ? "close.save_again" : "close.save_here");
        row.action_means = Action{Intent::pack_to, place.path};
    }
    return row;
}

void keep_step(const Look& look, CloseView& view) {
    const auto& words = look.words;
    const auto& packs = look.model.packs;
    view.title = words("close.keep");
    view.lead = words("close.keep_lead");
    int number = 0;
    for (const auto& place : packs.places) view.rows.push_back(place_row(look, place, ++number));
    const auto kept = std::count_if(packs.places.begin(), packs.places.end(),
                                    [](const auto& place) { return place.state == PackPlace::State::kept; });
    view.verdict = words(kept >= 2 ? "close.two_places" : kept == 1 ? "close.one_place" : "close.no_place");
    view.kind = kept >= 2 ? ui::Notice::success : ui::Notice::warning;
    if (packs.head.empty()) return;
    view.words_title = words("close.head");
    view.words = packs.head;
    view.note = words.count("close.pack_facts", static_cast<long>(packs.facts));
}

void send_step(const Look& look, CloseView& view) {
    const auto& words = look.words;
    const auto& sync = look.model.sync;
    view.title = words("close.send");
    view.kind = ui::Notice::info;
    if (!sync.has_service) {
        view.verdict = words("close.no_service");
        return;
    }
    const auto through = sync.accepted + sync.refused;
    view.part = sync.captured == 0 ? 1.0F : static_cast<float>(through) / static_cast<float>(sync.captured);
    view.part_label =
        words("close.sent", {{"n", std::to_string(through)}, {"all", std::to_string(sync.captured)}});
    if (sync.stopped) {
        view.verdict = words("sync.stopped");
        view.kind = ui::Notice::error;
    } else if (sync.waiting > 0) {
        view.verdict = words(sync.reachable ? "close.sending" : "close.not_now");
        view.kind = sync.reachable ? ui::Notice::info : ui::Notice::warning;
        view.choices.push_back(
            {"close.try", words("close.try"), Icon::send, ui::Look::secondary, true, {Intent::send_now}});
    } else {
        view.verdict = words("close.receipt", {{"n", std::to_string(sync.accepted)}});
        view.kind = ui::Notice::success;
        view.words_title = view.words.empty() ? "" : words("close.head");
    }
    if (sync.refused > 0) {
        view.note = words.count("status.look", static_cast<long>(sync.refused));
        view.choices.push_back({"close.look",
                                words("close.look"),
                                Icon::sync,
                                ui::Look::secondary,
                                true,
                                {Intent::open_page, "sync"}});
    }
}

void add_foot(const Look& look, const Closing& closing, CloseView& view) {
    const auto& words = look.words;
    const bool first = closing.step == CloseStep::children || closing.step == CloseStep::keep;
    const bool can_go = !look.model.waiting;
    if (!first)
        view.foot.push_back({"close.back",
                             words("furniture.back"),
                             Icon::arrow_back,
                             ui::Look::secondary,
                             can_go,
                             {Intent::close_back}});
    Choice next{"close.next", words("furniture.next"), Icon::arrow_forward, ui::Look::primary,
                can_go,       {Intent::close_next}};
    if (closing.step == CloseStep::children) next.enabled = !children_hold_up_closing(look.state, closing);
    if (closing.step == CloseStep::items) next.enabled = !items_hold_up_closing(look.state, closing);
    if (closing.step == CloseStep::seal)
        next = {"close.now", words("close.now"), Icon::lock, ui::Look::danger, can_go, {Intent::close_event}};
    if (closing.step == CloseStep::send)
        next = {"close.done", words("close.done"), Icon::check, ui::Look::primary,
                can_go,       {Intent::close_done}};
    view.foot.push_back(next);
}

}  // namespace

CloseView close_view(const Look& look) {
    const Closing closing = look.model.closing.value_or(Closing{});
    CloseView view{.furniture = staff_furniture(look, "close")};
    view.furniture.page.step = place_of(look, closing.step);
    view.furniture.page.steps = place_of(look, CloseStep::send);
    switch (closing.step) {
        case CloseStep::children:
            children_step(look, closing, view);
            break;
        case CloseStep::items:
            items_step(look, closing, view);
            break;
        case CloseStep::paper:
            paper_step(look, view);
            break;
        case CloseStep::twins:
            twins_step(look, view);
            break;
        case CloseStep::numbers:
            numbers_step(look, view);
            break;
        case CloseStep::seal:
            seal_step(look, closing, view);
            break;
        case CloseStep::keep:
            keep_step(look, view);
            break;
        case CloseStep::send:
            send_step(look, view);
            break;
    }
    add_foot(look, closing, view);
    return view;
}

namespace {

std::optional<Action> draw_choices(ui::Ui& ui, const std::vector<Choice>& choices) {
    std::optional<Action> action;
    for (const auto& choice : choices) {
        if (ui.button(choice.id, choice.label,
                      {.look = choice.look, .icon = choice.icon, .enabled = choice.enabled}))
            action = choice.means;
    }
    return action;
}

void draw_words(ui::Ui& ui, const CloseView& view) {
    ui.card("close.head", [&] {
        ui.text(view.words_title, {.tone = ui::Tone::soft, .id = "close.head.title"});
        std::string said;
        for (const auto& word : view.words) said += (said.empty() ? "" : " ") + word;
        ui.heading("close.head.words", said, ui::TextStyle::heading);
    });
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, CloseView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("close.title", view.title);
        if (!view.lead.empty()) ui.text(view.lead, {.tone = ui::Tone::soft, .id = "close.lead"});
        if (!view.verdict.empty()) ui.banner("close.verdict", view.verdict, view.kind);
        if (view.part >= 0) ui.progress("close.part", view.part, view.part_label);
        if (!view.stats.empty())
            ui.grid(36, [&] {
                for (const auto& one : view.stats) ui.stat(one.id, one.number, one.label);
            });
        for (const auto& row : view.rows) take(draw_row(ui, row));
        if (!view.note.empty()) ui.text(view.note, {.id = "close.note"});
        if (!view.words.empty()) draw_words(ui, view);
        if (view.asks_reason &&
            ui.field("close.reason", view.reason, {.label = view.reason_label}) != ui::Edit::none)
            action = Action{Intent::edit_close_reason, view.reason};
        take(draw_choices(ui, view.choices));
        ui.dock_bottom([&] { ui.row({}, [&] { take(draw_choices(ui, view.foot)); }); });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
