#include "kiosk/roster/fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/roster/keys.h"
#include "kiosk/roster/phone.h"

namespace welcome::kiosk::roster {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> k_languages{{
    {"english", "en"},    {"spanish", "es"},        {"español", "es"},
    {"espanol", "es"},    {"castellano", "es"},     {"chinese", "zh"},
    {"mandarin", "zh"},   {"cantonese", "yue"},     {"中文", "zh"},
    {"普通话", "zh"},     {"廣東話", "yue"},        {"vietnamese", "vi"},
    {"tiếng việt", "vi"}, {"arabic", "ar"},         {"العربية", "ar"},
    {"russian", "ru"},    {"русский", "ru"},        {"ukrainian", "uk"},
    {"french", "fr"},     {"français", "fr"},       {"korean", "ko"},
    {"한국어", "ko"},     {"japanese", "ja"},       {"日本語", "ja"},
    {"portuguese", "pt"}, {"português", "pt"},      {"tagalog", "tl"},
    {"filipino", "fil"},  {"haitian", "ht"},        {"creole", "ht"},
    {"kreyòl", "ht"},     {"haitian creole", "ht"}, {"amharic", "am"},
    {"somali", "so"},     {"polish", "pl"},         {"german", "de"},
    {"hindi", "hi"},      {"urdu", "ur"},           {"bengali", "bn"},
    {"persian", "fa"},    {"farsi", "fa"},          {"hmong", "hmn"},
    {"italian", "it"},    {"greek", "el"},          {"american sign language", "ase"},
    {"asl", "ase"},
}};

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::optional<bool> read_yes(const std::string& typed) {
    const std::string word = lower(typed);
    if (word == "yes" || word == "true" || word == "1" || word == "y" || word == "x") return true;
    if (word == "no" || word == "false" || word == "0" || word == "n") return false;
    return std::nullopt;
}

// What an organiser writes into a column of roles; most of them are everybody's.
constexpr std::array<std::pair<std::string_view, event::GuestRole>, 28> k_guest_roles{{
    {"press", event::GuestRole::press},
    {"media", event::GuestRole::press},
    {"reporter", event::GuestRole::press},
    {"journalist", event::GuestRole::press},
    {"prensa", event::GuestRole::press},
    {"medios", event::GuestRole::press},
    {"periodista", event::GuestRole::press},
    {"vip", event::GuestRole::vip},
    {"v.i.p.", event::GuestRole::vip},
    {"guest of honor", event::GuestRole::vip},
    {"guest of honour", event::GuestRole::vip},
    {"honored guest", event::GuestRole::vip},
    {"invitado de honor", event::GuestRole::vip},
    {"invitada de honor", event::GuestRole::vip},
    {"special guest", event::GuestRole::vip},
    {"none", event::GuestRole::none},
    {"guest", event::GuestRole::none},
    {"parent", event::GuestRole::none},
    {"caregiver", event::GuestRole::none},
    {"family", event::GuestRole::none},
    {"member", event::GuestRole::none},
    {"attendee", event::GuestRole::none},
    {"student", event::GuestRole::none},
    {"teacher", event::GuestRole::none},
    {"staff", event::GuestRole::none},
    {"volunteer", event::GuestRole::none},
    {"padre", event::GuestRole::none},
    {"madre", event::GuestRole::none},
}};

std::optional<event::GuestRole> read_role(const std::string& typed) {
    const std::string word = lower(typed);
    for (const auto& [name, role] : k_guest_roles)
        if (name == word) return role;
    return std::nullopt;
}

std::optional<std::string> said(std::string cell) {
    if (cell.empty()) return std::nullopt;
    return cell;
}

}  // namespace

std::string read_language(const std::string& typed) {
    const std::string word = lower(typed);
    for (const auto& [name, code] : k_languages)
        if (name == word) return std::string(code);
    std::string code = typed;
    std::replace(code.begin(), code.end(), '_', '-');
    return code;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    std::string kept(text.substr(first, text.find_last_not_of(white) - first + 1));
    std::replace(kept.begin(), kept.end(), '\n', ' ');
    std::erase(kept, '\r');
    return kept;
}

RowReader::RowReader(Columns columns, sync::EventId event, std::string region)
    : columns_(columns), event_(event), region_(std::move(region)) {}

std::string RowReader::cell(const Row& row, Field field) const {
    const auto at = columns_.of(field);
    return at && *at < row.cells.size() ? trimmed(row.cells[*at]) : std::string{};
}

bool RowReader::is_cancelled(const Row& row) const {
    const std::string status = lower(cell(row, Field::status));
    constexpr std::array<std::string_view, 7> gone = {"cancel",  "refund",   "deleted",    "not attending",
                                                      "expired", "declined", "transferred"};
    return std::any_of(gone.begin(), gone.end(), [&](auto word) { return status.starts_with(word); });
}

std::string RowReader::name(const Row& row) const {
    if (auto whole = cell(row, Field::full_name); !whole.empty()) return whole;
    return trimmed(cell(row, Field::first_name) + ' ' + cell(row, Field::last_name));
}

// Who came by one order came together.
std::string RowReader::household(const Row& row) const {
    if (auto named = cell(row, Field::household); !named.empty()) return lower(named);
    const auto order = cell(row, Field::order);
    return order.empty() ? order : std::string(text_of(columns_.format)) + ":" + order;
}

event::PersonFields RowReader::fields(const Row& row, std::vector<Refused>& warnings) const {
    event::PersonFields fields;
    fields.full_name = said(name(row));
    fields.call_me = said(cell(row, Field::call_me));
    if (const auto typed = cell(row, Field::phone); !typed.empty()) {
        fields.phone = read_phone(typed, region_);
        if (!fields.phone) warnings.push_back({row.line, "The phone number cannot be read and is left out."});
    }
    fields.email = said(cell(row, Field::email));
    if (fields.email && fields.email->find('@') == std::string::npos) {
        fields.email.reset();
        warnings.push_back({row.line, "The email address cannot be read and is left out."});
    }
    fields.zip = said(cell(row, Field::zip));
    if (const auto typed = cell(row, Field::language); !typed.empty()) fields.language = read_language(typed);
    if (const auto key = household(row); !key.empty()) fields.household = household_of(event_, key);
    fields.is_child = read_yes(cell(row, Field::child));
    fields.hidden = read_yes(cell(row, Field::hidden));
    if (const auto typed = cell(row, Field::role); !typed.empty()) {
        fields.role = read_role(typed);
        if (!fields.role)
            warnings.push_back(
                {row.line, "The role is not known and is left out: write press, VIP, or nothing."});
    }
    if (auto ticket = cell(row, Field::ticket); !ticket.empty()) fields.tickets.push_back(std::move(ticket));
    return fields;
}

std::string RowReader::source_key(const Row& row, const event::PersonFields& fields) const {
    const std::string id = cell(row, Field::id), order = cell(row, Field::order);
    const bool numbered_in_order = columns_.of(Field::order).has_value();
    std::string key = numbered_in_order ? order + '/' + id : id;
    // Several people share an order: without a number of their own the words tell them apart.
    if (id.empty()) key = (order.empty() ? "" : order + '/') + key_of_words(fields);
    return std::string(text_of(columns_.format)) + ':' + key;
}

}  // namespace welcome::kiosk::roster
