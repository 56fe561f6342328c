#pragma once
// Shared by the step_*.cpp files only: one step in progress.

#include "kiosk/screens/happening.h"

namespace welcome::kiosk::screens {

struct Step {
    Model& model;
    const Known& known;
    std::vector<Effect> effects;

    [[nodiscard]] event::Context context() const;  // with who is unlocked
    template <typename T>
    [[nodiscard]] T* on() {
        return std::get_if<T>(&model.screen);
    }
    void go(Screen screen);
    void say(std::string key, std::string place = {}, bool good = false);
    void refuse(event::Refusal refusal);
    // Asks for the drafts to be made durable; `waiting` says what is to happen then. Nothing else is done
    // meanwhile: a second touch of the same button finds that somebody is already waited for.
    void commit(const event::Decision& decision, Waiting waiting);
};

// Each takes the intents of its screens and says whether one of them was its own.
bool step_guest(Step& step, const Action& action);
bool step_guest_forms(Step& step, const Action& action);
bool step_speak(Step& step, const Action& action);
bool step_part(Step& step, const Action& action);
bool step_people_marks(Step& step, const Action& action);
void print_badge_due(Step& step);
bool asks_to_take_part(const event::State& state);
bool step_speakers(Step& step, const Action& action);
bool step_meals(Step& step, const Action& action);
bool step_food(Step& step, const Action& action);
// The guest's wishes are written down, `more` with them, and the next screen comes.
void finish_needs(Step& step, const Needs& needs, std::vector<sync::Draft> more);
bool step_items(Step& step, const Action& action);
bool step_staff(Step& step, const Action& action);
bool step_table(Step& step, const Action& action);
bool step_desk(Step& step, const Action& action);
bool step_child(Step& step, const Action& action);
void open_pick_up(Step& step);
void code_ready(Step& step);  // what was typed there
// A claim or a child's label, held up to who minds children; at the pick-up whatever was held up.
bool scanned_at_desk(Step& step, const std::string& text);
bool is_of_a_child(const std::string& text);  // a code of childcare's labels, good or not
void ticks_saved(Step& step);                 // of the roll-call
bool step_pick(Step& step, const Action& action);
void look_for_twins(Step& step);
void compare_twins(Step& step, int which, Merge::From from);  // two of those that were found, side by side
void back_from_merge(Step& step);
bool step_paper(Step& step, const Action& action);
bool step_labels(Step& step, const Action& action);
// Of their own, with nobody waiting for the answer; none where there is no printer.
void ask_for_labels(Step& step, const std::vector<event::LabelWish>& wishes);
bool step_ready(Step& step, const Action& action);
bool step_parts(Step& step, const Action& action);
bool step_line(Step& step, const Action& action);
bool step_rooms(Step& step, const Action& action);
bool step_close(Step& step, const Action& action);
void step_closed(Step& step);  // once the closing is durable, here or on another tablet

// A code that was held up to a volunteer: whose it is, and what else it may be.
struct HeldUp {
    event::ReadTicket ticket;
    bool is_badge = false;
    const event::Person* person = nullptr;  // of a badge, an invitation or a card
};
HeldUp read_held_up(const Step& step, const std::string& text);

// What the camera read on a volunteer's screen.
void scanned_by_staff(Step& step, const std::string& text);

// A speaker's ticket, and on the speakers' page whatever was held up.
bool scanned_at_speakers(Step& step, const std::string& text);

// A thing's label, or whose code was held up where things are lent; false where it is neither.
bool scanned_at_items(Step& step, const std::string& text);
// The plates of whoever's code it is; false where no plates are handed out.
bool scanned_at_food(Step& step, const std::string& text);

// How long guests take: from leaving the first screen to the last one.
enum class Place { first_screen, on_the_way, last_screen, elsewhere };
Place place_of(const Screen& screen);
void measure_pace(Step& step, Place before);
void tick_line(Step& step);

// What was tried of the tablet's parts.
void tried(Step& step, const Scanned& scanned);
void tried(Step& step, const LabelOutcome& outcome);
void tried(Step& step, const SoundPlayed& sound);
void put_ruler_away(Step& step);  // without a fit: the screen is as large as before

void step_scanned(Step& step, const Scanned& scanned);
void step_pin_checked(Step& step, const PinChecked& checked);
void step_tick(Step& step);
void start_over(Step& step);

std::vector<event::LabelWish> badges_for(const std::vector<PersonId>& people);
// The stays under a code that are in a room now.
std::vector<StayId> children_in_room(const event::State& state, std::string_view code);

}  // namespace welcome::kiosk::screens
