#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

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

}  // namespace

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

namespace {

void fill_sheet(Evening& evening) {
    evening.act(Intent::open_page, "paper");
    evening.act(Intent::edit_sheet, "12");
    evening.act(Intent::open_sheet);
    evening.act_and_save(Intent::row_person, evening.ng.text());
    evening.act(Intent::edit_name, "Nadia Petrova");
    evening.act(Intent::set_children, {}, 2);
    evening.act_and_save(Intent::row_new);
    evening.pass(9s);  // the notice is gone
}

event::SpeechId speech_of(std::uint8_t number) {
    sync::Uuid id;
    id.bytes[0] = 0xDD;  // Apart from the counted ids.
    id.bytes[15] = number;
    return event::SpeechId(id);
}

// Three to talk, one of them through an interpreter, and one question.
void a_line(Evening& evening) {
    evening.know(event::SpeakingRequested{.speech = speech_of(1),
                                          .who = evening.rosa,
                                          .number = "A1",
                                          .name = "Rosa",
                                          .words = "The bus in the morning"});
    evening.know(event::SpeakingRequested{
        .speech = speech_of(2), .number = "B1", .words = "", .language = "es", .interpreter = true});
    evening.know(event::SpeakingRequested{.speech = speech_of(3), .number = "A2", .words = "Lunch"});
    evening.know(event::SpeakingRequested{.speech = speech_of(4),
                                          .kind = event::SpeechKind::question,
                                          .number = "A3",
                                          .words = "When does the new gym open?",
                                          .read_out = true});
}

void somebody_speaks(Evening& evening, Steady since) {
    const auto by = evening.staff.at(StaffRole::volunteer);
    evening.know(event::SpeakerCalled{speech_of(1), 180, by});
    evening.know(event::SpeechStarted{speech_of(1), by});
    evening.now += since;
}

void call_the_family(Evening& evening) {
    sync::Uuid id;
    id.bytes[0] = 0xDC;
    const event::StayId stay(id);
    const auto by = evening.staff.at(StaffRole::childcare);
    evening.know(event::ChildcareRequested{
        .stay = stay, .adult = evening.rosa, .first_name = "Leo", .code = "K7MP", .number = 214});
    evening.know(event::ChildDroppedOff{stay, "Room 4", by});
    evening.know(event::ParentPaged{stay, by, "cries", false});
}

void at_the_desk(Evening& evening) {
    busy(evening);
    evening.unlock(StaffRole::childcare);
}

}  // namespace

