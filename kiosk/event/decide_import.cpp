// The roster's rows against what rosters said before: a door's correction is not the roster's word, so an
// old file that is read again says nothing new and takes nothing back.

#include "kiosk/event/drafting.h"
#include "kiosk/event/fields.h"

namespace welcome::kiosk::event {

RosterDecision decide_import(const State& state, const RosterRow& row, const Context& context) {
    const auto word = state.roster_word(row.source, row.source_key, row.person);
    if (!word) {
        RosterDecision decision{RosterChange::added, {}};
        add(decision.drafts, context,
            PersonRegistered{row.person, row.source, row.source_key, news(row.fields, {})});
        return decision;
    }
    const PersonFields changed = news(row.fields, word->fields);
    if (changed == PersonFields{}) return {};
    RosterDecision decision{RosterChange::changed, {}};
    add(decision.drafts, context, PersonCorrected{word->person, changed, row.source});
    return decision;
}

}  // namespace welcome::kiosk::event
