// Which thing a fact speaks of, and what has to be made anew when it comes, goes or is undone.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

template <typename Kind, typename... Kinds>
inline constexpr bool is_one_of = (std::is_same_v<Kind, Kinds> || ...);

// What the table's list of recent actions shows.
template <typename Kind>
inline constexpr bool is_deed =
    is_one_of<Kind, CheckedIn, CameIn, PeopleLeft, PeopleCameBack, SignedUp, NeedRaised, PeopleMerged,
              ItemLent, ItemReturned, ItemStruckOff, NeedMet, MealsHandedOut, PlateHandedOut,
              ChildcareRequested, ChildDroppedOff, ChildPickedUp>;

template <typename Kind>
inline constexpr bool is_of_rooms = is_one_of<Kind, RoomStaffed, RoomOpened, RoomClosed>;
template <typename Kind>
inline constexpr bool is_grant =
    is_one_of<Kind, SlotsAsked, SlotsGranted, CodesGranted, TabletLost, SlotsReclaimed>;

template <typename Kind>
bool is_a_deed(const Kind& body) {
    // Corrected by somebody's hand; what rosters and invitations say is no deed of the table's.
    if constexpr (std::is_same_v<Kind, PersonCorrected>) return body.source == "door";
    return is_deed<Kind>;
}

template <typename Kind>
concept OfPerson = requires(Kind kind) {
    kind.person;
};
// How many more, or fewer, are gone by what a fact says.
int gone_by(const PeopleLeft& body) {
    return sane(body.count, k_most_at_once);
}
int gone_by(const PeopleCameBack& body) {
    return -sane(body.count, k_most_at_once);
}
template <typename Kind>
inline constexpr bool is_of_leaving = is_one_of<Kind, PeopleLeft, PeopleCameBack>;

template <typename Kind>
concept OfSpeech = std::is_same_v<Kind, SpeakingRuled> || requires(Kind kind) {
    kind.speech;
};
template <typename Kind>
concept OfItem = requires(Kind kind) {
    kind.item;
};
template <typename Kind>
concept OfLabel = requires(Kind kind) {
    kind.label;
};
template <typename Kind>
concept OfStay = requires(Kind kind) {
    kind.stay;
};

// Which label a fact speaks of; nothing where it is from before there was a queue.
template <OfLabel Kind>
std::optional<LabelId> label_of(const Kind& body) {
    return body.label;
}

}  // namespace

void State::Inside::enter(Place place) {
    const Record& record = records[place];
    use(place, [&]<typename Kind>(const Kind& body) {
        if (is_a_deed(body)) deeds.push_back({record.stamp.time, place});
        if constexpr (OfPerson<Kind>) {
            index(place);
            OnePerson& one = person_at(body.person);
            const bool last = insert(one.facts, place);
            if constexpr (std::is_same_v<Kind, CheckedIn>) enter_row(place, body);
            fold_person(one, last ? std::optional(place) : std::nullopt);
            if constexpr (std::is_same_v<Kind, CheckedIn>) fold_row(place, body);
        } else if constexpr (OfStay<Kind>) {
            insert(stays[body.stay].facts, place);
            fold_stay(body.stay);
            if constexpr (std::is_same_v<Kind, PickUpRefused>) insert(alerts, place);
        } else if constexpr (is_of_rooms<Kind>) {
            insert(rooms, place);
        } else if constexpr (is_grant<Kind>) {
            insert(grants, place);
        } else if constexpr (OfSpeech<Kind>) {
            insert(speaking, place);
        } else if constexpr (std::is_same_v<Kind, PlateHandedOut>) {
            insert(plates, place);
        } else if constexpr (OfItem<Kind>) {
            insert(items, place);
        } else if constexpr (std::is_same_v<Kind, RaffleDrawn>) {
            insert(draws, place);
        } else if constexpr (std::is_same_v<Kind, ClaimRefused>) {
            insert(alerts, place);
        } else if constexpr (std::is_same_v<Kind, AlertSeen>) {
            insert(alerts_seen, place);
        } else if constexpr (std::is_same_v<Kind, RollCallBegun>) {
            insert(roll_calls, place);
        } else if constexpr (std::is_same_v<Kind, ChildcareErased>) {
            insert(erasures, place);
        } else if constexpr (std::is_same_v<Kind, PeopleMerged>) {
            person_at(body.kept);
            person_at(body.merged);
            merges[body.kept].push_back(place);
            if (body.merged != body.kept) merges[body.merged].push_back(place);
            if (record.effective) regroup(body.kept, body.merged);
        } else if constexpr (std::is_same_v<Kind, CameIn>) {
            if (record.effective) count.anonymous += sane(body.count, k_most_at_once);
        } else if constexpr (is_of_leaving<Kind>) {
            if (record.effective) went += gone_by(body);
        } else if constexpr (std::is_same_v<Kind, StaffAdded>) {
            insert(staff[body.staff].facts, place);
            fold_staff(body.staff);
        } else if constexpr (std::is_same_v<Kind, EventOpened>) {
            insert(openings, place);
            fold_event();
        } else if constexpr (std::is_same_v<Kind, EventClosed>) {
            insert(closings, place);
            fold_event();
        } else if constexpr (OfLabel<Kind>) {
            if constexpr (std::is_same_v<Kind, LabelPrinted>) insert(labels, place);
            if (const auto label = label_of(body)) {
                insert(label_jobs[*label].facts, place);
                fold_label(*label);
            }
        } else if constexpr (std::is_same_v<Kind, PrinterTold>) {
            insert(printers, place);
        } else if constexpr (std::is_same_v<Kind, UploadAnswered>) {
            insert(answers, place);
        }
    });
}

