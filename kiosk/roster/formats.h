#pragma once
// Whose export a table is, told by its headings, and which column says what. Pure; any thread.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::roster {

enum class Format { automatic, generic, eventbrite, action_network, mobilize, pretix, google_forms };

std::string_view text_of(Format format);                   // "auto", "generic", "action-network" …
std::optional<Format> read_format(std::string_view text);  // the same words

enum class Field {
    id,  // the row's own key: attendee, position, participation
    order,
    full_name,
    first_name,
    last_name,
    call_me,
    phone,
    email,
    zip,
    language,
    household,
    child,
    hidden,
    ticket,
    status,
    role,
};
inline constexpr std::size_t k_fields = 16;

struct Columns {
    Format format = Format::generic;
    std::array<std::optional<std::size_t>, k_fields> at{};
    std::size_t unknown = 0;  // columns nothing is taken from

    [[nodiscard]] std::optional<std::size_t> of(Field field) const {
        return at[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] bool has_names() const {
        return of(Field::full_name) || of(Field::first_name) || of(Field::last_name);
    }
};

// Headings are compared without case, outer spaces and underscores. `wanted` forces the format.
Columns read_headings(const std::vector<std::string>& headings, Format wanted = Format::automatic);

}  // namespace welcome::kiosk::roster
