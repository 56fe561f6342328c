#include "tests/exchange/network.h"

#include <algorithm>
#include <cstdlib>
#include <unistd.h>

namespace welcome::sync::test {

namespace {

constexpr auto k_tick = std::chrono::milliseconds(10);

}  // namespace

MemoryDisk::MemoryDisk() {
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
}

void Network::start(Tablet& tablet) {
    auto device = DeviceKey::open_or_make(event_.folder.path() / (tablet.name + ".key"), event_.key);
    ASSERT_TRUE(device);
    tablet.journal = event_.open(tablet.name);
    tablet.exchange = std::make_unique<Exchange>(
        *tablet.journal, event_.key, ExchangeSelf{*device, tablet.name},
        ExchangeHooks{.taken_in = [] {},
                      .wall = wall_now,
                      .random = [this] { return static_cast<double>(below(1000)) / 1000.0; },
                      .condition = [&tablet] { return tablet.condition; }});
}

std::size_t Network::add(const std::string& name) {
    tablets_.push_back(std::make_unique<Tablet>());
    tablets_.back()->name = name;
    introduced_.emplace_back();
    start(*tablets_.back());
    return tablets_.size() - 1;
}

void Network::introduce(std::size_t one, std::size_t other) {
    introduced_[one].push_back(other);
    tablets_[one]->exchange->places().add(std::to_string(other));
}

void Network::introduce_all() {
    for (std::size_t one = 0; one < tablets_.size(); ++one) {
        for (std::size_t other = 0; other < tablets_.size(); ++other) {
            if (one != other) introduce(one, other);
        }
    }
}

void Network::part(const std::vector<int>& groups) {
    for (std::size_t i = 0; i < tablets_.size(); ++i) tablets_[i]->group = groups[i];
    for (auto& wire : wires_) {
        if (tablets_[wire.from]->group != tablets_[wire.to]->group) wire.broken = true;
    }
}

void Network::restart(std::size_t tablet) {
    auto& one = *tablets_[tablet];
    const auto refusals = one.exchange->status().refusals;
    for (std::size_t i = 0; i < k_kinds_of_refusal; ++i) one.before.counts[i] += refusals.counts[i];
    for (auto& wire : wires_) {
        if (wire.from == tablet) wire.broken = wire.from_told = true;
        if (wire.to == tablet) wire.broken = wire.to_told = true;
    }
    one.exchange.reset();
    one.journal.reset();
    start(one);
    for (const auto other : introduced_[tablet]) one.exchange->places().add(std::to_string(other));
}

void Network::remove(std::size_t tablet) {
    tablets_[tablet]->off = true;
    for (auto& wire : wires_) {
        if (wire.from == tablet || wire.to == tablet) wire.broken = true;
    }
}

std::vector<Fact> Network::write(std::size_t tablet, std::size_t count) {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < count; ++i) drafts.push_back(draft());
    auto facts = journal(tablet).append(std::move(drafts));
    EXPECT_TRUE(facts);
    exchange(tablet).look_now();
    return facts ? *facts : std::vector<Fact>{};
}

void Network::dial(std::size_t from) {
    for (const auto& address : exchange(from).to_dial(now_)) {
        const auto to = std::stoul(address);
        const bool reaches = !tablets_[to]->off && tablets_[to]->group == tablets_[from]->group;
        const auto accepted = reaches ? exchange(to).accepted(now_) : std::nullopt;
        if (!accepted) {
            exchange(from).dial_failed(address, now_);
            continue;
        }
        wires_.push_back({.from = from,
                          .to = to,
                          .from_link = exchange(from).dialled(address, now_),
                          .to_link = *accepted});
    }
}

