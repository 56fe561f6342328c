#pragma once
// The journal of one event on one tablet: an append-only SQLite table in WAL, synced at every commit.
// One thread of its own writes; all that is queued at that moment goes into one transaction (group
// commit). Several processes may have the same journal open (kiosk and kioskctl): the chain's tip is read
// inside the write transaction. Every call may come from any thread; `done` and `take` must not wait for the
// journal themselves.

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

// The tablet's wall clock; a seam so that tests can make it jump. Asked on the writer's thread.
using Clock = std::function<Instant()>;

struct JournalPlace {
    std::filesystem::path file;  // …/journal.sqlite, created if missing
    EventId event;
    std::string vfs{};  // SQLite's VFS by name; empty for the system's own. Tests of a failing disk give one.
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

    // `unreadable` where the file is damaged: salvage.h reads what is left of it.
    static Result<std::unique_ptr<Journal>> open(const JournalPlace& place, const EventKey& key,
                                                 const DeviceKey& device, Clock clock);
    ~Journal();  // waits until all that was queued is durable

    // Seals and stores the drafts as this device's next facts, in one transaction, and calls `done` on the
    // writer's thread after the fsync. A draft whose id is already in the journal is answered with the fact
    // that is there. After an error none of these drafts is in the journal, and it goes on working; whether a
    // write that failed half-way survives a power cut is open, so the same drafts, same ids, are sent again.
    void append(std::vector<Draft> drafts, Done done);
    Result<std::vector<Fact>> append(std::vector<Draft> drafts);  // the same, waiting

    // Facts of other devices. Each must be well signed, of this event, and the next of its device's chain.
    // Some hundreds a transaction: after an error those before it are in.
    Result<TakenIn> take_in(std::vector<SealedFact> facts);

    // Every readable fact in order of arrival, from `after_row` on; returns the last row seen. Cheap to
    // call often: it answers at once where nothing is new, whichever process wrote. Signatures are not
    // checked here (`take_in` and `verify` do).
    Result<std::int64_t> read_from(std::int64_t after_row,
                                   const std::function<void(const Fact&)>& take) const;
    // How many rows read_from has passed over, damaged or sealed by another key.
    [[nodiscard]] std::size_t unreadable() const;

    // Device → highest gapless sequence held.
    [[nodiscard]] Result<std::map<DeviceId, std::uint64_t>> held() const;
    // Without a gap from seq + 1 on; they end before the first that is missing or damaged.
    [[nodiscard]] Result<std::vector<SealedFact>> sealed_after(const DeviceId& device, std::uint64_t seq,
                                                               std::size_t limit) const;
    [[nodiscard]] Result<std::vector<Fact>> facts_after(const DeviceId& device, std::uint64_t seq,
                                                        std::size_t limit) const;

    // Checks every hash, signature, seal, gap, order and end. Nothing: the journal is whole. Of several
    // damaged places the first by device and sequence; a nil device and 0 where it is no single fact's.
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
