#include "tests/sync/power_cut_disk.h"

#include <algorithm>
#include <sqlite3.h>

namespace welcome::sync::test {

namespace {

constexpr std::size_t k_sector = 512;

}  // namespace

PowerCutDisk::PowerCutDisk(unsigned seed, int cut_at, const Files& there) : random_(seed), cut_at_(cut_at) {
    for (const auto& [path, bytes] : there)
        names_[path] = {File{.exists = true, .durable = bytes, .since = {}}};
}

void PowerCutDisk::apply(const Change& change, File& file) {
    const auto place = static_cast<std::size_t>(change.place);
    switch (change.kind) {
        case Change::Kind::write:
            file.exists = true;
            if (file.durable.size() < place + change.bytes.size())
                file.durable.resize(place + change.bytes.size());
            std::copy(change.bytes.begin(), change.bytes.end(),
                      file.durable.begin() + static_cast<std::ptrdiff_t>(place));
            return;
        case Change::Kind::truncate:
            file.durable.resize(place);
            return;
    }
}

// Some of its sectors only. Bytes that are not written are not in the change that is made of it.
PowerCutDisk::Change PowerCutDisk::torn(const Change& change) {
    if (change.kind != Change::Kind::write || change.bytes.size() <= k_sector) return change;
    const std::size_t sectors = change.bytes.size() / k_sector;
    const std::size_t first = random_() % sectors, count = 1 + random_() % (sectors - first);
    return {Change::Kind::write, change.place + first * k_sector,
            change.bytes.substr(first * k_sector, count * k_sector)};
}

bool PowerCutDisk::goes_on() {
    if (!is_cut_ && ++changes_ >= cut_at_) is_cut_ = true;
    return !is_cut_;
}

int PowerCutDisk::change(const std::string& path, Change change) {
    const std::scoped_lock lock(mutex_);
    if (!goes_on()) return SQLITE_IOERR;
    auto& name = names_[path];
    if (name.empty()) name.emplace_back();
    name.back().since.push_back(std::move(change));
    return SQLITE_OK;
}

int PowerCutDisk::begin_anew(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    if (!goes_on()) return SQLITE_IOERR;
    auto& name = names_[path];
    if (name.empty()) name.emplace_back();  // It was not there.
    name.emplace_back();
    return SQLITE_OK;
}

int PowerCutDisk::on_create(const std::string& path) {
    return begin_anew(path);
}

int PowerCutDisk::on_remove(const std::string& path, bool for_good) {
    const int code = begin_anew(path);
    const std::scoped_lock lock(mutex_);
    if (auto& name = names_[path]; code == SQLITE_OK && for_good && !lies_)
        name.erase(name.begin(), name.end() - 1);
    return code;
}

int PowerCutDisk::on_write(const std::string& path, std::uint64_t offset, std::string_view bytes) {
    return change(path, {Change::Kind::write, offset, std::string(bytes)});
}

int PowerCutDisk::on_truncate(const std::string& path, std::uint64_t size) {
    return change(path, {Change::Kind::truncate, size, {}});
}

int PowerCutDisk::on_sync(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    if (is_cut_) return SQLITE_IOERR_FSYNC;
    auto& name = names_[path];
    if (lies_ || name.empty()) return SQLITE_OK;
    File& file = name.back();
    for (const auto& one : file.since) apply(one, file);
    file.since.clear();
    file.exists = true;
    name.erase(name.begin(), name.end() - 1);
    return SQLITE_OK;
}

PowerCutDisk::Files PowerCutDisk::after_the_cut() {
    const std::scoped_lock lock(mutex_);
    Files found;
    for (const auto& [path, name] : names_) {
        File file = name[random_() % name.size()];
        auto changes = std::move(file.since);
        if (by_chance()) std::shuffle(changes.begin(), changes.end(), random_);
        for (const auto& one : changes) {
            if (by_chance()) apply(by_chance() ? one : torn(one), file);
        }
        if (file.exists) found[path] = std::move(file.durable);
    }
    return found;
}

}  // namespace welcome::sync::test
