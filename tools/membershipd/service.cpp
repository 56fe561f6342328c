#include "tools/membershipd/service.h"

#include <algorithm>
#include <sodium.h>

#include "sync/keys.h"
#include "tools/membershipd/answers.h"
#include "tools/membershipd/projection.h"

namespace welcome::tools::membershipd {
namespace {

using sync::fail;
using sync::Fault;

// A device id that is a real Ed25519 public key whose secret nobody keeps: the service's own facts
// travel inside TLS and are signed by no one.
DeviceId new_device() {
    DeviceId device;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_keypair(device.bytes.data(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return device;
}

bool is_counted(std::string_view kind) {
    return kind == "checked_in" || kind == "came_in" || kind == "signed_up" || kind == "need_raised";
}

// The same every time, so that a second revert makes no second undo.
FactId undo_id(std::string_view batch, const FactId& fact) {
    const auto text = "revert\n" + std::string(batch) + '\n' + fact.text();
    sync::Uuid id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);  // UUIDv8: made our own way
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return FactId(id);
}

Additions nothing_of(const EventId& event) {
    return {.event = event, .facts = {}, .refusals = {}, .reviews = {}, .decisions = {}, .batch = {}};
}

Additions additions_of(const Batch& batch, const std::vector<Answer>& answers, Instant received) {
    auto all = nothing_of(batch.event);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto& one = batch.facts[i];
        const auto& answer = answers[i];
        if (answer.adds_a_fact()) {
            all.facts.push_back(
                {one.fact, 0, one.cut_down, answer.digest, batch.batch, received, answer.state});
        }
        if (answer.state == "rejected") {
            all.refusals.push_back({0, answer.id, one.fact.device, one.fact.device_seq, answer.digest,
                                    answer.reason, batch.batch, received});
        }
        if (answer.state == "needs_review") {
            all.reviews.push_back(
                {batch.event, answer.id, answer.reason, answer.person, answer.candidate, {}});
        }
    }
    return all;
}

}  // namespace

Result<std::unique_ptr<Service>> Service::open(std::unique_ptr<Store> store, Clock clock) {
    auto id = store->setting("service", sync::new_uuid().text());
    if (!id) return tl::unexpected(id.error());
    auto device_text = store->setting("device", new_device().text());
    if (!device_text) return tl::unexpected(device_text.error());
    const auto device = DeviceId::parse(*device_text);
    if (!device) return fail(Fault::unreadable, "the store's own device id is damaged");
    return std::unique_ptr<Service>(new Service(std::move(store), std::move(clock), *id, *device));
}

Service::Service(std::unique_ptr<Store> store, Clock clock, std::string id, const DeviceId& device)
    : store_(std::move(store)), clock_(std::move(clock)), id_(std::move(id)), device_(device) {}

Result<bool> Service::create_event(EventRecord event) {
    auto there = store_->event(event.event);
    if (!there) return tl::unexpected(there.error());
    if (*there) {
        if ((*there)->same_as(event)) return false;
        return fail(Fault::refused, "another event has this id");
    }
    event.created = clock_();
    if (auto added = store_->add_event(event); !added) return tl::unexpected(added.error());
    return true;
}

Result<EventBook*> Service::book_of(const EventId& event) {
    auto found = books_.find(event);
    if (found == books_.end()) {
        auto there = store_->event(event);
        if (!there) return tl::unexpected(there.error());
        if (!*there) return fail(Fault::not_found, "no such event");
        found = books_.emplace(event, EventBook(event)).first;
    }
    return &found->second;
}

Result<EventBook*> Service::caught_up(const EventId& event) {
    auto book = book_of(event);
    if (!book) return book;
    if (auto done = (*book)->catch_up(*store_); !done) return tl::unexpected(done.error());
    return book;
}

Result<const EventBook*> Service::book(const EventId& event) {
    return caught_up(event);
}

Result<std::vector<Answer>> Service::judged(const Batch& batch, const EventBook& book) {
    std::vector<Answer> answers;
    Judge judge(book, [&](const FactId& id) { return store_->fact(batch.event, id); });
    for (const auto& one : batch.facts) {
        auto answer = judge.judge(one);
        if (!answer) return tl::unexpected(answer.error());
        answers.push_back(std::move(*answer));
    }
    return answers;
}

Result<Receipt> Service::put(const Batch& batch, bool dry_run) {
    auto book = dry_run ? caught_up(batch.event) : book_of(batch.event);
    if (!book) return tl::unexpected(book.error());
    Receipt receipt{.received = clock_(), .answers = {}, .results = {}, .acked = {}};
    // Judged where no other process can add: what it has added meanwhile is a duplicate here.
    const auto decide = [&](std::int64_t last) -> Result<Additions> {
        if (auto done = (*book)->catch_up(*store_, last); !done) return tl::unexpected(done.error());
        auto answers = judged(batch, **book);
        if (!answers) return tl::unexpected(answers.error());
        receipt.answers = std::move(*answers);
        receipt.results = answers_text(receipt.answers);
        auto all = additions_of(batch, receipt.answers, receipt.received);
        all.batch = BatchRecord{batch.event,      batch.batch,  batch.sender,
                                receipt.received, batch.digest, receipt.results};
        return all;
    };
    if (dry_run) {
        auto answers = judged(batch, **book);
        if (!answers) return tl::unexpected(answers.error());
        receipt.answers = std::move(*answers);
        receipt.results = answers_text(receipt.answers);
    } else {
        const auto added = store_->add(batch.event, decide);
        if (!added) return tl::unexpected(added.error());
        if (auto done = (*book)->take(*added, *store_); !done) return tl::unexpected(done.error());
    }
    for (const auto& one : batch.facts) receipt.acked[one.fact.device] = (*book)->held(one.fact.device);
    return receipt;
}

Result<FactPage> Service::facts(const EventId& event, std::int64_t after, std::size_t limit) {
    auto there = store_->event(event);
    if (!there) return tl::unexpected(there.error());
    if (!*there) return fail(Fault::not_found, "no such event");
    auto facts = store_->facts_after(event, after, limit + 1);
    if (!facts) return tl::unexpected(facts.error());
    FactPage page{.facts = std::move(*facts), .next = after, .has_more = false};
    page.has_more = page.facts.size() > limit;
    if (page.has_more) page.facts.pop_back();
    // The cursor never runs ahead of what was handed out.
    if (!page.facts.empty()) page.next = page.facts.back().arrival;
    return page;
}

Result<bool> Service::project(const EventId& event) {
    constexpr std::size_t k_at_once = 2000;
    auto book = caught_up(event);
    if (!book) return tl::unexpected(book.error());
    bool more = false;
    auto done = store_->project(event, [&](std::int64_t after) -> Result<Projection> {
        auto facts = store_->facts_after(event, after, k_at_once);
        if (!facts) return tl::unexpected(facts.error());
        more = facts->size() == k_at_once;
        std::set<std::string> ids;
        for (const auto& one : *facts) {
            auto body = one.fact.body;
            // An undo, also of an undo, touches whom the undone fact named.
            for (auto target = (*book)->state().undo_target(one.fact.id); target;) {
                auto undone = store_->fact(event, *target);
                if (!undone) return tl::unexpected(undone.error());
                if (!*undone) break;
                body += (*undone)->fact.body;
                target = (*book)->state().undo_target(*target);
            }
            for (auto& id : ids_named_in(body)) ids.insert(std::move(id));
        }
        if (!facts->empty() && facts->back().arrival > (*book)->last_arrival()) {
            if (auto met = (*book)->catch_up(*store_); !met) return tl::unexpected(met.error());
        }
        auto rows = projected(ids, **book);
        rows.through = more ? facts->back().arrival : (*book)->last_arrival();
        if (!facts->empty()) rows.through = std::max(rows.through, facts->back().arrival);
        return rows;
    });
    if (!done) return tl::unexpected(done.error());
    return more;
}

Result<AttendancePage> Service::attendance(const EventId& event, const AttendedPlace& after,
                                           std::size_t limit) {
    AttendancePage page;
    auto current = store_->is_projected(event);
    if (!current) return tl::unexpected(current.error());
    page.is_complete = *current;
    if (!page.is_complete) {
        const auto more = project(event);
        if (!more) return tl::unexpected(more.error());
        page.is_complete = !*more;
    }
    auto rows = store_->attended_after(event, after, limit + 1);
    if (!rows) return tl::unexpected(rows.error());
    page.rows = std::move(*rows);
    page.has_more = page.rows.size() > limit;
    if (page.has_more) page.rows.pop_back();
    return page;
}

Result<void> Service::add_own(const EventId& event, const Own& drafts, const Additions& additions) {
    auto book = caught_up(event);
    if (!book) return tl::unexpected(book.error());
    const auto added = store_->add(event, [&](std::int64_t last) -> Result<Additions> {
        if (auto done = (*book)->catch_up(*store_, last); !done) return tl::unexpected(done.error());
        auto wanted = drafts(**book);
        if (!wanted) return tl::unexpected(wanted.error());
        auto all = additions;
        const auto now = clock_();
        auto time = (*book)->latest();
        if (const auto wall = now.time_since_epoch().count(); wall > time.wall_ms) time = {wall, 0};
        auto seq = (*book)->held(device_);
        for (auto& draft : *wanted) {
            // After all that is known, since an undo counts only if it is later than what it undoes.
            time = time.counter == 0xFFFF
                       ? sync::Hlc{time.wall_ms + 1, 0}
                       : sync::Hlc{time.wall_ms, static_cast<std::uint16_t>(time.counter + 1)};
            sync::WireFact one;
            one.fact = {draft.id, device_, ++seq, time, now, event, draft.kind, draft.body};
            one.id_text = draft.id.text();
            all.facts.push_back({one.fact, 0, false, digest_of(one), "", now, "accepted"});
        }
        return all;
    });
    if (!added) return tl::unexpected(added.error());
    return (*book)->take(*added, *store_);
}

Result<Reverted> Service::revert(const BatchRecord& batch) {
    Reverted reverted;
    const auto drafts = [&](const EventBook& book) -> Result<std::vector<sync::Draft>> {
        auto facts = store_->facts_of_batch(batch.event, batch.batch);
        if (!facts) return tl::unexpected(facts.error());
        std::vector<sync::Draft> undos;
        for (const auto& one : *facts) {
            const auto id = undo_id(batch.batch, one.fact.id);
            if (!is_counted(one.fact.kind)) {
                ++reverted.kept;
            } else if (book.state().has(id) || !book.state().is_effective(one.fact.id)) {
                ++reverted.already;
            } else {
                undos.push_back(kiosk::event::draft(
                    id,
                    kiosk::event::FactUndone{one.fact.id, "batch reverted at the service", std::nullopt}));
            }
        }
        reverted.undone = undos.size();
        return undos;
    };
    if (auto added = add_own(batch.event, drafts, nothing_of(batch.event)); !added) {
        return tl::unexpected(added.error());
    }
    return reverted;
}

Result<void> Service::decide(const Review& review, const std::string& decision) {
    auto additions = nothing_of(review.event);
    additions.decisions.push_back(review);
    additions.decisions.back().decision = decision;
    return add_own(
        review.event,
        [&](const EventBook&) -> Result<std::vector<sync::Draft>> {
            const auto kept = kiosk::event::PersonId::parse(review.candidate);
            const auto merged = kiosk::event::PersonId::parse(review.person);
            if (decision != "same" || !kept || !merged) return std::vector<sync::Draft>();
            return std::vector{
                kiosk::event::draft(FactId(sync::new_uuid()), kiosk::event::PeopleMerged{*kept, *merged})};
        },
        additions);
}

}  // namespace welcome::tools::membershipd
