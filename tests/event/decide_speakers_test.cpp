// The microphone: who may ask, whose turn it is, how long, and that the time is kept.

#include "kiosk/event/decide_speakers.h"

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Microphone : public Desk {
  protected:
    void SetUp() override {
        EventOpened event{};
        event.starts = at_minute(0);
        event.speaking = SpeakingRules{.tiers = {{2, 180}, {3, 120}, {0, 60}}};
        says(event);
        for (std::uint64_t one = 1; one <= 5; ++one) knows(one, "Person " + std::to_string(one));
        unlocks(StaffRole::volunteer);
    }
    SpeechId asks(std::uint64_t person, bool interpreter = false) {
        const auto decision =
            decide_ask_to_speak(state_, {.person = person_id(person), .interpreter = interpreter}, context());
        const auto speech = decision ? body_of<SpeakingRequested>(decision->front()).speech : SpeechId();
        carry_out(decision);
        return speech;
    }
    void rules(const SpeakingRules& rules) {
        const auto before = unlocked_;
        unlocks(StaffRole::lead);
        carry_out(decide_rule_speaking(state_, rules, context()));
        unlocked_ = before;
    }
    SpeakingRules rules() { return *state_.speakers().rules; }
    Speech speech(const SpeechId& id) { return *state_.speakers().find(id); }
    std::vector<std::string> numbers() {
        std::vector<std::string> all;
        const auto line = state_.speakers();
        for (const auto* one : line.waiting(SpeechKind::talk)) all.push_back(one->request.number);
        return all;
    }
};

}  // namespace

TEST_F(Microphone, CountsEachTabletsOwnNumbers) {
    asks(1);
    asks(2);

    EXPECT_EQ(numbers(), (std::vector<std::string>{"A1", "A2"}));

    auto elsewhere = context();
    elsewhere.device = device_id(9);  // has no part of the codes: two letters that it draws
    const auto decision = decide_ask_to_speak(state_, {.person = person_id(3)}, elsewhere);
    EXPECT_EQ(body_of<SpeakingRequested>(decision->front()).number.size(), 3U);
}

TEST_F(Microphone, GivesEachLessTheLongerTheLineIs) {
    asks(1);
    EXPECT_EQ(state_.speakers().tier_seconds(false), 180);
    asks(2);
    asks(3);
    EXPECT_EQ(state_.speakers().tier_seconds(false), 120);
    const auto with_interpreter = asks(4, true);

    EXPECT_EQ(state_.speakers().tier_seconds(false), 60);
    EXPECT_EQ(state_.speakers().seconds_for(speech(with_interpreter), at_minute(5)), 120);  // double time
}

TEST_F(Microphone, KeepsNobodysTurnLongerBecauseOthersHadTheirs) {
    const auto first = asks(1);
    for (const std::uint64_t other : {2U, 3U, 4U}) asks(other);
    carry_out(decide_call_speaker(state_, first, context()));
    carry_out(decide_end_speech(state_, first, context()));

    EXPECT_EQ(state_.speakers().tier_seconds(false), 60);
}

TEST_F(Microphone, GivesNoDoubleTimeWhereTheRulesDoNot) {
    auto strict = rules();
    strict.double_for_interpreter = false;
    rules(strict);

    EXPECT_EQ(state_.speakers().seconds_for(speech(asks(1, true)), at_minute(5)), 180);
}

TEST_F(Microphone, KeepsTheTimeThroughStopAndStart) {
    const auto first = asks(1);
    minute_ = 10;
    carry_out(decide_call_speaker(state_, first, context()));
    EXPECT_EQ(speech(first).state, SpeechState::called);
    EXPECT_EQ(speech(first).left_at(at_minute(20)), 180);  // being called costs no time

    carry_out(decide_start_speech(state_, first, context()));
    minute_ = 11;
    carry_out(decide_stop_speech(state_, first, context()));
    EXPECT_EQ(speech(first).left_at(at_minute(30)), 120);
    carry_out(decide_extend_speech(state_, first, 60, context()));
    carry_out(decide_start_speech(state_, first, context()));
    minute_ = 15;
    EXPECT_EQ(speech(first).left_at(at_minute(15)), -60);  // over, and it shows by how much
    carry_out(decide_end_speech(state_, first, context()));

    EXPECT_EQ(speech(first).used, 300);
    EXPECT_EQ(speech(first).state, SpeechState::spoke);
}

