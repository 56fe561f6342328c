#include "kiosk/speech/speaker.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "kiosk/speech/sink.h"
#include "kiosk/speech/voice.h"

namespace welcome::kiosk::speech {

namespace {

constexpr std::array<float, 5> k_gains{0.25F, 0.45F, 0.8F, 1.3F, 2.1F};  // about 5 dB a step

std::vector<std::int16_t> amplified(std::span<const std::int16_t> samples, int loudness) {
    const float gain = k_gains.at(static_cast<std::size_t>(std::clamp(loudness, 1, 5) - 1));
    std::vector<std::int16_t> loud(samples.size());
    std::transform(samples.begin(), samples.end(), loud.begin(), [gain](std::int16_t sample) {
        constexpr float most = std::numeric_limits<std::int16_t>::max();
        return static_cast<std::int16_t>(std::clamp(static_cast<float>(sample) * gain, -most, most));
    });
    return loud;
}

}  // namespace

struct Speaker::Instruments {
    std::unique_ptr<Sink> sink;
    std::optional<Voice> voice;
    Recordings recordings;
    bool tried = false;
};

Speaker::Speaker(Set set)
    : set_(std::move(set)),
      known_(set_.recordings),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

bool Speaker::speaks(const std::string& language) const {
    return voice_for(language).has_value() || known_.has(language);
}

void Speaker::say(Saying saying) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(saying));
    }
    asked_.notify_one();
}

void Speaker::hush() {
    const std::scoped_lock lock(mutex_);
    waiting_.clear();
    ++turn_;
}

bool Speaker::is_quiet() const {
    const std::scoped_lock lock(mutex_);
    return waiting_.empty() && !is_speaking_;
}

void Speaker::run(const std::stop_token& stop) {
    Instruments with{.sink = nullptr, .voice = std::nullopt, .recordings = Recordings(set_.recordings)};
    // Whoever waits for the thread's end must not wait for a sentence's.
    const std::stop_callback ends(stop, [this] { ++turn_; });
    while (true) {
        Saying saying;
        std::uint64_t turn = 0;
        {
            std::unique_lock lock(mutex_);
            is_speaking_ = false;
            if (!asked_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            saying = std::move(waiting_.front());
            waiting_.pop_front();
            turn = turn_;
            is_speaking_ = true;
        }
        utter(with, saying, turn);
    }
}

void Speaker::utter(Instruments& with, const Saying& saying, std::uint64_t turn) {
    if (!with.tried) {
        with.tried = true;
        auto sink = open_sink(set_.sink);
        if (sink) with.sink = std::move(*sink);
        if (!sink && set_.fault) set_.fault(sink.error().detail);
        auto voice = Voice::open();
        if (voice) with.voice.emplace(std::move(*voice));
        if (!voice && set_.fault) set_.fault(voice.error().detail);
    }
    if (!with.sink) return;
    bool began = false;
    const auto play = [&](std::span<const std::int16_t> samples, int rate) {
        constexpr std::size_t piece = 1024;  // so that a hush is heard soon
        for (std::size_t at = 0; at < samples.size(); at += piece) {
            if (turn_ != turn) return false;
            if (!std::exchange(began, true) && set_.started) set_.started();
            if (!with.sink->write(
                    amplified(samples.subspan(at, std::min(piece, samples.size() - at)), saying.loudness),
                    rate))
                return false;
        }
        return turn_ == turn;
    };
    if (const auto recorded = with.recordings.find(saying.language, saying.text)) {
        play(recorded->samples, recorded->rate);
    } else if (with.voice) {
        const int rate = with.voice->rate();
        (void)with.voice->speak(saying.text, saying.language,
                                [&](std::span<const std::int16_t> samples) { return play(samples, rate); });
    }
    if (turn_ == turn) {
        with.sink->finish();
    } else {
        with.sink->drop();
    }
}

}  // namespace welcome::kiosk::speech
