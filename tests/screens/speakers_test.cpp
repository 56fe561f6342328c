// The microphone on the screens: a guest asks, staff call and keep the time, the big screen shows it.

#include "kiosk/screens/staff/speakers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/id_code.h"
#include "kiosk/screens/display/timer.h"
#include "kiosk/screens/speech_words.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using namespace std::chrono_literals;
using event::SpeechKind;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::SizeIs;

void come_to_speak(Evening& evening) {
    evening.scan(evening.ticket_of(evening.ng));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::speaking));
    evening.act(Intent::needs_ready);
}

void ask_to_talk(Evening& evening) {
    come_to_speak(evening);
    evening.act(Intent::choose_speech, "", static_cast<int>(SpeechKind::talk));
}

Look look_at(const Evening& evening) {
    return {.model = evening.model,
            .state = evening.state,
            .words = words_of("en"),
            .now = evening.now,
            .wall = evening.known().context.now};
}

event::Speech next_of(const Evening& evening, SpeechKind kind) {
    const auto line = evening.state.speakers();
    return *line.waiting(kind).front();
}

std::string first_in_line(const Evening& evening) {
    return next_of(evening, SpeechKind::talk).request.speech.text();
}

}  // namespace

TEST(AGuestWhoWantsToSpeak, GetsANumberOnTheScreenAndOnPaper) {
    Evening evening;
    evening.with_printer();
    ask_to_talk(evening);
    evening.act(Intent::edit_speech, "The bus");

    evening.act_and_save(Intent::speak_ready);

    EXPECT_EQ(evening.notice(), "needs.speak_asked");
    EXPECT_THAT(evening.labels("speaker"), SizeIs(1));
    evening.act_and_save(Intent::needs_ready);
    ASSERT_NE(evening.on<Done>(), nullptr);
    EXPECT_NE(evening.on<Done>()->speaker_number, "");
    evening.pass(20s);
    EXPECT_NE(evening.on<Done>(), nullptr);  // It waits: there is a number to keep.
}

TEST(AGuestWhoWantsToSpeak, IsCalledByNameOnlyIfTheyWish) {
    Evening shy;
    ask_to_talk(shy);
    shy.act_and_save(Intent::speak_ready);
    EXPECT_EQ(shy.state.speakers().speeches.front().request.name, "");

    Evening open;
    ask_to_talk(open);
    open.act(Intent::toggle_by_name);
    open.act_and_save(Intent::speak_ready);
    EXPECT_EQ(open.state.speakers().speeches.front().request.name, "Ng");
}

TEST(AGuestWhoWantsToSpeak, MayLeaveItForNow) {
    Evening evening;
    come_to_speak(evening);

    evening.act(Intent::speak_skipped);

    ASSERT_NE(evening.on<Needs>(), nullptr);
    evening.act(Intent::needs_ready);
    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_TRUE(evening.state.speakers().speeches.empty());
}

TEST(AGuestWhoAsksAQuestion, MustWriteItAndGetsNoNumber) {
    Evening evening;
    come_to_speak(evening);
    evening.act(Intent::choose_speech, "", static_cast<int>(SpeechKind::question));
    evening.act(Intent::speak_ready);
    EXPECT_EQ(evening.notice(), "refusal.question_missing");

    evening.act(Intent::edit_speech, "When does the bus come?");
    evening.act(Intent::toggle_read_out);
    evening.act_and_save(Intent::speak_ready);

    EXPECT_EQ(evening.notice(), "needs.question_asked");
    EXPECT_THAT(evening.labels("speaker"), SizeIs(0));
    EXPECT_TRUE(next_of(evening, SpeechKind::question).request.read_out);
}

TEST(AClosedLine, IsNotOfferedToGuests) {
    Evening evening;
    auto rules = *evening.state.speakers().rules;
    rules.open = false;
    evening.know(event::SpeakingRuled{rules, evening.staff.at(StaffRole::lead)});

    come_to_speak(evening);

    EXPECT_EQ(evening.on<Speak>(), nullptr);
    evening.saved();
    EXPECT_NE(evening.on<Done>(), nullptr);
    EXPECT_EQ(evening.notice(), "refusal.line_closed");  // Said, and the wish is kept as a need all the same.
}

