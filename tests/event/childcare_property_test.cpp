// What holds of childcare whatever anybody does, on however many tablets, with a network that cuts off,
// delays and repeats, and tablets that stop and start again from their journals.

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

constexpr std::size_t k_tablets = 3;
constexpr std::uint64_t k_adults = 6;
constexpr int k_places = 3;
constexpr auto k_room = "Room 4";

int below(int bound) {
    return *rc::gen::inRange(0, bound);
}

// One tablet: its journal, and the state that it folded from it.
struct Door {
    State state;
    std::vector<sync::Fact> journal;
    std::uint64_t seq = 0;
    std::int64_t clock = 0;  // hybrid: beyond all that was seen

    void take(const sync::Fact& fact) {
        for (const auto& known : journal) {
            if (known.id == fact.id) return;
        }
        journal.push_back(fact);
        clock = std::max(clock, fact.time.wall_ms);
        state.apply(fact);
    }
};

// What really happens to a child, as against what a tablet knows.
enum class Where { outside, inside, gone };

class Venue {
  public:
    Venue() {
        EventOpened event{};
        event.childcare_rooms = {{k_room, {AgeBand::from_4_to_5}, k_places}};
        writes(0, {draft(next_id(), event)});
        writes(0, {draft(next_id(), StaffAdded{lead_, "L", StaffRole::lead, "h"})});
        writes(0, {draft(next_id(), StaffAdded{minder_, "M", StaffRole::childcare, "h"})});
        writes(0, {draft(next_id(), StaffAdded{helper_, "V", StaffRole::volunteer, "h"})});
        writes(0, {draft(next_id(), RoomStaffed{k_room, 9, minder_})});
        for (std::uint64_t adult = 1; adult <= k_adults; ++adult)
            writes(0,
                   {draft(next_id(), PersonRegistered{person_id(adult), "roster", std::to_string(adult), {}}),
                    draft(next_id(), CheckedIn{person_id(adult), CheckInMethod::ticket, {}, 0, 0})});
        for (std::size_t one = 1; one < k_tablets; ++one) {
            share(0, one);
            writes(one, {draft(next_id(), CameIn{1})});  // Seen once at the door.
            share(one, 0);
        }
        upkeep(0);
        // Each door begins with a place of its own, so that doors that cannot see each other both accept.
        for (std::uint8_t one = 2; one <= k_tablets; ++one)
            writes(0, {draft(next_id(), SlotsGranted{k_room, 1, device_id(one), {}})});
        for (std::size_t one = 1; one < k_tablets; ++one) share(0, one);
    }

    void anything() {
        const auto at = any_living();
        switch (below(loses_ ? 16 : 13)) {
            case 0:
            case 1:
            case 2:
                return request(at);
            case 3:
            case 4:
                return drop_off(at);
            case 5:
                return pick_up_with_code(at);
            case 6:
                return try_without(at);
            case 7:
                return lead_releases(at);
            case 8:
                return share(at, any_living());
            case 9:
                return share_some(at, any_living());
            case 10:
                return crash(at);
            case 11:
                return withdraw(at);
            case 13:
                return switch_off(at);
            case 14:
            case 15:
                return lead_calls_it_lost(at);
            default:
                return upkeep(at);
        }
    }

    // Everybody hears of everything, until nobody has more to say.
    void calm_down() {
        for (bool moved = true; moved;) {
            for (std::size_t from = 0; from < k_tablets; ++from) {
                for (std::size_t to = 0; to < k_tablets; ++to) share(from, to);
            }
            moved = false;
            for (std::size_t at = 0; at < k_tablets; ++at) moved = (!off_[at] && upkeep_says(at)) || moved;
        }
    }
    void everybody_goes_home() {
        calm_down();
        const auto at = any_living();
        // Whom a tablet that is off sent home still stands in the others' roll-call, until they look.
        for (const auto& [stay, _] : where_) {
            const auto* known = doors_[at].state.stay(stay);
            if (known == nullptr || known->state != StayState::dropped_off) continue;
            act(at, minder_, [&, id = stay](const State& state, const Context& context) {
                return decide_pick_up(state, known->request.code, {id}, context);
            });
        }
        for (const auto& [stay, _] : where_) {
            act(at, minder_, [&, id = stay](const State& state, const Context& context) {
                return decide_withdraw(state, id, "late", context);
            });
        }
        calm_down();
    }

