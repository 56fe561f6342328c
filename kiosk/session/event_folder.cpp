#include "kiosk/session/event_folder.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace welcome::kiosk::session {

namespace {

using nlohmann::json;

sync::Fault fault_of(int error) {
    return error == ENOSPC || error == EDQUOT ? sync::Fault::disk_full : sync::Fault::disk_failed;
}

tl::unexpected<sync::Error> system_failure(const std::filesystem::path& file) {
    const int error = errno;
    return sync::fail(fault_of(error), file.string() + ": " + std::strerror(error));
}

bool write_all(int handle, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(handle) == 0;
}

}  // namespace

sync::Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes, bool secret) {
    const std::string temporary = file.string() + ".new";
    const int handle =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, secret ? 0600 : 0644);
    if (handle < 0) return system_failure(file);
    const bool written = write_all(handle, bytes);
    const int error = errno;
    ::close(handle);
    if (!written || ::rename(temporary.c_str(), file.c_str()) != 0) {
        if (!written) errno = error;
        auto failure = system_failure(file);
        ::unlink(temporary.c_str());
        return failure;
    }
    return {};
}

sync::Result<std::string> read_whole_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return sync::fail(sync::Fault::not_found, file.string() + " is not there or may not be read");
    return std::string(std::istreambuf_iterator<char>(in), {});
}

sync::Result<EventFile> read_event_file(const EventFolder& folder) {
    auto text = read_whole_file(folder.event_file());
    if (!text) return sync::fail(sync::Fault::not_found, folder.path.string() + " holds no event");
    const json read = json::parse(*text, nullptr, false);
    if (!read.is_object()) return sync::fail(sync::Fault::unreadable, "event.json is damaged");
    const auto id = sync::EventId::parse(read.value("event", ""));
    if (!id) return sync::fail(sync::Fault::unreadable, "event.json names no event");
    EventFile file{*id, read.value("name", ""), std::nullopt};
    if (const auto wrapped = read.find("wrapped_key"); wrapped != read.end())
        file.wrapped_key = wrapped->dump();
    return file;
}

sync::Result<void> write_event_file(const EventFolder& folder, const EventFile& file) {
    if (auto there = read_event_file(folder); there && there->event != file.event)
        return sync::fail(sync::Fault::refused, folder.path.string() + " already holds another event");
    std::error_code error;
    std::filesystem::create_directories(folder.path, error);
    if (error) return sync::fail(sync::Fault::disk_failed, folder.path.string() + ": " + error.message());
    json written = {{"version", 1}, {"event", file.event.text()}, {"name", file.name}};
    if (file.wrapped_key) written["wrapped_key"] = json::parse(*file.wrapped_key, nullptr, false);
    return write_whole_file(folder.event_file(), written.dump(2) + "\n", false);
}

}  // namespace welcome::kiosk::session