TEST(TheCaller, CallsStartsAddsTimeAndEnds) {
    Evening evening;
    ask_to_talk(evening);
    evening.act_and_save(Intent::speak_ready);
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_speakers);
    const auto speech = first_in_line(evening);

    evening.act_and_save(Intent::call_speaker, speech);
    EXPECT_EQ(light_of(*evening.state.speakers().now(), look_at(evening).wall), Light::ready);
    evening.act_and_save(Intent::start_speech, speech);
    EXPECT_TRUE(shows_running_clock(evening.model, evening.state));
    evening.pass(155s);
    EXPECT_FALSE(evening.model.blanked);  // Nobody touches a screen while they keep the time.
    EXPECT_EQ(light_of(*evening.state.speakers().now(), look_at(evening).wall), Light::finish);
    EXPECT_EQ(speakers_view(look_at(evening)).now->time, "0:25");
    evening.pass(30s);
    EXPECT_EQ(light_of(*evening.state.speakers().now(), look_at(evening).wall), Light::over);
    EXPECT_EQ(speakers_view(look_at(evening)).now->time, "+0:05");
    evening.act_and_save(Intent::extend_speech, speech);
    EXPECT_EQ(speakers_view(look_at(evening)).now->time, "0:55");
    evening.act_and_save(Intent::end_speech, speech);

    EXPECT_EQ(evening.state.speakers().now(), nullptr);
    EXPECT_EQ(evening.state.speakers().speeches.front().used, 185);
    EXPECT_FALSE(shows_running_clock(evening.model, evening.state));
}

TEST(TheCaller, AddsSomebodyWithoutAName) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_speakers);
    evening.act(Intent::open_add_speaker);
    evening.act(Intent::toggle_interpreter);

    evening.act_and_save(Intent::add_speaker_ready);

    ASSERT_NE(evening.on<SpeakersBoard>(), nullptr);
    EXPECT_EQ(evening.state.speakers().seconds_for(next_of(evening, SpeechKind::talk), look_at(evening).wall),
              360);
}

TEST(ASpeakersTicket, OpensItsTurnAndCallsIt) {
    Evening evening;
    ask_to_talk(evening);
    evening.act_and_save(Intent::speak_ready);
    const auto speech = evening.state.speakers().speeches.front().request.speech;
    const auto ticket = event::write_speech_code(speech);
    evening.unlock(StaffRole::volunteer);
    ASSERT_NE(evening.on<Table>(), nullptr);

    evening.scan(ticket);
    ASSERT_NE(evening.on<SpeakersBoard>(), nullptr);
    EXPECT_EQ(evening.on<SpeakersBoard>()->asked, speech);
    EXPECT_NE(speakers_view(look_at(evening)).call_asked, "");
    evening.act_and_save(Intent::call_speaker, speech.text());
    ASSERT_NE(evening.state.speakers().now(), nullptr);

    evening.scan(ticket);
    EXPECT_EQ(evening.notice(), "speakers.is_up");
    EXPECT_FALSE(evening.on<SpeakersBoard>()->asked.has_value());
    evening.act_and_save(Intent::end_speech, speech.text());
    evening.scan(ticket);
    EXPECT_EQ(evening.notice(), "speakers.is_over");
}

TEST(ASpeakersTicket, OfAnotherEveningOrSomethingElseIsTold) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_speakers);

    evening.scan(event::write_speech_code(event::SpeechId(evening.known().context.new_id())));
    EXPECT_EQ(evening.notice(), "speakers.not_heard");
    evening.scan(evening.ticket_of(evening.rosa));
    EXPECT_EQ(evening.notice(), "speakers.not_a_ticket");

    EXPECT_NE(evening.on<SpeakersBoard>(), nullptr);
    EXPECT_TRUE(evening.unsaved.empty());
}

