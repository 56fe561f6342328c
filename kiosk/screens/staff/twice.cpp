#include "kiosk/screens/staff/twice.h"

#include <algorithm>

#include "kiosk/event/conflicts.h"

namespace welcome::kiosk::screens {

namespace {

using ui::Icon;
using Part = TwiceView::Part;

std::string because(const Look& look, event::Twins::Because why) {
    switch (why) {
        case event::Twins::Because::same_phone:
            return look.words("close.same_phone");
        case event::Twins::Because::same_email:
            return look.words("close.same_email");
        case event::Twins::Because::same_name:
            return look.words("close.same_name");
        case event::Twins::Because::like_name:
            return look.words("close.like_name");
    }
    return {};
}

std::string tablet_named(const Look& look, const sync::DeviceId& device) {
    if (device == look.model.device) return look.words("close.this_tablet");
    const auto& tablets = look.model.others.tablets;
    const auto found = std::find_if(tablets.begin(), tablets.end(),
                                    [&device](const auto& tablet) { return tablet.device == device; });
    return found == tablets.end() || found->name.empty() ? look.words("labels.other_tablet") : found->name;
}

// "Gym 6:02 pm · This tablet 6:04 pm"
std::string witnesses_text(const Look& look, const event::Attendance& attendance) {
    std::string line;
    for (const auto& witness : attendance.witnesses)
        line += (line.empty() ? "" : " · ") + tablet_named(look, witness.device) + " " +
                clock_text(look, witness.at);
    return line;
}

Part checked_in_part(const Look& look, const event::Conflicts& told) {
    Part part{
        .id = "twice.in", .title = look.words("twice.in"), .lead = look.words("twice.in_lead"), .rows = {}};
    for (const auto* person : told.recorded_twice)
        part.rows.push_back(
            {.id = part.id + "." + std::to_string(part.rows.size() + 1),
             .title = person->full_name,
             .detail = witnesses_text(look, *person->attendance),
             .trailing = look.words("twice.once", {{"time", clock_text(look, person->attendance->at)}}),
             .icon = Icon::check_circle,
             .tone = ui::Tone::success,
             .row_means = Action{Intent::open_person, person->id.text()}});
    return part;
}

Part placed_part(const Look& look, const event::Conflicts& told) {
    Part part{.id = "twice.place",
              .title = look.words("twice.place"),
              .lead = look.words("twice.place_lead"),
              .rows = {}};
    for (const auto* stay : told.placed_twice)
        part.rows.push_back({.id = part.id + "." + std::to_string(part.rows.size() + 1),
                             .title = stay->request.first_name,
                             .detail = look.words("twice.keeps", {{"room", stay->room}}),
                             .trailing = {},
                             .icon = Icon::child_face,
                             .row_means = Action{Intent::open_child, stay->id.text()}});
    return part;
}

Part over_part(const Look& look, const event::Conflicts& told) {
    Part part{.id = "twice.over",
              .title = look.words("twice.over"),
              .lead = look.words("twice.over_lead"),
              .rows = {}};
    for (const auto& now : told.over)
        part.rows.push_back({.id = part.id + "." + std::to_string(part.rows.size() + 1),
                             .title = now.room.name,
                             .detail = look.words("twice.room_now",
                                                  {{"children", std::to_string(now.children + now.expected)},
                                                   {"places", std::to_string(now.room.places)}}),
                             .trailing = {},
                             .icon = Icon::warning,
                             .row_means = Action{Intent::open_desk}});
    return part;
}

}  // namespace

bool has_twice(const Model& model, const event::State& state) {
    if (!model.others.tablets.empty()) return true;
    const auto told = event::conflicts_of(state);
    return !told.recorded_twice.empty() || !told.placed_twice.empty() || !told.over.empty();
}

std::vector<RowView> twin_rows(const Look& look, const std::string& prefix) {
    std::vector<RowView> rows;
    for (const auto which : twins_to_look_at(look.state, look.model.twins)) {
        const auto& pair = look.model.twins.proposed[which];
        const auto *kept = look.state.person(pair.kept), *other = look.state.person(pair.other);
        rows.push_back(
            {.id = prefix + std::to_string(rows.size() + 1),
             .title = look.words("close.two", {{"one", kept->full_name}, {"other", other->full_name}}),
             .detail = because(look, pair.because),
             .trailing = {},
             .icon = Icon::group,
             .row_means = Action{Intent::open_twins, {}, static_cast<int>(which)}});
    }
    return rows;
}

namespace {

Part twins_part(const Look& look) {
    return {.id = "twice.twins",
            .title = look.words("close.twins"),
            .lead = look.words("twice.twins_lead"),
            .rows = twin_rows(look, "twice.twins.")};
}

}  // namespace

TwiceView twice_view(const Look& look) {
    const auto& words = look.words;
    TwiceView view{.furniture = staff_furniture(look, "twice", true),
                   .title = words("more.twice"),
                   .nothing = {},
                   .parts = {}};
    const auto told = event::conflicts_of(look.state);
    for (const auto& part :
         {twins_part(look), checked_in_part(look, told), placed_part(look, told), over_part(look, told)}) {
        if (!part.rows.empty()) view.parts.push_back(part);
    }
    if (view.parts.empty()) view.nothing = words("twice.nothing");
    return view;
}

std::optional<Action> draw(ui::Ui& ui, const TwiceView& view) {
    std::optional<Action> action;
    const auto around = draw_page(ui, view.furniture, [&] {
        ui.heading("twice.title", view.title);
        if (!view.nothing.empty()) ui.banner("twice.nothing", view.nothing, ui::Notice::success);
        for (const auto& part : view.parts) {
            ui.heading(part.id, part.title, ui::TextStyle::heading);
            ui.text(part.lead, {.tone = ui::Tone::soft, .id = part.id + ".lead"});
            for (const auto& row : part.rows) {
                if (const auto tapped = draw_row(ui, row)) action = tapped;
            }
        }
    });
    return around ? around : action;
}

}  // namespace welcome::kiosk::screens
