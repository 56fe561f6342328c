#include "kiosk/screens/staff/more_pages.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/staff/twice.h"

namespace welcome::kiosk::screens {

namespace {

using ui::Icon;

template <typename Page>
Screen first() {
    return Page{};
}

// name, title, one line about it, icon, who may open it, what opens
constexpr auto k_pages = std::to_array<MorePage>({
    {"paper", "more.paper", "more.paper_hint", Icon::edit, Opens::all_staff, first<Paper>},
    {"ready", "more.ready", "more.ready_hint", Icon::check_circle, Opens::lead, first<Ready>},
    {"line", "more.line", "more.line_hint", Icon::group, Opens::all_staff, first<LineBoard>},
    {"close", "more.close", "more.close_hint", Icon::lock, Opens::lead, first<Close>},
    {"waits", "more.waits", "more.waits_hint", Icon::volunteer, Opens::all_staff, first<WaitsBoard>},
    {"items", "more.items", "more.items_hint", Icon::headset, Opens::all_staff, first<ItemsBoard>},
    {"food", "more.food", "more.food_hint", Icon::food, Opens::all_staff, first<MealsBoard>},
    {"firsts", "more.firsts", "more.firsts_hint", Icon::star, Opens::all_staff, first<Firsts>},
    {"twice", "more.twice", "more.twice_hint", Icon::group, Opens::lead, first<Twice>, has_twice},
    {"raffle", "more.raffle", "more.raffle_hint", Icon::badge, Opens::lead, first<Raffle>},
    {"speaking", "more.speaking", "more.speaking_hint", Icon::microphone, Opens::lead,
     first<SpeakingRulesPage>},
    {"languages", "more.languages", "more.languages_hint", Icon::language, Opens::all_staff,
     first<LanguageBoard>},
    {"labels", "more.labels", "more.labels_hint", Icon::print, Opens::all_staff, first<LabelQueue>},
    {"sync", "more.sync", "more.sync_hint", Icon::cloud_done, Opens::all_staff, first<SyncBoard>},
});

}  // namespace

std::span<const MorePage> more_pages() {
    return k_pages;
}

const MorePage* more_page(std::string_view name) {
    const auto found = std::find_if(k_pages.begin(), k_pages.end(),
                                    [name](const MorePage& page) { return page.name == name; });
    return found == k_pages.end() ? nullptr : &*found;
}

const MorePage* more_page_of(const Screen& screen) {
    const auto found = std::find_if(k_pages.begin(), k_pages.end(), [&screen](const MorePage& page) {
        return page.open().index() == screen.index();
    });
    return found == k_pages.end() ? nullptr : &*found;
}

bool may_open(const Model& model, const MorePage& page) {
    if (!model.staff) return false;
    if (page.opens == Opens::lead) return is_lead(model);
    return page.opens == Opens::all_staff || minds_children(model);
}

}  // namespace welcome::kiosk::screens
