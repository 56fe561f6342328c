// Rows of paper sheets, entered afterwards: each is one check-in that names its sheet and row.

#include "kiosk/event/drafting.h"
#include "kiosk/event/sheet.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

bool is_row(const PaperRow& row) {
    const bool company = row.more_adults >= 0 && row.more_children >= 0 &&
                         row.more_adults <= k_company_limit && row.more_children <= k_company_limit;
    return row.sheet >= 1 && row.sheet <= k_most_sheets && row.row >= 1 && row.row <= k_sheet_rows && company;
}

// Entered already, and just so.
bool is_there(const State& state, const PaperRow& row, const PersonId& person) {
    for (const auto& one : state.sheet(row.sheet)) {
        if (one.row == row.row)
            return one.person == person && one.more_adults == row.more_adults &&
                   one.more_children == row.more_children;
    }
    return false;
}

}  // namespace

Decision decide_paper_row(const State& state, const PaperRow& row, const sync::EventId& event,
                          const Context& context) {
    if (!who(state, context)) return refuse(Refusal::not_permitted);
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (!is_row(row)) return refuse(Refusal::nobody_chosen);
    std::vector<sync::Draft> drafts;
    PersonId person;
    if (row.person) {
        const auto* known = state.person(*row.person);
        if (!known) return refuse(Refusal::unknown_person);
        person = known->id;
    } else {
        const std::string name = tidy(row.full_name);
        if (name.empty()) return refuse(Refusal::name_missing);
        if (is_too_long(name)) return refuse(Refusal::name_too_long);
        person = person_on_row(event, row.sheet, row.row);
        PersonFields fields;
        fields.full_name = name;
        const auto* known = state.person(person);
        if (!known) {
            add(drafts, context, PersonRegistered{person, "door", "", fields});
            add(drafts, context, SignedUp{person, ""});
        } else if (known->full_name != name) {
            add(drafts, context, PersonCorrected{person, fields, "door"});
        }
        if (known) person = known->id;  // Of several that are one, the one.
    }
    if (drafts.empty() && is_there(state, row, person)) return refuse(Refusal::nothing_new);
    add(drafts, context,
        CheckedIn{person, CheckInMethod::paper, std::nullopt, row.more_adults, row.more_children, row.sheet,
                  row.row});
    return drafts;
}

}  // namespace welcome::kiosk::event
