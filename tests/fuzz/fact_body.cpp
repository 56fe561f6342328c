// A fact's kind and body, as another tablet or tomorrow's version wrote them: kind, a line's end, body.

#include "kiosk/event/facts.h"
#include "kiosk/event/state.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

using namespace kiosk::event;

template <typename Tag>
sync::Id<Tag> id_of(std::uint8_t byte) {
    sync::Uuid id;
    id.bytes.fill(byte);
    return sync::Id<Tag>(id);
}

const PersonId k_person = id_of<struct PersonTag>(1);
const StayId k_stay = id_of<struct StayTag>(2);
const StaffId k_staff = id_of<struct StaffTag>(3);

std::string seed_of(const Body& body) {
    const auto made = draft(FactId(sync::Uuid{}), body);
    return made.kind + "\n" + made.body;
}

}  // namespace

std::vector<std::string> seeds() {
    EventOpened opened{.name = "Fall Town Hall",
                       .starts = Instant(std::chrono::milliseconds(1'796'342'400'000)),
                       .time_zone = "America/New_York",
                       .place = "the big room",
                       .room_limit = 300,
                       .languages = {"en", "es"},
                       .childcare_rooms = {{"Room 4", {AgeBand::from_2_to_3, AgeBand::from_4_to_5}, 12}}};
    PersonRegistered person{k_person, "roster", "7", {}};
    person.fields.full_name = "Rosa Guerrero Díaz";
    person.fields.phone = "+12025550143";
    person.fields.is_child = false;
    person.fields.tickets = {"09090909090909090909090909090909"};
    ChildcareRequested child;
    child.stay = k_stay;
    child.adult = k_person;
    child.first_name = "Mateo";
    child.allergies = "Peanuts";
    child.code = "7CN4";
    return {seed_of(opened),
            seed_of(person),
            seed_of(PersonCorrected{k_person, person.fields, "roster"}),
            seed_of(PeopleMerged{k_person, id_of<struct PersonTag>(4)}),
            seed_of(CheckedIn{k_person, CheckInMethod::found, opened.starts, 1, 2}),
            seed_of(CameIn{2}),
            seed_of(FactUndone{FactId(sync::Uuid{}), "mistake", k_staff}),
            seed_of(NeedRaised{k_person, {Need::childcare, Need::ride}}),
            seed_of(SignedUp{k_person, "es"}),
            seed_of(ConsentGiven{k_person, Channel::text, true, "sms-2026-11", "es"}),
            seed_of(child),
            seed_of(ChildDroppedOff{k_stay, "Room 4", k_staff}),
            seed_of(ChildPickedUp{k_stay, k_staff, ""}),
            seed_of(StaffAdded{k_staff, "Sam", StaffRole::childcare, "hash"}),
            seed_of(EventClosed{}),
            "tomorrows_kind\n{\"a\":[1,2,{\"b\":null}]}"};
}

void read(std::string_view bytes) {
    const auto end = bytes.find('\n');
    const std::string kind(bytes.substr(0, end));
    const std::string text(end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1));
    const auto body = read_body(kind, text);
    if (body) {
        const auto again = draft(FactId(sync::Uuid{}), *body);
        must(read_body(again.kind, again.body) == body, "what is read is written and read the same");
    }
    (void)outbound_body(kind, text);

    const sync::Fact fact{.id = id_of<sync::FactTag>(5),
                          .device = {},
                          .device_seq = 1,
                          .time = {1, 0},
                          .wall = {},
                          .event = {},
                          .kind = kind,
                          .body = text};
    State once;
    once.apply(fact);
    State twice;
    twice.apply(fact);
    twice.apply(fact);
    must(once == twice, "a fact counts once");
}

}  // namespace welcome::fuzz
