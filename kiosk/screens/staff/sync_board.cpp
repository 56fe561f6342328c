#include "kiosk/screens/staff/sync_board.h"

#include <algorithm>

namespace welcome::kiosk::screens {

namespace {

constexpr std::size_t k_most_fixes = 20;

void add_sentence(const Look& look, SyncBoardView& view) {
    const auto& sync = look.model.sync;
    const auto& words = look.words;
    if (!sync.has_service) {
        view.sentence = words("sync.no_service");
    } else if (!sync.code.empty()) {
        view.sentence = words("sync.code", {{"code", sync.code}});
        view.kind = ui::Notice::warning;
    } else if (sync.stopped) {
        view.sentence = words("sync.stopped");
        view.kind = ui::Notice::error;
    } else if (sync.waiting > 0 && !sync.reachable) {
        view.sentence = words("sync.offline");
        view.kind = ui::Notice::warning;
    } else if (sync.waiting > 0) {
        view.sentence = words("sync.sending");
    } else if (sync.refused > 0) {
        view.sentence = words("sync.look");
        view.kind = ui::Notice::warning;
    } else {
        view.sentence = words("sync.all_accepted");
        view.kind = ui::Notice::success;
    }
}

std::vector<SyncBoardView::Fix> fixes_of(const Look& look) {
    std::vector<SyncBoardView::Fix> fixes;
    for (const auto& answer : look.state.fix_later()) {
        if (fixes.size() == k_most_fixes) break;
        const std::string key = "sync.fact." + std::string(look.state.kind_of_fact(answer.fact).value_or(""));
        fixes.push_back({look.words(look.words.has(key) ? key : "sync.fact.unknown"), answer.reason});
    }
    return fixes;
}

void add_others(const Look& look, SyncBoardView& view) {
    const auto& others = look.model.others;
    if (!others.shares) return;
    view.others_title = look.words("sync.others");
    view.others = tablet_rows(look);
    if (view.others.empty())
        view.others_sentence = look.words(others.finds_others ? "sync.nobody_yet" : "sync.nobody_listed");
}

}  // namespace

SyncBoardView sync_board_view(const Look& look) {
    const auto& words = look.words;
    const auto& sync = look.model.sync;
    SyncBoardView view{
        .furniture = staff_furniture(look, "sync"),
        .title = words("sync.title"),
        .sentence = {},
        .fix_title = {},
        .labels = {},
        .open_labels = words("labels.title"),
        .others_title = {},
        .others_sentence = {},
        .counts = {{"sync.captured", std::to_string(sync.captured), words("sync.captured"), {}},
                   {"sync.accepted", std::to_string(sync.accepted), words("sync.accepted"),
                    ui::Tone::success},
                   {"sync.waiting", std::to_string(sync.waiting), words("sync.waiting"),
                    sync.waiting > 0 ? ui::Tone::warning : ui::Tone::plain},
                   {"sync.refused", std::to_string(sync.refused), words("sync.refused"),
                    sync.refused > 0 ? ui::Tone::danger : ui::Tone::plain}},
        .fixes = fixes_of(look),
        .others = {},
        .lost = lost_view(look),
        .can_act = !look.model.waiting};
    add_sentence(look, view);
    add_others(look, view);
    if (!view.fixes.empty()) view.fix_title = words("sync.fix_later");
    view.labels = printer_for(look.model, look.state)
                      ? words.count("sync.labels", labels_to_see_to(look.model, look.state, look.wall))
                      : words("sync.no_printer");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const SyncBoardView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("sync.title", view.title, ui::TextStyle::heading);
        ui.banner("sync.sentence", view.sentence, view.kind);
        ui.grid(36, [&] {
            for (const auto& count : view.counts) ui.stat(count.id, count.number, count.label, count.tone);
        });
        ui.row({.weights = {1, 0}}, [&] {
            ui.text(view.labels, {.tone = ui::Tone::soft, .id = "sync.labels"});
            if (ui.button("sync.open_labels", view.open_labels, {.icon = ui::Icon::print, .wide = false}))
                action = Action{Intent::open_labels};
        });
        if (!view.others_title.empty()) ui.heading("sync.others", view.others_title, ui::TextStyle::heading);
        if (!view.others_sentence.empty()) ui.text(view.others_sentence, {.id = "sync.others_sentence"});
        if (const auto tapped = draw_tablet_rows(ui, view.others, view.can_act)) action = tapped;
        if (!view.fix_title.empty()) ui.heading("sync.fix_later", view.fix_title, ui::TextStyle::heading);
        int place = 0;
        for (const auto& fix : view.fixes) {
            ui.list_row("sync.fix." + std::to_string(++place), fix.what,
                        {.icon = ui::Icon::error, .detail = fix.why, .opens = false});
        }
    });
    if (auto answer = draw_lost(ui, view.lost)) return answer;
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
