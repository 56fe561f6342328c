#pragma once
// What the properties of childcare are tried on: tablets with journals of their own, a network that cuts off,
// delays and repeats, tablets that stop and start again or are off for good, and people who do anything in
// any order. What really becomes of each child is kept beside what the tablets know.

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

#include "kiosk/event/childcare_rules.h"
#include "tests/event/any_facts.h"

namespace welcome::kiosk::event::test {

constexpr std::size_t k_tablets = 3;
constexpr std::uint64_t k_adults = 6;
constexpr int k_places = 3;
constexpr auto k_room = "Room 4";
constexpr auto k_other_room = "Room 5";
constexpr int k_other_places = 2;

// One tablet: its journal, and the state that it folded from it.
struct Door {
    State state;
    std::vector<sync::Fact> journal;
    std::set<FactId> known;
    std::uint64_t seq = 0;
    std::int64_t clock = 0;  // hybrid: beyond all that was seen

    void take(const sync::Fact& fact) {
        if (!known.insert(fact.id).second) return;
        journal.push_back(fact);
        clock = std::max(clock, fact.time.wall_ms);
        state.apply(fact);
    }
};

// What really happens to a child, as against what a tablet knows.
enum class Where { outside, inside, gone };

class Venue {
  public:
    // A second room takes some of the first one's ages and some others.
    explicit Venue(bool second_room = false) : second_room_(second_room) {
        EventOpened event{};
        event.childcare_rooms = {{k_room, {AgeBand::from_4_to_5}, k_places}};
        if (second_room)
            event.childcare_rooms.push_back(
                {k_other_room, {AgeBand::from_4_to_5, AgeBand::from_6_to_9}, k_other_places});
        writes(0, {draft(next_id(), event)});
        writes(0, {draft(next_id(), StaffAdded{lead_, "L", StaffRole::lead, "h"})});
        writes(0, {draft(next_id(), StaffAdded{minder_, "M", StaffRole::childcare, "h"})});
        writes(0, {draft(next_id(), StaffAdded{helper_, "V", StaffRole::volunteer, "h"})});
        for (const auto& room : event.childcare_rooms)
            writes(0, {draft(next_id(), RoomStaffed{room.name, 9, minder_})});
        PersonFields fields;
        fields.phone = "+14045550142";
        for (std::uint64_t adult = 1; adult <= k_adults; ++adult)
            writes(0, {draft(next_id(),
                             PersonRegistered{person_id(adult), "roster", std::to_string(adult), fields}),
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
        if (second_room) writes(0, {draft(next_id(), SlotsGranted{k_other_room, 1, device_id(2), {}})});
        for (std::size_t one = 1; one < k_tablets; ++one) share(0, one);
    }

    void anything() {
        if (does_all_ && below(3) == 0) return something_rare(any_living());
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

    // Also what people do at a desk now and then: undo, report a claim lost, turn away, close a room …
    void may_do_all() { does_all_ = true; }
    // Of whom the lead took something back: where they are is the lead's word, not the desk's.
    [[nodiscard]] bool is_the_leads(const StayId& stay) const { return leads_.contains(stay); }

    // One tablet may be switched off for good, whatever it knew; the lead says so, at any other, at any time.
    void may_lose_one() { loses_ = true; }
    void call_all_lost() {
        for (std::size_t at = 0; at < k_tablets; ++at) {
            if (off_[at]) call_lost(any_living(), at);
        }
    }
    void switch_all_on() {
        off_.assign(k_tablets, false);
        living_ = State(all_);
    }
    [[nodiscard]] bool is_off(std::size_t at) const { return off_[at]; }
    // All that is known to those that are on; facts go only from one of them to another.
    [[nodiscard]] const State& known_to_living() const { return living_; }
    // All facts of all tablets. Both are folded as the facts are written; test_fold says that it is all the
    // same.
    [[nodiscard]] const State& all() const { return all_; }
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
        if (!first || below(3) != 0) return;
        off_[at] = true;
        living_ = State();
        for (std::size_t one = 0; one < k_tablets; ++one) {
            if (off_[one]) continue;
            for (const auto& fact : doors_[one].journal) living_.apply(fact);
        }
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
            all_.apply(door.journal.back());
            living_.apply(door.journal.back());
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
        for (auto& child : children) {
            if (second_room_ && below(2) == 0) child.band = AgeBand::from_6_to_9;
        }
        const auto asker = below(4) == 0 ? Asker::guessed : Asker::proved;
        const auto adult = person_id(static_cast<std::uint64_t>(1 + below(k_adults)));
        const auto decision =
            decide_request_childcare(doors_[at].state, adult, children, context(at, std::nullopt), asker);
        RC_ASSERT(decision.has_value() || doors_[at].state.is_closed());
        if (!decision) return;
        nobody_is_passed_over(doors_[at].state, *decision);
        writes(at, *decision);
        for (const auto& one : *decision) {
            if (one.kind != "childcare_requested") continue;
            const auto body = body_of<ChildcareRequested>(one);
            where_[body.stay] = Where::outside;
            codes_[body.stay] = body.code;
            adults_[body.stay] = adult;
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
        const std::string code = adults_[*other] == adults_[*stay] ? "" : codes_[*other];
        RC_ASSERT(!decide_pick_up(state, code, {*stay}, context(at, lead_)));
        RC_ASSERT(!decide_pick_up(state, codes_[*stay], {*stay}, context(at, helper_)));
        RC_ASSERT(!decide_pick_up(state, codes_[*stay], {*stay}, context(at, std::nullopt)));
        RC_ASSERT(!decide_release(state, {*stay}, "why", "what", context(at, minder_)));
        RC_ASSERT(!decide_release(state, {*stay}, "", "what", context(at, lead_)));
        RC_ASSERT(!decide_replace_claim(state, *stay, "why", "what", context(at, minder_)));
        for (const auto& code_before : dead_) {
            if (state.is_code_dead(code_before))
                RC_ASSERT(!decide_pick_up(state, code_before, {*stay}, context(at, lead_)));
        }
    }
    void something_rare(std::size_t at) {
        const auto stay = any_stay();
        if (!stay) return;
        const auto does = [&](const std::optional<StaffId>& staff, const auto& decide) {
            return act(at, staff,
                       [&](const State& state, const Context& with) { return decide(state, with); });
        };
        switch (below(10)) {
            case 0:
            case 1:
                return undo(at, *stay);
            case 2:
                return reports_claim_lost(at, *stay);
            case 3:
                if (where_[*stay] == Where::outside &&
                    does(minder_, [&](const State& state, const Context& with) {
                        return decide_turn_away(state, *stay, "ill", with);
                    }))
                    where_[*stay] = Where::gone;
                return;
            case 4:
                does(minder_, [&](const State& state, const Context& with) {
                    return decide_close_room(state, k_room, with);
                });
                return;
            case 5:
                does(minder_, [&](const State& state, const Context& with) {
                    return decide_open_room(state, k_room, with);
                });
                return;
            case 6:
                does(minder_, [&](const State& state, const Context& with) {
                    return decide_staff_room(state, k_room, below(4), with);
                });
                return;
            case 7:
                does(minder_, [&](const State& state, const Context& with) {
                    return below(2) == 0 ? decide_page(state, *stay, "cries", with)
                                         : decide_note_incident(state, *stay, "fell", with);
                });
                return;
            case 8:
                does(minder_, [&](const State& state, const Context& with) {
                    return below(2) == 0 ? decide_refuse_pick_up(state, *stay, with)
                                         : decide_say_pick_up(state, *stay, "Jo", "Kim", with);
                });
                return;
            default:  // Once more in the lead's hand at the end of a long evening.
                does(lead_, [&](const State& state, const Context& with) {
                    return below(8) == 0 ? decide_close_event(state, "Dana stays", with)
                                         : decide_refuse_pick_up(state, *stay, with);
                });
                return;
        }
    }
    // Whatever the table's list offers of that child. What only the lead may take back makes it the lead's.
    void undo(std::size_t at, const StayId& stay) {
        const auto deeds = doors_[at].state.last_deeds(1'000);
        for (const auto& deed : deeds) {
            if (deed.stay != stay || below(2) == 0) continue;
            const auto fact = deed.undone_by.value_or(deed.fact);
            const auto by = below(2) == 0 ? lead_ : below(2) == 0 ? minder_ : helper_;
            const bool done = act(at, by, [&](const State& state, const Context& with) {
                return decide_undo(state, fact, "mistake", with);
            });
            if (!done) continue;
            RC_ASSERT(by == lead_ || (by == minder_ && deed.kind == "childcare_requested"));
            if (deed.kind != "childcare_requested") leads_.insert(stay);
            return;
        }
    }
    void reports_claim_lost(std::size_t at, const StayId& stay) {
        const auto decision =
            decide_replace_claim(doors_[at].state, stay, "lost", "phone rang", context(at, lead_));
        if (!decision) return;
        writes(at, *decision);
        for (const auto& one : *decision) {
            const auto body = body_of<ClaimReplaced>(one);
            dead_.insert(std::exchange(codes_[body.stay], body.code));
        }
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
            if (!doors_[to].known.contains(fact.id) && left-- <= 0) return;
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
        nobody_is_passed_over(doors_[at].state, drafts);
        writes(at, drafts);
        return !drafts.empty();
    }
    // Of those whom a tablet knows to wait for such a place, whoever asked first is called first, also where
    // the room was closed when they asked.
    static void nobody_is_passed_over(const State& state, const std::vector<sync::Draft>& drafts) {
        std::map<StayId, AgeBand> asked;
        std::vector<StayId> called;
        for (const auto& one : drafts) {
            if (one.kind == "childcare_requested") {
                const auto body = body_of<ChildcareRequested>(one);
                asked.emplace(body.stay, body.band);
            }
            if (one.kind == "child_accepted") called.push_back(body_of<ChildAccepted>(one).stay);
        }
        if (called.empty()) return;
        const auto line = families_in_line(state);
        const auto place_of = [&](const StayId& id) {  // new ones stand behind all
            const auto* known = state.stay(id);
            const auto at = std::find_if(line.begin(), line.end(), [&](const Family& family) {
                return known && family.code == known->request.code;
            });
            return at - line.begin();
        };
        for (const auto& family : line) {
            for (const auto* waits : family.stays) {
                if (std::find(called.begin(), called.end(), waits->id) != called.end()) continue;
                for (const auto& id : called) {
                    const auto* known = state.stay(id);
                    const auto band = known ? known->request.band : asked.at(id);
                    RC_ASSERT(band != waits->request.band || place_of(id) < place_of(waits->id));
                }
            }
        }
    }

    const StaffId lead_ = id_of<StaffId>(901), minder_ = id_of<StaffId>(902), helper_ = id_of<StaffId>(903);
    std::uint64_t last_id_ = 10'000;
    std::vector<Door> doors_{k_tablets};
    State all_, living_;
    std::vector<bool> off_ = std::vector<bool>(k_tablets, false);
    bool second_room_ = false, loses_ = false, does_all_ = false;
    std::set<StayId> leads_;
    std::set<std::string> dead_;
    std::map<StayId, PersonId> adults_;
    std::map<StayId, Where> where_;
    std::map<StayId, std::string> codes_;
};

inline int holding(const State& state, std::string_view room = k_room) {
    const auto stays = state.stays();
    return static_cast<int>(std::count_if(stays.begin(), stays.end(), [room](const Stay* stay) {
        return stay->holds_place() && stay->room == room;
    }));
}

inline int free_places(const State& state, std::string_view room = k_room) {
    int free = 0;
    for (const auto& device : state.devices()) free += state.free_places(device, room);
    return free;
}

// Of the family who is called next, as long as the room could hold them at all.
inline int called_next(const State& state) {
    std::map<std::string, int> families;
    const auto line = state.waitlist();
    for (const auto* stay : line) ++families[stay->request.code];
    for (const auto* stay : line) {
        if (families[stay->request.code] <= k_places) return families[stay->request.code];
    }
    return 0;
}

}  // namespace welcome::kiosk::event::test