    // One tablet may be switched off for good, whatever it knew; the lead says so, at any other, at any time.
    void may_lose_one() { loses_ = true; }
    void call_all_lost() {
        for (std::size_t at = 0; at < k_tablets; ++at) {
            if (off_[at]) call_lost(any_living(), at);
        }
    }
    void switch_all_on() { off_.assign(k_tablets, false); }
    [[nodiscard]] bool is_off(std::size_t at) const { return off_[at]; }
    // All that is known to those that are on.
    [[nodiscard]] State known_to_living() const {
        State state;
        for (std::size_t at = 0; at < k_tablets; ++at) {
            if (off_[at]) continue;
            for (const auto& fact : doors_[at].journal) state.apply(fact);
        }
        return state;
    }

    // All facts of all tablets.
    [[nodiscard]] State all() const {
        State state;
        for (const auto& door : doors_) {
            for (const auto& fact : door.journal) state.apply(fact);
        }
        return state;
    }
    [[nodiscard]] const std::map<StayId, Where>& where() const { return where_; }
    [[nodiscard]] const std::vector<Door>& doors() const { return doors_; }
    [[nodiscard]] const std::map<StayId, std::string>& code_given() const { return codes_; }

  private:
    std::size_t any_living() const {
        auto at = static_cast<std::size_t>(below(k_tablets));
        while (off_[at]) at = (at + 1) % k_tablets;
        return at;
    }
    void switch_off(std::size_t at) {
        const bool first = std::none_of(off_.begin(), off_.end(), [](bool off) { return off; });
        if (first && below(3) == 0) off_[at] = true;
    }
    void call_lost(std::size_t at, std::size_t lost) {
        act(at, lead_, [&](const State& state, const Context& with) {
            return decide_tablet_lost(state, device_id(static_cast<std::uint8_t>(lost + 1)), with);
        });
    }
    void lead_calls_it_lost(std::size_t at) {
        for (std::size_t lost = 0; lost < k_tablets; ++lost) {
            if (off_[lost]) call_lost(at, lost);
        }
    }
    FactId next_id() { return id_of<FactId>(++last_id_); }
    Context context(std::size_t at, std::optional<StaffId> staff) {
        return {.now = at_minute(0),
                .staff = staff,
                .new_id = [this] { return next_id(); },
                .random_below =
                    [](std::uint32_t bound) {
                        // Often the same draw: codes are to differ by their parts, not by luck.
                        return static_cast<std::uint32_t>(below(static_cast<int>(std::min(bound, 3U))));
                    },
                .device = device_id(static_cast<std::uint8_t>(at + 1))};
    }
    void writes(std::size_t at, const std::vector<sync::Draft>& drafts) {
        Door& door = doors_[at];
        for (const auto& one : drafts) {
            door.clock += 1 + below(3);
            door.take({.id = one.id,
                       .device = device_id(static_cast<std::uint8_t>(at + 1)),
                       .device_seq = ++door.seq,
                       .time = {door.clock, 0},
                       .wall = at_minute(door.clock),
                       .event = {},
                       .kind = one.kind,
                       .body = one.body});
        }
    }
    template <typename Decide>
    bool act(std::size_t at, std::optional<StaffId> staff, const Decide& decide) {
        const auto decision = decide(doors_[at].state, context(at, staff));
        if (decision) writes(at, *decision);
        return decision.has_value();
    }

