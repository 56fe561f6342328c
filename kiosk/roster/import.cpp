#include "kiosk/roster/import.h"

#include <iterator>
#include <unordered_set>

namespace welcome::kiosk::roster {

Import import_into(const event::State& state, const Roster& roster, const event::Context& context) {
    Import import;
    import.read = roster.read;
    import.passed_over = roster.passed_over;
    import.refused = roster.refused;
    import.warnings = roster.warnings;
    std::unordered_set<event::PersonId> seen;
    for (const auto& row : roster.rows) {
        if (!seen.insert(row.person).second) {  // the state does not know this file's drafts yet
            ++import.passed_over;
            continue;
        }
        auto decision = event::decide_import(state, row, context);
        switch (decision.change) {
            case event::RosterChange::added:
                ++import.added;
                break;
            case event::RosterChange::changed:
                ++import.changed;
                break;
            case event::RosterChange::unchanged:
                ++import.unchanged;
                break;
        }
        std::move(decision.drafts.begin(), decision.drafts.end(), std::back_inserter(import.drafts));
    }
    return import;
}

}  // namespace welcome::kiosk::roster
