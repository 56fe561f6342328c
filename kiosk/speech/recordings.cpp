#include "kiosk/speech/recordings.h"

#include <cstring>
#include <fstream>
#include <iterator>

namespace welcome::kiosk::speech {

namespace {

std::string key_of(std::string sentence) {
    while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ')) sentence.pop_back();
    return sentence;
}

std::uint32_t number(const std::string& bytes, std::size_t at, int length) {
    std::uint32_t value = 0;
    for (int i = 0; i < length; ++i) {
        value |=
            static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]))
            << (8 * i);
    }
    return value;
}

}  // namespace

std::optional<Recording> read_wav(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    constexpr std::size_t k_head = 12;
    if (bytes.size() < k_head || bytes.compare(0, 4, "RIFF") != 0 || bytes.compare(8, 4, "WAVE") != 0)
        return std::nullopt;
    Recording recording;
    bool is_plain = false;
    for (std::size_t at = k_head; at + 8 <= bytes.size();) {
        const std::string name = bytes.substr(at, 4);
        const std::size_t length = number(bytes, at + 4, 4);
        const std::size_t from = at + 8;
        if (length > bytes.size() - from) return std::nullopt;
        if (name == "fmt " && length >= 16) {
            is_plain = number(bytes, from, 2) == 1 && number(bytes, from + 2, 2) == 1 &&
                       number(bytes, from + 14, 2) == 16;
            recording.rate = static_cast<int>(number(bytes, from + 4, 4));
        }
        if (name == "data" && is_plain) {
            recording.samples.resize(length / 2);
            if (!recording.samples.empty())
                std::memcpy(recording.samples.data(), bytes.data() + from, length / 2 * 2);
            return recording;
        }
        at = from + length + length % 2;
    }
    return std::nullopt;
}

bool Recordings::has(const std::string& language) const {
    std::error_code error;
    return std::filesystem::exists(folder_ / language / "prompts.tsv", error);
}

const Recordings::Index& Recordings::index_of(const std::string& language) {
    const auto known = indices_.find(language);
    if (known != indices_.end()) return known->second;
    Index index;
    std::ifstream in(folder_ / language / "prompts.tsv");
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) continue;
        index[key_of(line.substr(tab + 1))] = folder_ / language / line.substr(0, tab);
    }
    return indices_.emplace(language, std::move(index)).first->second;
}

std::optional<Recording> Recordings::find(const std::string& language, const std::string& sentence) {
    const auto& index = index_of(language);
    const auto found = index.find(key_of(sentence));
    return found == index.end() ? std::nullopt : read_wav(found->second);
}

}  // namespace welcome::kiosk::speech
