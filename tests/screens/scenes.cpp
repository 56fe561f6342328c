#include "tests/screens/scenes.h"

namespace welcome::kiosk::screens::test {

namespace {

using namespace std::chrono_literals;
using event::StaffRole;

event::ChildcareRequested request(Evening& evening, const std::string& name, event::AgeBand band,
                                  const std::string& allergies) {
    const event::StayId stay(evening.known().context.new_id());
    return {.stay = stay,
            .adult = evening.rosa,
            .first_name = name,
            .band = band,
            .allergies = allergies,
            .code = "K7MP"};
}

// Rosa and Ana are in; Ana and Leo asked for a place, Leo is in Room 4.
void busy(Evening& evening) {
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act(Intent::toggle_person, evening.luis.text());
    evening.act_and_save(Intent::confirm_people);
    evening.act_and_save(Intent::finish);
    evening.act_and_save(Intent::just_come_in);
    evening.act(Intent::finish);
    evening.know(request(evening, "Ana", event::AgeBand::from_6_to_9, "peanuts"));
    const auto leo = request(evening, "Leo", event::AgeBand::from_4_to_5, "");
    evening.know(leo);
    evening.know(event::ChildDroppedOff{leo.stay, "Room 4", evening.staff.at(StaffRole::childcare)});
    evening.unsaved.clear();
}

void at_the_desk(Evening& evening) {
    busy(evening);
    evening.unlock(StaffRole::childcare);
}

std::vector<Scene> guests() {
    return {
        {"welcome", [](Evening& evening) { evening.model.has_camera = true; }},
        {"welcome_damaged_code", [](Evening& evening) { evening.scan("WT1:TORN"); }},
        {"scan", [](Evening& evening) { evening.act(Intent::open_scan); }},
        {"find", [](Evening& evening) { evening.act(Intent::open_find); }},
        {"find_not_found",
         [](Evening& evening) {
             evening.act(Intent::open_find);
             evening.act(Intent::edit_letters, "ros");
             evening.act(Intent::edit_digits, "9999");
             evening.act(Intent::look_me_up);
         }},
        {"who_family", [](Evening& evening) { evening.scan(evening.ticket_of(evening.rosa)); }},
        {"who_back",
         [](Evening& evening) {
             busy(evening);
             evening.scan(evening.ticket_of(evening.rosa));
         }},
        {"who_one",
         [](Evening& evening) {
             evening.act(Intent::open_find);
             evening.act(Intent::edit_letters, "ros");
             evening.act(Intent::edit_digits, "0142");
             evening.act(Intent::look_me_up);
         }},
        {"new", [](Evening& evening) { evening.act(Intent::open_new); }},
        {"touch",
         [](Evening& evening) {
             evening.act(Intent::open_new);
             evening.act(Intent::edit_name, "Xóchitl");
             evening.act(Intent::name_ready);
         }},
        {"needs",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));
         }},
        {"needs_you_are_in",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
         }},
        {"children",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));
             evening.act(Intent::needs_ready);
         }},
        {"done",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::needs_ready);
         }},
        {"done_code",
         [](Evening& evening) {
             evening.model.screen = Done{.people = {evening.rosa}, .claim_code = "K7MP"};
         }},
        {"done_anonymous", [](Evening& evening) { evening.act_and_save(Intent::just_come_in); }},
        {"done_already_in",
         [](Evening& evening) {
             busy(evening);
             evening.scan(evening.ticket_of(evening.ng));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::finish);
             evening.scan(evening.ticket_of(evening.ng));
         }},
        {"helper", [](Evening& evening) { evening.act(Intent::call_helper); }},
        {"trouble",
         [](Evening& evening) {
             evening.act(Intent::just_come_in);
             evening.not_saved();
         }},
        {"idle",
         [](Evening& evening) {
             evening.act(Intent::open_new);
             evening.pass(46s);
         }},
        {"pin", [](Evening& evening) { evening.act(Intent::staff_door); }},
    };
}

std::vector<Scene> staff() {
    return {
        {"table",
         [](Evening& evening) {
             busy(evening);
             evening.model.helper_wanted = true;
             evening.unlock(StaffRole::lead);
             evening.act(Intent::edit_query, "garcia");
         }},
        {"table_at_rest",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::volunteer);
         }},
        {"table_nobody",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::edit_query, "qqqq");
         }},
        {"person_out",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_person, evening.rosa.text());
         }},
        {"person_in",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_person, evening.rosa.text());
         }},
        {"add",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_add);
         }},
        {"deeds",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_deeds);
         }},
        {"undo",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_deeds);
             evening.act(Intent::ask_undo, evening.state.last_deeds(1).front().fact.text());
         }},
        {"desk", at_the_desk},
        {"pickup_code",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.act(Intent::open_pick_up);
         }},
        {"pickup",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.act(Intent::open_pick_up);
             evening.act(Intent::edit_code, "k7mp");
             evening.act(Intent::code_ready);
         }},
        {"wristband",
         [](Evening& evening) {
             at_the_desk(evening);
             for (const auto* stay : evening.state.stays()) {
                 if (stay->request.first_name == "Ana")
                     evening.act_and_save(Intent::drop_off, stay->id.text());
             }
         }},
        {"rooms",
         [](Evening& evening) {
             busy(evening);
             evening.know(event::CameIn{15});
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_rooms);
         }},
        {"sync",
         [](Evening& evening) {
             busy(evening);
             const auto fact = evening.state.person(evening.rosa)->attendance->witnesses.front().fact;
             evening.know(event::UploadAnswered{fact, "needs_review", "two people look alike"});
             evening.happen(SyncStatus{.has_service = true,
                                       .captured = 40,
                                       .accepted = 31,
                                       .waiting = 8,
                                       .refused = 1,
                                       .reachable = false});
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_sync);
         }},
        {"cover",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.pass(61s);
         }},
    };
}

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        auto both = guests();
        for (auto& scene : staff()) both.push_back(std::move(scene));
        return both;
    }();
    return all;
}

}  // namespace welcome::kiosk::screens::test
