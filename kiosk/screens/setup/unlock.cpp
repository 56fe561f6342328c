#include "kiosk/screens/setup/unlock.h"

namespace welcome::kiosk::screens {

namespace {

using What = UnlockTouched::What;

constexpr std::string_view k_language_item = "welcome.language.";

std::optional<UnlockTouched> draw_passphrase(ui::Ui& ui, UnlockView& view) {
    std::optional<UnlockTouched> touched;
    const auto edit = ui.field("unlock.passphrase", view.passphrase,
                               {.kind = ui::FieldKind::text,
                                .label = view.label,
                                .enabled = view.opening.empty(),
                                .take_focus = true});
    if (edit != ui::Edit::none)
        touched = {edit == ui::Edit::submitted ? What::open : What::typed, view.passphrase};
    if (ui.button("unlock.open", view.open,
                  {.look = ui::Look::primary, .icon = ui::Icon::lock, .enabled = view.opening.empty()}))
        touched = {What::open, view.passphrase};
    return touched;
}

}  // namespace

UnlockView unlock_view(const UnlockModel& model, const ui::Words& words) {
    UnlockView view;
    view.page.id = "unlock";
    view.page.name = model.event_name;
    view.page.leading = language_items({"en", "es"}, model.language);
    view.title = words("unlock.title");
    view.by_passphrase = model.by_passphrase;
    view.viewfinder.has_camera = model.has_camera;
    if (model.by_passphrase) {
        view.lead = words("unlock.passphrase_lead");
        view.label = words("unlock.passphrase_label");
        view.open = words("unlock.open");
        view.passphrase = model.passphrase;
    } else {
        view.lead = words(model.event_name.empty() ? "unlock.join_lead" : "unlock.card_lead");
        view.viewfinder.alt = words("scan.picture");
        view.viewfinder.no_camera = words("unlock.no_camera");
    }
    if (model.has_passphrase)
        view.other_way = words(model.by_passphrase ? "unlock.by_card" : "unlock.by_passphrase");
    if (model.event_name.empty() && !model.has_event) view.make = words("unlock.make");
    if (!model.notice.empty()) view.notice = words(model.notice, {{"what", model.what}});
    if (model.opening) view.opening = words("unlock.opening");
    return view;
}

std::optional<UnlockTouched> draw(ui::Ui& ui, UnlockView view, const ShownPicture& camera) {
    std::optional<UnlockTouched> touched;
    ui.page(view.page, [&] {
        if (!view.notice.empty()) ui.banner("notice", view.notice, ui::Notice::warning);
        ui.heading("unlock.title", view.title);
        ui.text(view.lead, {.style = ui::TextStyle::lead, .id = "unlock.lead"});
        if (view.by_passphrase) {
            touched = draw_passphrase(ui, view);
        } else {
            draw_viewfinder(ui, "unlock", view.viewfinder, camera);
        }
        if (!view.other_way.empty() && ui.button("unlock.other_way", view.other_way))
            touched = {What::other_way, {}};
        if (!view.make.empty() && ui.button("unlock.make", view.make, {.icon = ui::Icon::add}))
            touched = {What::make, {}};
        if (!view.opening.empty()) ui.spinner("unlock.opening", view.opening);
    });
    for (const auto& item : view.page.leading) {
        if (ui.was_tapped(item.id))
            return UnlockTouched{What::language, item.id.substr(k_language_item.size())};
    }
    return touched;
}

void step(UnlockModel& model, const UnlockTouched& touched) {
    switch (touched.what) {
        case What::other_way:
            model.by_passphrase = !model.by_passphrase;
            model.passphrase.clear();
            model.notice.clear();
            return;
        case What::typed:
        case What::open:
            model.passphrase = touched.text;
            model.notice.clear();
            return;
        case What::make:
            model.notice.clear();
            return;
        case What::language:
            model.language = touched.text;
            return;
    }
}

}  // namespace welcome::kiosk::screens
