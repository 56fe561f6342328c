#pragma once
// The folder of one event on one machine, and the small public file in it that says which event it is.
// What lies there in clear is no secret and names nobody: the event's id, its name, the wrapped key.

#include <filesystem>
#include <optional>
#include <string>

#include "sync/id.h"
#include "sync/result.h"

namespace welcome::kiosk::session {

struct EventFolder {
    std::filesystem::path path;

    [[nodiscard]] std::filesystem::path event_file() const { return path / "event.json"; }
    [[nodiscard]] std::filesystem::path journal() const { return path / "journal.sqlite"; }
    [[nodiscard]] std::filesystem::path device_key() const { return path / "device.key"; }
    [[nodiscard]] std::filesystem::path card_picture() const { return path / "unlock-card.png"; }
    [[nodiscard]] std::filesystem::path card_text() const { return path / "unlock-card.txt"; }
};

struct EventFile {
    sync::EventId event;
    std::string name;
    std::optional<std::string> wrapped_key;  // by a passphrase, as sync::wrap_by_passphrase gives it
};

// `not_found` where the folder holds no event; `unreadable` where event.json is damaged.
sync::Result<EventFile> read_event_file(const EventFolder& folder);

// Refuses (`refused`) to write over another event.
sync::Result<void> write_event_file(const EventFolder& folder, const EventFile& file);

// Writes all of it or nothing: a temporary file beside it, fsync, rename.
sync::Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes, bool secret);
sync::Result<std::string> read_whole_file(const std::filesystem::path& file);

}  // namespace welcome::kiosk::session
