#include "kiosk/event/decide_speakers.h"

#include <algorithm>
#include <charconv>

#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

// The count behind a number's letters; 0 where it has other ones.
int count_behind(std::string_view letters, std::string_view number) {
    if (!number.starts_with(letters)) return 0;
    int count = 0;
    const auto* end = number.data() + number.size();
    const auto read = std::from_chars(number.data() + letters.size(), end, count);
    return read.ptr == end ? count : 0;
}

// "A7": each tablet counts behind letters of its own, so two that cannot see each other never give one
// number twice. A tablet without a part of the codes draws its letters.
std::string new_number(const State& state, const SpeakerLine& line, const Context& context) {
    constexpr int single = 24;  // no I and no O, which are read as digits
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    const auto part = state.code_part(context.device);
    std::string own;
    if (part && *part >= 0 && *part < single) {
        own = letters[static_cast<std::size_t>(*part)];
    } else {
        own = letters[context.random_below(single) % single];
        own += letters[context.random_below(single) % single];
    }
    int count = 0;
    for (const auto& speech : line.speeches)
        count = std::max(count, count_behind(own, speech.request.number));
    return own + std::to_string(count + 1);
}

bool waits_already(const State& state, const SpeakerLine& line, const Person& person) {
    return std::any_of(line.speeches.begin(), line.speeches.end(), [&](const Speech& speech) {
        const bool over = speech.state == SpeechState::spoke || speech.state == SpeechState::withdrawn;
        if (over || speech.request.kind != SpeechKind::talk || !speech.request.who) return false;
        const auto* other = state.person(*speech.request.who);
        return other && other->id == person.id;
    });
}

std::optional<Refusal> fault_of(const State& state, const SpeakerLine& line, const SpeakingWish& wish,
                                const Context& context) {
    if (state.is_closed()) return Refusal::event_closed;
    if (!line.takes_more(context.now, state.event().starts)) return Refusal::line_closed;
    const bool question = wish.kind == SpeechKind::question;
    if (question && !line.rules->questions) return Refusal::line_closed;
    if (question && tidy(wish.words).empty()) return Refusal::question_missing;
    if (is_too_long(tidy(wish.name)) || is_too_long(tidy(wish.words))) return Refusal::name_too_long;
    if (!wish.person) return std::nullopt;
    const auto* person = state.person(*wish.person);
    if (!person) return Refusal::unknown_person;
    if (!question && waits_already(state, line, *person)) return Refusal::already_in_line;
    return std::nullopt;
}

// What staff do to somebody in the line; `fits` says whether it can be done to them now.
template <typename Make>
Decision about(const State& state, const SpeechId& id, const Context& context, const auto& fits, Make make) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    const auto line = state.speakers();
    const auto* speech = line.find(id);
    if (!speech) return refuse(Refusal::unknown_speech);
    if (!fits(*speech)) return refuse(Refusal::nothing_new);
    return one(context, make(*speech, line));
}

bool is_over(const Speech& speech) {
    return speech.state == SpeechState::spoke || speech.state == SpeechState::withdrawn;
}

}  // namespace

Decision decide_ask_to_speak(const State& state, const SpeakingWish& wish, const Context& context) {
    const auto line = state.speakers();
    if (const auto fault = fault_of(state, line, wish, context)) return refuse(*fault);
    return one(context, SpeakingRequested{.speech = SpeechId(context.new_id()),
                                          .who = wish.person,
                                          .kind = wish.kind,
                                          .number = new_number(state, line, context),
                                          .name = tidy(wish.name),
                                          .words = tidy(wish.words),
                                          .language = wish.language,
                                          .interpreter = wish.interpreter,
                                          .read_out = wish.read_out});
}

Decision decide_withdraw_speech(const State& state, const SpeechId& id, const Context& context) {
    return about(
        state, id, context, [](const Speech& speech) { return !is_over(speech); },
        [&](const Speech&, const SpeakerLine&) {
            return SpeechWithdrawn{id, context.staff};
        });
}

Decision decide_call_speaker(const State& state, const SpeechId& id, const Context& context) {
    const auto line = state.speakers();
    if (const auto* now = line.now(); now && now->request.speech != id)
        return refuse(Refusal::microphone_taken);
    return about(
        state, id, context, [](const Speech& speech) { return !is_over(speech) && !speech.is_up(); },
        [&](const Speech& speech, const SpeakerLine& all) {
            return SpeakerCalled{id, all.seconds_for(speech, context.now), *context.staff};
        });
}

