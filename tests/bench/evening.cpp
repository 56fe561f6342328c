#include "tests/bench/evening.h"

#include "tests/bench/invented.h"

namespace welcome::bench {

namespace event = kiosk::event;

event::PersonId person_id(std::size_t number) {
    return event::PersonId(uuid_of(number + 1));
}

sync::Result<std::unique_ptr<kiosk::session::Session>> Evening::open() const {
    return kiosk::session::Session::open(folder, {.card = folder.card_text(), .passphrase = {}});
}

sync::Result<Evening> make_evening(const std::filesystem::path& folder, std::size_t people) {
    if (auto ready = sync::init_crypto(); !ready) return tl::unexpected(ready.error());
    std::filesystem::create_directories(folder);
    auto session = kiosk::session::Session::create({folder}, {.name = "Fall Town Hall"}, {});
    if (!session) return tl::unexpected(session.error());
    std::vector<sync::Draft> drafts;
    for (const auto& person : invented_people(people)) {
        event::PersonFields fields;
        fields.full_name = person.full_name;
        fields.phone = person.phone;
        if (!person.email.empty()) fields.email = person.email;
        drafts.push_back(event::draft(sync::FactId(sync::new_uuid()),
                                      event::PersonRegistered{person.id, "roster", person.phone, fields}));
    }
    if (auto kept = (*session)->commit_in_pieces(std::move(drafts)); !kept)
        return tl::unexpected(kept.error());
    return Evening{{folder}, std::move(*session)};
}

std::size_t record_size(sync::Journal& journal) {
    const auto held = journal.held();
    if (!held) return 0;
    const auto newest = journal.sealed_after(journal.device(), held->at(journal.device()) - 1, 1);
    return newest && !newest->empty() ? sync::to_bytes(newest->front()).size() : 0;
}

}  // namespace welcome::bench
