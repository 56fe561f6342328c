#include "kiosk/app/sharing.h"

#include <algorithm>
#include <spdlog/spdlog.h>

#include "kiosk/session/machine_name.h"

namespace welcome::kiosk::app {

namespace {

// A tablet in touch was seen just now, whenever that is read.
sync::Instant seen_at(const sync::KnownTablet& tablet) {
    if (tablet.in_touch) return {};
    const auto ago = std::chrono::steady_clock::now() - tablet.last_seen;
    return std::chrono::floor<std::chrono::minutes>(session::wall_clock() -
                                                    std::chrono::floor<std::chrono::milliseconds>(ago));
}

// Years do not fit an int of minutes for ever; nobody reads the difference of two.
int whole_minutes(std::chrono::milliseconds ahead) {
    constexpr std::int64_t most = std::int64_t{10} * 366 * 24 * 60;
    return static_cast<int>(
        std::clamp<std::int64_t>(std::chrono::round<std::chrono::minutes>(ahead).count(), -most, most));
}

constexpr auto k_read_battery_every = std::chrono::seconds(20);

screens::OtherTablets shown(const sync::ExchangeNews& news, const sync::DeviceId& self) {
    screens::OtherTablets others{.shares = true, .finds_others = news.discovering, .self = self};
    for (const auto& tablet : news.exchange.tablets) {
        const auto condition = session::read_condition(tablet.condition).value_or(session::Condition{});
        others.tablets.push_back({.device = tablet.device,
                                  .name = tablet.name,
                                  .in_touch = tablet.in_touch,
                                  .apart = tablet.ahead + tablet.behind,
                                  .last_seen = seen_at(tablet),
                                  .clock_ahead_minutes = whole_minutes(tablet.clock_ahead),
                                  .battery_percent = condition.battery_percent,
                                  .charging = condition.charging,
                                  .labels_waiting = condition.labels_waiting,
                                  .uploads_waiting = condition.uploads_waiting});
    }
    return others;
}

}  // namespace

Sharing::Sharing(session::Session& session, const Options& options, Post& post,
                 std::function<session::Condition()> waits)
    : self_(session.journal().device()), waits_(std::move(waits)) {
    auto device = session.device_key();
    if (!device) {
        spdlog::error("this tablet shares with no other: {}", device.error().detail);
        return;
    }
    sync::ExchangePlaces places{.listens = options.listen_peers != "none", .peers = options.peers};
    if (places.listens) places.listen = sync::HostPort::parse(options.listen_peers);
    worker_ = std::make_unique<sync::ExchangeWorker>(
        session.journal(), session.event_id(), session.key(),
        sync::ExchangeSelf{*device,
                           options.tablet_name.empty() ? session::machine_name() : options.tablet_name},
        places,
        sync::ExchangeWorker::Hooks{
            .taken_in = [&post] { post.post(JournalGrew{}); },
            .changed = [this, &post](const sync::ExchangeNews& news) { tell(news, post); },
            .condition = [this] { return condition(); }});
    if (const auto news = worker_->news(); !news.fault.empty())
        spdlog::warn("no other tablet can reach this one: {}", news.fault);
}

void Sharing::tell(const sync::ExchangeNews& news, Post& post) {
    auto others = shown(news, self_);
    if (others == told_) return;  // Nothing that a screen shows: nothing is drawn.
    told_ = others;
    post.post(screens::Happening(std::move(others)));
}

std::string Sharing::condition() {
    const auto now = std::chrono::steady_clock::now();
    if (!battery_read_ || now - *battery_read_ > k_read_battery_every) {
        battery_read_ = now;
        session::read_battery(battery_);
    }
    auto condition = waits_();
    condition.battery_percent = battery_.battery_percent;
    condition.charging = battery_.charging;
    return session::to_text(condition);
}

void Sharing::look_now() {
    if (worker_) worker_->look_now();
}

}  // namespace welcome::kiosk::app
