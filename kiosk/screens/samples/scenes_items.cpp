#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

namespace {

using event::ItemKind;
using event::StaffRole;

event::ItemId headset(const std::string& number) {
    return event::item_id(ItemKind::headset, number);
}

// Six headsets in two languages, one lent and one lost, two vouchers; three people who wait.
void lending(Evening& evening) {
    busy(evening);
    const auto by = evening.staff.at(StaffRole::volunteer);
    for (int number = 1; number <= 6; ++number) {
        const auto text = std::to_string(number);
        const bool spanish = number <= 4;
        evening.know(event::ItemListed{headset(text), ItemKind::headset, text, spanish ? "2" : "3",
                                       spanish ? "es" : "so", by});
    }
    for (const auto* number : {"1", "2"})
        evening.know(event::ItemListed{event::item_id(ItemKind::voucher, number), ItemKind::voucher, number,
                                       "", "", by});
    evening.know(event::ItemLent{headset("3"), evening.luis, "", by});
    evening.know(event::ItemLent{headset("4"), {}, "27", by});
    evening.know(event::ItemStruckOff{headset("6"), by});
    evening.know(event::CheckedIn{evening.ng});
    evening.know(event::NeedRaised{evening.rosa, {event::Need::interpretation, event::Need::ride}});
    evening.know(event::NeedRaised{evening.ng, {event::Need::access}});
}

// Rosa's family waits for four plates, Ng has hers, and so has somebody without a name.
void hungry(Evening& evening) {
    using event::Diet;
    busy(evening);
    const auto by = evening.staff.at(StaffRole::volunteer);
    evening.know(event::CheckedIn{evening.ng});
    evening.know(event::NeedRaised{evening.rosa, {event::Need::food}});
    evening.know(event::MealsAsked{evening.rosa, {{Diet::halal, 3}, {Diet::no_nuts, 1}}});
    evening.know(event::NeedRaised{evening.ng, {event::Need::food}});
    evening.know(event::MealsHandedOut{evening.ng, {{Diet::any, 1}}, by});
    evening.know(event::PlateHandedOut{Diet::vegetarian, by});
    evening.unlock(StaffRole::volunteer);
}

void at_the_items(Evening& evening) {
    lending(evening);
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_page, "items");
}

}  // namespace

std::vector<Scene> item_scenes() {
    return {{"items", at_the_items},
            {"items_empty",
             [](Evening& evening) {
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_page, "items");
             }},
            {"items_by_number",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::edit_item_number, "3");
             }},
            {"items_for",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_page, "waits");
                 evening.act(Intent::lend_to, evening.rosa.text());
             }},
            {"item_free",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.model.has_printer = true;
                 evening.act(Intent::open_item, headset("2").text());
             }},
            {"item_found",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_item, headset("2").text());
                 evening.act(Intent::edit_query, "rosa");
             }},
            {"item_by_card",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_item, headset("2").text());
                 evening.act(Intent::edit_query, "27");
             }},
            {"item_out",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_item, headset("3").text());
             }},
            {"item_lost",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_item, headset("6").text());
             }},
            {"add_items",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.model.has_printer = true;
                 evening.act(Intent::open_add_items);
             }},
            {"waits",
             [](Evening& evening) {
                 at_the_items(evening);
                 evening.act(Intent::open_page, "waits");
             }},
            {"waits_nobody",
             [](Evening& evening) {
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_page, "waits");
             }},
            {"meals",
             [](Evening& evening) {
                 evening.scan(evening.ticket_of(evening.rosa));
                 evening.act(Intent::set_children, {}, 2);
                 evening.act_and_save(Intent::confirm_people);
                 evening.act(Intent::toggle_need, {}, static_cast<int>(event::Need::food));
                 evening.act(Intent::needs_ready);
                 evening.act(Intent::set_plates, "halal", 2);
             }},
            {"food",
             [](Evening& evening) {
                 hungry(evening);
                 evening.act(Intent::open_page, "food");
             }},
            {"food_by_name",
             [](Evening& evening) {
                 hungry(evening);
                 evening.act(Intent::open_page, "food");
                 evening.act(Intent::edit_query, "garcia");
             }},
            {"food_nobody",
             [](Evening& evening) {
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_page, "food");
             }},
            {"table_waits", [](Evening& evening) {
                 lending(evening);
                 evening.unlock(StaffRole::volunteer);
             }}};
}

}  // namespace welcome::kiosk::screens::samples