// From a tablet onto the wire.
void Network::load(Wire& wire, std::size_t from, Exchange::LinkId link, Way& way) {
    auto& exchange_from = exchange(from);
    const auto outgoing = exchange_from.outgoing(link);
    if (!outgoing.empty() && way.pieces.size() < 64) {
        std::string bytes(outgoing.substr(0, 1 + random_() % 20'000));
        exchange_from.went_out(link, bytes.size(), now_);
        if (is_chance(weather_.cut)) {
            bytes.resize(bytes.size() / 2);
            wire.broken = true;
        }
        if (is_chance(weather_.change)) {
            auto& byte = bytes[random_() % bytes.size()];
            byte = static_cast<char>(byte ^ (1 << below(8)));
        }
        if (is_chance(weather_.twice)) bytes += bytes;
        const Moment due = now_ + std::chrono::milliseconds(below(weather_.most_delay_ms + 1));
        way.last_due = std::max(way.last_due, due);
        way.pieces.push_back({way.last_due, std::move(bytes)});
    }
    if (exchange_from.is_over(link) && exchange_from.outgoing(link).empty()) wire.broken = true;
}

void Network::unload(Wire&, std::size_t to, Exchange::LinkId link, Way& way) {
    while (!way.pieces.empty() && way.pieces.front().due <= now_) {
        exchange(to).received(link, way.pieces.front().bytes, now_);
        way.pieces.pop_front();
    }
}

void Network::carry(Wire& wire) {
    if (!wire.broken && is_chance(weather_.reset)) wire.broken = true;
    const bool from_lives = !tablets_[wire.from]->frozen && !tablets_[wire.from]->off;
    const bool to_lives = !tablets_[wire.to]->frozen && !tablets_[wire.to]->off;
    if (from_lives && !wire.from_told) {
        unload(wire, wire.from, wire.from_link, wire.back);
        load(wire, wire.from, wire.from_link, wire.there);
    }
    if (to_lives && !wire.to_told) {
        unload(wire, wire.to, wire.to_link, wire.there);
        load(wire, wire.to, wire.to_link, wire.back);
    }
    if (!wire.broken) return;
    if (from_lives && !wire.from_told) exchange(wire.from).ended(wire.from_link, now_), wire.from_told = true;
    if (to_lives && !wire.to_told) exchange(wire.to).ended(wire.to_link, now_), wire.to_told = true;
}

void Network::tick() {
    now_ += k_tick;
    for (std::size_t i = 0; i < tablets_.size(); ++i) {
        if (tablets_[i]->frozen || tablets_[i]->off) continue;
        dial(i);
        exchange(i).step(now_);
    }
    for (auto& wire : wires_) carry(wire);
    std::erase_if(wires_, [this](const Wire& wire) {
        return (wire.from_told || tablets_[wire.from]->off) && (wire.to_told || tablets_[wire.to]->off);
    });
}

void Network::run_for(std::chrono::milliseconds time) {
    for (const Moment end = now_ + time; now_ < end;) tick();
}

std::optional<std::chrono::milliseconds> Network::run_until_same(std::chrono::milliseconds most) {
    const Moment begin = now_;
    while (now_ - begin <= most) {
        std::set<std::map<DeviceId, std::uint64_t>> different;
        for (const auto& tablet : tablets_) {
            if (!tablet->off) different.insert(*tablet->journal->held());
        }
        if (different.size() == 1) return std::chrono::duration_cast<std::chrono::milliseconds>(now_ - begin);
        run_for(k_tick * 5);
    }
    return std::nullopt;
}

std::set<std::string> Network::facts(std::size_t tablet) {
    std::set<std::string> ids;
    for (const auto& fact : all_facts(journal(tablet))) ids.insert(fact.id.text());
    return ids;
}

Refusals Network::refusals() const {
    Refusals all;
    for (const auto& tablet : tablets_) {
        const auto now = tablet->exchange->status().refusals;
        for (std::size_t i = 0; i < k_kinds_of_refusal; ++i)
            all.counts[i] += tablet->before.counts[i] + now.counts[i];
    }
    return all;
}

}  // namespace welcome::sync::test
