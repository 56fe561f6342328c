#include "kiosk/app/packing.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <spdlog/spdlog.h>
#include <sstream>

#include "kiosk/session/packing.h"

namespace welcome::kiosk::app {

namespace {

namespace fs = std::filesystem;

// The kernel writes blanks and backslashes in a mount point as three octal digits.
std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 3 < text.size();
        out += escape ? static_cast<char>(std::stoi(text.substr(i + 1, 3), nullptr, 8)) : text[i];
        if (escape) i += 3;
    }
    return out;
}

bool is_where_sticks_are(const std::string& place) {
    constexpr std::array roots = {"/media/", "/run/media/", "/mnt/"};
    return std::any_of(roots.begin(), roots.end(), [&](const char* root) { return place.starts_with(root); });
}

screens::PackPlace::State state_for(const sync::Error& error) {
    using State = screens::PackPlace::State;
    return error.fault == sync::Fault::disk_full ? State::full : State::failed;
}

}  // namespace

std::vector<fs::path> sticks_in(const std::string& mountinfo) {
    std::vector<fs::path> found;
    std::istringstream lines(mountinfo);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string word;
        for (int i = 0; i < 5 && fields; ++i) fields >> word;  // the fifth is the mount point (proc(5))
        if (const auto place = unescaped(word); is_where_sticks_are(place)) found.emplace_back(place);
    }
    std::sort(found.begin(), found.end());
    return found;
}

Packing::Packing(session::Session& session, std::vector<fs::path> named, Post& post)
    : journal_(session.journal()),
      event_(session.event_id()),
      key_(session.key()),
      own_((session.folder().path / "packs").string()),
      named_(std::move(named)),
      post_(post),
      packs_{.places = {{.path = own_, .name = {}}}},
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Packing::find_places() {
    ask(std::nullopt);
}

void Packing::write(const std::string& place) {
    ask(place.empty() ? own_ : place);
}

void Packing::ask(std::optional<std::string> place) {
    {
        const std::scoped_lock lock(mutex_);
        requests_.push_back(std::move(place));
    }
    asked_.notify_one();
}

void Packing::run(const std::stop_token& stop) {
    while (true) {
        std::optional<std::string> place;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return !requests_.empty(); })) return;
            place = std::move(requests_.front());
            requests_.pop_front();
        }
        if (place) {
            write_now(*place);
        } else {
            find();
        }
    }
}

void Packing::find() {
    std::ifstream in("/proc/self/mountinfo");
    auto sticks = sticks_in(std::string(std::istreambuf_iterator<char>(in), {}));
    for (const auto& one : named_) {
        if (std::error_code none; fs::is_directory(one, none)) sticks.push_back(one);
    }
    std::erase_if(packs_.places, [&](const screens::PackPlace& place) {
        return place.path != own_ && std::find(sticks.begin(), sticks.end(), place.path) == sticks.end();
    });
    for (const auto& stick : sticks) place_of(stick.string()).name = stick.filename().string();
    tell();
}

screens::PackPlace& Packing::place_of(const std::string& path) {
    const auto found = std::find_if(packs_.places.begin(), packs_.places.end(),
                                    [&](const screens::PackPlace& place) { return place.path == path; });
    if (found != packs_.places.end()) return *found;
    packs_.places.push_back({.path = path, .name = fs::path(path).filename().string()});
    return packs_.places.back();
}

void Packing::write_now(const std::string& path) {
    place_of(path).state = screens::PackPlace::State::writing;
    tell();
    const auto now = session::wall_clock();
    const auto packed = session::write_pack({journal_, event_, key_}, path, now);
    auto& place = place_of(path);
    if (packed) {
        place.state = screens::PackPlace::State::kept;
        packs_.head = sync::words_of(packed->head);
        packs_.facts = packed->head.facts;
        packs_.kept_at = now;
    } else {
        spdlog::error("the pack was not written: {}", packed.error().detail);
        place.state = state_for(packed.error());
    }
    tell();
}

void Packing::tell() {
    if (packs_ == told_) return;
    told_ = packs_;
    post_.post(screens::Happening(packs_));
}

}  // namespace welcome::kiosk::app
