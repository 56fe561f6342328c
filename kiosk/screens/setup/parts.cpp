#include "kiosk/screens/setup/parts.h"

#include <cmath>

namespace welcome::kiosk::screens {

namespace {

using Try = Parts::Try;

// ISO/IEC 7810, ID-1: every bank card and most identity cards.
constexpr float k_card_width_mm = 85.60F, k_card_height_mm = 53.98F;
constexpr double k_inch = 25.4;

ui::Icon icon_of(Try part, ui::Icon untried) {
    if (part == Try::good) return ui::Icon::check_circle;
    if (part == Try::bad) return ui::Icon::error;
    return part == Try::waiting ? ui::Icon::time : untried;
}

PartsView::Row camera_row(const Look& look, const Parts& parts) {
    const auto& words = look.words;
    PartsView::Row row{.id = "parts.camera_row",
                       .title = words("parts.camera"),
                       .detail = words("parts.hold_up"),
                       .icon = icon_of(parts.camera, ui::Icon::camera)};
    if (parts.camera == Try::good) row.detail = words.count("parts.camera_read", parts.letters_by_camera);
    if (!look.model.has_camera) {
        row.detail = words("parts.no_camera");
        row.icon = ui::Icon::camera_off;
    }
    return row;
}

PartsView::Row scanner_row(const Look& look, const Parts& parts) {
    const auto& words = look.words;
    return {.id = "parts.scanner",
            .title = words("parts.scanner"),
            .detail = parts.scanner == Try::good ? words.count("parts.scanner_read", parts.letters_by_scanner)
                                                 : words("parts.scan_any"),
            .icon = icon_of(parts.scanner, ui::Icon::qr_scan)};
}

PartsView::Row printer_row(const Look& look, const Parts& parts) {
    const auto& words = look.words;
    if (!look.model.has_printer)
        return {.id = "parts.printer",
                .title = words("parts.printer"),
                .detail = words("ready.no_printer"),
                .icon = ui::Icon::print};
    const auto* detail = parts.printer == Try::good      ? "parts.printed"
                         : parts.printer == Try::bad     ? "parts.not_printed"
                         : parts.printer == Try::waiting ? "parts.printing"
                                                         : "parts.print_any";
    return {.id = "parts.printer",
            .title = words("parts.printer"),
            .detail = words(detail),
            .action_id = "parts.printer.try",
            .action_label = words("parts.print"),
            .icon = icon_of(parts.printer, ui::Icon::print),
            .enabled = parts.printer != Try::waiting,
            .means = Action{Intent::try_printer}};
}

PartsView::Row sound_row(const Look& look, const Parts& parts) {
    const auto& words = look.words;
    const auto* detail = parts.sound == Try::good      ? "parts.played"
                         : parts.sound == Try::bad     ? "parts.not_played"
                         : parts.sound == Try::waiting ? "parts.playing"
                                                       : "parts.play_any";
    return {.id = "parts.sound",
            .title = words("parts.sound"),
            .detail = words(detail),
            .action_id = "parts.sound.try",
            .action_label = words("parts.play"),
            .icon = icon_of(parts.sound, ui::Icon::speaker),
            .enabled = parts.sound != Try::waiting,
            .means = Action{Intent::try_sound}};
}

std::string dots_an_inch(const Look& look) {
    const double pitch = look.model.millimetres_per_pixel;
    return std::to_string(pitch > 0 ? std::lround(k_inch / pitch) : 0);
}

PartsView::Row screen_row(const Look& look, const Parts& parts) {
    const auto& words = look.words;
    return {.id = "parts.screen",
            .title = words("parts.screen"),
            .detail = words(parts.screen == Try::good ? "parts.measured" : "parts.says",
                            {{"n", dots_an_inch(look)}}),
            .action_id = "parts.screen.try",
            .action_label = words("parts.measure"),
            .icon = icon_of(parts.screen, ui::Icon::bigger_text),
            .means = Action{Intent::measure_screen}};
}

void add_ruler(const Look& look, PartsView& view) {
    const auto& words = look.words;
    view.title = words("parts.ruler");
    view.lead = words("parts.ruler_lead");
    view.outline = words("parts.outline");
    view.dots = words("parts.dots", {{"n", dots_an_inch(look)}});
    view.fits = words("parts.fits");
    view.changes = {{"parts.much_smaller", words("parts.much_smaller"), -50},
                    {"parts.smaller", words("parts.smaller"), -5},
                    {"parts.larger", words("parts.larger"), 5},
                    {"parts.much_larger", words("parts.much_larger"), 50}};
}

}  // namespace

PartsView parts_view(const Look& look) {
    const auto& words = look.words;
    const auto& parts = std::get<Parts>(look.model.screen);
    PartsView view{.furniture = setup_furniture(look, "parts"),
                   .title = words("parts.title"),
                   .lead = words("parts.lead"),
                   .done = words("parts.done"),
                   .viewfinder = {.alt = words("scan.picture"),
                                  .no_camera = words("parts.no_camera"),
                                  .has_camera = look.model.has_camera}};
    view.measures = parts.measures;
    if (parts.measures) {
        add_ruler(look, view);
    } else {
        view.rows = {camera_row(look, parts), scanner_row(look, parts), printer_row(look, parts),
                     sound_row(look, parts), screen_row(look, parts)};
    }
    return view;
}

namespace {

std::optional<Action> draw_rows(ui::Ui& ui, const PartsView& view) {
    std::optional<Action> action;
    for (const auto& row : view.rows) {
        const auto tap = ui.list_row(row.id, row.title,
                                     {.icon = row.icon,
                                      .detail = row.detail,
                                      .action_id = row.action_id,
                                      .action_label = row.action_label,
                                      .opens = false,
                                      .enabled = row.enabled});
        if (tap == ui::RowTap::action) action = row.means;
    }
    return action;
}

std::optional<Action> draw_ruler(ui::Ui& ui, const PartsView& view) {
    std::optional<Action> action;
    ui.centred(k_card_width_mm, [&] {
        ui.card("parts.card",
                [&] {
                    ui.text(view.outline, {.align = ui::Align::centre, .id = "parts.outline"});
                    ui.text(view.dots,
                            {.tone = ui::Tone::soft, .align = ui::Align::centre, .id = "parts.dots"});
                },
                {.padding_mm = 5, .min_height_mm = k_card_height_mm, .along = ui::Align::centre});
    });
    ui.grid(38, [&] {
        for (const auto& change : view.changes) {
            if (ui.button(change.id, change.label))
                action = Action{Intent::scale_screen, {}, change.thousandths};
        }
    });
    ui.dock_bottom([&] {
        if (ui.button("parts.fits", view.fits, {.look = ui::Look::primary, .icon = ui::Icon::check}))
            action = Action{Intent::screen_fits};
    });
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, const PartsView& view, const ShownPicture& camera) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("parts.title", view.title, ui::TextStyle::heading);
        ui.text(view.lead, {.tone = ui::Tone::soft, .id = "parts.lead"});
        if (view.measures) {
            action = draw_ruler(ui, view);
            return;
        }
        ui.row_or_column({}, [&] {
            if (view.viewfinder.has_camera) draw_viewfinder(ui, "parts", view.viewfinder, camera);
            ui.column({}, [&] { action = draw_rows(ui, view); });
        });
        ui.dock_bottom([&] {
            if (ui.button("parts.done", view.done, {.look = ui::Look::primary, .icon = ui::Icon::check}))
                action = Action{Intent::parts_done};
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
