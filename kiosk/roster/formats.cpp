#include "kiosk/roster/formats.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

namespace welcome::kiosk::roster {
namespace {

using Aliases = std::vector<std::pair<Field, std::vector<std::string_view>>>;  // the best name first

constexpr std::array<std::pair<Format, std::string_view>, 7> k_words{
    {{Format::automatic, "auto"},
     {Format::generic, "generic"},
     {Format::eventbrite, "eventbrite"},
     {Format::action_network, "action-network"},
     {Format::mobilize, "mobilize"},
     {Format::pretix, "pretix"},
     {Format::google_forms, "google-forms"}}};

Aliases common_aliases() {
    return {
        {Field::full_name, {"full name", "name"}},
        {Field::first_name, {"first name", "firstname", "given name"}},
        {Field::last_name, {"last name", "lastname", "surname", "family name"}},
        {Field::call_me, {"call me", "preferred name", "nickname"}},
        {Field::phone,
         {"phone", "phone number", "mobile phone", "cell phone", "mobile", "cell", "mobile number",
          "telephone"}},
        {Field::email, {"email", "email address", "e-mail", "e-mail address"}},
        {Field::zip, {"zip", "zip code", "zipcode", "postal code", "postcode", "zip/postal code"}},
        {Field::language, {"language", "preferred language"}},
    };
}

Aliases own_aliases(Format format) {
    switch (format) {
        case Format::eventbrite:
            return {
                {Field::id, {"attendee #", "attendee no.", "attendee no", "attendee number", "attendee id"}},
                {Field::order, {"order #", "order no.", "order no", "order number", "order id"}},
                {Field::ticket, {"barcode #", "barcode no.", "barcode number", "barcode"}},
                {Field::status, {"attendee status"}},
                {Field::full_name, {"attendee name"}},
                {Field::first_name, {"attendee first name"}},
                {Field::last_name, {"attendee last name", "attendee surname"}},
                {Field::phone, {"cell phone", "mobile phone", "home phone", "work phone"}},
                {Field::email, {"attendee email"}},
                {Field::zip, {"home zip", "home zip code", "home postcode"}}};
        case Format::pretix:
            return {{Field::id, {"position id", "secret", "ticket secret"}},
                    {Field::order, {"order code", "order"}},
                    {Field::ticket, {"secret", "ticket secret"}},
                    {Field::status, {"status", "order status"}},
                    {Field::full_name, {"attendee name"}},
                    {Field::first_name, {"attendee name: given name", "attendee name: first name"}},
                    {Field::last_name, {"attendee name: family name", "attendee name: last name"}},
                    {Field::email, {"attendee email", "attendee e-mail"}},
                    {Field::language, {"order locale", "locale"}}};
        case Format::mobilize:
            return {{Field::id, {"participation id", "signup id", "id"}},
                    {Field::status, {"status", "signup status"}},
                    {Field::first_name, {"given name at signup"}},
                    {Field::last_name, {"family name at signup"}},
                    {Field::phone, {"phone number at signup"}},
                    {Field::email, {"email at signup"}},
                    {Field::zip, {"postal code at signup"}}};
        case Format::action_network:
            return {{Field::id, {"uuid", "action network id", "can2 id", "id"}},
                    {Field::phone, {"can2 phone", "phone number"}},
                    {Field::status, {"rsvp status", "status"}},
                    {Field::language, {"language spoken", "can2 language"}}};
        default:
            return {{Field::id, {"id", "external id", "person id", "member id"}},
                    {Field::household, {"household", "household id"}},
                    {Field::child, {"child", "is child"}},
                    {Field::hidden, {"hidden"}},
                    {Field::ticket, {"ticket", "ticket code"}},
                    {Field::status, {"status"}},
                    {Field::role, {"role", "guest role"}}};
    }
}

// A form's headings are its questions, word by word, as somebody wrote them: "What is your phone number?".
// The first question that asks for a thing gives it; those about somebody else give nothing.
struct Question {
    Field field;
    std::vector<std::string_view> asks;
};
std::vector<Question> questions() {
    return {{Field::first_name, {"first name", "given name", "nombre de pila"}},
            {Field::last_name, {"last name", "family name", "surname", "apellido"}},
            {Field::email, {"email", "e-mail", "correo"}},
            {Field::phone, {"phone", "cell", "mobile", "teléfono", "telefono", "celular"}},
            {Field::zip, {"zip", "postal", "postcode"}},
            {Field::language, {"language", "idioma", "lengua"}},
            {Field::full_name, {"name", "nombre", "llama"}}};
}

bool has_any(std::string_view text, const std::vector<std::string_view>& words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != text.npos; });
}

