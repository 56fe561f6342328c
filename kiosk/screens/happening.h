#pragma once
// What can happen to the screens (a touch, a scan, an answer from a worker) and what they may ask of the
// application in return.

#include <string>
#include <variant>
#include <vector>

#include "kiosk/event/ticket.h"
#include "kiosk/screens/model.h"

namespace welcome::kiosk::screens {

enum class Intent {
    // furniture
    go_back,
    start_over,
    call_helper,
    toggle_bigger,
    open_comfort,
    close_comfort,
    toggle_read_aloud,
    set_loudness,
    toggle_strong_colours,
    toggle_less_movement,
    toggle_more_time,
    open_languages,
    set_language,
    still_here,
    staff_door,
    // guests
    open_scan,
    open_find,
    open_new,
    just_come_in,
    edit_letters,
    edit_digits,
    look_me_up,
    toggle_person,
    set_adults,
    set_children,
    not_me,
    confirm_people,
    edit_name,
    name_ready,
    edit_phone,
    edit_email,
    toggle_text_ok,
    toggle_email_ok,
    touch_ready,
    touch_skipped,
    toggle_need,
    needs_ready,
    edit_child_name,
    set_band,
    edit_allergies,
    edit_notes,
    toggle_no_allergies,
    toggle_toilet,
    set_photo,
    another_child,
    children_ready,
    edit_contact,
    reach_ready,
    open_needs,
    choose_speech,  // its kind
    edit_speech,
    toggle_interpreter,
    toggle_by_name,
    toggle_read_out,
    speak_ready,
    speak_skipped,
    set_photo_wish,
    toggle_call,
    toggle_first_time,
    part_ready,
    part_skipped,
    finish,
    // staff
    edit_pin,
    pin_ready,
    lock,
    open_table,
    open_deeds,
    open_desk,
    open_pick_up,
    open_speakers,
    call_speaker,
    start_speech,
    stop_speech,
    extend_speech,
    end_speech,
    skip_speaker,
    withdraw_speech,
    ask_of_speech,
    print_speech,
    open_add_speaker,
    add_speaker_ready,
    set_speaking_rule,
    open_timer,
    open_questions,
    ask_of_question,
    move_question,  // text: which one; the one it goes with is chosen next
    put_question,   // text: the one that it goes with
    part_question,
    hide_question,
    show_question,
    reopen_question,
    someone_left,  // number: how many more, or fewer
    follow_up,
    greet,
    set_guest_role,
    edit_prize,
    edit_word,
    draw_lot,
    set_plates,  // text: the diet, number: how many
    meals_ready,
    meals_skipped,
    hand_out,        // to a person
    hand_out_plate,  // text: the diet, to somebody without a name
    meet_need,       // number: which
    lend_to,         // a person, what they take is chosen next
    lend_item,       // text: the person's id, a blank, the thing's
    lend_to_card,
    return_item,
    strike_off_item,
    open_item,
    edit_item_number,
    open_add_items,
    set_item_kind,
    set_item_language,
    edit_first_number,
    edit_last_number,
    edit_channel,
    add_items_ready,
    add_items_and_print,  // a label for each
    print_item_label,
    leave_timer,
    open_rooms,
    ask_limit,
    edit_limit,
    limit_ready,
    open_more,
    open_page,  // one of `more`'s, by its name
    edit_query,
    open_person,
    check_in_person,
    check_in_family,
    show_phone,
    open_add,
    add_ready,
    open_family,  // who else is in it
    open_same,    // who is the same person
    pick_person,
    swap_kept,
    merge_ready,
    keep_both,
    edit_sheet,
    open_sheet,
    open_row,
    row_person,
    row_new,
    row_empty,
    close_sheet,
    turn_page,
    ask_undo,
    undo_because,
    keep_it,
    drop_off,
    edit_code,
    code_ready,
    release,
    refuse_pick_up,
    set_room_adults,
    toggle_room,
    open_child,
    ask_of_child,
    edit_child_first,
    edit_child_second,
    child_ready,
    page_over,
    open_roll_call,
    tick_off,
    ask_roll_call_again,
    begin_roll_call,
    keep_roll_call,
    see_alert,  // a note's fact
    toggle_language,
    helper_seen,
    open_ready,
    expect_people,  // number
    ask_card_away,
    card_is_away,
    keep_card,
    open_parts,
    try_printer,
    try_sound,
    measure_screen,
    scale_screen,  // number: thousandths larger
    screen_fits,
    parts_done,
    rehearse,
    end_rehearsal,
    open_line,
    count_line,  // number: parties in line
    open_close,
    close_next,
    close_back,
    edit_close_reason,
    open_twins,  // number: which of them
    close_event,
    pack_to,  // text: the place's path
    send_now,
    close_done,
    ask_lost,  // a tablet
    lost_yes,
    // labels
    open_labels,
    choose_label,
    move_label,  // text: the tablet whose printer is to make it, in hex
    label_came_out,
    label_not_needed,
    label_again,  // one that is printed already; number: 0 as it was
    retry_labels,
    print_roll_call,
    reprint,   // a child's label and its family's claim, as they are
    print_on,  // text: another tablet's printer for all that this one asks for; empty: its own
};

// What a draw returns: the one thing that the person meant.
struct Action {
    Intent intent;
    std::string text = {};  // the new text of a field, an id, a language
    int number = 0;         // the new number of a stepper, the place in a list
};

struct Scanned {
    std::string text;
    bool by_camera = false;  // else by a hand scanner
};
struct Committed {
    std::vector<sync::Fact> facts;  // durable, and already in the State
};
struct CommitFailed {
    std::string detail;  // for the log
};
struct Tick {};
struct PinChecked {
    std::optional<event::StaffId> who;
};
struct SoundPlayed {
    bool played = false;
};
struct LabelOutcome {
    std::string what, subject, outcome;
    std::string reason = {};
    event::LabelId label = {};  // nil: a test label
};
struct PrinterStands {  // this tablet's own; event::PrinterTold's words
    std::string state;  // the best of them
    std::string first;  // the one that is wanted
    bool paper = false;
};
using Happening = std::variant<Action, Scanned, Committed, CommitFailed, Tick, PinChecked, LabelOutcome,
                               PrinterStands, SyncStatus, OtherTablets, Packs, MachineNow, SoundPlayed>;

// ---- what the screens ask for ----
struct Commit {
    std::vector<sync::Draft> drafts;
};
struct RetryLabels {};
struct CheckPin {
    std::string pin;
};
struct FindPackPlaces {};  // which sticks are there
struct WritePack {
    std::string place;  // its path
};
struct SendNow {};
struct PrintTestLabel {};
struct PlaySound {};
struct KeepScale {
    double millimetres_per_pixel = 0;
};
struct Rehearse {};      // goes on with invented people, in an event of its own
struct EndRehearsal {};  // back to the evening; nothing of it stays
struct LookAtMachine {};
struct PutCardAway {};  // the unlock card is on paper: its files leave this tablet
using Effect = std::variant<Commit, CheckPin, RetryLabels, FindPackPlaces, WritePack, SendNow, LookAtMachine,
                            PutCardAway, Rehearse, EndRehearsal, PrintTestLabel, PlaySound, KeepScale>;

// All that step() may look at.
struct Known {
    const event::State& state;
    event::Context context;  // without staff: step() fills in who is unlocked
    Steady now{0};
    sync::EventId event_id;
    event::TicketPublicKey ticket_key{};
    std::function<std::optional<std::string>(const std::string&)> read_phone;  // typed → E.164
};

std::vector<Effect> step(Model& model, const Happening& happening, const Known& known);

// The wording version that consents are recorded with; changed whenever those sentences change.
inline constexpr std::string_view k_consent_wording = "2026-11";

}  // namespace welcome::kiosk::screens
