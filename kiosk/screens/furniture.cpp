#include "kiosk/screens/furniture.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/languages.h"
#include "kiosk/screens/staff/more_pages.h"

namespace welcome::kiosk::screens {

namespace {

using ui::BarItem;
using ui::Icon;

constexpr std::size_t k_most_names_in_bar = 3;  // more languages than that stand behind the globe

std::string status_text(const Look& look) {
    const auto& sync = look.model.sync;
    if (!sync.has_service) return look.words("status.saved_here");
    if (sync.waiting == 0 && sync.refused == 0) return look.words("status.accepted");
    if (sync.waiting == 0) return look.words.count("status.look", static_cast<long>(sync.refused));
    return look.words.count("status.waiting", static_cast<long>(sync.waiting));
}

std::optional<NoticeView> notice_view(const Look& look) {
    const auto& notice = look.model.notice;
    if (!notice) return std::nullopt;
    return NoticeView{look.words(notice->key, {{"what", notice->place}}), notice->good};
}

FurnitureView base(const Look& look, const std::string& id) {
    FurnitureView view;
    view.page.id = id;
    view.page.name = look.state.event().name;
    view.notice = notice_view(look);
    if (look.model.rehearsal) view.band = look.words("rehearsal.band");
    if (look.model.waiting) view.spinner = look.words("furniture.saving");
    return view;
}

void ask_if_still_here(const Look& look, FurnitureView& view) {
    if (!look.model.idle_warning) return;
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(answer_allowed(look.model));
    const auto quiet = std::chrono::duration_cast<std::chrono::seconds>(look.now - look.model.last_touch -
                                                                        quiet_allowed(look.model));
    view.idle_whole = static_cast<int>(whole.count());
    view.idle_seconds = std::max(0, static_cast<int>((whole - quiet).count()));
    view.idle_title = look.words("idle.title");
    view.idle_text = look.words("idle.text");
    view.idle_yes = look.words("idle.yes");
    view.idle_over = look.words("furniture.start_over");
}

constexpr std::array<std::string_view, 2> k_language_items = {"furniture.language.", "welcome.language."};

// The other one of two at a touch; more of them behind a globe that says which one is spoken now.
void add_language(const Look& look, Icon globe, std::vector<BarItem>& to) {
    const auto tags = offered_languages(look.model, look.state.event());
    const std::string& now = look.words.language();
    if (look.model.over == Over::languages || tags.empty() || (tags.size() == 1 && tags[0] == now)) return;
    if (tags.size() == 2 && (tags[0] == now || tags[1] == now)) {
        const std::string& other = tags[0] == now ? tags[1] : tags[0];
        to.push_back({"furniture.language." + other, ui::own_name(other), globe});
    } else {
        to.push_back({"furniture.language", ui::own_name(now), Icon::language});
    }
}

// Names for a bar: all where they are few; else the first and the one spoken now, and a way to the rest.
std::vector<BarItem> welcome_languages(const Look& look) {
    auto tags = offered_languages(look.model, look.state.event());
    const std::string& now = look.words.language();
    // Large letters leave no room for names side by side.
    if (look.model.bigger && tags.size() > 1)
        return {{"furniture.language", ui::own_name(now), Icon::language}};
    if (tags.size() <= k_most_names_in_bar) return language_items(tags, now);
    const auto spoken = std::find(tags.begin(), tags.end(), now);
    if (spoken > tags.begin() + 1 && spoken != tags.end()) std::rotate(tags.begin() + 1, spoken, spoken + 1);
    auto items = language_items({tags[0], tags[1]}, now);
    items.push_back({"furniture.language", names_of_more({tags.begin() + 2, tags.end()}), Icon::language});
    return items;
}

std::optional<Action> language_action(ui::Ui& ui, const FurnitureView& view) {
    for (const auto* items : {&view.page.leading, &view.page.trailing}) {
        for (const auto& item : *items) {
            for (const auto prefix : k_language_items) {
                if (item.id.starts_with(prefix) && ui.was_tapped(item.id))
                    return Action{Intent::set_language, item.id.substr(prefix.size())};
            }
        }
    }
    return std::nullopt;
}

std::optional<Action> furniture_action(ui::Ui& ui, const FurnitureView& view) {
    constexpr std::array<std::pair<std::string_view, Intent>, 7> plain = {
        {{"furniture.back", Intent::go_back},
         {"furniture.start_over", Intent::start_over},
         {"furniture.reading", Intent::open_comfort},
         {"furniture.help", Intent::call_helper},
         {"furniture.staff", Intent::staff_door},
         {"furniture.lock", Intent::lock},
         {"furniture.language", Intent::open_languages}}};
    for (const auto& [id, intent] : plain) {
        if (ui.was_tapped(id)) return Action{intent};
    }
    if (auto language = language_action(ui, view)) return language;
    constexpr std::array<std::pair<std::string_view, Intent>, 5> staff = {
        {{"staff.table", Intent::open_table},
         {"staff.desk", Intent::open_desk},
         {"staff.speakers", Intent::open_speakers},
         {"staff.rooms", Intent::open_rooms},
         {"staff.more", Intent::open_more}}};
    for (const auto& [id, intent] : staff) {
        if (ui.was_tapped(id)) return Action{intent};
    }
    return std::nullopt;
}

std::optional<Action> draw_idle(ui::Ui& ui, const FurnitureView& view) {
    std::optional<Action> action;
    ui.dialog("idle",
              {.title = view.idle_title,
               .text = view.idle_text,
               .seconds_left = view.idle_seconds,
               .seconds_whole = view.idle_whole},
              [&] {
                  ui.row({}, [&] {
                      if (ui.button("idle.yes", view.idle_yes, {.look = ui::Look::primary}))
                          action = Action{Intent::still_here};
                      if (ui.button("idle.start_over", view.idle_over)) action = Action{Intent::start_over};
                  });
              });
    return action;
}

}  // namespace

std::vector<ui::BarItem> language_items(const std::vector<std::string>& tags, const std::string& now) {
    std::vector<BarItem> items;
    for (const auto& language : tags) {
        BarItem item{"welcome.language." + language, ui::own_name(language)};
        item.pressed = language == now;
        items.push_back(item);
    }
    return items;
}

FurnitureView guest_furniture(const Look& look, const std::string& id, int step, int steps) {
    FurnitureView view = base(look, id);
    const auto& words = look.words;
    const bool at_start =
        std::holds_alternative<Welcome>(look.model.screen) && look.model.over == Over::nothing;
    // Where room is short the first loses its words: a language's own name is the last to go.
    if (look.model.over != Over::comfort)
        view.page.trailing.push_back({"furniture.reading", words("furniture.reading"), Icon::bigger_text});
    if (at_start) {
        view.page.leading = welcome_languages(look);
    } else {
        // A name without a picture keeps its words; with large letters the way to a helper needs the room.
        const Icon globe = look.model.bigger ? Icon::language : Icon::none;
        view.page.leading = {{"furniture.back", words("furniture.back"), Icon::arrow_back},
                             {"furniture.start_over", words("furniture.start_over"), Icon::start_over}};
        add_language(look, globe, view.page.trailing);
    }
    BarItem help{"furniture.help", words("furniture.help"), Icon::help_person};
    help.important = true;
    view.page.trailing.push_back(help);
    view.page.step = step;
    view.page.steps = steps;
    ask_if_still_here(look, view);
    return view;
}

FurnitureView setup_furniture(const Look& look, const std::string& id) {
    FurnitureView view = base(look, id);
    view.page.leading = {{"furniture.back", look.words("furniture.back"), Icon::arrow_back}};
    add_language(look, Icon::language, view.page.trailing);
    view.page.centre = false;
    return view;
}

FurnitureView staff_furniture(const Look& look, const std::string& id, bool leads_back) {
    FurnitureView view = base(look, id);
    const auto& words = look.words;
    view.page.name.clear();
    if (leads_back)
        view.page.leading.push_back({"furniture.back", words("furniture.back"), Icon::arrow_back});
    view.page.leading.push_back({"staff.table", words("staff.table"), Icon::search, true, id == "table"});
    if (minds_children(look.model))
        view.page.leading.push_back({"staff.desk", words("staff.desk"), Icon::child, true, id == "desk"});
    view.page.leading.push_back(
        {"staff.speakers", words("staff.speakers"), Icon::microphone, true, id == "speakers"});
    view.page.leading.push_back({"staff.rooms", words("staff.rooms"), Icon::group, true, id == "rooms"});
    const bool further = id == "more" || more_page_of(look.model.screen) != nullptr;
    view.page.leading.push_back({"staff.more", words("staff.more"), Icon::more, true, further});
    BarItem lock{"furniture.lock", words("staff.lock"), Icon::lock};
    lock.important = true;
    add_language(look, Icon::language, view.page.trailing);
    view.page.trailing.push_back(lock);
    view.page.status = status_text(look);
    view.page.status_icon = look.model.sync.waiting == 0 ? Icon::cloud_done : Icon::sync;
    view.page.status_kind =
        look.model.sync.stopped || look.model.sync.refused > 0 ? ui::Notice::warning : ui::Notice::info;
    view.page.centre = false;
    return view;
}

std::optional<Action> draw_page(ui::Ui& ui, const FurnitureView& view, const ui::Draw& body) {
    ui.page(view.page, [&] {
        if (!view.band.empty()) ui.banner("rehearsal.band", view.band, ui::Notice::error);
        if (view.notice)
            ui.banner("notice", view.notice->text,
                      view.notice->good ? ui::Notice::success : ui::Notice::warning);
        body();
        if (!view.spinner.empty()) ui.spinner(view.page.id + ".saving", view.spinner);
    });
    if (view.idle_seconds >= 0) return draw_idle(ui, view);
    return furniture_action(ui, view);
}

std::string masked_phone(const std::string& phone) {
    constexpr std::size_t shown = 2;  // The last four would open "Find me" to whoever looks on.
    return phone.size() <= shown ? "" : "•••-•••-••" + phone.substr(phone.size() - shown);
}

std::string clock_text(const Look& look, event::Instant at) {
    return ui::time_text(at, look.state.event().time_zone, look.words.language());
}

}  // namespace welcome::kiosk::screens