TEST_F(Microphone, StopsAtTheCapOfAll) {
    auto capped = rules();
    capped.total_seconds = 200;
    rules(capped);
    const auto first = asks(1);
    const auto second = asks(2);
    carry_out(decide_call_speaker(state_, first, context()));
    carry_out(decide_start_speech(state_, first, context()));
    minute_ += 3;
    carry_out(decide_end_speech(state_, first, context()));

    EXPECT_EQ(state_.speakers().left_in_all(at_minute(minute_)), 20);
    EXPECT_EQ(state_.speakers().seconds_for(speech(second), at_minute(minute_)), 20);
}

TEST_F(Microphone, HasOneAtATime) {
    const auto first = asks(1);
    const auto second = asks(2);
    carry_out(decide_call_speaker(state_, first, context()));

    EXPECT_EQ(refusal_of(decide_call_speaker(state_, second, context())), Refusal::microphone_taken);

    carry_out(decide_skip_speaker(state_, first, context()));
    carry_out(decide_call_speaker(state_, second, context()));
    EXPECT_EQ(state_.speakers().now()->request.speech, second);
    carry_out(decide_end_speech(state_, second, context()));
    carry_out(decide_call_speaker(state_, first, context()));  // who was not there may come later
    EXPECT_EQ(state_.speakers().now()->request.speech, first);
}

TEST_F(Microphone, TakesNobodyAfterTheLineIsClosed) {
    auto closed = rules();
    closed.open = false;
    rules(closed);

    EXPECT_EQ(refusal_of(decide_ask_to_speak(state_, {.person = person_id(1)}, context())),
              Refusal::line_closed);

    // A tablet that did not know: it happened, and comes after all who were in time.
    says(SpeakingRequested{.speech = id_of<SpeechId>(71), .who = person_id(1), .number = "B1"});
    auto opened = rules();
    opened.open = true;
    rules(opened);
    asks(2);
    EXPECT_EQ(numbers(), (std::vector<std::string>{"A1", "B1"}));
    EXPECT_TRUE(speech(id_of<SpeechId>(71)).late);
}

TEST_F(Microphone, ClosesByItselfAtTheCutOff) {
    auto timed = rules();
    timed.cut_off_minutes = 20;
    rules(timed);
    minute_ = 20;
    asks(1);
    minute_ = 21;

    EXPECT_EQ(refusal_of(decide_ask_to_speak(state_, {.person = person_id(2)}, context())),
              Refusal::line_closed);
}

TEST_F(Microphone, GivesOneTurnToEachAndTakesQuestionsBeside) {
    asks(1);

    EXPECT_EQ(refusal_of(decide_ask_to_speak(state_, {.person = person_id(1)}, context())),
              Refusal::already_in_line);
    const SpeakingWish empty{.person = person_id(1), .kind = SpeechKind::question, .words = "  "};
    EXPECT_EQ(refusal_of(decide_ask_to_speak(state_, empty, context())), Refusal::question_missing);
    const SpeakingWish asked{.person = person_id(1), .kind = SpeechKind::question, .words = "Why?"};
    carry_out(decide_ask_to_speak(state_, asked, context()));
    const auto line = state_.speakers();
    EXPECT_EQ(line.waiting(SpeechKind::question).size(), 1U);
    EXPECT_EQ(line.length(), 1);  // a question shortens nobody's turn
}

TEST_F(Microphone, IsTheLeadsToRule) {
    EXPECT_EQ(refusal_of(decide_rule_speaking(state_, rules(), context())), Refusal::not_permitted);
    unlocked_.reset();
    EXPECT_EQ(refusal_of(decide_call_speaker(state_, id_of<SpeechId>(1), context())), Refusal::not_permitted);
}

TEST_F(Microphone, NeedsRulesBeforeAnybodyAsks) {
    state_ = State();

    EXPECT_EQ(refusal_of(decide_ask_to_speak(state_, {.person = {}}, context())), Refusal::line_closed);
}

