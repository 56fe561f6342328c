#include "kiosk/app/sound.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "kiosk/speech/sink.h"

namespace welcome::kiosk::app {

namespace {

constexpr int k_rate = 48'000;
constexpr double k_seconds = 0.25;  // of each tone
constexpr double k_loud = 0.4 * 32'767;

// Up from E to A, each swelling and fading so that no loudspeaker clicks.
std::vector<std::int16_t> two_tones() {
    std::vector<std::int16_t> samples;
    for (const double hertz : {659.26, 880.0}) {
        const auto count = static_cast<std::size_t>(k_rate * k_seconds);
        for (std::size_t i = 0; i < count; ++i) {
            const double at = static_cast<double>(i) / k_rate;
            const double swell = std::sin(std::numbers::pi * at / k_seconds);
            samples.push_back(
                static_cast<std::int16_t>(k_loud * swell * std::sin(2 * std::numbers::pi * hertz * at)));
        }
    }
    return samples;
}

bool play_two_tones(const std::string& where) {
    const auto sink = speech::open_sink(where);
    if (!sink || !(*sink)->write(two_tones(), k_rate)) return false;
    (*sink)->finish();
    return true;
}

}  // namespace

void Sound::play() {
    thread_ = std::jthread([this] { done_(play_two_tones(where_)); });
}

}  // namespace welcome::kiosk::app
