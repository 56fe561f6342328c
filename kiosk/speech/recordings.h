#pragma once
// Sentences that a person has spoken, for languages without a voice: FOLDER/LANGUAGE/prompts.tsv has a line
// each, "file.wav<TAB>the sentence"; the files stand beside it (16-bit, one channel). Read once, then looked
// up.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace welcome::kiosk::speech {

struct Recording {
    int rate = 22050;
    std::vector<std::int16_t> samples;
};

// Nothing where the file is no such sound.
std::optional<Recording> read_wav(const std::filesystem::path& file);

class Recordings {
  public:
    explicit Recordings(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] bool has(const std::string& language) const;
    // The sentence with or without its full stop; the sound is read when it is wanted.
    std::optional<Recording> find(const std::string& language, const std::string& sentence);

  private:
    using Index = std::map<std::string, std::filesystem::path>;
    const Index& index_of(const std::string& language);

    std::filesystem::path folder_;
    std::map<std::string, Index> indices_;
};

}  // namespace welcome::kiosk::speech
