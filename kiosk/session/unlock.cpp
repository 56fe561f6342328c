#include "kiosk/session/unlock.h"

#include "kiosk/scan/scan_path.h"

namespace welcome::kiosk::session {

namespace {

bool looks_like_text(const std::filesystem::path& file) {
    return file.extension() == ".txt";
}

sync::Result<sync::UnlockCard> by_passphrase(const EventFile& file, std::string_view passphrase) {
    if (!file.wrapped_key)
        return sync::fail(sync::Fault::refused, "this event has no passphrase; use its unlock card");
    auto key = sync::unwrap_by_passphrase(*file.wrapped_key, passphrase);
    if (!key)
        return sync::fail(sync::Fault::refused, "the passphrase is wrong; try again or use the unlock card");
    return sync::UnlockCard{file.event, *key};
}

}  // namespace

sync::Result<sync::UnlockCard> read_card_file(const std::filesystem::path& file) {
    if (looks_like_text(file)) {
        auto text = read_whole_file(file);
        if (!text) return tl::unexpected(text.error());
        return sync::read_card(*text);
    }
    const auto scanned = scan::scan_path(file);
    if (scanned.empty() || scanned.front().text.empty())
        return sync::fail(sync::Fault::unreadable, file.string() + " shows no unlock card");
    return sync::read_card(scanned.front().text);
}

sync::Result<sync::UnlockCard> find_key(const EventFolder& folder, const KeySource& source) {
    const auto file = read_event_file(folder);
    if (!file && (file.error().fault != sync::Fault::not_found || !source.card))
        return tl::unexpected(file.error());
    if (source.card) return read_card_file(*source.card);
    if (source.passphrase) return by_passphrase(*file, *source.passphrase);
    auto kept = sync::find_in_keyring(file->event);
    if (!kept)
        return sync::fail(sync::Fault::refused, "the event is locked; give its unlock card with --card");
    return sync::UnlockCard{file->event, *kept};
}

}  // namespace welcome::kiosk::session
