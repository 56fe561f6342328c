// What holds of childcare whatever anybody does, on however many tablets, with a network that cuts off,
// delays and repeats, and tablets that stop and start again from their journals.

#include "tests/event/venue.h"

namespace welcome::kiosk::event::test {

RC_GTEST_PROP(Childcare, NeverMoreAcceptedThanThereArePlacesAndNoneIsLost, ()) {
    Venue venue;
    for (int left = below(150); left > 0; --left) {
        venue.anything();
        RC_ASSERT(holding(venue.all()) <= k_places);
    }
    // When all have met, each place is a child's or somebody's to give, and nobody waits beside a free one.
    venue.calm_down();
    for (const auto& door : venue.doors()) {
        RC_ASSERT(holding(door.state) + free_places(door.state) == k_places);
        const int next = called_next(door.state);
        RC_ASSERT(next == 0 || free_places(door.state) < next);
    }
    venue.everybody_goes_home();
    for (const auto& door : venue.doors()) RC_ASSERT(free_places(door.state) == k_places);
}

RC_GTEST_PROP(Childcare, NoRoomIsOverAndNoPlaceIsLostWhereTwoRoomsTakeTheSameAges, ()) {
    Venue venue(true);
    for (int left = below(150); left > 0; --left) {
        venue.anything();
        const auto& all = venue.all();
        RC_ASSERT(holding(all) <= k_places);
        RC_ASSERT(holding(all, k_other_room) <= k_other_places);
    }
    venue.everybody_goes_home();
    for (const auto& door : venue.doors()) {
        RC_ASSERT(free_places(door.state) == k_places);
        RC_ASSERT(free_places(door.state, k_other_room) == k_other_places);
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
    venue.may_do_all();
    for (int left = below(200); left > 0; --left) venue.anything();
    const auto in_sight = [&](const State& state) {
        std::set<StayId> called;
        for (const auto* stay : state.roll_call()) {
            if (!venue.is_the_leads(stay->id)) called.insert(stay->id);
        }
        return called;
    };
    std::set<StayId> inside;
    for (const auto& [stay, where] : venue.where()) {
        if (where == Where::inside && !venue.is_the_leads(stay)) inside.insert(stay);
    }
    const auto& all = venue.all();
    RC_ASSERT(in_sight(all) == inside);
    for (const auto& [stay, where] : venue.where()) {  // Nobody who left is called in again.
        const auto* known = venue.is_the_leads(stay) ? nullptr : all.stay(stay);
        if (where == Where::gone && known != nullptr) RC_ASSERT(!known->waits());
    }
    for (const auto& stay : inside) {  // And can be called by name, and go home by the code.
        RC_ASSERT(!all.stay(stay)->request.first_name.empty());
        RC_ASSERT(!all.stay(stay)->request.code.empty());
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
    const auto& all = venue.all();
    for (const auto& door : venue.doors()) RC_ASSERT(door.state == all);
}

}  // namespace welcome::kiosk::event::test
