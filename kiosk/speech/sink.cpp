#include "kiosk/speech/sink.h"

#include <alsa/asoundlib.h>
#include <array>
#include <fstream>
#include <mutex>

namespace welcome::kiosk::speech {

namespace {

constexpr unsigned k_latency_us = 60'000;  // of the card's own buffer: a word cut off ends at once

class Nowhere final : public Sink {
  public:
    bool write(std::span<const std::int16_t>, int) override { return true; }
    void finish() override {}
    void drop() override {}
};

class Card final : public Sink {
  public:
    explicit Card(snd_pcm_t* pcm) : pcm_(pcm) {}
    ~Card() override { snd_pcm_close(pcm_); }

    bool write(std::span<const std::int16_t> samples, int rate) override {
        const std::scoped_lock lock(mutex_);
        if (rate != rate_) {
            if (snd_pcm_set_params(pcm_, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                   static_cast<unsigned>(rate), 1, k_latency_us) < 0)
                return false;
            rate_ = rate;
        }
        while (!samples.empty()) {
            auto written = snd_pcm_writei(pcm_, samples.data(), samples.size());
            if (written < 0) written = snd_pcm_recover(pcm_, static_cast<int>(written), 1);
            if (written < 0) return false;
            samples = samples.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }

    void finish() override {
        const std::scoped_lock lock(mutex_);
        if (rate_ == 0) return;
        snd_pcm_drain(pcm_);
        snd_pcm_prepare(pcm_);
    }

    void drop() override {
        const std::scoped_lock lock(mutex_);
        if (rate_ == 0) return;
        snd_pcm_drop(pcm_);
        snd_pcm_prepare(pcm_);
    }

  private:
    snd_pcm_t* pcm_;
    std::mutex mutex_;
    int rate_ = 0;  // guarded by mutex_
};

// One file of all that was said; its head is written anew at each rest, so that it can be played at any time.
class WavFile final : public Sink {
  public:
    explicit WavFile(const std::filesystem::path& file) : out_(file, std::ios::binary) {
        out_.write(std::string(44, '\0').data(), 44);
    }
    ~WavFile() override { finish(); }
    [[nodiscard]] bool is_open() const { return out_.good(); }

    bool write(std::span<const std::int16_t> samples, int rate) override {
        rate_ = rate;
        for (const auto sample : samples)
            put(static_cast<std::uint32_t>(static_cast<std::uint16_t>(sample)), 2);
        bytes_ += static_cast<std::uint32_t>(samples.size() * 2);
        return out_.good();
    }

    void finish() override {
        out_.seekp(0);
        out_ << "RIFF";
        put(36 + bytes_, 4);
        out_ << "WAVEfmt ";
        put(16, 4);
        put(1, 2);  // plain samples
        put(1, 2);  // one channel
        put(static_cast<std::uint32_t>(rate_), 4);
        put(static_cast<std::uint32_t>(rate_) * 2, 4);
        put(2, 2);
        put(16, 2);
        out_ << "data";
        put(bytes_, 4);
        out_.seekp(0, std::ios::end);
        out_.flush();
    }

    void drop() override {}

  private:
    void put(std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out_.put(static_cast<char>((value >> (8 * i)) & 0xFFU));
    }

    std::ofstream out_;
    int rate_ = 22050;
    std::uint32_t bytes_ = 0;
};

void be_quiet(const char*, int, const char*, int, const char*, ...) {}

sync::Result<std::unique_ptr<Sink>> open_card(const std::string& device) {
    snd_pcm_t* pcm = nullptr;
    snd_lib_error_set_handler(be_quiet);  // ours says it once
    if (const int error = snd_pcm_open(&pcm, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0)
        return sync::fail(sync::Fault::not_found, device + ": " + snd_strerror(error));
    return std::make_unique<Card>(pcm);
}

}  // namespace

sync::Result<std::unique_ptr<Sink>> open_sink(const std::string& where) {
    if (where == "none") return std::make_unique<Nowhere>();
    if (where.starts_with("wav:")) {
        auto file = std::make_unique<WavFile>(where.substr(4));
        if (!file->is_open())
            return sync::fail(sync::Fault::disk_failed, where.substr(4) + " cannot be written");
        return file;
    }
    if (where.empty() || where == "alsa") return open_card("default");
    if (where.starts_with("alsa:")) return open_card(where.substr(5));
    return sync::fail(sync::Fault::not_found, where + " is no sound; write none, wav:FILE or alsa:DEVICE");
}

}  // namespace welcome::kiosk::speech
