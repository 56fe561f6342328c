// The enumerations' words on the wire.

#include "kiosk/event/words.h"

#include <array>
#include <utility>

namespace welcome::kiosk::event {

namespace {

template <typename Word>
using Words = std::pair<std::string_view, Word>;

constexpr std::array<Words<AgeBand>, 5> k_bands = {{{"0-1", AgeBand::under_2},
                                                    {"2-3", AgeBand::from_2_to_3},
                                                    {"4-5", AgeBand::from_4_to_5},
                                                    {"6-9", AgeBand::from_6_to_9},
                                                    {"10-13", AgeBand::from_10_to_13}}};
constexpr std::array<Words<StaffRole>, 3> k_roles = {
    {{"volunteer", StaffRole::volunteer}, {"childcare", StaffRole::childcare}, {"lead", StaffRole::lead}}};
constexpr std::array<Words<Channel>, 3> k_channels = {
    {{"text", Channel::text}, {"email", Channel::email}, {"photo", Channel::photo}}};
constexpr std::array<Words<CheckInMethod>, 6> k_methods = {{{"ticket", CheckInMethod::ticket},
                                                            {"found", CheckInMethod::found},
                                                            {"signed_up", CheckInMethod::signed_up},
                                                            {"staff", CheckInMethod::staff},
                                                            {"command", CheckInMethod::command},
                                                            {"paper", CheckInMethod::paper}}};
constexpr std::array<Words<Need>, 6> k_needs = {{{"childcare", Need::childcare},
                                                 {"interpretation", Need::interpretation},
                                                 {"speaking", Need::speaking},
                                                 {"food", Need::food},
                                                 {"ride", Need::ride},
                                                 {"access", Need::access}}};
constexpr std::array<Words<SpeechKind>, 2> k_speeches = {
    {{"talk", SpeechKind::talk}, {"question", SpeechKind::question}}};

constexpr std::array<Words<GuestRole>, 3> k_guest_roles = {
    {{"none", GuestRole::none}, {"press", GuestRole::press}, {"vip", GuestRole::vip}}};

constexpr std::array<Words<ItemKind>, 5> k_items = {{{"headset", ItemKind::headset},
                                                     {"hearing", ItemKind::hearing},
                                                     {"other", ItemKind::other},
                                                     {"voucher", ItemKind::voucher},
                                                     {"gift", ItemKind::gift}}};

constexpr std::array<Words<Diet>, k_diets> k_diet_words = {{{"any", Diet::any},
                                                            {"vegetarian", Diet::vegetarian},
                                                            {"halal", Diet::halal},
                                                            {"kosher", Diet::kosher},
                                                            {"no_pork", Diet::no_pork},
                                                            {"no_nuts", Diet::no_nuts}}};

std::string_view word_of(const auto& table, auto value) {
    for (const auto& [word, entry] : table) {
        if (entry == value) return word;
    }
    return {};
}

bool find_word(const auto& table, std::string_view wanted, auto& value) {
    for (const auto& [word, entry] : table) {
        if (word != wanted) continue;
        value = entry;
        return true;
    }
    return false;
}

}  // namespace

std::string_view text_of(AgeBand band) {
    return word_of(k_bands, band);
}
std::string_view text_of(StaffRole role) {
    return word_of(k_roles, role);
}
std::string_view text_of(Channel channel) {
    return word_of(k_channels, channel);
}
std::string_view text_of(CheckInMethod how) {
    return word_of(k_methods, how);
}
std::string_view text_of(Need need) {
    return word_of(k_needs, need);
}
std::string_view text_of(GuestRole role) {
    return word_of(k_guest_roles, role);
}
std::string_view text_of(SpeechKind kind) {
    return word_of(k_speeches, kind);
}
std::string_view text_of(ItemKind kind) {
    return word_of(k_items, kind);
}
std::string_view text_of(Diet diet) {
    return word_of(k_diet_words, diet);
}

bool read_word(std::string_view word, AgeBand& band) {
    return find_word(k_bands, word, band);
}
bool read_word(std::string_view word, StaffRole& role) {
    // A role of tomorrow may do here what everybody may.
    if (!find_word(k_roles, word, role)) role = StaffRole::volunteer;
    return true;
}
bool read_word(std::string_view word, Channel& channel) {
    return find_word(k_channels, word, channel);
}
bool read_word(std::string_view word, CheckInMethod& how) {
    // Whoever came in by a way of tomorrow came in.
    if (!find_word(k_methods, word, how)) how = CheckInMethod::staff;
    return true;
}
bool read_word(std::string_view word, Need& need) {
    return find_word(k_needs, word, need);
}
bool read_word(std::string_view word, GuestRole& role) {
    // A role of tomorrow is greeted by nobody here.
    if (!find_word(k_guest_roles, word, role)) role = GuestRole::none;
    return true;
}
bool read_word(std::string_view word, SpeechKind& kind) {
    return find_word(k_speeches, word, kind);
}
bool read_word(std::string_view word, ItemKind& kind) {
    // A thing of tomorrow is lent all the same, and waited for.
    if (!find_word(k_items, word, kind)) kind = ItemKind::other;
    return true;
}
bool read_word(std::string_view word, Diet& diet) {
    // A diet of tomorrow is a plate all the same.
    if (!find_word(k_diet_words, word, diet)) diet = Diet::any;
    return true;
}

}  // namespace welcome::kiosk::event
