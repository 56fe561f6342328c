#pragma once
// Sentences of one language, from gettext catalogues. Code has keys, assets/locale/*.po have sentences.
// A missing key shows itself and is remembered. One thread at a time; reading is cheap.

#include <filesystem>
#include <initializer_list>
#include <locale>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/fact.h"
#include "sync/result.h"

namespace welcome::kiosk::words {

// Named placeholders: {"time", "6:04 pm"} fills "{time}".
using Place = std::pair<std::string_view, std::string_view>;
using Places = std::initializer_list<Place>;

class Words {
  public:
    // folder holds LANGUAGE/LC_MESSAGES/welcome-table.mo; language is a BCP 47 tag ("es", "pt-BR",
    // "zh-Hans"). not_found when that language has no catalogue there.
    static sync::Result<Words> load(const std::filesystem::path& folder, std::string_view language);
    // No catalogue at all: every key shows itself (bare tests).
    static Words none(std::string_view language = "en");
    Words(Words&&) noexcept;
    Words& operator=(Words&&) noexcept;
    ~Words();

    [[nodiscard]] std::string operator()(std::string_view key) const;
    [[nodiscard]] std::string operator()(std::string_view key, Places places) const;
    // The plural form for n by the language's own rule; "{n}" is filled in as the language writes numbers.
    [[nodiscard]] std::string count(std::string_view key, long n) const;
    [[nodiscard]] std::string count(std::string_view key, long n, Places places) const;
    [[nodiscard]] bool has(std::string_view key) const;

    [[nodiscard]] const std::string& language() const;
    [[nodiscard]] bool right_to_left() const;
    [[nodiscard]] const std::set<std::string>& missing() const;  // keys asked for in vain

  private:
    struct Catalogue;
    explicit Words(std::unique_ptr<Catalogue> catalogue);
    std::unique_ptr<Catalogue> catalogue_;
};

// Languages with a catalogue in the folder, as BCP 47 tags, sorted.
std::vector<std::string> languages_in(const std::filesystem::path& folder);
// Which of these languages somebody means: "pt" and "pt_BR" find "pt-BR", since an organiser need not know
// our tags. Nothing where it is none of them.
std::optional<std::string> meant_language(const std::vector<std::string>& known, std::string_view wanted);
// Who read a catalogue and found it good: its header's X-Reviewed-By. Empty: a draft that nobody has
// reviewed.
std::string reviewer_of(const std::filesystem::path& folder, std::string_view language);
// "es" → "Español": the language's name in itself.
std::string own_name(std::string_view language);
bool is_right_to_left(std::string_view language);

// "6:04 pm", "18:04": the clock of an IANA zone as the language writes it.
std::string time_text(sync::Instant at, std::string_view zone, std::string_view language);
// "12,345", "12.345", "12 345": a count as the language groups its digits.
std::string number_text(long number, std::string_view language);
// "Thursday, April 3": for headings.
std::string date_text(sync::Instant at, std::string_view zone, std::string_view language);

}  // namespace welcome::kiosk::words
