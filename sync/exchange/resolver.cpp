#include "sync/exchange/resolver.h"

namespace welcome::sync {

void Resolver::ask(const std::string& place) {
    const auto parsed = HostPort::parse(place);
    if (!parsed || parsed->host.empty())
        return answer({place, fail(Fault::not_found, place + " is no HOST:PORT")});
    if (auto numeric = resolve(*parsed, true)) return answer({place, *numeric});
    const std::lock_guard lock(mutex_);
    questions_.push_back(place);
    asked_.notify_one();
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

std::vector<Resolver::Answer> Resolver::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answers_, {});
}

void Resolver::answer(Answer answer) {
    {
        const std::lock_guard lock(mutex_);
        answers_.push_back(std::move(answer));
    }
    answered_();
}

void Resolver::run(const std::stop_token& stop) {
    while (true) {
        std::string place;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return !questions_.empty(); })) return;
            place = std::move(questions_.front());
            questions_.pop_front();
        }
        auto address = resolve(*HostPort::parse(place), false);
        answer({std::move(place), std::move(address)});
    }
}

}  // namespace welcome::sync
