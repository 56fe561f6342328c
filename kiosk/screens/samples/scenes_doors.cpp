#include "kiosk/screens/samples/scenes_staff.h"

namespace welcome::kiosk::screens::samples {

namespace {

using event::StaffRole;

sync::DeviceId gym() {  // a tablet that this one could not see for a while
    sync::DeviceId id;
    id.bytes[0] = 0x6D;
    return id;
}

void closing(Evening& evening, int steps) {
    evening.know(event::CheckedIn{.person = evening.ng,
                                  .method = event::CheckInMethod::paper,
                                  .more_children = 2,
                                  .sheet = 12,
                                  .row = 1});
    evening.know(event::CheckedIn{
        .person = evening.luis, .method = event::CheckInMethod::paper, .sheet = 14, .row = 1});
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_close);
    for (int i = 0; i < steps; ++i) evening.act(Intent::close_next);
}

void closed(Evening& evening) {
    evening.know(event::EventClosed{evening.staff.at(StaffRole::lead), ""});
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_close);
}

void before_doors(Evening& evening, const MachineNow& machine) {
    evening.unlock(StaffRole::lead);
    evening.act(Intent::open_ready);
    evening.happen(machine);
}

}  // namespace

std::vector<Scene> doors_scenes() {
    return {
        {"ready",
         [](Evening& evening) {
             before_doors(evening, {.at = evening.known().context.now,
                                    .clock_is_sane = true,
                                    .free_megabytes = 90,
                                    .disk_is_enough = false,
                                    .battery_percent = 31,
                                    .card_is_here = true});
         }},
        {"ready_all",
         [](Evening& evening) {
             evening.model.has_camera = evening.model.has_printer = true;
             evening.happen(SyncStatus{.has_service = true, .reachable = true});
             evening.happen(OtherTablets{.shares = true, .tablets = {{.name = "Gym", .in_touch = true}}});
             before_doors(evening, {.at = evening.known().context.now,
                                    .clock_by_network = true,
                                    .free_megabytes = 9000,
                                    .battery_percent = 96,
                                    .charging = true});
             evening.act(Intent::expect_people, "", 600);
         }},
        {"ready_ask",
         [](Evening& evening) {
             before_doors(evening,
                          {.at = evening.known().context.now, .free_megabytes = 9000, .card_is_here = true});
             evening.act(Intent::ask_card_away);
         }},
        {"parts",
         [](Evening& evening) {
             evening.model.has_camera = true;
             evening.model.has_printer = true;
             evening.model.millimetres_per_pixel = 0.17;
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_parts);
             evening.happen(Scanned{"WT1:SOMETHING", true});
             evening.act(Intent::try_printer);
             evening.act(Intent::try_sound);
             evening.happen(SoundPlayed{false});
         }},
        {"parts_ruler",
         [](Evening& evening) {
             evening.model.millimetres_per_pixel = 0.17;
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_parts);
             evening.act(Intent::measure_screen);
         }},
        {"rehearsal", [](Evening& evening) { evening.model.rehearsal = true; }},
        {"line",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_line);
             evening.act(Intent::count_line, "", 12);
         }},
        {"close_children",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_close);
         }},
        {"close_paper", [](Evening& evening) { closing(evening, 1); }},
        {"close_twins",
         [](Evening& evening) {
             evening.know(event::CheckedIn{evening.rosa, event::CheckInMethod::staff, {}, 0, 0});
             evening.know_twice();
             closing(evening, 2);
         }},
        {"twice",
         [](Evening& evening) {
             evening.know(event::CheckedIn{evening.rosa, event::CheckInMethod::staff, {}, 0, 0});
             evening.pass(std::chrono::minutes(2));
             evening.know_from(gym(), event::CheckedIn{evening.rosa, event::CheckInMethod::ticket, {}, 0, 0});
             evening.happen(OtherTablets{.shares = true, .tablets = {{.device = gym(), .name = "Gym"}}});
             evening.know_twice();
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_page, "twice");
         }},
        {"twice_nothing",
         [](Evening& evening) {
             busy(evening);
             evening.unlock(StaffRole::lead);
             evening.act(Intent::open_page, "twice");
         }},
        {"close_numbers",
         [](Evening& evening) {
             evening.know(event::NeedRaised{evening.rosa, {event::Need::food, event::Need::speaking}});
             closing(evening, 3);
         }},
        {"close_seal", [](Evening& evening) { closing(evening, 4); }},
        {"close_keep",
         [](Evening& evening) {
             closed(evening);
             using State = PackPlace::State;
             evening.happen(
                 Packs{.places = {{"/data/packs", "", State::kept},
                                  {"/media/blue", "BLUE", State::writing},
                                  {"/media/old", "OLD", State::full}},
                       .head = {"lusab", "babad", "gutih", "tugad", "gutuk", "bisog", "mudof", "sakat"},
                       .facts = 412,
                       .kept_at = {}});
         }},
        {"close_send",
         [](Evening& evening) {
             closed(evening);
             evening.act(Intent::close_next);
             evening.happen(SyncStatus{
                 .has_service = true, .captured = 412, .accepted = 300, .waiting = 110, .refused = 2});
         }},
        {"close_receipt",
         [](Evening& evening) {
             closed(evening);
             evening.act(Intent::close_next);
             evening.happen(
                 SyncStatus{.has_service = true, .captured = 412, .accepted = 412, .reachable = true});
         }},
    };
}

}  // namespace welcome::kiosk::screens::samples
