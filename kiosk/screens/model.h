#pragma once
// Everything the screens need to know beyond the event's State: which screen, its half-filled form, who is
// unlocked, what is being waited for. A plain value; step() is the only one that changes it.

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/event/decide_items.h"
#include "kiosk/event/decide_labels.h"
#include "kiosk/event/decide_meals.h"
#include "kiosk/event/decide_taking_part.h"
#include "kiosk/event/line.h"
#include "kiosk/event/twins.h"

namespace welcome::kiosk::screens {

using event::FactId;
using event::PersonId;
using event::StayId;
using Steady = std::chrono::milliseconds;  // a clock that only goes forward

// ---- guests ----
struct Welcome {};
struct Scan {};
struct FindMe {
    std::string letters, digits;
    int tries = 0;
    bool not_found = false;
};
struct WhoIsHere {
    std::vector<PersonId> people;  // a household after a scanned code; one person after Find me
    std::set<PersonId> ticked;
    bool by_code = false;
    int more_adults = 0, more_children = 0;
};
struct NewName {
    std::string name;
    int more_adults = 0, more_children = 0;
    std::string ticket;  // a good ticket whose registration has not reached this tablet
};
struct KeepInTouch {
    NewName who;
    std::string phone, email;
    bool text_ok = false, email_ok = false;
};
struct Needs {
    PersonId person;
    std::set<event::Need> chosen;
    std::string claim_code;      // once childcare was asked for
    bool proved = false;         // by a scanned code, or new here; letters and digits can be guessed
    bool took_part = false;      // was asked about photos and calls to action before
    bool said_plates = false;    // was asked how many
    bool spoke_up = false;       // asked to speak, or a question, already
    std::string speaker_number;  // to speak
};
struct ChildForm {
    std::string first_name;
    std::optional<event::AgeBand> band;
    std::string allergies;
    bool no_allergies = false;
    std::string notes;  // what else must be known
    bool toilet_help = false, photo_ok = false;
};
struct Children {
    Needs from;
    std::vector<ChildForm> ready;
    ChildForm form;
};
struct Reach {  // where the adult is tonight, before childcare is asked for
    Children from;
    std::string where;  // a phone or a seat
};
struct Speak {  // at the microphone, or a written question
    Needs from;
    std::optional<event::SpeechKind> kind;
    std::string words;
    bool interpreter = false, by_name = false, read_out = false;
};
struct Meals {  // how many plates of what, for all who came together
    Needs from;
    event::PlateCount plates;
};
struct Done {
    std::vector<PersonId> people;
    bool anonymous = false;
    bool already_in = false;
    std::string claim_code;
    std::string speaker_number = {};
    Steady shown{0};
    // What is to be kept is read in peace.
    [[nodiscard]] bool has_a_code() const { return !claim_code.empty() || !speaker_number.empty(); }
};
struct TakePart {  // photos and calls to action, before the last screen
    Done next;
    std::optional<event::PhotoWish> photo;
    std::vector<std::string> calls;
    bool first_time = false;
};
struct HelperComes {
    bool only_wait = false;  // nothing else is said: somebody is not to learn why
};
struct Trouble {};  // the disk refused: the person comes in, a helper writes

// ---- staff ----
struct Pin {
    std::string digits;
    bool checking = false;
};
struct Table {
    std::string query;
};
struct PersonCard {
    PersonId person;
    bool phone_shown = false;  // masked until somebody asks
};
struct AddPerson {  // the volunteer's quick way; guests have NewName
    std::string name, phone;
    int more_adults = 0, more_children = 0;
    std::optional<PersonId> family_of;
    event::GuestRole role = event::GuestRole::none;
};
struct Pick {  // a second person beside one: of the family, or the same person twice
    PersonId person;
    bool same_person = false;
    std::string query;
};
struct Merge {  // the two side by side, and what comes of it
    enum class From { card, closing, twice };
    PersonId kept, merged;
    From from = From::card;  // where it leads back to
};
struct Paper {           // sign-in sheets, entered row by row
    std::string number;  // as it is typed, until a sheet is open
    int sheet = 0;       // 0: none is open
    int row = 1;
    std::string name;
    int more_adults = 0, more_children = 0;
};
struct Deeds {
    int page = 0;  // 0: the newest
};
struct Desk {};
struct PickUp {
    std::string code;
    std::vector<StayId> children;  // once the code was right
};
struct ChildCard {  // what the desk may do for a child in its care
    enum class Asks { nothing, page, incident, pick_up_words, lost_claim, release, leaves, turn_away };
    StayId stay;
    Asks asks = Asks::nothing;
    std::string first, second;  // what is typed for it
};
struct RollCall {
    std::map<StayId, bool> ticks = {};  // by this hand, until the tablet's own facts say the same
    bool asks_again = false;            // whether all ticks shall go
};
struct Wristband {  // no printer: the code is copied by hand
    StayId stay;
};
struct SpeakersBoard {
    std::optional<event::SpeechId> asked = {};  // what shall be done with this one
};
struct QuestionsBoard {                          // the moderator's: what was asked in writing, sorted
    std::optional<event::SpeechId> asked = {};   // what shall be done with this one
    std::optional<event::SpeechId> moving = {};  // it asks the same as another one, which is chosen now
};
struct AddSpeaker {
    std::string name, words;
    bool interpreter = false;
};
struct SpeakingRulesPage {};
struct Firsts {};
struct Twice {};  // what was written down twice
struct Raffle {
    std::string prize, word;
};
struct WaitsBoard {};  // who asked for a headset, a ride, a seat, and has not got it
struct ItemsBoard {    // what is lent at the table
    std::string query = {};
    std::optional<PersonId> borrower = {};  // chosen before the thing is
    bool from_card = false;                 // where it goes back to
};
struct ItemCard {
    event::ItemId item;
    std::string query = {};  // who takes it
};
struct AddItems {
    event::ItemKind kind = event::ItemKind::headset;
    std::string first = "1", last, channel, language;
};
struct MealsBoard {  // plates handed out, and how many of each kind
    std::string query = {};
};
struct TimerBoard {
    bool fixed = false;  // a display that shows nothing else
};
struct RoomBoard {
    std::string limit = {};  // as the lead types it
    bool asks_limit = false;
};
struct SyncBoard {};
struct LanguageBoard {};  // which languages guests are offered
struct LabelQueue {
    std::optional<event::LabelId> chosen;
};
struct Ready {                    // what is missing before the doors open
    int expected = 0;             // people, as the lead chose; 0: as many as the list names
    bool asks_card_away = false;  // over it: is the unlock card on paper?
};
struct Parts {  // each part of the tablet, tried; also on a tablet that was just set up, with no PIN
    enum class Try { not_yet, waiting, good, bad };
    Try camera = Try::not_yet, scanner = Try::not_yet, printer = Try::not_yet, sound = Try::not_yet,
        screen = Try::not_yet;
    int letters_by_camera = 0, letters_by_scanner = 0;
    bool measures = false;    // the ruler is on the glass
    double pitch_before = 0;  // millimetres a pixel, for whoever leaves the ruler without a fit
};
// How the line goes.
struct LineBoard {};
// The closing wizard; where it stands is in Model::closing, so that it can be left and resumed.
struct Close {};
struct More {};  // the tiles to all other staff pages

using Screen =
    std::variant<Welcome, Scan, FindMe, WhoIsHere, NewName, KeepInTouch, Needs, Children, Reach, Speak,
                 TakePart, Done, HelperComes, Trouble, Pin, Table, PersonCard, AddPerson, Pick, Merge, Paper,
                 Deeds, Desk, PickUp, ChildCard, RollCall, Wristband, SpeakersBoard, AddSpeaker,
                 SpeakingRulesPage, TimerBoard, Firsts, Raffle, RoomBoard, SyncBoard, More, Ready, Parts,
                 LineBoard, Close, LanguageBoard, WaitsBoard, ItemsBoard, ItemCard, AddItems, Meals,
                 MealsBoard, LabelQueue, QuestionsBoard, Twice>;

struct StaffSession {
    event::StaffId id;
    std::string name;
    event::StaffRole role = event::StaffRole::volunteer;
};

// A plain sentence over the screen, gone at the next touch or after a while.
struct Notice {
    std::string key;
    std::string place;  // fills {what}
    bool good = false;
    Steady shown{0};
};

// How far the evening's facts have got, as the upload worker tells it.
struct SyncStatus {
    bool has_service = false;
    std::uint64_t captured = 0, accepted = 0, waiting = 0, refused = 0;
    bool reachable = false;
    bool stopped = false;   // the service refuses this device: a person must look
    std::string code = {};  // to be typed by the organiser, who lets this tablet in by it
};

// Another tablet, as far as this one knows.
struct OtherTablet {
    sync::DeviceId device{};
    std::string name;
    bool in_touch = false;
    std::uint64_t apart = 0;  // facts that one of the two has and the other lacks
    sync::Instant last_seen{};
    int clock_ahead_minutes = 0;  // of this tablet's, when they met; below 0: behind it
    // The last that it said of itself.
    std::optional<int> battery_percent;
    bool charging = false;
    int labels_waiting = 0;
    std::uint64_t uploads_waiting = 0;
    bool operator==(const OtherTablet&) const = default;
};
struct OtherTablets {           // as the exchange worker tells it
    bool shares = false;        // this tablet can share at all
    bool finds_others = false;  // by itself, on this network
    sync::DeviceId self{};      // this tablet
    std::vector<OtherTablet> tablets;
    bool operator==(const OtherTablets&) const = default;
};

// What the machine has, as the application sees it; nothing before it was looked at.
struct MachineNow {
    event::Instant at{};                              // its clock
    std::optional<event::Instant> roster_changed_at;  // by a roster's own word
    bool has_scanner = false, clock_is_sane = true, clock_by_network = false;
    std::optional<std::uint64_t> free_megabytes;
    bool disk_is_enough = true;
    std::optional<int> battery_percent;
    bool charging = false;
    bool card_is_here = false;  // the unlock card's files lie in the event's folder
    bool operator==(const MachineNow&) const = default;
};

// How long guests take at this tablet, from the first touch to the last screen.
struct Pace {
    std::vector<Steady> last;     // the newest last
    std::optional<Steady> began;  // of the guest who is at it now
};

// Who was probably written down twice, as of the last look for them.
struct TwinList {
    std::vector<event::Twins> proposed;
    std::vector<event::Twins> apart;  // looked at: two people
};

// The steps of closing, in order (shared/field.md, 1.3).
enum class CloseStep { children, items, paper, twins, numbers, seal, keep, send };
struct Closing {
    CloseStep step = CloseStep::children;
    std::string reason;        // asked while children are still here: why, and who stays with them
    std::string items_reason;  // the same while lent things are out
};

// A place for the evening's sealed pack, as the packing worker tells it.
struct PackPlace {
    enum class State { empty, writing, kept, full, failed };
    std::string path;
    std::string name;  // of a stick; empty for the tablet's own folder
    State state = State::empty;
    bool operator==(const PackPlace&) const = default;
};
struct Packs {
    std::vector<PackPlace> places;  // the tablet's own first
    std::vector<std::string> head;  // in words; empty before the first pack is kept
    std::uint64_t facts = 0;        // in it
    std::optional<event::Instant> kept_at;
    bool operator==(const Packs&) const = default;
};

struct Waiting {  // for the fsync of what was just decided
    FactId last;
    Screen next;
    std::vector<event::LabelWish> labels;  // asked for in the same transaction, where there is a printer
    std::optional<PersonId> badge_due =
        {};  // one of these badges waits until its guest was asked about pictures
    std::optional<Notice> notice;
    bool left = false;  // whoever asked went away: it is done all the same, and not shown to the next
};

// How a guest wants to read, hear and be given time; gone with the guest.
struct Comfort {
    static constexpr int k_softest = 1, k_usual = 3, k_loudest = 5;
    bool read_aloud = false;
    int loudness = k_usual;
    bool strong_colours = false;
    bool less_movement = false;
    bool more_time = false;
};

// A language that this tablet has words for.
struct Language {
    std::string tag;    // BCP 47
    bool draft = true;  // nobody who speaks it has reviewed the words
};

// A guest's page over the screen, whose half-filled form is kept.
enum class Over { nothing, languages, comfort };

struct Model {
    Screen screen;
    Over over = Over::nothing;
    std::vector<Language> languages;
    std::string started_for = {};  // a language, whatever the event offers; empty: the event's own
    std::string language = "en";
    bool bigger = false;
    Comfort comfort;
    std::set<std::string> spoken;  // languages that this tablet can read aloud
    std::optional<Notice> notice;
    std::optional<Waiting> waiting;
    Steady last_touch{0};
    bool idle_warning = false;
    bool blanked = false;               // staff screen: names hidden until the next touch
    std::optional<PersonId> badge_due;  // printed once the guest was asked about pictures, or went away
    bool helper_wanted = false;
    std::optional<StaffSession> staff;
    std::optional<FactId> upkeep;  // the last fact of what the tablet did by itself, until it is durable
    Steady upkeep_asked{0};
    std::optional<FactId> undoing;         // while the reason is asked
    std::optional<sync::DeviceId> losing;  // while it is asked whether that tablet is off for good
    int wrong_pins = 0;
    Steady pin_pause_until{0};
    int wrong_codes = 0;                  // childcare claims in a row at this tablet
    bool wrong_codes_remembered = false;  // those that it wrote down before it was started anew
    Steady code_pause_until{0};
    SyncStatus sync;
    OtherTablets others;
    bool rehearsal = false;  // invented people: a band on every screen
    std::optional<MachineNow> machine;
    double millimetres_per_pixel = 0;  // of the glass, as it is drawn now
    Pace pace;
    event::LineNow line;
    int in_line = 0;  // parties, as a helper counted them
    TwinList twins;
    std::optional<Closing> closing;
    Packs packs;
    sync::DeviceId device;  // this tablet
    bool has_camera = false, has_printer = false;
    bool has_paper = false;                  // a printer for sheets of paper
    std::string paper;                       // how that one stands
    std::string printer;                     // how it stands: event::PrinterTold's word; empty: not known yet
    std::string first_printer;               // the wanted one of several, alike
    std::optional<sync::DeviceId> print_on;  // another tablet's printer, chosen for all labels of this one
};

// Clocks that differ by more are told: the order of things is kept all the same, but times look odd.
inline constexpr int k_clocks_alike_minutes = 2;

bool can_speak(const Model& model);  // the language of now
// How long a quiet guest is left alone, and then how long the question waits for an answer.
Steady quiet_allowed(const Model& model);
Steady answer_allowed(const Model& model);
// What the PIN's screen says after that many wrong ones in a row.
std::string pin_notice(int wrong);
// True where children may be seen and cared for: never a guest, never a volunteer of the door.
bool minds_children(const Model& model);
bool is_lead(const Model& model);  // at work here now
// True on the volunteers' screens, the PIN's included.
bool is_staff_screen(const Screen& screen);
// Volunteers' screens on which people are looked for; nobody else is given the index.
bool searches_people(const Model& model);
// Seconds that one party takes: what was measured here, else the field's number for few codes.
double seconds_each(const Pace& pace);
// True until no child is here, or the lead has said why the evening closes all the same.
bool children_hold_up_closing(const event::State& state, const Closing& closing);
// The same of things that were lent and are not back.
bool items_hold_up_closing(const event::State& state, const Closing& closing);
// Where nothing is lent tonight, nothing is asked about it.
bool has_step(const event::State& state, CloseStep step);
// Which of the proposed pairs are two entries still, and nobody said that they are two people.
std::vector<std::size_t> twins_to_look_at(const event::State& state, const TwinList& twins);
// Whose printer makes this tablet's labels: the chosen one, its own, else another tablet's that is ready.
std::optional<sync::DeviceId> printer_for(const Model& model, const event::State& state);
// Whose paper printer makes a roll-call: its own, else another tablet's that is ready.
std::optional<sync::DeviceId> paper_printer_for(const Model& model, const event::State& state);
// A label asked for now comes out beside this tablet, as far as is known.
bool prints_here(const Model& model);
// Labels that somebody must look at: doubtful or failed ones, one that its printer does not finish, and what
// waits for a printer that is not ready.
int labels_to_see_to(const Model& model, const event::State& state, event::Instant now);
// The camera runs only while somebody may hold a code up to it.
bool wants_camera(const Model& model);

}  // namespace welcome::kiosk::screens
