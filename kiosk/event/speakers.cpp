#include "kiosk/event/speakers.h"

#include <algorithm>

namespace welcome::kiosk::event {

namespace {

int seconds_between(Instant from, Instant to) {
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(to - from).count();
    return static_cast<int>(std::clamp<std::int64_t>(passed, 0, k_most_seconds));
}

int sane_seconds(int seconds) {
    return std::clamp(seconds, 0, k_most_seconds);
}

void stop_clock(Speech& speech, Instant at) {
    if (!speech.running_since) return;
    speech.used = sane_seconds(speech.used + seconds_between(*speech.running_since, at));
    speech.running_since.reset();
}

}  // namespace

int Speech::used_at(Instant now) const {
    return sane_seconds(used + (running_since ? seconds_between(*running_since, now) : 0));
}

const Speech* SpeakerLine::find(const SpeechId& id) const {
    const auto found = std::find_if(speeches.begin(), speeches.end(),
                                    [&](const Speech& speech) { return speech.request.speech == id; });
    return found == speeches.end() ? nullptr : &*found;
}

const Speech* SpeakerLine::now() const {
    const auto* last = last_called ? find(*last_called) : nullptr;
    if (last && last->is_up()) return last;
    const auto up =
        std::find_if(speeches.begin(), speeches.end(), [](const Speech& one) { return one.is_up(); });
    return up == speeches.end() ? nullptr : &*up;
}

std::vector<const Speech*> SpeakerLine::waiting(SpeechKind kind) const& {
    std::vector<const Speech*> line;
    for (const bool late : {false, true}) {
        for (const auto& speech : speeches) {
            if (speech.request.kind == kind && speech.state == SpeechState::waiting && speech.late == late)
                line.push_back(&speech);
        }
    }
    return line;
}

SpeechId SpeakerLine::together_with(const SpeechId& question) const {
    std::vector<SpeechId> way{question};
    while (const auto* speech = find(way.back())) {
        const auto* next = speech->under ? find(*speech->under) : nullptr;
        if (!next || next->request.kind != SpeechKind::question) return way.back();
        const auto seen = std::find(way.begin(), way.end(), *speech->under);
        if (seen != way.end()) {  // Two tablets put them to one another.
            const auto in_circle = [&](const Speech& one) {
                return std::find(seen, way.end(), one.request.speech) != way.end();
            };
            return std::find_if(speeches.begin(), speeches.end(), in_circle)->request.speech;
        }
        way.push_back(*speech->under);
    }
    return question;
}

namespace {

std::optional<QuestionList> list_of(const Speech& speech) {
    if (speech.request.kind != SpeechKind::question || speech.state == SpeechState::withdrawn)
        return std::nullopt;
    if (speech.is_hidden) return QuestionList::hidden;
    return speech.state == SpeechState::spoke ? QuestionList::answered : QuestionList::open;
}

}  // namespace

std::vector<QuestionGroup> SpeakerLine::questions(QuestionList list) const& {
    std::vector<QuestionGroup> groups;
    std::map<SpeechId, std::size_t> places;
    for (const bool late : {false, true}) {
        for (const auto& speech : speeches) {
            if (speech.late != late || list_of(speech) != list) continue;
            const auto head = together_with(speech.request.speech);
            const auto [place, is_new] = places.emplace(head, groups.size());
            if (is_new) groups.emplace_back();
            auto& group = groups[place->second];
            group.insert(head == speech.request.speech ? group.begin() : group.end(), &speech);
        }
    }
    return groups;
}

int SpeakerLine::length() const {
    return static_cast<int>(std::count_if(speeches.begin(), speeches.end(), [](const Speech& speech) {
        return speech.request.kind == SpeechKind::talk && !speech.late &&
               speech.state != SpeechState::withdrawn;
    }));
}

int SpeakerLine::used_in_all(Instant now) const {
    int all = 0;
    for (const auto& speech : speeches) {
        if (speech.request.kind == SpeechKind::talk) all = sane_seconds(all + speech.used_at(now));
    }
    return all;
}

std::optional<int> SpeakerLine::left_in_all(Instant now) const {
    if (!rules || rules->total_seconds <= 0) return std::nullopt;
    return std::max(0, rules->total_seconds - used_in_all(now));
}

int SpeakerLine::tier_seconds(bool interpreter) const {
    int seconds = k_usual_seconds;
    const int in_line = length();
    for (const auto& tier : rules ? rules->tiers : std::vector<SpeakingTier>{}) {
        if (tier.up_to > 0 && in_line > tier.up_to) continue;
        seconds = sane_seconds(tier.seconds);
        break;
    }
    return interpreter && rules && rules->double_for_interpreter ? sane_seconds(seconds * 2) : seconds;
}

int SpeakerLine::seconds_for(const Speech& speech, Instant now) const {
    const int seconds = tier_seconds(speech.request.interpreter);
    const auto left = left_in_all(now);
    return left && speech.request.kind == SpeechKind::talk ? std::min(seconds, *left) : seconds;
}

bool is_after_cut_off(const SpeakingRules& rules, Instant at, Instant starts) {
    return rules.cut_off_minutes > 0 && at > starts + std::chrono::minutes(rules.cut_off_minutes);
}

bool SpeakerLine::takes_more(Instant now, Instant starts) const {
    return rules && rules->open && !is_after_cut_off(*rules, now, starts);
}

SpeakerFold::SpeakerFold(std::optional<SpeakingRules> configured, Instant starts)
    : rules_(std::move(configured)), starts_(starts) {}

Speech* SpeakerFold::open_one(const SpeechId& id) {
    auto& speech = speeches_[id];
    const bool over = speech.state == SpeechState::spoke || speech.state == SpeechState::withdrawn;
    return over ? nullptr : &speech;
}

// Asked for again under the same id (another tablet's copy): the later words, the first place in the line.
void SpeakerFold::take(const SpeakingRequested& body, Instant at) {
    auto& speech = speeches_[body.speech];
    speech.request = body;
    if (std::find(order_.begin(), order_.end(), body.speech) != order_.end()) return;
    order_.push_back(body.speech);
    speech.asked_at = at;
    speech.late = rules_ && (!rules_->open || is_after_cut_off(*rules_, at, starts_));
}

void SpeakerFold::take(const SpeechWithdrawn& body, Instant at) {
    auto* speech = open_one(body.speech);
    if (!speech) return;
    stop_clock(*speech, at);
    speech->state = SpeechState::withdrawn;
}

void SpeakerFold::take(const SpeakerCalled& body, Instant) {
    auto* speech = open_one(body.speech);
    if (!speech) return;
    last_called_ = body.speech;
    if (speech->is_up()) return;  // Called at two tables at once: one turn.
    speech->state = SpeechState::called;
    speech->seconds = sane_seconds(body.seconds);
    speech->used = 0;
}

void SpeakerFold::take(const SpeechStarted& body, Instant at) {
    auto* speech = open_one(body.speech);
    if (!speech || !speech->is_up() || speech->running_since) return;
    speech->state = SpeechState::speaking;
    speech->running_since = at;
}

void SpeakerFold::take(const SpeechStopped& body, Instant at) {
    auto* speech = open_one(body.speech);
    if (!speech || !speech->running_since) return;
    stop_clock(*speech, at);
    speech->state = SpeechState::paused;
}

void SpeakerFold::take(const SpeechExtended& body, Instant) {
    auto* speech = open_one(body.speech);
    if (speech && speech->is_up())
        speech->seconds = sane_seconds(speech->seconds + sane_seconds(body.seconds));
}

void SpeakerFold::take(const SpeakerSpoke& body, Instant) {
    auto* speech = open_one(body.speech);
    if (!speech) return;
    speech->running_since.reset();
    speech->used = sane_seconds(body.seconds);
    speech->state = SpeechState::spoke;
}

void SpeakerFold::take(const SpeakerSkipped& body, Instant at) {
    auto* speech = open_one(body.speech);
    if (!speech) return;
    stop_clock(*speech, at);
    speech->used = 0;
    speech->state = SpeechState::skipped;
}

void SpeakerFold::take(const SpeakingRuled& body, Instant) {
    rules_ = body.rules;
}

void SpeakerFold::take(const QuestionGrouped& body, Instant) {
    speeches_[body.speech].under = body.under;
}

void SpeakerFold::take(const QuestionHidden& body, Instant) {
    speeches_[body.speech].is_hidden = body.hidden;
}

// A question alone: whose turn at the microphone is over has had it.
void SpeakerFold::take(const QuestionReopened& body, Instant) {
    auto& speech = speeches_[body.speech];
    if (speech.request.kind != SpeechKind::question || speech.state != SpeechState::spoke) return;
    speech.state = SpeechState::waiting;
    speech.used = 0;
}

// What is said of somebody whose own asking has not come yet waits for it unseen.
SpeakerLine SpeakerFold::line() const {
    SpeakerLine line{.rules = rules_, .speeches = {}, .last_called = last_called_};
    for (const auto& id : order_) line.speeches.push_back(speeches_.at(id));
    return line;
}

}  // namespace welcome::kiosk::event