bool is_about_another(std::string_view question) {
    return has_any(question, {"child", "kid", "student", "school", "organization", "organisation",
                              "emergency", "hij", "niñ", "alumn", "escuela", "emergencia"});
}

void take_questions(const std::vector<std::string>& names, Columns& columns, std::set<std::size_t>& taken) {
    for (const auto& [field, asks] : questions()) {
        auto& place = columns.at[static_cast<std::size_t>(field)];
        const bool whole =
            field == Field::full_name && (columns.of(Field::first_name) || columns.of(Field::last_name));
        for (std::size_t i = 0; i < names.size() && !place && !whole; ++i) {
            if (taken.contains(i) || !has_any(names[i], asks) || is_about_another(names[i])) continue;
            place = i;
            taken.insert(i);
        }
    }
}

// "  Buyer_Email " → "buyer email"
std::string plain(std::string_view heading) {
    std::string text;
    for (const char c : heading) {
        const bool space = c == ' ' || c == '_' || c == '\t' || c == '\n' || c == '\r';
        if (!space) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (space && !text.empty() && text.back() != ' ') text += ' ';
    }
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

Format detected(const std::vector<std::string>& headings) {
    const std::set<std::string_view> known(headings.begin(), headings.end());
    const auto any = [&](std::initializer_list<std::string_view> names) {
        return std::any_of(names.begin(), names.end(), [&](auto name) { return known.contains(name); });
    };
    const auto any_that = [&](auto test) { return std::any_of(known.begin(), known.end(), test); };
    if (any({"order code"}) && any({"secret", "ticket secret", "position id", "attendee name"}))
        return Format::pretix;
    if (any({"order #", "order no.", "order no", "order number", "order id"}) &&
        any({"attendee #", "attendee no.", "attendee no", "attendee number", "attendee id", "attendee status",
             "barcode #", "barcode no.", "barcode number", "ticket type"}))
        return Format::eventbrite;
    if (any_that([](auto name) { return name.ends_with(" at signup"); }) ||
        any({"participation id", "signup id"}))
        return Format::mobilize;
    if (any_that([](auto name) { return name.starts_with("can2 "); }) || any({"action network id"}) ||
        (any({"uuid"}) && any({"zip code"})))
        return Format::action_network;
    if (!headings.empty() && (headings.front() == "timestamp" || headings.front() == "marca temporal"))
        return Format::google_forms;
    return Format::generic;
}

}  // namespace

std::string_view text_of(Format format) {
    for (const auto& [known, word] : k_words)
        if (known == format) return word;
    return "auto";
}

std::optional<Format> read_format(std::string_view text) {
    for (const auto& [format, word] : k_words)
        if (word == text) return format;
    return std::nullopt;
}

Columns read_headings(const std::vector<std::string>& headings, Format wanted) {
    std::vector<std::string> names;
    names.reserve(headings.size());
    for (const auto& heading : headings) names.push_back(plain(heading));
    Columns columns;
    columns.format = wanted == Format::automatic ? detected(names) : wanted;
    std::set<std::size_t> taken;
    const auto take = [&](const Aliases& aliases) {
        for (const auto& [field, words] : aliases) {
            auto& place = columns.at[static_cast<std::size_t>(field)];
            for (const auto word : words) {
                const auto found = std::find(names.begin(), names.end(), word);
                if (place || found == names.end()) continue;
                place = static_cast<std::size_t>(found - names.begin());
                taken.insert(*place);
            }
        }
    };
    take(own_aliases(columns.format));
    take(common_aliases());
    if (columns.format == Format::google_forms) take_questions(names, columns, taken);
    columns.unknown = names.size() - taken.size();
    return columns;
}

}  // namespace welcome::kiosk::roster
