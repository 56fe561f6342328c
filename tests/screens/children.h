#pragma once
// A family's way to the childcare desk, in steps.

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {

inline void ask_for_childcare(Evening& evening) {
    evening.scan(evening.ticket_of(evening.rosa));
    evening.act_and_save(Intent::confirm_people);
    evening.act(Intent::toggle_need, "", static_cast<int>(event::Need::childcare));
    evening.act(Intent::needs_ready);
}

inline void fill_in(Evening& evening, const std::string& name) {
    evening.act(Intent::edit_child_name, name);
    evening.act(Intent::set_band, "", static_cast<int>(event::AgeBand::from_4_to_5));
    evening.act(Intent::toggle_no_allergies);
}

inline std::string requested(Evening& evening) {  // the family's code
    ask_for_childcare(evening);
    fill_in(evening, "Ana");
    evening.act(Intent::children_ready);
    evening.act_and_save(Intent::reach_ready);
    const std::string code = evening.on<Needs>()->claim_code;
    evening.act_and_save(Intent::needs_ready);
    evening.act(Intent::finish);
    return code;
}

inline std::string dropped_off(Evening& evening) {
    std::string code = requested(evening);
    evening.unlock(event::StaffRole::childcare);
    evening.act_and_save(Intent::drop_off, evening.state.stays().front()->id.text());
    evening.act(Intent::open_pick_up);
    return code;
}

inline const event::Stay& only_child(const Evening& evening) {
    return *evening.state.roll_call().front();
}

// What a new process knows: the facts, and nothing of the screens.
inline void started_anew(Evening& evening) {
    Model fresh;
    fresh.languages = evening.model.languages;
    fresh.last_touch = evening.now;
    evening.model = fresh;
    evening.unlock(event::StaffRole::childcare);
    evening.act(Intent::open_pick_up);
}

}  // namespace welcome::kiosk::screens::test
