#include "kiosk/app/pin_worker.h"

#include "sync/keys.h"

namespace welcome::kiosk::app {

PinWorker::PinWorker(Answer answer)
    : answer_(std::move(answer)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void PinWorker::check(std::string pin, std::vector<event::Staff> staff) {
    {
        const std::scoped_lock lock(mutex_);
        question_ = Question{std::move(pin), std::move(staff)};
    }
    asked_.notify_one();
}

void PinWorker::run(const std::stop_token& stop) {
    while (true) {
        std::optional<Question> question;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return question_.has_value(); })) return;
            question.swap(question_);
        }
        std::optional<event::StaffId> who;
        for (const auto& staff : question->staff) {  // All of them: the time taken tells nothing.
            if (sync::pin_matches(staff.pin_hash, question->pin)) who = staff.id;
        }
        answer_(who);
    }
}

}  // namespace welcome::kiosk::app
