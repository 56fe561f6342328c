#pragma once
// An event opened on this machine: its folder, its key, its journal, and the fold of what the journal
// holds. One thread owns it; the journal's own writer runs beside.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "kiosk/event/decide.h"
#include "kiosk/event/find.h"
#include "kiosk/event/ticket.h"
#include "kiosk/session/childcare_key.h"
#include "kiosk/session/event_folder.h"
#include "sync/journal/journal.h"
#include "sync/keys.h"

namespace welcome::kiosk::session {

// Where the event key may come from, tried in this order; the keyring is tried where neither is given.
struct KeySource {
    std::optional<std::filesystem::path> card;  // the unlock card's picture or its text file
    std::optional<std::string> passphrase;
};

class Session {
  public:
    // Makes a new event in `folder`, writes its unlock card beside it and opens it.
    static sync::Result<std::unique_ptr<Session>> create(const EventFolder& folder,
                                                         const event::EventOpened& event,
                                                         const std::optional<std::string>& passphrase);

    // Opens the event in `folder`. With a card, a folder that holds no event yet joins the card's event.
    static sync::Result<std::unique_ptr<Session>> open(const EventFolder& folder, const KeySource& key);
    static sync::Result<std::unique_ptr<Session>> open(const EventFolder& folder,
                                                       const sync::UnlockCard& card);

    // Folds what is new in the journal, whoever wrote it; gives how many facts that were.
    sync::Result<std::size_t> refresh();
    void apply(const sync::Fact& fact);

    // What a tablet does for childcare's key: makes it, asks for it, hands it on. The kiosk asks for it
    // beside refresh(); a command that only reads does not, since this writes facts. True: the key came, and
    // everything was folded anew with what it opens.
    sync::Result<bool> keep_childcare_key();
    // Without the key this tablet takes no part in childcare: it never had it, or it was erased.
    [[nodiscard]] bool minds_childcare() const { return childcare_.has_key(); }
    // 24 h after closing, 72 h with an incident, or where no closing was heard of a week after the start and
    // three days after the last word: the key is destroyed and the fold made anew without it. refresh() asks
    // it too, and then writes down that this tablet has done so (event::ChildcareErased), which outlives it.
    // True where it was done now.
    sync::Result<bool> erase_childcare_if_due(sync::Instant now);

    // As Journal::append: `done` is called on the writer's thread, and the facts are given to apply() by
    // whoever owns the session. Facts of children lie in the journal under childcare's own key: what may
    // hold some is appended through here.
    void append(std::vector<sync::Draft> drafts, sync::Journal::Done done);
    // Durable when it returns; the fold knows it too.
    sync::Result<std::vector<sync::Fact>> commit(std::vector<sync::Draft> drafts);

    // For thousands of drafts that need not stand together (a roster's): some hundreds a transaction, and as
    // long a pause as each took, so that a door that shares this journal waits a moment and not the whole
    // import. Ended early, by a failure or a power cut, those before are in. `after_piece` is told how many.
    sync::Result<void> commit_in_pieces(std::vector<sync::Draft> drafts,
                                        const std::function<void(std::size_t)>& after_piece = {});

    [[nodiscard]] const EventFolder& folder() const { return folder_; }
    [[nodiscard]] const sync::EventId& event_id() const { return event_; }
    [[nodiscard]] const sync::EventKey& key() const { return key_; }
    [[nodiscard]] const event::TicketPublicKey& ticket_key() const { return ticket_key_; }
    [[nodiscard]] sync::Journal& journal() { return *journal_; }
    [[nodiscard]] sync::Result<sync::DeviceKey> device_key() const;  // what this device signs with
    [[nodiscard]] const event::State& state() const { return state_; }
    [[nodiscard]] const event::FindIndex& find_index();  // built at the first call, kept fresh after

    // The real clock, ids and chance for event::decide_*.
    [[nodiscard]] static event::Context context(std::optional<event::StaffId> staff = std::nullopt);

  private:
    Session(EventFolder folder, const sync::UnlockCard& card, std::unique_ptr<sync::Journal> journal,
            ChildcareKey childcare);
    sync::Result<std::size_t> read_new();
    sync::Result<void> fold_anew();
    [[nodiscard]] bool is_childcare_over(sync::Instant now) const;
    [[nodiscard]] std::vector<sync::Draft> veiled(std::vector<sync::Draft> drafts) const;
    void tell_of_erasure();
    void take_key_fact(const sync::Fact& fact);
    [[nodiscard]] std::optional<sync::Fact> unveiled(const sync::Fact& fact) const;
    static sync::Result<std::unique_ptr<Session>> open_with(const EventFolder& folder,
                                                            const sync::UnlockCard& card);
    void index_people_of(const sync::Fact& fact);

    EventFolder folder_;
    sync::EventId event_;
    sync::EventKey key_;
    event::TicketPublicKey ticket_key_;
    std::unique_ptr<sync::Journal> journal_;
    std::int64_t row_ = 0;  // the last row of the journal that the fold has seen
    event::State state_;
    ChildcareKey childcare_;
    std::map<sync::FactId, std::string> key_askings_;  // of other tablets, unanswered as far as known here
    std::set<sync::FactId> key_answered_;
    std::vector<std::string> keys_given_;  // perhaps to this tablet
    bool key_asked_ = false;
    std::optional<event::FindIndex> index_;
};

// The unlock card in a file: its picture (the QR is read) or its text.
sync::Result<sync::UnlockCard> read_card_file(const std::filesystem::path& file);

// The wall clock in whole milliseconds.
sync::Instant wall_clock();

}  // namespace welcome::kiosk::session
