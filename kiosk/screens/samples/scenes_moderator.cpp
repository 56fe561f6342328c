#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

namespace {

using event::GuestRole;
using event::StaffRole;

event::SpeechId question_of(std::uint8_t number) {
    sync::Uuid id;
    id.bytes[0] = 0xDB;  // Apart from the counted ids.
    id.bytes[15] = number;
    return event::SpeechId(id);
}

// Seven questions: two ask the same as the first, one was answered, one is not to be read out.
void asked_in_writing(Evening& evening) {
    const auto by = evening.staff.at(StaffRole::volunteer);
    const auto asks = [&](std::uint8_t number, const std::string& words, const std::string& language,
                          bool read_out) {
        evening.know(event::SpeakingRequested{.speech = question_of(number),
                                              .kind = event::SpeechKind::question,
                                              .number = "A" + std::to_string(number),
                                              .words = words,
                                              .language = language,
                                              .read_out = read_out});
    };
    asks(1, "When does the late bus come back?", "en", true);
    asks(2, "What is for lunch on days with a field trip, and who pays for it?", "en", false);
    asks(3, "¿A qué hora pasa el autobús de la tarde?", "es", true);
    asks(4, "Is there a bus after practice?", "en", false);
    asks(5, "Who do I call about the school nurse?", "en", false);
    asks(6, "Can we meet on Saturdays?", "en", false);
    asks(7, "Not about the school", "en", false);
    for (const std::uint8_t other : {std::uint8_t{3}, std::uint8_t{4}})
        evening.know(event::QuestionGrouped{question_of(other), question_of(1), by});
    evening.know(event::SpeakerSpoke{question_of(6), 0, by});
    evening.know(event::QuestionHidden{question_of(7), true, by});
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_speakers);
    evening.act(Intent::open_questions);
}

void press_comes(Evening& evening) {
    busy(evening);
    evening.know(event::PersonTagged{evening.ng, GuestRole::press, evening.staff.at(StaffRole::lead)});
    evening.unlock(StaffRole::volunteer);
}

}  // namespace

std::vector<Scene> moderator_scenes() {
    return {{"questions", asked_in_writing},
            {"questions_asked",
             [](Evening& evening) {
                 asked_in_writing(evening);
                 evening.act(Intent::ask_of_question, question_of(3).text());
             }},
            {"questions_answered",
             [](Evening& evening) {
                 asked_in_writing(evening);
                 evening.act(Intent::ask_of_question, question_of(6).text());
             }},
            {"questions_hidden",
             [](Evening& evening) {
                 asked_in_writing(evening);
                 evening.act(Intent::ask_of_question, question_of(7).text());
             }},
            {"questions_moving",
             [](Evening& evening) {
                 asked_in_writing(evening);
                 evening.act(Intent::move_question, question_of(5).text());
             }},
            {"questions_nobody",
             [](Evening& evening) {
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_questions);
             }},
            {"person_press",
             [](Evening& evening) {
                 press_comes(evening);
                 evening.act_and_save(Intent::check_in_person, evening.ng.text());
             }},
            {"person_headset",
             [](Evening& evening) {
                 busy(evening);
                 const auto by = evening.staff.at(StaffRole::volunteer);
                 evening.know(event::ItemListed{event::item_id(event::ItemKind::headset, "1"),
                                                event::ItemKind::headset, "1", "2", "es", by});
                 evening.know(event::NeedRaised{evening.rosa, {event::Need::interpretation}});
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_person, evening.rosa.text());
             }},
            {"add_press", [](Evening& evening) {
                 evening.unlock(StaffRole::volunteer);
                 evening.act(Intent::open_add);
                 evening.act(Intent::edit_name, "Jo Park");
                 evening.act(Intent::set_guest_role, {}, static_cast<int>(GuestRole::press));
             }}};
}

}  // namespace welcome::kiosk::screens::samples
