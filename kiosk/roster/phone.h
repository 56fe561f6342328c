#pragma once
// A phone number as somebody typed it, as E.164. Pure apart from the library's own number plans; any thread.

#include <optional>
#include <string>

namespace welcome::kiosk::roster {

// "(202) 555-0143" → "+12025550143". Nothing where no full number can be read; an extension is dropped.
// `region` is the country (ISO 3166, "US") whose habits a number without "+" follows.
std::optional<std::string> read_phone(const std::string& typed, const std::string& region = "US");

}  // namespace welcome::kiosk::roster