    void request(std::size_t at) {
        std::vector<ChildRequest> children(static_cast<std::size_t>(1 + below(2)), {.first_name = "A"});
        const auto asker = below(4) == 0 ? Asker::guessed : Asker::proved;
        const auto adult = person_id(static_cast<std::uint64_t>(1 + below(k_adults)));
        const auto decision =
            decide_request_childcare(doors_[at].state, adult, children, context(at, std::nullopt), asker);
        RC_ASSERT(decision.has_value());
        writes(at, *decision);
        for (const auto& one : *decision) {
            if (one.kind != "childcare_requested") continue;
            const auto body = body_of<ChildcareRequested>(one);
            where_[body.stay] = Where::outside;
            codes_[body.stay] = body.code;
        }
    }
    std::optional<StayId> any_stay() {
        if (where_.empty()) return std::nullopt;
        return std::next(where_.begin(), below(static_cast<int>(where_.size())))->first;
    }
    void drop_off(std::size_t at) {
        const auto stay = any_stay();
        if (!stay || where_[*stay] != Where::outside) return;  // A child goes in by the door, once.
        if (act(at, minder_,
                [&](const State& state, const Context& with) { return decide_drop_off(state, *stay, with); }))
            where_[*stay] = Where::inside;
    }
    void pick_up_with_code(std::size_t at) {
        const auto stay = any_stay();
        if (!stay) return;
        if (act(at, below(2) == 0 ? minder_ : lead_, [&](const State& state, const Context& with) {
                return decide_pick_up(state, codes_[*stay], {*stay}, with);
            }))
            where_[*stay] = Where::gone;
    }
    // Nobody gets a child by another code, by none, by a volunteer, or by a minder's word for it.
    void try_without(std::size_t at) {
        const auto stay = any_stay();
        const auto other = any_stay();
        if (!stay) return;
        const State& state = doors_[at].state;
        const std::string code = codes_[*other] == codes_[*stay] ? "" : codes_[*other];
        RC_ASSERT(!decide_pick_up(state, code, {*stay}, context(at, lead_)));
        RC_ASSERT(!decide_pick_up(state, codes_[*stay], {*stay}, context(at, helper_)));
        RC_ASSERT(!decide_pick_up(state, codes_[*stay], {*stay}, context(at, std::nullopt)));
        RC_ASSERT(!decide_release(state, {*stay}, "why", "what", context(at, minder_)));
        RC_ASSERT(!decide_release(state, {*stay}, "", "what", context(at, lead_)));
    }
    void lead_releases(std::size_t at) {
        const auto stay = any_stay();
        if (!stay || below(3) != 0) return;
        if (act(at, lead_, [&](const State& state, const Context& with) {
                return decide_release(state, {*stay}, "lost", "phone rang", with);
            }))
            where_[*stay] = Where::gone;
    }
    void withdraw(std::size_t at) {
        const auto stay = any_stay();
        if (!stay || where_[*stay] != Where::outside) return;
        if (act(at, minder_, [&](const State& state, const Context& with) {
                return decide_withdraw(state, *stay, "", with);
            }))
            where_[*stay] = Where::gone;
    }
    void share(std::size_t from, std::size_t to) {
        if (from == to || off_[from] || off_[to]) return;
        for (const auto& fact : doors_[from].journal) doors_[to].take(fact);
    }
    // A round trip that broke off; what was sent may come again, and out of order between devices.
    void share_some(std::size_t from, std::size_t to) {
        if (from == to || off_[from] || off_[to]) return;
        const auto of = device_id(static_cast<std::uint8_t>(below(k_tablets) + 1));
        int left = below(6);
        for (const auto& fact : doors_[from].journal) {
            if (fact.device != of) continue;
            const auto& known = doors_[to].journal;
            const bool there = std::any_of(known.begin(), known.end(),
                                           [&](const sync::Fact& one) { return one.id == fact.id; });
            if (!there && left-- <= 0) return;
            doors_[to].take(fact);
        }
    }
    void crash(std::size_t at) {
        Door& door = doors_[at];
        door.state = fold(door.journal);
    }
    void upkeep(std::size_t at) { upkeep_says(at); }
    bool upkeep_says(std::size_t at) {
        const auto drafts = decide_upkeep(doors_[at].state, context(at, std::nullopt));
        writes(at, drafts);
        return !drafts.empty();
    }