// Only for the rare fact that gives way to another one of its id.
void State::Inside::leave(Place place) {
    use(place, [&]<typename Kind>(const Kind& body) {
        if (is_a_deed(body))
            std::erase_if(deeds, [place](const DeedPlace& deed) { return deed.place == place; });
        if constexpr (OfPerson<Kind>) {
            OnePerson& one = persons.at(body.person);
            std::erase(one.facts, place);
            if constexpr (std::is_same_v<Kind, CheckedIn>) leave_row(place, body);
            fold_person(one, std::nullopt);
            if constexpr (std::is_same_v<Kind, CheckedIn>) fold_row(place, body);
        } else if constexpr (OfStay<Kind>) {
            std::erase(stays.at(body.stay).facts, place);
            // A child in a room shows even an undone request, but not one that is gone.
            fold_stay(body.stay);
        } else if constexpr (std::is_same_v<Kind, PeopleMerged>) {
            std::erase(merges[body.kept], place);
            std::erase(merges[body.merged], place);
        } else if constexpr (std::is_same_v<Kind, StaffAdded>) {
            std::erase(staff.at(body.staff).facts, place);
        } else if constexpr (OfLabel<Kind>) {
            if (const auto label = label_of(body)) {
                std::erase(label_jobs.at(*label).facts, place);
                fold_label(*label);
            }
        }
        for (auto* list : {&openings, &closings, &labels, &answers, &printers, &rooms, &grants, &alerts,
                           &alerts_seen, &roll_calls, &erasures, &speaking, &draws, &items, &plates})
            std::erase(*list, place);
    });
}

void State::Inside::flip(Place place, bool is) {
    records[place].effective = is;
    use(place, [&]<typename Kind>(const Kind& body) {
        if constexpr (OfPerson<Kind>) {
            fold_person(persons.at(body.person), std::nullopt);
            if constexpr (std::is_same_v<Kind, CheckedIn>) fold_row(place, body);
        } else if constexpr (OfStay<Kind>) {
            fold_stay(body.stay);
        } else if constexpr (std::is_same_v<Kind, PeopleMerged>) {
            regroup(body.kept, body.merged);
        } else if constexpr (std::is_same_v<Kind, CameIn>) {
            count.anonymous += is ? sane(body.count, k_most_at_once) : -sane(body.count, k_most_at_once);
        } else if constexpr (is_of_leaving<Kind>) {
            went += is ? gone_by(body) : -gone_by(body);
        } else if constexpr (std::is_same_v<Kind, StaffAdded>) {
            fold_staff(body.staff);
        } else if constexpr (OfLabel<Kind>) {
            if (const auto label = label_of(body)) fold_label(*label);
        } else if constexpr (is_one_of<Kind, EventOpened, EventClosed>) {
            fold_event();
        }
    });
}

}  // namespace welcome::kiosk::event
