#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

namespace {

using namespace std::chrono_literals;

// The last screen of a family that asked for childcare: two rooms, or the line.
void claim_is_shown(Evening& evening, bool waits) {
    for (const auto* name : {"Ana", "Leo"}) {
        const event::StayId stay(evening.known().context.new_id());
        const bool first = std::string(name) == "Ana";
        evening.know(event::ChildcareRequested{
            .stay = stay,
            .adult = evening.rosa,
            .first_name = name,
            .band = first ? event::AgeBand::from_6_to_9 : event::AgeBand::from_4_to_5,
            .code = "K7MP",
            .number = 214});
        if (!waits) {
            evening.know(event::ChildAccepted{stay, first ? "Room 6" : "Room 4", {}});
        } else if (!first) {
            evening.know(event::ChildWaitlisted{stay, {}});
        }
    }
    evening.model.screen = Done{.people = {evening.rosa}, .claim_code = "K7MP"};
}

std::vector<Scene> guests() {
    return {
        {"welcome", [](Evening& evening) { evening.model.has_camera = true; }},
        {"welcome_damaged_code", [](Evening& evening) { evening.scan("WT1:TORN"); }},
        {"welcome_many_languages", [](Evening& evening) { evening.speak_many(); }},
        {"languages",
         [](Evening& evening) {
             evening.speak_many();
             evening.act(Intent::open_languages);
         }},
        {"reading",
         [](Evening& evening) {
             evening.act(Intent::open_new);
             evening.act(Intent::open_comfort);
         }},
        {"reading_aloud",
         [](Evening& evening) {
             evening.act(Intent::open_comfort);
             evening.act(Intent::toggle_read_aloud);
             evening.act(Intent::toggle_more_time);
         }},
        {"reading_no_voice",
         [](Evening& evening) {
             evening.model.spoken.clear();
             evening.act(Intent::open_comfort);
         }},
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
        {"speak",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::speaking));
             evening.act(Intent::needs_ready);
         }},
        {"speak_talk",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::speaking));
             evening.act(Intent::needs_ready);
             evening.act(Intent::choose_speech, "", static_cast<int>(event::SpeechKind::talk));
         }},
        {"speak_question",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::speaking));
             evening.act(Intent::needs_ready);
             evening.act(Intent::choose_speech, "", static_cast<int>(event::SpeechKind::question));
         }},
        {"part",
         [](Evening& evening) {
             auto opened = evening.state.event();
             opened.asks_photo = true;
             opened.calls = {
                 {"help",
                  {{"en", "I can help at the next meeting."}, {"es", "Puedo ayudar en la próxima reunión."}}},
                 {"bus", {{"en", "Tell me about the bus."}, {"es", "Cuénteme del autobús."}}},
                 {"read", {{"en", "I can read to a class."}, {"es", "Puedo leer en una clase."}}}};
             evening.know(opened);
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::needs_ready);
             evening.act(Intent::set_photo_wish, "ask");
         }},
        {"done_speaker",
         [](Evening& evening) {
             evening.model.screen = Done{.people = {evening.rosa}, .speaker_number = "A7"};
         }},
        {"children",
         [](Evening& evening) {
             evening.scan(evening.ticket_of(evening.rosa));
             evening.act_and_save(Intent::confirm_people);
             evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));
             evening.act(Intent::needs_ready);
         }},
        {"reach",
         [](Evening& evening) {
             evening.model.screen =
                 Reach{.from = {.from = {.person = evening.rosa, .proved = true}}, .where = "Row 3"};
         }},
        {"reach_no_phone",
         [](Evening& evening) {
             evening.model.screen = Reach{.from = {.from = {.person = evening.luis, .proved = true}}};
             evening.act(Intent::reach_ready);
         }},
        {"done_care", [](Evening& evening) { claim_is_shown(evening, false); }},
        {"done_care_waits", [](Evening& evening) { claim_is_shown(evening, true); }},
        {"helper_wait", [](Evening& evening) { evening.model.screen = HelperComes{.only_wait = true}; }},
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

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        auto both = guests();
        for (auto& scene : staff_scenes()) both.push_back(std::move(scene));
        for (auto& scene : item_scenes()) both.push_back(std::move(scene));
        for (auto& scene : doors_scenes()) both.push_back(std::move(scene));
        for (auto& scene : moderator_scenes()) both.push_back(std::move(scene));
        for (auto& scene : label_scenes()) both.push_back(std::move(scene));
        return both;
    }();
    return all;
}

}  // namespace welcome::kiosk::screens::samples
