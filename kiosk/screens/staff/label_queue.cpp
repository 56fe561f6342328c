#include "kiosk/screens/staff/label_queue.h"

#include <algorithm>

#include "kiosk/screens/staff/item_words.h"

namespace welcome::kiosk::screens {

namespace {

using event::LabelJob;
using event::LabelState;

constexpr std::size_t k_most_open = 30;
constexpr std::size_t k_most_done = 8;
constexpr std::size_t k_most_printers = 6;

std::string tablet_named(const Look& look, const sync::DeviceId& device) {
    for (const auto& printer : look.state.printers())
        if (printer.device == device) return printer.tablet;
    return look.words("labels.other_tablet");
}

// Children by name for who minds them, for nobody else; a claim's code never.
std::string title_of(const Look& look, const LabelJob& job) {
    if (job.what == "badge") {
        const auto id = event::PersonId::parse(job.subject);
        const auto* person = id ? look.state.person(*id) : nullptr;
        return look.words("labels.badge", {{"who", person ? person->short_name() : ""}});
    }
    if (job.what == "rollcall") return look.words("rollcall.title");
    if (job.what == "speaker") {
        const auto id = event::SpeechId::parse(job.subject);
        const auto line = look.state.speakers();
        const auto* speech = id ? line.find(*id) : nullptr;
        return look.words("labels.speaker", {{"number", speech ? speech->request.number : ""}});
    }
    if (job.what == "item") {
        const auto id = event::ItemId::parse(job.subject);
        const auto item = id ? look.state.item(*id) : std::nullopt;
        return item ? item_name(look, *item) : look.words("refusal.unknown_item");
    }
    const bool claim = job.what == "claim";
    const auto id = event::StayId::parse(job.subject);
    const auto* stay = id ? look.state.stay(*id) : nullptr;
    if (!stay || !minds_children(look.model))
        return look.words(claim ? "labels.some_claim" : "labels.some_child");
    return look.words(claim ? "labels.claim" : "labels.child", {{"who", stay->request.first_name}});
}

std::string detail_of(const Look& look, const LabelJob& job) {
    const auto& words = look.words;
    const bool here = job.printer == look.model.device;
    switch (job.state) {
        case LabelState::waiting:
            return here ? words("labels.waits")
                        : words("labels.waits_at", {{"tablet", tablet_named(look, job.printer)}});
        case LabelState::printing:
            return words(event::is_overdue(job, look.wall) ? "labels.reason.two_printers"
                                                           : "labels.printing");
        case LabelState::printed:
            return job.times_printed > 1 ? words("labels.twice") : words("labels.printed");
        case LabelState::withdrawn:
            return words("labels.withdrawn");
        case LabelState::failed:
        case LabelState::doubtful:
            return words(job.reason.empty() ? "labels.reason.broke_off" : job.reason);
    }
    return {};
}

ui::Icon icon_of(const LabelJob& job) {
    if (job.state == LabelState::doubtful) return ui::Icon::question;
    if (job.state == LabelState::printing) return ui::Icon::print;
    if (job.state == LabelState::failed) return ui::Icon::error;
    return job.is_open() ? ui::Icon::time : ui::Icon::check;
}

void add_printer(const Look& look, LabelQueueView& view) {
    const auto& model = look.model;
    const auto& words = look.words;
    if (model.print_on) {
        view.sentence = words("labels.prints_at", {{"tablet", tablet_named(look, *model.print_on)}});
        return;
    }
    if (!model.has_printer) {
        const auto other = printer_for(model, look.state);
        view.sentence = other ? words("labels.prints_at", {{"tablet", tablet_named(look, *other)}})
                              : words("labels.no_printer");
        view.kind = other ? ui::Notice::info : ui::Notice::warning;
        return;
    }
    // Of several the wanted one: what it lacks is what somebody can see to.
    const auto& stands = model.first_printer;
    view.sentence = words("labels.state." + (stands.empty() ? "unknown" : stands));
    view.kind = stands == "ready" ? ui::Notice::success : ui::Notice::warning;
    if (stands.empty()) view.kind = ui::Notice::info;
    if (stands != "ready") view.retry = words("labels.retry");
    if (stands != "ready" && model.printer == "ready") view.takes_over = words("labels.takes_over");
}

void add_places(const Look& look, LabelQueueView& view) {
    const auto& model = look.model;
    const auto chosen = printer_for(model, look.state);
    if (model.has_printer) {
        view.places.push_back({"labels.where.here", look.words("labels.here"), ui::Icon::print});
        view.devices.push_back(model.device.text());
        if (chosen == model.device) view.place = view.places.back().id;
    }
    for (const auto& printer : look.state.printers()) {
        if (printer.device == model.device || printer.state.empty()) continue;
        if (view.places.size() == k_most_printers) break;
        const std::string id = "labels.where." + std::to_string(view.places.size() + 1);
        view.places.push_back(
            {id, printer.tablet, printer.state == "ready" ? ui::Icon::devices : ui::Icon::warning});
        view.devices.push_back(printer.device.text());
        if (chosen == printer.device) view.place = id;
    }
    if (view.places.size() < 2) view.places.clear();
}

void add_deeds(const Look& look, const LabelJob& job, LabelQueueView& view) {
    const auto& words = look.words;
    if (!job.is_open()) {
        view.deeds.push_back({"labels.again", words("labels.again"), ui::Icon::print, {Intent::label_again}});
        return;
    }
    const bool waits = job.state == LabelState::waiting;
    if (!waits)
        view.deeds.push_back({"labels.came_out",
                              words("labels.came_out"),
                              ui::Icon::check,
                              {Intent::label_came_out},
                              ui::Look::primary});
    const bool paper = job.what == "rollcall";
    if (!waits || job.printer != look.model.device) {
        if (paper ? look.model.has_paper : look.model.has_printer)
            view.deeds.push_back({"labels.print_here",
                                  words("labels.print_here"),
                                  ui::Icon::print,
                                  {Intent::move_label, look.model.device.text()}});
    }
    int place = 0;
    for (const auto& printer : look.state.printers()) {
        if (printer.device == look.model.device || (paper ? printer.paper : printer.state) != "ready")
            continue;
        if (waits && printer.device == job.printer) continue;
        view.deeds.push_back({"labels.print_at." + std::to_string(++place),
                              words("labels.print_at", {{"tablet", printer.tablet}}),
                              ui::Icon::devices,
                              {Intent::move_label, printer.device.text()}});
    }
    view.deeds.push_back(
        {"labels.not_needed", words("labels.not_needed"), ui::Icon::close, {Intent::label_not_needed}});
}

}  // namespace

LabelQueueView label_queue_view(const Look& look) {
    const auto& words = look.words;
    LabelQueueView view{.furniture = staff_furniture(look, "labels", true),
                        .title = words("labels.title"),
                        .sentence = {},
                        .takes_over = {},
                        .retry = {},
                        .open_title = words("labels.open"),
                        .nothing_open = {},
                        .done_title = {},
                        .where = words("labels.where"),
                        .place = {}};
    const auto& queue = std::get<LabelQueue>(look.model.screen);
    add_printer(look, view);
    add_places(look, view);
    const auto jobs = look.state.print_queue();
    for (auto at = jobs.rbegin(); at != jobs.rend(); ++at) {
        const LabelJob& job = **at;
        auto& rows = job.is_open() ? view.open : view.done;
        if (rows.size() == (job.is_open() ? k_most_open : k_most_done)) continue;
        rows.push_back({job.id.text(), title_of(look, job), detail_of(look, job), clock_text(look, job.since),
                        icon_of(job), queue.chosen == job.id});
        if (queue.chosen == job.id) add_deeds(look, job, view);
    }
    if (view.open.empty()) view.nothing_open = words("labels.nothing");
    if (!view.done.empty()) view.done_title = words("labels.done");
    return view;
}

namespace {

std::optional<Action> draw_rows(ui::Ui& ui, const LabelQueueView& view,
                                const std::vector<LabelQueueView::Row>& rows, const std::string& id) {
    std::optional<Action> action;
    int place = 0;
    for (const auto& row : rows) {
        const auto tap = ui.list_row(
            id + std::to_string(++place), row.title,
            {.icon = row.icon, .detail = row.detail, .trailing = row.time, .selected = row.chosen});
        if (tap == ui::RowTap::row) action = Action{Intent::choose_label, row.label};
        if (!row.chosen) continue;
        ui.grid(45, [&] {
            for (const auto& deed : view.deeds)
                if (ui.button(deed.id, deed.words, {.look = deed.look, .icon = deed.icon}))
                    action = deed.action;
        });
    }
    return action;
}

std::optional<Action> draw_places(ui::Ui& ui, const LabelQueueView& view) {
    if (view.places.empty()) return std::nullopt;
    const auto chosen = ui.choice("labels.where", view.where, view.places, view.place);
    if (!chosen) return std::nullopt;
    for (std::size_t i = 0; i < view.places.size(); ++i)
        if (view.places[i].id == *chosen) return Action{Intent::print_on, view.devices[i]};
    return std::nullopt;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const LabelQueueView& view) {
    std::optional<Action> action;
    const auto take = [&action](std::optional<Action> touched) {
        if (touched) action = std::move(touched);
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("labels.title", view.title, ui::TextStyle::heading);
        ui.banner("labels.sentence", view.sentence, view.kind);
        if (!view.takes_over.empty()) ui.banner("labels.takes_over", view.takes_over, ui::Notice::info);
        if (!view.retry.empty() && ui.button("labels.retry", view.retry, {.icon = ui::Icon::refresh}))
            action = Action{Intent::retry_labels};
        take(draw_places(ui, view));
        ui.heading("labels.open", view.open_title, ui::TextStyle::heading);
        if (!view.nothing_open.empty())
            ui.text(view.nothing_open, {.tone = ui::Tone::soft, .id = "labels.nothing"});
        take(draw_rows(ui, view, view.open, "labels.row."));
        if (!view.done_title.empty()) ui.heading("labels.done", view.done_title, ui::TextStyle::heading);
        take(draw_rows(ui, view, view.done, "labels.done."));
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