namespace {

class Moderator : public Microphone {
  protected:
    SpeechId writes(const std::string& words) {
        const auto decision = decide_ask_to_speak(
            state_, {.person = {}, .kind = SpeechKind::question, .words = words}, context());
        const auto speech = body_of<SpeakingRequested>(decision->front()).speech;
        carry_out(decision);
        return speech;
    }
    std::vector<std::vector<std::string>> list(QuestionList which) {
        std::vector<std::vector<std::string>> groups;
        const auto line = state_.speakers();  // its groups point into it
        for (const auto& group : line.questions(which)) {
            groups.emplace_back();
            for (const auto* one : group) groups.back().push_back(one->request.words);
        }
        return groups;
    }
    using Groups = std::vector<std::vector<std::string>>;
};

}  // namespace

TEST_F(Moderator, PutsQuestionsTogetherAndAnswersThemAtOnce) {
    const auto bus = writes("bus?");
    const auto lunch = writes("lunch?");
    const auto late_bus = writes("late bus?");
    carry_out(decide_group_question(state_, late_bus, bus, context()));
    EXPECT_EQ(list(QuestionList::open), (Groups{{"bus?", "late bus?"}, {"lunch?"}}));
    EXPECT_EQ(refusal_of(decide_group_question(state_, bus, late_bus, context())), Refusal::nothing_new);

    carry_out(decide_end_speech(state_, bus, context()));

    EXPECT_EQ(list(QuestionList::open), (Groups{{"lunch?"}}));
    EXPECT_EQ(list(QuestionList::answered), (Groups{{"bus?", "late bus?"}}));
    carry_out(decide_reopen_question(state_, late_bus, context()));
    EXPECT_EQ(list(QuestionList::open), (Groups{{"lunch?"}, {"late bus?"}}));
    EXPECT_EQ(refusal_of(decide_reopen_question(state_, lunch, context())), Refusal::nothing_new);
}

TEST_F(Moderator, TakesAQuestionApartAgain) {
    const auto bus = writes("bus?");
    const auto lunch = writes("lunch?");
    carry_out(decide_group_question(state_, lunch, bus, context()));
    carry_out(decide_group_question(state_, lunch, std::nullopt, context()));

    EXPECT_EQ(list(QuestionList::open), (Groups{{"bus?"}, {"lunch?"}}));
    EXPECT_EQ(refusal_of(decide_group_question(state_, lunch, std::nullopt, context())),
              Refusal::nothing_new);
}

TEST_F(Moderator, HidesWhatIsNotToBeReadOut) {
    const auto rude = writes("rude");
    carry_out(decide_hide_question(state_, rude, true, context()));
    EXPECT_TRUE(list(QuestionList::open).empty());
    EXPECT_EQ(list(QuestionList::hidden), (Groups{{"rude"}}));

    carry_out(decide_hide_question(state_, rude, false, context()));
    EXPECT_EQ(list(QuestionList::open), (Groups{{"rude"}}));
}

TEST_F(Moderator, SortsNoTalksAndNothingWithoutAPin) {
    const auto talk = asks(1);
    const auto question = writes("bus?");
    EXPECT_EQ(refusal_of(decide_group_question(state_, question, talk, context())), Refusal::unknown_speech);
    EXPECT_EQ(refusal_of(decide_hide_question(state_, talk, true, context())), Refusal::nothing_new);
    unlocked_.reset();

    EXPECT_EQ(refusal_of(decide_hide_question(state_, question, true, context())), Refusal::not_permitted);
}

TEST_F(Moderator, MakesOneOfQuestionsThatTwoTabletsPutToOneAnother) {
    const auto bus = writes("bus?");
    const auto lunch = writes("lunch?");
    says(QuestionGrouped{bus, lunch, id_of<StaffId>(1)});
    says(QuestionGrouped{lunch, bus, id_of<StaffId>(1)});

    EXPECT_EQ(list(QuestionList::open), (Groups{{"bus?", "lunch?"}}));
}

}  // namespace welcome::kiosk::event::test