TEST(ASpeakersTicket, IsNotCalledWhileSomebodyIsUp) {
    Evening evening;
    ask_to_talk(evening);
    evening.act_and_save(Intent::speak_ready);
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::open_speakers);
    evening.act_and_save(Intent::call_speaker, first_in_line(evening));
    evening.act(Intent::open_add_speaker);
    evening.act_and_save(Intent::add_speaker_ready);
    const auto next = next_of(evening, SpeechKind::talk).request.speech;

    evening.scan(event::write_speech_code(next));

    EXPECT_EQ(evening.on<SpeakersBoard>()->asked, next);
    EXPECT_EQ(speakers_view(look_at(evening)).call_asked, "");
}

TEST(TheTimer, LocksTheTabletAndIsLeftToTheWelcome) {
    Evening evening;
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_speakers);

    evening.act(Intent::open_timer);

    EXPECT_NE(evening.on<TimerBoard>(), nullptr);
    EXPECT_FALSE(evening.model.staff.has_value());
    evening.act(Intent::open_speakers);
    EXPECT_NE(evening.on<TimerBoard>(), nullptr);  // Nothing else is done here.
    evening.pass(2h);
    EXPECT_NE(evening.on<TimerBoard>(), nullptr);
    evening.act(Intent::leave_timer);
    EXPECT_NE(evening.on<Welcome>(), nullptr);
}

TEST(TheTimer, ShowsNoFamilyWhateverIsScannedAtIt) {
    Evening evening;
    evening.model.screen = TimerBoard{.fixed = true};

    evening.scan(evening.ticket_of(evening.rosa));

    EXPECT_NE(evening.on<TimerBoard>(), nullptr);
}

TEST(TheSpeakersBoard, LetsTheLeadCloseALineThatTheCutOffEnded) {
    Evening evening;
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_speakers);
    auto rules = *evening.state.speakers().rules;
    rules.cut_off_minutes = 30;
    evening.know(event::SpeakingRuled{rules, evening.staff.at(StaffRole::lead)});
    auto opened = evening.state.event();
    opened.starts -= 48h;
    evening.know(opened);
    ASSERT_FALSE(evening.state.speakers().takes_more(look_at(evening).wall, opened.starts));

    const auto view = speakers_view(look_at(evening));
    EXPECT_TRUE(view.is_open);  // so the button closes it
    EXPECT_NE(view.closed, "");
}

TEST(TheTimer, CallsAFamilyByItsNumberAlone) {
    Evening evening;
    evening.model.screen = TimerBoard{.fixed = true};
    const event::StayId stay(evening.known().context.new_id());
    evening.know(event::ChildcareRequested{
        .stay = stay, .adult = evening.rosa, .first_name = "Leo", .code = "K7MP", .number = 214});
    const auto by = evening.staff.at(StaffRole::childcare);
    evening.know(event::ChildDroppedOff{stay, "Room 4", by});
    EXPECT_TRUE(timer_view(look_at(evening)).pages.empty());

    evening.know(event::ParentPaged{stay, by, "cries", false});

    EXPECT_THAT(timer_view(look_at(evening)).pages, ElementsAre("Family 214, please come to child care."));
}

TEST(TheTimer, SaysTimeInFullSeconds) {
    EXPECT_EQ(time_left_text(181), "3:01");
    EXPECT_EQ(time_left_text(0), "0:00");
    EXPECT_EQ(time_left_text(-72), "+1:12");
}

TEST(TheLeadsRules, AreTheLeadsAlone) {
    Evening evening;
    evening.unlock(StaffRole::volunteer);
    evening.act(Intent::set_speaking_rule, "open", 0);
    EXPECT_EQ(evening.notice(), "refusal.not_permitted");
    evening.act(Intent::lock);
    evening.unlock(StaffRole::lead);

    evening.act_and_save(Intent::set_speaking_rule, "tier.1", 5);
    evening.act_and_save(Intent::set_speaking_rule, "total", 45);
    evening.act_and_save(Intent::set_speaking_rule, "open", 0);

    const auto rules = *evening.state.speakers().rules;
    EXPECT_EQ(rules.tiers.front().seconds, 300);
    EXPECT_EQ(rules.total_seconds, 2700);
    EXPECT_FALSE(rules.open);
}

}  // namespace welcome::kiosk::screens::test
