#pragma once
// Childcare's own key: what facts say of children lies under it inside the journal, and destroying its file
// erases them all (shared/design.md §4). Random, never derived from the event key: the unlock card does not
// bring it back. It reaches another tablet sealed to a pair of keys that are destroyed with it.
// One thread.

#include <optional>
#include <string>

#include "kiosk/session/event_folder.h"
#include "sync/fact.h"
#include "sync/keys.h"

namespace welcome::kiosk::session {

class ChildcareKey {
  public:
    // What lies in the folder; a damaged file is `unreadable`.
    static sync::Result<ChildcareKey> open(const EventFolder& folder, const sync::EventKey& event_key);

    [[nodiscard]] bool has_key() const { return key_.has_value(); }
    [[nodiscard]] bool is_erased() const { return erased_; }
    // Erased, and there was a key: not so where this folder never took part in childcare.
    [[nodiscard]] bool has_destroyed() const { return destroyed_; }
    sync::Result<void> make();  // durable when it returns

    // The body as it goes into the journal. Without a key nothing is said: "{}".
    [[nodiscard]] std::string veil(const sync::FactId& fact, std::string_view kind,
                                   std::string_view body) const;
    // Nothing where it is not veiled, or by another key.
    [[nodiscard]] std::optional<std::string> unveil(const sync::FactId& fact, std::string_view kind,
                                                    std::string_view body) const;

    // The public key that another tablet seals the key to; made and kept at the first call.
    sync::Result<std::string> ask();
    [[nodiscard]] std::optional<std::string> give(std::string_view public_key) const;
    sync::Result<bool> receive(std::string_view sealed);  // false: not for this tablet

    // The key and the pair are overwritten and removed; no key is ever made again in this folder.
    sync::Result<void> destroy();

  private:
    ChildcareKey(EventFolder folder, const sync::Key32& wrapping_key);
    [[nodiscard]] std::filesystem::path file(const char* name) const { return folder_.path / name; }
    sync::Result<void> keep(const char* name, const sync::Key32& secret) const;
    [[nodiscard]] sync::Result<std::optional<sync::Secret<32>>> find(const char* name) const;

    EventFolder folder_;
    sync::Secret<32> wrapping_key_;
    std::optional<sync::Secret<32>> key_, asking_;
    bool erased_ = false, destroyed_ = false;
};

// Overwrites and removes the key's files in a folder that was left for another one, which holds the key now.
void forget_childcare_key(const EventFolder& folder);

}  // namespace welcome::kiosk::session
