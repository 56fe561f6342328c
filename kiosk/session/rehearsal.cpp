#include "kiosk/session/rehearsal.h"

#include <array>

#include "kiosk/event/rehearsal_id.h"

namespace welcome::kiosk::session {

namespace {

constexpr std::array k_first = {"Rosa", "Mei",   "Amina", "Luis",  "Ngozi",  "Ivan", "Sofia", "Kofi",
                                "Lan",  "Yusuf", "Elena", "Mateo", "Aiyana", "Jean", "Priya", "Tomás"};
constexpr std::array k_last = {"Example", "Sample", "Practice", "Invented", "Pretend"};
constexpr int k_families = 40;

event::PersonRegistered invented(const std::string& name, int number, const event::HouseholdId& household,
                                 bool is_child) {
    event::PersonRegistered person{event::PersonId(sync::new_uuid()),
                                   "roster",
                                   "practice-" + std::to_string(number) + (is_child ? "c" : ""),
                                   {}};
    person.fields.full_name = name;
    person.fields.household = household;
    person.fields.is_child = is_child;
    // 555-0100 to 555-0199 are kept for fiction by the North American Numbering Plan.
    if (!is_child) person.fields.phone = "+1202555" + std::to_string(10'100 + number).substr(1);
    return person;
}

std::vector<sync::Draft> people() {
    std::vector<sync::Draft> drafts;
    const auto add = [&](const event::Body& body) {
        drafts.push_back(event::draft(sync::FactId(sync::new_uuid()), body));
    };
    for (int number = 0; number < k_families; ++number) {
        const auto at = static_cast<std::size_t>(number);
        const event::HouseholdId household(sync::new_uuid());
        const std::string last = k_last[at % k_last.size()];
        add(invented(std::string(k_first[at % k_first.size()]) + " " + last, number, household, false));
        if (number % 2 == 0)
            add(invented(std::string(k_first[(at + 7) % k_first.size()]) + " " + last, number, household,
                         true));
    }
    return drafts;
}

}  // namespace

EventFolder rehearsal_folder(const EventFolder& evening) {
    return {evening.path / "practice"};
}

sync::Result<void> forget_rehearsal(const EventFolder& evening) {
    std::error_code error;
    std::filesystem::remove_all(rehearsal_folder(evening).path, error);
    if (error)
        return sync::fail(sync::Fault::disk_failed,
                          rehearsal_folder(evening).path.string() + ": " + error.message());
    return {};
}

sync::Result<sync::UnlockCard> make_rehearsal(const Session& evening) {
    if (event::is_rehearsal(evening.event_id()))
        return sync::fail(sync::Fault::refused, "this is the practice already; end it first");
    if (auto gone = forget_rehearsal(evening.folder()); !gone) return tl::unexpected(gone.error());
    const sync::UnlockCard card{event::rehearsal_id(sync::new_uuid()), sync::EventKey::make()};
    const auto folder = rehearsal_folder(evening.folder());
    auto session = Session::open(folder, card);
    if (!session) return tl::unexpected(session.error());
    event::EventOpened opened = evening.state().event();
    opened.starts = wall_clock();
    auto drafts = people();
    drafts.insert(drafts.begin(), event::draft(sync::FactId(sync::new_uuid()), opened));
    for (const auto* staff : evening.state().all_staff())
        drafts.push_back(
            event::draft(sync::FactId(sync::new_uuid()),
                         event::StaffAdded{staff->id, staff->name, staff->role, staff->pin_hash}));
    if (auto kept = (*session)->commit(std::move(drafts)); !kept) return tl::unexpected(kept.error());
    if (auto made = (*session)->keep_childcare_key(); !made) return tl::unexpected(made.error());
    return card;
}

}  // namespace welcome::kiosk::session
