#include "kiosk/session/session.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <sodium.h>
#include <thread>

#include "kiosk/session/assets.h"
#include "kiosk/session/nickname_table.h"
#include "kiosk/session/unlock.h"
#include "printing/qr.h"

namespace welcome::kiosk::session {

namespace {

sync::Result<void> write_card_files(const EventFolder& folder, const sync::UnlockCard& card) {
    const std::string text = sync::write_card(card);
    constexpr int pixels_a_module = 8;  // a camera at arm's length reads it from a phone and from paper
    auto picture = printing::qr_png(text, pixels_a_module);
    if (!picture) return sync::fail(sync::Fault::unreadable, "the unlock card could not be drawn");
    if (auto written = write_whole_file(folder.card_picture(), *picture, true); !written) return written;
    return write_whole_file(folder.card_text(), text + "\n", true);
}

// A person reads it at the door: what to do comes with it.
sync::Error with_a_way_out(sync::Error error) {
    if (error.fault == sync::Fault::unreadable)
        error.detail = "this folder's journal is damaged (" + error.detail +
                       "); save what can be read of it with `kioskctl rescue`";
    return error;
}

}  // namespace

sync::Instant wall_clock() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

event::Context Session::context(std::optional<event::StaffId> staff) {
    return {.now = wall_clock(),
            .staff = staff,
            .new_id = sync::new_uuid,
            .random_below = [](std::uint32_t bound) { return randombytes_uniform(bound); }};
}

Session::Session(EventFolder folder, const sync::UnlockCard& card, std::unique_ptr<sync::Journal> journal,
                 ChildcareKey childcare)
    : folder_(std::move(folder)),
      event_(card.event),
      key_(card.key),
      ticket_key_(event::ticket_public_key(key_.ticket_seed())),
      journal_(std::move(journal)),
      childcare_(std::move(childcare)) {}

sync::Result<std::unique_ptr<Session>> Session::create(const EventFolder& folder,
                                                       const event::EventOpened& event,
                                                       const std::optional<std::string>& passphrase) {
    if (read_event_file(folder))
        return sync::fail(sync::Fault::refused,
                          folder.path.string() + " already holds an event; choose another folder");
    const sync::UnlockCard card{sync::EventId(sync::new_uuid()), sync::EventKey::make()};
    EventFile file{card.event, event.name, std::nullopt};
    if (passphrase) {
        auto wrapped = sync::wrap_by_passphrase(card.key, *passphrase);
        if (!wrapped) return tl::unexpected(wrapped.error());
        file.wrapped_key = *wrapped;
    }
    if (auto written = write_event_file(folder, file); !written) return tl::unexpected(written.error());
    if (auto written = write_card_files(folder, card); !written) return tl::unexpected(written.error());
    auto session = open_with(folder, card);
    if (!session) return session;
    auto opened = (*session)->commit({event::draft(sync::FactId(sync::new_uuid()), event)});
    if (!opened) return tl::unexpected(opened.error());
    if (auto made = (*session)->keep_childcare_key(); !made) return tl::unexpected(made.error());
    return session;
}

sync::Result<std::unique_ptr<Session>> Session::open(const EventFolder& folder, const KeySource& source) {
    auto card = find_key(folder, source);
    if (!card) return tl::unexpected(card.error());
    return open(folder, *card);
}

sync::Result<std::unique_ptr<Session>> Session::open(const EventFolder& folder,
                                                     const sync::UnlockCard& card) {
    const auto file = read_event_file(folder);
    if (!file && file.error().fault != sync::Fault::not_found) return tl::unexpected(file.error());
    if (file && file->event != card.event)
        return sync::fail(sync::Fault::refused, "that card opens another event; scan this event's card");
    if (!file) {  // A fresh tablet joins by the card alone; the facts come later.
        if (auto written = write_event_file(folder, {card.event, "", std::nullopt}); !written)
            return tl::unexpected(written.error());
    }
    return open_with(folder, card);
}

sync::Result<std::unique_ptr<Session>> Session::open_with(const EventFolder& folder,
                                                          const sync::UnlockCard& card) {
    auto device = sync::DeviceKey::open_or_make(folder.device_key(), card.key);
    if (!device) return tl::unexpected(device.error());
    auto journal = sync::Journal::open({folder.journal(), card.event}, card.key, *device, wall_clock);
    if (!journal) return tl::unexpected(with_a_way_out(journal.error()));
    auto childcare = ChildcareKey::open(folder, card.key);
    if (!childcare) return tl::unexpected(childcare.error());
    auto session =
        std::unique_ptr<Session>(new Session(folder, card, std::move(*journal), std::move(*childcare)));
    if (auto read = session->refresh(); !read) return tl::unexpected(with_a_way_out(read.error()));
    return session;
}

sync::Result<sync::DeviceKey> Session::device_key() const {
    return sync::DeviceKey::open_or_make(folder_.device_key(), key_);
}

sync::Result<std::size_t> Session::read_new() {
    std::size_t count = 0;
    auto last = journal_->read_from(row_, [&](const sync::Fact& fact) {
        if (state_.has(fact.id)) return;  // this session's own commits come by here too
        apply(fact);
        ++count;
    });
    if (!last) return tl::unexpected(last.error());
    row_ = *last;
    return count;
}

// What a fact of children says, where this tablet has childcare's key; also of one that was relayed.
std::optional<sync::Fact> Session::unveiled(const sync::Fact& fact) const {
    if (fact.kind == "fact_relayed") {
        const auto body = event::read_body(fact.kind, fact.body);
        const auto* relayed = body ? std::get_if<event::FactRelayed>(&*body) : nullptr;
        const auto inner = relayed ? unveiled(relayed->fact) : std::nullopt;
        if (!inner) return std::nullopt;
        sync::Fact seen = fact;
        seen.body = event::draft(fact.id, event::FactRelayed{*inner}).body;
        return seen;
    }
    if (!event::is_of_children(fact.kind)) return std::nullopt;
    auto clear = childcare_.unveil(fact.id, fact.kind, fact.body);
    if (!clear) return std::nullopt;
    sync::Fact seen = fact;
    seen.body = std::move(*clear);
    return seen;
}

void Session::apply(const sync::Fact& fact) {
    if (const auto seen = unveiled(fact)) return state_.apply(*seen);
    if (fact.kind.starts_with("childcare_key_")) take_key_fact(fact);
    state_.apply(fact);
    if (index_) index_people_of(fact);
}

void Session::index_people_of(const sync::Fact& fact) {
    const auto body = event::read_body(fact.kind, fact.body);
    if (!body) return;
    const auto put = [this](const event::PersonId& id) {
        if (const auto* person = state_.person(id)) index_->put(*person);
    };
    if (const auto* registered = std::get_if<event::PersonRegistered>(&*body)) put(registered->person);
    if (const auto* corrected = std::get_if<event::PersonCorrected>(&*body)) put(corrected->person);
    if (const auto* merged = std::get_if<event::PeopleMerged>(&*body)) {
        index_->remove(merged->merged);
        put(merged->kept);
    }
    // Whoever came or went by it is found as before; whose name or oneness it touches may be anybody.
    const auto* undone = std::get_if<event::FactUndone>(&*body);
    if (undone && event::is_about_who_somebody_is(state_, undone->fact)) index_.reset();
}

void Session::append(std::vector<sync::Draft> drafts, sync::Journal::Done done) {
    journal_->append(veiled(std::move(drafts)), std::move(done));
}

sync::Result<std::vector<sync::Fact>> Session::commit(std::vector<sync::Draft> drafts) {
    if (drafts.empty()) return std::vector<sync::Fact>{};
    auto facts = journal_->append(veiled(std::move(drafts)));
    if (facts) {
        for (const auto& fact : *facts) apply(fact);
    }
    return facts;
}

sync::Result<void> Session::commit_in_pieces(std::vector<sync::Draft> drafts,
                                             const std::function<void(std::size_t)>& after_piece) {
    constexpr std::size_t k_piece = 1000;  // some 40 ms of the write lock on a small machine
    for (std::size_t done = 0; done < drafts.size();) {
        const std::size_t end = std::min(drafts.size(), done + k_piece);
        const auto began = std::chrono::steady_clock::now();
        const auto from = drafts.begin() + static_cast<std::ptrdiff_t>(done);
        const auto to = drafts.begin() + static_cast<std::ptrdiff_t>(end);
        auto kept = commit({std::make_move_iterator(from), std::make_move_iterator(to)});
        if (!kept) return tl::unexpected(kept.error());
        done = end;
        if (after_piece) after_piece(done);
        // SQLite's lock has no queue: who waits for it asks now and then, and must find it free.
        if (done < drafts.size()) std::this_thread::sleep_for(std::chrono::steady_clock::now() - began);
    }
    return {};
}

const event::FindIndex& Session::find_index() {
    if (!index_) {
        index_.emplace(read_nicknames(asset_folder("names") / "nicknames.toml"));
        for (const auto* person : state_.people()) index_->put(*person);
    }
    return *index_;
}

}  // namespace welcome::kiosk::session
