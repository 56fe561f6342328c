#include "kiosk/screens/staff/add_items.h"

#include "kiosk/screens/languages.h"
#include "kiosk/screens/staff/item_words.h"

namespace welcome::kiosk::screens {

namespace {

using event::ItemKind;

constexpr std::string_view k_kind = "add_items.kind.", k_language = "add_items.language.", k_any = "any";

std::string_view several_key(ItemKind kind) {
    switch (kind) {
        case ItemKind::headset:
            return "add_items.headsets";
        case ItemKind::hearing:
            return "add_items.hearing";
        case ItemKind::voucher:
            return "add_items.vouchers";
        case ItemKind::gift:
            return "add_items.gifts";
        case ItemKind::other:
            break;
    }
    return "add_items.others";
}

}  // namespace

AddItemsView add_items_view(const Look& look) {
    const auto& words = look.words;
    const auto& form = std::get<AddItems>(look.model.screen);
    AddItemsView view{.furniture = staff_furniture(look, "add_items", true),
                      .title = words("items.add"),
                      .kind_label = words("add_items.kind"),
                      .kind_now = std::string(k_kind) + std::string(event::text_of(form.kind)),
                      .first_label = words("add_items.first"),
                      .first = form.first,
                      .last_label = words("add_items.last"),
                      .last = form.last,
                      .channel_label = words("add_items.channel"),
                      .channel = form.channel,
                      .language_label = words("add_items.language"),
                      .language_now = std::string(k_language) +
                                      (form.language.empty() ? std::string(k_any) : form.language),
                      .ready = words("add_items.ready"),
                      .print = printer_for(look.model, look.state) ? words("add_items.print") : "",
                      .kinds = {},
                      .languages = {},
                      .is_heard = form.kind == ItemKind::headset || form.kind == ItemKind::hearing,
                      .can_go = !look.model.waiting};
    for (const auto kind : event::k_item_kinds)
        view.kinds.push_back({std::string(k_kind) + std::string(event::text_of(kind)),
                              words(several_key(kind)), icon_of(kind)});
    view.languages.push_back({std::string(k_language) + std::string(k_any), words("add_items.any")});
    for (const auto& tag : offered_languages(look.model, look.state.event()))
        view.languages.push_back({std::string(k_language) + tag, ui::own_name(tag)});
    return view;
}

namespace {

std::optional<Action> draw_numbers(ui::Ui& ui, AddItemsView& view) {
    std::optional<Action> action;
    ui.row({.weights = {1, 1}}, [&] {
        if (ui.field("add_items.first", view.first,
                     {.kind = ui::FieldKind::digits, .label = view.first_label}) == ui::Edit::changed)
            action = Action{Intent::edit_first_number, view.first};
        if (ui.field("add_items.last", view.last,
                     {.kind = ui::FieldKind::digits, .label = view.last_label}) == ui::Edit::changed)
            action = Action{Intent::edit_last_number, view.last};
    });
    return action;
}

std::optional<Action> draw_heard(ui::Ui& ui, AddItemsView& view) {
    std::optional<Action> action;
    if (ui.field("add_items.channel", view.channel, {.label = view.channel_label}) == ui::Edit::changed)
        action = Action{Intent::edit_channel, view.channel};
    if (const auto id =
            ui.choice("add_items.language", view.language_label, view.languages, view.language_now)) {
        const auto tag = id->substr(k_language.size());
        action = Action{Intent::set_item_language, tag == k_any ? "" : tag};
    }
    return action;
}

}  // namespace

std::optional<Action> draw(ui::Ui& ui, AddItemsView view) {
    std::optional<Action> action;
    const auto take = [&](const std::optional<Action>& tapped) {
        if (tapped) action = tapped;
    };
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("add_items.title", view.title, ui::TextStyle::heading);
        if (const auto kind = ui.choice("add_items.kind", view.kind_label, view.kinds, view.kind_now))
            action = Action{Intent::set_item_kind, kind->substr(k_kind.size())};
        take(draw_numbers(ui, view));
        if (view.is_heard) take(draw_heard(ui, view));
        ui.dock_bottom([&] {
            ui.row({}, [&] {
                if (!view.print.empty() && ui.button("add_items.print", view.print,
                                                     {.icon = ui::Icon::print, .enabled = view.can_go}))
                    action = Action{Intent::add_items_and_print};
                if (ui.button("add_items.ready", view.ready,
                              {.look = ui::Look::primary, .icon = ui::Icon::check, .enabled = view.can_go}))
                    action = Action{Intent::add_items_ready};
            });
        });
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
