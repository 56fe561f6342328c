#include "kiosk/app/sharing.h"

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

screens::OtherTablets shown(const sync::ExchangeNews& news) {
    screens::OtherTablets others{.shares = true, .finds_others = news.discovering};
    for (const auto& tablet : news.exchange.tablets)
        others.tablets.push_back(
            {tablet.name, tablet.in_touch, tablet.ahead + tablet.behind, seen_at(tablet)});
    return others;
}

}  // namespace

Sharing::Sharing(session::Session& session, const Options& options, Post& post) {
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
            .changed = [this, &post](const sync::ExchangeNews& news) { tell(news, post); }});
    if (const auto news = worker_->news(); !news.fault.empty())
        spdlog::warn("no other tablet can reach this one: {}", news.fault);
}

void Sharing::tell(const sync::ExchangeNews& news, Post& post) {
    auto others = shown(news);
    if (others == told_) return;  // Nothing that a screen shows: nothing is drawn.
    told_ = others;
    post.post(screens::Happening(std::move(others)));
}

void Sharing::look_now() {
    if (worker_) worker_->look_now();
}

}  // namespace welcome::kiosk::app
