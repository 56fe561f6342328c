#include "kiosk/event/id_code.h"

#include "kiosk/event/signed_code.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::string_view k_badge = "WTP:", k_item = "WTI:", k_speech = "WTQ:", k_child = "WTK:";

std::string write(std::string_view mark, const auto& id) {
    return std::string(mark) + id.capital_hex();
}

template <typename Id>
std::optional<Id> read(std::string_view mark, std::string_view scanned) {
    const auto text = trimmed(scanned);
    if (!text.starts_with(mark)) return std::nullopt;
    const auto id = sync::Uuid::parse_hex(text.substr(mark.size()));
    return id ? std::optional(Id(*id)) : std::nullopt;
}

}  // namespace

std::string write_badge_code(const PersonId& person) {
    return write(k_badge, person);
}
std::optional<PersonId> read_badge_code(std::string_view scanned) {
    return read<PersonId>(k_badge, scanned);
}

std::string write_item_code(const ItemId& item) {
    return write(k_item, item);
}
std::optional<ItemId> read_item_code(std::string_view scanned) {
    return read<ItemId>(k_item, scanned);
}

std::string write_speech_code(const SpeechId& speech) {
    return write(k_speech, speech);
}
std::optional<SpeechId> read_speech_code(std::string_view scanned) {
    return read<SpeechId>(k_speech, scanned);
}

std::string write_child_code(const StayId& stay) {
    return write(k_child, stay);
}
std::optional<StayId> read_child_code(std::string_view scanned) {
    return read<StayId>(k_child, scanned);
}

}  // namespace welcome::kiosk::event
