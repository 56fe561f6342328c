#include "kiosk/app/sound.h"

#include <alsa/asoundlib.h>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <vector>

namespace welcome::kiosk::app {

namespace {

constexpr unsigned k_rate = 48'000;
constexpr double k_seconds = 0.25;  // of each tone
constexpr double k_loud = 0.4 * 32'767;

struct Close {
    void operator()(snd_pcm_t* device) const { ::snd_pcm_close(device); }
};

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

bool play_through_default() {
    snd_pcm_t* opened = nullptr;
    if (::snd_pcm_open(&opened, "default", SND_PCM_STREAM_PLAYBACK, 0) < 0) return false;
    const std::unique_ptr<snd_pcm_t, Close> device(opened);
    constexpr unsigned k_latency_us = 200'000;
    if (::snd_pcm_set_params(device.get(), SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, k_rate, 1,
                             k_latency_us) < 0)
        return false;
    const auto samples = two_tones();
    std::size_t done = 0;
    while (done < samples.size()) {
        auto written = ::snd_pcm_writei(device.get(), samples.data() + done, samples.size() - done);
        if (written < 0) written = ::snd_pcm_recover(device.get(), static_cast<int>(written), 1);
        if (written < 0) return false;
        done += static_cast<std::size_t>(written);
    }
    return ::snd_pcm_drain(device.get()) >= 0;
}

}  // namespace

void Sound::play() {
    thread_ = std::jthread([this] { done_(play_through_default()); });
}

}  // namespace welcome::kiosk::app