    const StaffId lead_ = id_of<StaffId>(901), minder_ = id_of<StaffId>(902), helper_ = id_of<StaffId>(903);
    std::uint64_t last_id_ = 10'000;
    std::vector<Door> doors_{k_tablets};
    std::vector<bool> off_ = std::vector<bool>(k_tablets, false);
    bool loses_ = false;
    std::map<StayId, Where> where_;
    std::map<StayId, std::string> codes_;
};

int holding(const State& state) {
    const auto stays = state.stays();
    return static_cast<int>(
        std::count_if(stays.begin(), stays.end(), [](const Stay* stay) { return stay->holds_place(); }));
}

}  // namespace

RC_GTEST_PROP(Childcare, NeverMoreAcceptedThanThereArePlacesAndNoneIsLost, ()) {
    Venue venue;
    for (int left = below(150); left > 0; --left) {
        venue.anything();
        RC_ASSERT(holding(venue.all()) <= k_places);
    }
    venue.everybody_goes_home();
    for (const auto& door : venue.doors()) {
        int free = 0;
        for (const auto& device : door.state.devices()) free += door.state.free_places(device, k_room);
        RC_ASSERT(free == k_places);
    }
}

// A tablet that is off has accepted perhaps whom nobody knows; among those who are on nothing is over.
RC_GTEST_PROP(Childcare, PlacesOfALostTabletAreGivenAgainAndNeverTwice, ()) {
    Venue venue;
    venue.may_lose_one();
    for (int left = below(200); left > 0; --left) {
        venue.anything();
        RC_ASSERT(holding(venue.known_to_living()) <= k_places);
    }
    venue.call_all_lost();
    venue.everybody_goes_home();
    for (std::size_t at = 0; at < k_tablets; ++at) {
        if (venue.is_off(at)) continue;
        const State& state = venue.doors()[at].state;
        int free = 0;
        for (const auto& device : state.devices()) {
            if (!state.is_lost(device)) free += state.free_places(device, k_room);
        }
        RC_ASSERT(free == k_places);
    }

    // It comes back after all, with what nobody had heard of.
    venue.switch_all_on();
    venue.everybody_goes_home();
    for (const auto& door : venue.doors()) {
        int free = 0;
        for (const auto& device : door.state.devices()) {
            const int places = door.state.free_places(device, k_room);
            RC_ASSERT(places == 0 || !door.state.is_lost(device));
            free += places;
        }
        RC_ASSERT(free == k_places);
    }
}

RC_GTEST_PROP(Childcare, NoChildLeavesWithoutTheCodeOrTheLeadAndNoneIsLostFromTheRollCall, ()) {
    Venue venue;
    for (int left = below(150); left > 0; --left) venue.anything();
    const auto in_sight = [&](const State& state) {
        std::set<StayId> called;
        for (const auto* stay : state.roll_call()) called.insert(stay->id);
        return called;
    };
    std::set<StayId> inside;
    for (const auto& [stay, where] : venue.where()) {
        if (where == Where::inside) inside.insert(stay);
    }
    RC_ASSERT(in_sight(venue.all()) == inside);
    const auto all = venue.all();
    for (const auto& [stay, where] : venue.where()) {  // Nobody who left is called in again.
        if (where == Where::gone) RC_ASSERT(!all.stay(stay)->waits());
    }
    venue.calm_down();
    for (const auto& door : venue.doors()) RC_ASSERT(in_sight(door.state) == inside);
}

RC_GTEST_PROP(Childcare, CodesOfTwoFamiliesDifferThoughTabletsCannotSeeEachOther, ()) {
    Venue venue;
    for (int left = below(40); left > 0; --left) venue.anything();
    std::map<std::string, PersonId> whose;
    for (const auto* stay : venue.all().stays()) {
        const auto [known, fresh] = whose.emplace(stay->request.code, stay->request.adult);
        RC_ASSERT(fresh || known->second == stay->request.adult);
    }
}

RC_GTEST_PROP(Childcare, WhoeverSawTheSameShowsTheSame, ()) {
    Venue venue;
    for (int left = below(40); left > 0; --left) venue.anything();
    venue.calm_down();
    const auto all = venue.all();
    for (const auto& door : venue.doors()) RC_ASSERT(door.state == all);
}

}  // namespace welcome::kiosk::event::test