std::vector<Scene> staff_scenes() {
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
        {"pin_paused",
         [](Evening& evening) {
             evening.act(Intent::staff_door);
             for (int wrong = 0; wrong < 5; ++wrong) {
                 evening.act(Intent::edit_pin, "111111");
                 evening.act(Intent::pin_ready);
                 evening.happen(PinChecked{std::nullopt});
             }
             evening.pass(10s);  // the notice is gone, the pause is not
         }},
        {"pickup_paused",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.act(Intent::open_pick_up);
             for (int wrong = 0; wrong < 3; ++wrong) {
                 evening.act(Intent::edit_code, "9999");
                 evening.act(Intent::code_ready);
             }
             evening.pass(10s);
         }},
        {"sync_look",
         [](Evening& evening) {
             busy(evening);
             evening.happen(SyncStatus{.has_service = true,
                                       .captured = 40,
                                       .accepted = 38,
                                       .waiting = 0,
                                       .refused = 2,
                                       .reachable = true});
             evening.happen(OtherTablets{.shares = true});
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_page, "sync");
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
        {"add_from_search",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::edit_query, "Nadia Petrova");
             evening.act(Intent::open_add);
         }},
        {"person_merged",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.know_twice();
             evening.know(event::PeopleMerged{evening.rosa, evening.twice});
             evening.act(Intent::open_person, evening.rosa.text());
         }},
        {"pick_family",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_person, evening.ng.text());
             evening.act(Intent::open_family);
             evening.act(Intent::edit_query, "rosa");
         }},
        {"pick_same",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.know_twice();
             evening.act(Intent::open_person, evening.rosa.text());
             evening.act(Intent::open_same);
         }},
        {"merge",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.know_twice();
             evening.act(Intent::open_person, evening.rosa.text());
             evening.act(Intent::open_same);
             evening.act(Intent::pick_person, evening.twice.text());
         }},
        {"paper",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             fill_sheet(evening);
             evening.act(Intent::close_sheet);
         }},
        {"paper_sheet",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             fill_sheet(evening);
         }},
        {"paper_row",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             fill_sheet(evening);
             evening.act(Intent::edit_name, "Rosa Garca");
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
        {"child",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.act(Intent::lock);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_desk);
             const auto leo = evening.state.roll_call().front()->id;
             const auto by = evening.staff.at(StaffRole::childcare);
             evening.know(event::PickUpSaid{leo, by, "Grandma Jo", "Kim"});
             evening.know(event::ParentPaged{leo, by, "cries", false});
             evening.act(Intent::open_child, leo.text());
             evening.act(Intent::ask_of_child, "", static_cast<int>(ChildCard::Asks::release));
         }},
        {"rollcall",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.act(Intent::open_roll_call);
             evening.act(Intent::tick_off, evening.state.roll_call().front()->id.text());
         }},
        {"rollcall_again",
         [](Evening& evening) {
             at_the_desk(evening);
             evening.happen(OtherTablets{
                 .shares = true,
                 .tablets = {{.name = "Gym", .in_touch = true, .last_seen = evening.known().context.now}}});
             evening.act(Intent::open_roll_call);
             evening.act(Intent::ask_roll_call_again);
         }},
        {"desk_alerts",
         [](Evening& evening) {
             at_the_desk(evening);
             const auto by = evening.staff.at(StaffRole::childcare);
             evening.know(event::ClaimRefused{by, 3, false});
             evening.know(event::ClaimRefused{by, 1, true});
             evening.know(event::PickUpRefused{evening.state.roll_call().front()->id, by});
             evening.act(Intent::lock);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_desk);
         }},
        {"child_waiting",
         [](Evening& evening) {
             at_the_desk(evening);
             for (const auto* stay : evening.state.stays()) {
                 if (stay->waits()) evening.act(Intent::open_child, stay->id.text());
             }
         }},
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
             const auto seen = evening.state.person(evening.rosa)->attendance->at;
             evening.happen(OtherTablets{
                 .shares = true,
                 .finds_others = true,
                 .tablets = {{.name = "Gym", .in_touch = true, .apart = 0, .last_seen = seen},
                             {.name = "Main door", .in_touch = true, .apart = 12, .last_seen = seen},
                             {.name = "Side door", .in_touch = false, .apart = 3, .last_seen = seen}}});
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_page, "sync");
         }},
        {"speakers",
         [](Evening& evening) {
             a_line(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_speakers);
         }},
        {"speakers_speaking",
         [](Evening& evening) {
             a_line(evening);
             somebody_speaks(evening, 155s);
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_speakers);
         }},
        {"speakers_asked",
         [](Evening& evening) {
             a_line(evening);
             evening.model.has_printer = true;
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_speakers);
             evening.act(Intent::ask_of_speech, speech_of(2).text());
         }},
        {"speakers_off",
         [](Evening& evening) {
             auto opened = evening.state.event();
             opened.speaking.reset();
             evening.know(opened);
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_speakers);
         }},
        {"add_speaker",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_speakers);
             evening.act(Intent::open_add_speaker);
         }},
        {"speaking_rules",
         [](Evening& evening) {
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_page, "speaking");
         }},
        {"table_noted",
         [](Evening& evening) {
             busy(evening);
             evening.know(
                 event::PersonTagged{evening.ng, event::GuestRole::press, evening.staff.at(StaffRole::lead)});
             evening.know(event::CheckedIn{evening.ng});
             evening.unlock(StaffRole::lead);
         }},
        {"firsts",
         [](Evening& evening) {
             busy(evening);
             evening.know(event::FirstTimeSaid{evening.rosa, true});
             evening.know(event::ConsentGiven{evening.rosa, event::Channel::text, true, "w", "es"});
             evening.know(event::FirstTimeSaid{evening.ana, true});
             evening.know(event::FollowedUp{evening.ana, evening.staff.at(StaffRole::lead)});
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_page, "firsts");
         }},
        {"raffle",
         [](Evening& evening) {
             busy(evening);
             evening.know(event::RaffleDrawn{"Bike",
                                             "apple",
                                             {evening.rosa, evening.luis},
                                             evening.rosa,
                                             evening.staff.at(StaffRole::lead)});
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_page, "raffle");
         }},
        {"timer",
         [](Evening& evening) {
             a_line(evening);
             somebody_speaks(evening, 20s);
             evening.model.screen = TimerBoard{.fixed = true};
         }},
        {"timer_finish",
         [](Evening& evening) {
             a_line(evening);
             somebody_speaks(evening, 160s);
             evening.model.screen = TimerBoard{};
         }},
        {"timer_over",
         [](Evening& evening) {
             busy(evening);
             a_line(evening);
             somebody_speaks(evening, 200s);
             call_the_family(evening);
             evening.model.screen = TimerBoard{.fixed = true};
         }},
        {"timer_nobody",
         [](Evening& evening) {
             a_line(evening);
             call_the_family(evening);
             evening.model.screen = TimerBoard{.fixed = true};
         }},
        {"speakers_nobody",
         [](Evening& evening) {
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_speakers);
         }},
        {"more",
         [](Evening& evening) {
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_more);
         }},
        {"offer",
         [](Evening& evening) {
             evening.speak_many();
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_page, "languages");
         }},
        {"offer_not_lead",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.act(Intent::open_page, "languages");
         }},
        {"cover",
         [](Evening& evening) {
             evening.unlock(StaffRole::volunteer);
             evening.pass(61s);
         }},
    };
}

}  // namespace welcome::kiosk::screens::samples
