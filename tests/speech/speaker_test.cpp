// What is said comes out as sound: by eSpeak NG where it has the language, by a recording where a folder has
// the sentence, louder and softer, and silent at once when something newer matters.

#include "kiosk/speech/speaker.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

#include "kiosk/speech/sink.h"
#include "kiosk/speech/voice.h"

namespace welcome::kiosk::speech::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Speaking : public ::testing::Test {
  protected:
    Speaking() {
        std::string name = (fs::temp_directory_path() / "welcome-speech-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Speaking() override { fs::remove_all(folder_); }

    // All that comes out for these, as samples.
    std::vector<std::int16_t> heard(const std::vector<Saying>& sayings) {
        const fs::path file = folder_ / "heard.wav";
        {
            Speaker speaker({.sink = "wav:" + file.string(),
                             .recordings = folder_,
                             .fault = [this](auto why) { fault_ = why; }});
            for (const auto& saying : sayings) speaker.say(saying);
            while (!speaker.is_quiet()) std::this_thread::sleep_for(5ms);
        }
        const auto wav = read_wav(file);
        EXPECT_TRUE(wav) << fault_;
        return wav ? wav->samples : std::vector<std::int16_t>{};
    }

    static int peak(const std::vector<std::int16_t>& samples) {
        int most = 0;
        for (const int sample : samples) most = std::max(most, std::abs(sample));
        return most;
    }

    fs::path folder_;
    std::string fault_;
};

TEST_F(Speaking, MakesSoundInEachLanguageThatHasAVoice) {
    const std::vector<std::pair<std::string, std::string>> welcomes = {
        {"en", "Welcome!"},    {"es", "¡Bienvenidos!"}, {"ht", "Byenveni!"}, {"pt-BR", "Bem-vindos!"},
        {"vi", "Xin chào!"},   {"zh-Hans", "欢迎！"},   {"ar", "مرحبا!"},    {"ru", "Добро пожаловать!"},
        {"ko", "환영합니다!"}, {"fr", "Bienvenue !"}};
    for (const auto& [language, text] : welcomes) {
        const auto samples = heard({{text, language}});

        EXPECT_GT(samples.size(), 5000U) << language;
        EXPECT_GT(peak(samples), 1000) << language;
    }
}

TEST_F(Speaking, HasNoVoiceForSomaliTagalogAndHmong) {
    for (const std::string language : {"so", "tl", "hmn"}) {
        EXPECT_FALSE(voice_for(language)) << language;
        EXPECT_FALSE(Speaker({.sink = "none", .recordings = folder_}).speaks(language)) << language;
    }
}

TEST_F(Speaking, PlaysTheRecordingOfASentenceWhereThereIsOne) {
    fs::create_directory(folder_ / "so");
    std::vector<std::int16_t> tone(8000);
    for (std::size_t i = 0; i < tone.size(); ++i)
        tone[i] = static_cast<std::int16_t>(i % 80 < 40 ? 4000 : -4000);
    {
        auto file = open_sink("wav:" + (folder_ / "so" / "welcome.wav").string());
        ASSERT_TRUE(file);
        (*file)->write(tone, 22050);
    }
    std::ofstream(folder_ / "so" / "prompts.tsv") << "welcome.wav\tSoo dhawow\n";

    EXPECT_TRUE(Speaker({.sink = "none", .recordings = folder_}).speaks("so"));
    EXPECT_EQ(heard({{"Soo dhawow.", "so"}}).size(), tone.size());
    EXPECT_TRUE(heard({{"Nobody recorded this.", "so"}}).empty());
}

TEST_F(Speaking, IsLouderAndSofter) {
    const int softest = peak(heard({{"Welcome!", "en", 1}}));
    const int usual = peak(heard({{"Welcome!", "en", 3}}));
    const int loudest = peak(heard({{"Welcome!", "en", 5}}));

    EXPECT_LT(2 * softest, usual);
    EXPECT_LT(usual, loudest);
}

TEST_F(Speaking, FallsSilentAtOnce) {
    std::string story;
    for (int i = 0; i < 400; ++i) story += "Welcome to the town hall. ";
    const auto whole = heard({{story, "en"}}).size();
    std::atomic<bool> began = false;
    const fs::path file = folder_ / "cut.wav";
    {
        Speaker speaker({.sink = "wav:" + file.string(), .recordings = folder_, .fault = {}, .started = [&] {
                             began = true;
                         }});
        speaker.say({story, "en"});
        while (!began) std::this_thread::sleep_for(1ms);
        speaker.hush();
        while (!speaker.is_quiet()) std::this_thread::sleep_for(1ms);
    }

    ASSERT_TRUE(read_wav(file));
    EXPECT_LT(read_wav(file)->samples.size(), whole / 2);
}

TEST_F(Speaking, SaysWhyThereIsNoSound) {
    std::string why;
    {
        Speaker speaker({.sink = "alsa:no-such-card",
                         .recordings = folder_,
                         .fault = [&](const std::string& is) { why = is; }});
        speaker.say({"Welcome!", "en"});
        while (!speaker.is_quiet()) std::this_thread::sleep_for(1ms);
    }

    EXPECT_NE(why.find("no-such-card"), std::string::npos) << why;
}

}  // namespace
}  // namespace welcome::kiosk::speech::test
