#include "kiosk/words/words.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <fstream>
#include <iterator>

namespace welcome::kiosk::words {

namespace fs = std::filesystem;
namespace gettext = boost::locale::gnu_gettext;
using Messages = boost::locale::message_format<char>;

namespace {

constexpr const char* k_domain = "welcome-table";

std::string folder_name(std::string_view language) {
    std::string name(language);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string tag_of(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

fs::path catalogue_file(const fs::path& folder, std::string_view language) {
    return folder / folder_name(language) / "LC_MESSAGES" / (std::string(k_domain) + ".mo");
}

// The facet alone, without a locale generator: no ICU, no system locale, a few kilobytes.
std::locale locale_of(const fs::path& folder, std::string_view language) {
    const std::string name = folder_name(language);
    const auto cut = name.find('_');
    gettext::messages_info info;
    info.language = name.substr(0, cut);
    info.country = cut == std::string::npos ? "" : name.substr(cut + 1);
    info.encoding = "UTF-8";
    info.locale_category = "LC_MESSAGES";
    info.domains.emplace_back(k_domain);
    info.paths.push_back(folder.string());
    return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

// Fills "{name}" by name. A brace without a known name stays as it is.
// On right-to-left screens each filling is isolated (FSI … PDI): a name, a number or an address inside the
// sentence keeps its own direction and turns nothing around it.
std::string filled(std::string_view sentence, const Places& places, bool isolated) {
    const std::string_view before = isolated ? "\u2068" : "";
    const std::string_view after = isolated ? "\u2069" : "";
    std::string text;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        text.append(sentence.substr(0, open));
        if (open == std::string_view::npos) break;
        sentence.remove_prefix(open);
        const auto place = std::find_if(places.begin(), places.end(), [&](const Place& candidate) {
            return sentence.substr(1).starts_with(candidate.first) &&
                   sentence.substr(1 + candidate.first.size()).starts_with('}');
        });
        const bool known = place != places.end();
        if (known) {
            text.append(before).append(place->second).append(after);
        } else {
            text += '{';
        }
        sentence.remove_prefix(known ? place->first.size() + 2 : 1);
    }
    return text;
}

}  // namespace

struct Words::Catalogue {
    std::string language;
    std::locale locale;
    const Messages* messages = nullptr;  // owned by the locale
    std::set<std::string> missing;

    const char* find(const std::string& key) const {
        return messages == nullptr ? nullptr : messages->get(0, nullptr, key.c_str());
    }
};

Words::Words(std::unique_ptr<Catalogue> catalogue) : catalogue_(std::move(catalogue)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

sync::Result<Words> Words::load(const fs::path& folder, std::string_view language) {
    std::error_code ignored;
    if (!fs::is_regular_file(catalogue_file(folder, language), ignored)) {
        return sync::fail(sync::Fault::not_found, "no catalogue for " + std::string(language));
    }
    auto catalogue = std::make_unique<Catalogue>();
    catalogue->language = language;
    try {
        catalogue->locale = locale_of(folder, language);
    } catch (const std::exception& problem) {
        return sync::fail(sync::Fault::unreadable, std::string(language) + ": " + problem.what());
    }
    catalogue->messages = &std::use_facet<Messages>(catalogue->locale);
    return Words(std::move(catalogue));
}

Words Words::none(std::string_view language) {
    auto catalogue = std::make_unique<Catalogue>();
    catalogue->language = language;
    return Words(std::move(catalogue));
}

std::string Words::operator()(std::string_view key) const {
    return (*this)(key, {});
}

std::string Words::operator()(std::string_view key, Places places) const {
    const std::string id(key);
    const char* found = catalogue_->find(id);
    if (found == nullptr) catalogue_->missing.insert(id);
    return filled(found == nullptr ? id : found, places, right_to_left());
}

std::string Words::count(std::string_view key, long n) const {
    return count(key, n, {});
}

std::string Words::count(std::string_view key, long n, Places places) const {
    const std::string id(key);
    const char* found = catalogue_->messages == nullptr
                            ? nullptr
                            : catalogue_->messages->get(0, nullptr, id.c_str(), static_cast<int>(n));
    if (found == nullptr) catalogue_->missing.insert(id);
    const std::string number = number_text(n, catalogue_->language);
    return filled(filled(found == nullptr ? id : found, {{"n", number}}, false), places, right_to_left());
}

bool Words::has(std::string_view key) const {
    return catalogue_->find(std::string(key)) != nullptr;
}
const std::string& Words::language() const {
    return catalogue_->language;
}
bool Words::right_to_left() const {
    return is_right_to_left(catalogue_->language);
}
const std::set<std::string>& Words::missing() const {
    return catalogue_->missing;
}

std::vector<std::string> languages_in(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const std::string tag = tag_of(entry.path().filename().string());
        if (fs::is_regular_file(catalogue_file(folder, tag), failed)) found.push_back(tag);
    }
    std::sort(found.begin(), found.end());
    return found;
}

// The header is the catalogue's first message and stands in the file as plain text.
std::string reviewer_of(const fs::path& folder, std::string_view language) {
    std::ifstream file(catalogue_file(folder, language), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    constexpr std::string_view field = "\nX-Reviewed-By: ";
    const auto found = bytes.find(field);
    if (found == std::string::npos) return {};
    const auto start = found + field.size();
    const auto end = bytes.find_first_of(std::string_view("\n\0", 2), start);
    return bytes.substr(start, end == std::string::npos ? end : end - start);
}

bool is_right_to_left(std::string_view language) {
    const std::string_view first = language.substr(0, language.find('-'));
    return first == "ar" || first == "ur" || first == "fa" || first == "ps" || first == "he" || first == "yi";
}

}  // namespace welcome::kiosk::words