Decision decide_start_speech(const State& state, const SpeechId& id, const Context& context) {
    return about(
        state, id, context, [](const Speech& speech) { return speech.is_up() && !speech.running_since; },
        [&](const Speech&, const SpeakerLine&) {
            return SpeechStarted{id, *context.staff};
        });
}

Decision decide_stop_speech(const State& state, const SpeechId& id, const Context& context) {
    return about(
        state, id, context, [](const Speech& speech) { return speech.running_since.has_value(); },
        [&](const Speech&, const SpeakerLine&) {
            return SpeechStopped{id, *context.staff};
        });
}

Decision decide_extend_speech(const State& state, const SpeechId& id, int seconds, const Context& context) {
    return about(
        state, id, context, [seconds](const Speech& speech) { return speech.is_up() && seconds > 0; },
        [&](const Speech&, const SpeakerLine&) {
            return SpeechExtended{id, seconds, *context.staff};
        });
}

namespace {

Decision answer_together(const SpeakerLine& line, const Speech& question, const StaffId& by,
                         const Context& context) {
    std::vector<sync::Draft> drafts;
    for (const auto& group : line.questions(QuestionList::open)) {
        if (std::find(group.begin(), group.end(), &question) == group.end()) continue;
        for (const auto* one : group) add(drafts, context, SpeakerSpoke{one->request.speech, 0, by});
    }
    if (drafts.empty()) return refuse(Refusal::nothing_new);
    return drafts;
}

bool is_question(const Speech& speech) {
    return speech.request.kind == SpeechKind::question && speech.state != SpeechState::withdrawn;
}

}  // namespace

Decision decide_end_speech(const State& state, const SpeechId& id, const Context& context) {
    const auto line = state.speakers();
    const auto* asked = line.find(id);
    if (const auto* staff = who(state, context); staff && asked && is_question(*asked))
        return answer_together(line, *asked, staff->id, context);
    return about(
        state, id, context, [](const Speech& speech) { return !is_over(speech); },
        [&](const Speech& speech, const SpeakerLine&) {
            return SpeakerSpoke{id, speech.used_at(context.now), *context.staff};
        });
}

Decision decide_skip_speaker(const State& state, const SpeechId& id, const Context& context) {
    return about(
        state, id, context,
        [](const Speech& speech) { return !is_over(speech) && speech.state != SpeechState::skipped; },
        [&](const Speech&, const SpeakerLine&) {
            return SpeakerSkipped{id, *context.staff};
        });
}

Decision decide_group_question(const State& state, const SpeechId& id, const std::optional<SpeechId>& under,
                               const Context& context) {
    const auto line = state.speakers();
    const auto* head = under ? line.find(*under) : nullptr;
    if (under && (!head || !is_question(*head))) return refuse(Refusal::unknown_speech);
    return about(
        state, id, context,
        [&](const Speech& speech) {
            if (!is_question(speech)) return false;
            return under ? line.together_with(id) != line.together_with(*under) : speech.under.has_value();
        },
        [&](const Speech&, const SpeakerLine&) {
            return QuestionGrouped{id, under ? std::optional(line.together_with(*under)) : std::nullopt,
                                   *context.staff};
        });
}

Decision decide_hide_question(const State& state, const SpeechId& id, bool hidden, const Context& context) {
    return about(
        state, id, context,
        [hidden](const Speech& speech) { return is_question(speech) && speech.is_hidden != hidden; },
        [&](const Speech&, const SpeakerLine&) {
            return QuestionHidden{id, hidden, *context.staff};
        });
}

Decision decide_reopen_question(const State& state, const SpeechId& id, const Context& context) {
    return about(
        state, id, context,
        [](const Speech& speech) { return is_question(speech) && speech.state == SpeechState::spoke; },
        [&](const Speech&, const SpeakerLine&) {
            return QuestionReopened{id, *context.staff};
        });
}

Decision decide_rule_speaking(const State& state, const SpeakingRules& rules, const Context& context) {
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    if (state.speakers().rules == rules) return refuse(Refusal::nothing_new);
    return one(context, SpeakingRuled{rules, staff->id});
}

}  // namespace welcome::kiosk::event
