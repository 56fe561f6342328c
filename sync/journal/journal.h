#pragma once
// The journal of one event on one tablet: an append-only SQLite table in WAL with synchronous=FULL.
// One thread of its own writes; all that is queued at that moment goes into one transaction (group
// commit). Several processes may have the same journal open (kiosk and kioskctl): the chain's tip is read
// inside the write transaction.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sync/fact.h"
#include "sync/keys.h"
#include "sync/result.h"
#include "sync/seal.h"

namespace welcome::sync {

// The tablet's wall clock; a seam so that tests can make it jump.
using Clock = std::function<Instant()>;

struct JournalPlace {
    std::filesystem::path file;  // …/journal.sqlite, created if missing
    EventId event;
};

struct TakenIn {                                    // what became of facts that came from elsewhere
    std::size_t added = 0, known = 0, refused = 0;  // refused: forged, foreign, out of chain, unreadable
};

// The first thing wrong with a journal, if any.
struct Damage {
    DeviceId device;
    std::uint64_t device_seq = 0;
    std::string what;  // "signature does not fit", "fact 17 is missing", …
};

class Journal {
  public:
    using Done = std::function<void(Result<std::vector<Fact>>)>;

    static Result<std::unique_ptr<Journal>> open(JournalPlace place, const EventKey& key,
                                                 const DeviceKey& device, Clock clock);
    ~Journal();  // waits until all that was queued is durable

    // Seals and stores the drafts as this device's next facts, in one transaction, and calls `done` on the
    // writer's thread after the fsync. A draft whose id is already in the journal is answered with the fact
    // that is there.
    void append(std::vector<Draft> drafts, Done done);
    Result<std::vector<Fact>> append(std::vector<Draft> drafts);  // the same, waiting

    // Facts of other devices. Each must be well signed, of this event, and the next of its device's chain.
    Result<TakenIn> take_in(std::vector<SealedFact> facts);

    // Every readable fact in order of arrival, from `after_row` on; returns the last row seen. Cheap to
    // call often: it answers at once where nothing is new, whichever process wrote.
    Result<std::int64_t> read_from(std::int64_t after_row,
                                   const std::function<void(const Fact&)>& take) const;

    // Device → highest gapless sequence held.
    [[nodiscard]] Result<std::map<DeviceId, std::uint64_t>> held() const;
    [[nodiscard]] Result<std::vector<SealedFact>> sealed_after(const DeviceId& device, std::uint64_t seq,
                                                               std::size_t limit) const;
    [[nodiscard]] Result<std::vector<Fact>> facts_after(const DeviceId& device, std::uint64_t seq,
                                                        std::size_t limit) const;

    // Checks every hash, signature, seal and gap. Nothing: the journal is whole.
    [[nodiscard]] Result<std::optional<Damage>> verify() const;

    // Small notes that may be lost without harm (how far an upload got). Not facts.
    Result<void> note(const std::string& name, const std::string& value);
    [[nodiscard]] Result<std::optional<std::string>> noted(const std::string& name) const;

    [[nodiscard]] const DeviceId& device() const;

  private:
    class Inside;
    explicit Journal(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::sync
