#pragma once
// An invented evening in memory: real facts, real fold, real rules; only the disk's answer is played, so that
// it may fail or come late. One a scene.

#include <map>
#include <string>
#include <vector>

#include "kiosk/event/find.h"
#include "kiosk/screens/happening.h"

namespace welcome::kiosk::screens::samples {

class Evening {
  public:
    Evening();

    // One happening; what is asked for lands in `effects`. Commits wait in `unsaved`.
    void happen(const Happening& happening);
    void act(Intent intent, std::string text = {}, int number = 0);
    void scan(const std::string& text) { happen(Scanned{text}); }
    void pass(Steady time);  // a tick after that long
    // The disk's answers to all that waits.
    void saved();
    void not_saved();
    // act() and saved(): what a person sees when nothing goes wrong.
    void act_and_save(Intent intent, std::string text = {}, int number = 0);
    void unlock(event::StaffRole role);  // at the PIN, with a right number

    void speak_many();    // twelve languages on the tablet, all of them offered, English first
    void with_printer();  // its own, and ready
    // Of the queue, by what they are.
    [[nodiscard]] std::vector<const event::LabelJob*> labels(std::string_view what) const;

    void know_twice();  // "Rosa Garsia", checked in, with another phone

    // Straight into the fold, as if another tablet had done it.
    void know(const event::Body& body);
    void know_from(const sync::DeviceId& tablet, const event::Body& body);  // … and said which

    template <typename T>
    [[nodiscard]] const T* on() const {
        return std::get_if<T>(&model.screen);
    }
    [[nodiscard]] std::string notice() const { return model.notice ? model.notice->key : ""; }
    template <typename T>
    [[nodiscard]] std::vector<T> asked() const {
        std::vector<T> found;
        for (const auto& effect : effects) {
            if (const auto* one = std::get_if<T>(&effect)) found.push_back(*one);
        }
        return found;
    }
    [[nodiscard]] std::vector<std::string> kinds_unsaved() const;
    [[nodiscard]] std::string ticket_of(const PersonId& person) const;  // as printed on the invitation
    [[nodiscard]] std::string claim_of(const event::Stay& stay) const;  // as printed on the claim now
    [[nodiscard]] Known known() const;

    event::State state;
    event::FindIndex index;
    Model model;
    std::vector<Effect> effects;
    std::vector<std::vector<sync::Draft>> unsaved;
    Steady now{1000};

    // The García family (Rosa with ticket and phone, Luis, Ana who is a child) and Ng, alone.
    PersonId rosa, luis, ana, ng;
    PersonId twice;  // Rosa once more, misspelt, from know_twice() on
    std::map<event::StaffRole, event::StaffId> staff;

  private:
    sync::Uuid next_id();
    void take(const std::vector<sync::Draft>& drafts, std::vector<sync::Fact>& facts);
    PersonId register_person(const std::string& name, const std::string& phone,
                             std::optional<event::HouseholdId> household, bool is_child);

    std::uint64_t ids_ = 0;
    std::uint64_t seq_ = 0;
    std::uint32_t chance_ = 0;
    sync::EventId event_id_;
    event::TicketSeed seed_{};
};

}  // namespace welcome::kiosk::screens::samples
