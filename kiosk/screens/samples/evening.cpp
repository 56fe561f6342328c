#include "kiosk/screens/samples/evening.h"

#include "kiosk/event/claim_code.h"

namespace welcome::kiosk::screens::samples {

namespace {

using namespace std::chrono_literals;

// 3 December 2026, 18:04 in New York.
constexpr sync::Instant k_start{std::chrono::milliseconds(1'796'339'040'000)};

std::string hex(const sync::Uuid& id) {
    std::string text = id.text();
    std::erase(text, '-');
    return text;
}

}  // namespace

Evening::Evening() : event_id_(next_id()) {
    seed_.fill(7);
    know(event::EventOpened{
        .name = "Lincoln School Town Hall",
        .starts = k_start,
        .time_zone = "America/New_York",
        .place = "the big room, on your left",
        .room_limit = 20,
        .languages = {"en", "es"},
        .childcare_rooms = {{.name = "Room 4",
                             .bands = {event::AgeBand::from_4_to_5, event::AgeBand::from_6_to_9},
                             .places = 2},
                            {.name = "Room 6", .bands = {event::AgeBand::under_2}, .places = 8}},
        .speaking = event::SpeakingRules{.tiers = {{10, 180}, {20, 120}, {0, 60}}, .total_seconds = 1800}});
    const event::HouseholdId garcia(next_id());
    rosa = register_person("Rosa García", "+12025550142", garcia, false);
    luis = register_person("Luis García", "", garcia, false);
    ana = register_person("Ana García", "", garcia, true);
    ng = register_person("Ng", "+12025550199", std::nullopt, false);
    for (const auto role :
         {event::StaffRole::volunteer, event::StaffRole::childcare, event::StaffRole::lead}) {
        staff[role] = event::StaffId(next_id());
        know(event::StaffAdded{staff[role], "Sam", role, "not a hash"});
    }
    std::uint8_t number = 0;
    for (const auto* room : {"Room 4", "Room 6"}) {
        sync::Uuid id;
        id.bytes[0] = 0xEE;  // Apart from the counted ids, which the goldens name.
        id.bytes[15] = ++number;
        std::vector<sync::Fact> facts;
        const event::RoomStaffed staffed{room, 3, staff[event::StaffRole::childcare]};
        take({event::draft(event::FactId(id), staffed)}, facts);
    }
    for (const auto* person : state.people()) index.put(*person);
    model.last_touch = now;
    model.spoken = {"en", "es", "ht", "pt-BR", "vi", "zh-Hans", "ar", "ru", "ko", "fr"};  // as eSpeak NG does
    model.languages = {{"en"}, {"es"}};
}

PersonId Evening::register_person(const std::string& name, const std::string& phone,
                                  std::optional<event::HouseholdId> household, bool is_child) {
    const PersonId id(next_id());
    event::PersonFields fields{.full_name = name};
    if (!phone.empty()) fields.phone = phone;
    fields.household = household;
    fields.is_child = is_child;
    fields.tickets = {hex(id)};
    know(event::PersonRegistered{id, "roster", name, fields});
    return id;
}

void Evening::speak_many() {
    model.languages.clear();
    event::EventOpened opened = state.event();
    opened.languages.clear();
    for (const auto* tag : {"en", "es", "ht", "pt-BR", "vi", "zh-Hans", "ar", "ru", "ko", "fr", "so", "tl"}) {
        model.languages.push_back({tag, model.languages.empty() ? false : true});
        opened.languages.emplace_back(tag);
    }
    know(opened);
}

void Evening::with_printer() {
    model.has_printer = true;
    happen(PrinterStands{"ready", "ready"});
}

std::vector<const event::LabelJob*> Evening::labels(std::string_view what) const {
    std::vector<const event::LabelJob*> found;
    for (const auto* job : state.print_queue())
        if (job->what == what) found.push_back(job);
    return found;
}

void Evening::know_twice() {
    twice = register_person("Rosa Garsia", "+12025550177", std::nullopt, false);
    know(event::CheckedIn{twice, event::CheckInMethod::staff});
    index.put(*state.person(twice));
}

sync::Uuid Evening::next_id() {
    sync::Uuid id;
    ++ids_;
    for (std::size_t i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(ids_ >> (8 * i));
    id.bytes[6] = 0x70;
    return id;
}

std::string Evening::claim_of(const event::Stay& stay) const {
    return event::write_claim(event_id_, {stay.id, stay.request.code}, seed_);
}

std::string Evening::ticket_of(const PersonId& person) const {
    return event::write_ticket(event_id_, person, seed_);
}

Known Evening::known() const {
    auto* self = const_cast<Evening*>(this);  // ids and chance move on; nothing else does
    return {.state = state,
            .context = {.now = k_start + std::chrono::duration_cast<std::chrono::milliseconds>(now),
                        .staff = std::nullopt,
                        .new_id = [self] { return self->next_id(); },
                        .random_below = [self](std::uint32_t bound) { return self->chance_++ % bound; }},
            .now = now,
            .event_id = event_id_,
            .ticket_key = event::ticket_public_key(seed_),
            .read_phone = [](const std::string& typed) -> std::optional<std::string> {
                std::string digits;
                for (const char letter : typed) {
                    if (letter >= '0' && letter <= '9') digits += letter;
                }
                if (digits.size() != 10) return std::nullopt;
                return "+1" + digits;
            }};
}

void Evening::happen(const Happening& happening) {
    effects = step(model, happening, known());
    for (const auto& commit : asked<Commit>()) unsaved.push_back(commit.drafts);
}

void Evening::act(Intent intent, std::string text, int number) {
    happen(Action{intent, std::move(text), number});
}

void Evening::act_and_save(Intent intent, std::string text, int number) {
    act(intent, std::move(text), number);
    saved();
}

void Evening::pass(Steady time) {
    now += time;
    happen(Tick{});
}

void Evening::take(const std::vector<sync::Draft>& drafts, std::vector<sync::Fact>& facts) {
    for (const auto& draft : drafts) {
        sync::Fact fact{.id = draft.id,
                        .device = {},
                        .device_seq = ++seq_,
                        .time = {k_start.time_since_epoch().count() + now.count(), 0},
                        .wall = k_start + now,
                        .event = event_id_,
                        .kind = draft.kind,
                        .body = draft.body};
        fact.time.counter = static_cast<std::uint16_t>(seq_);
        state.apply(fact);
        facts.push_back(std::move(fact));
    }
}

void Evening::saved() {
    std::vector<Effect> all;
    for (const auto& drafts : std::exchange(unsaved, {})) {
        std::vector<sync::Fact> facts;
        take(drafts, facts);
        happen(Committed{std::move(facts)});
        all.insert(all.end(), effects.begin(), effects.end());
    }
    effects = std::move(all);
}

void Evening::not_saved() {
    unsaved.clear();
    happen(CommitFailed{"no space left on device"});
}

void Evening::unlock(event::StaffRole role) {
    act(Intent::staff_door);
    act(Intent::edit_pin, "482915");
    act(Intent::pin_ready);
    happen(PinChecked{staff.at(role)});
    saved();
}

void Evening::know(const event::Body& body) {
    std::vector<sync::Fact> facts;
    take({event::draft(event::FactId(next_id()), body)}, facts);
}

void Evening::know_from(const sync::DeviceId& tablet, const event::Body& body) {
    auto one = event::draft(event::FactId(next_id()), body);
    state.apply(
        {.id = one.id,
         .device = tablet,
         .device_seq = 1,
         .time = {k_start.time_since_epoch().count() + now.count(), static_cast<std::uint16_t>(++seq_)},
         .wall = k_start + now,
         .event = event_id_,
         .kind = std::move(one.kind),
         .body = std::move(one.body)});
}

std::vector<std::string> Evening::kinds_unsaved() const {
    std::vector<std::string> kinds;
    for (const auto& drafts : unsaved) {
        for (const auto& draft : drafts) kinds.push_back(draft.kind);
    }
    return kinds;
}

}  // namespace welcome::kiosk::screens::samples
