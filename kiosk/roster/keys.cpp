#include "kiosk/roster/keys.h"

#include <algorithm>
#include <array>
#include <sodium.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringoptions.h>

namespace welcome::kiosk::roster {
namespace {

sync::Uuid hashed(const sync::EventId& event, std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), event.bytes.data(), event.bytes.size());
    sync::Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

std::string case_folded(const std::string& text) {
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, text, sink, nullptr, status);
    return U_SUCCESS(status) ? folded : text;
}

}  // namespace

event::PersonId person_of(const sync::EventId& event, std::string_view source_key) {
    return event::PersonId(hashed(event, source_key));
}

event::HouseholdId household_of(const sync::EventId& event, std::string_view household_key) {
    return event::HouseholdId(hashed(event, "household\n" + std::string(household_key)));
}

std::string key_of_words(const event::PersonFields& fields) {
    const std::string said = case_folded(fields.full_name.value_or("")) + '\n' +
                             case_folded(fields.email.value_or("")) + '\n' + fields.phone.value_or("");
    std::string key = "#";
    return key.append(hashed(sync::EventId{}, said).text());
}

}  // namespace welcome::kiosk::roster
