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

// A file's rename is durable when its folder is.
bool sync_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool synced = ::fsync(handle) == 0;
    const int error = errno;
    ::close(handle);
    errno = error;
    return synced;
}

std::string text_member(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

sync::Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes, bool secret) {
    // A name of its own for each write: two programs may join one folder at once.
    std::string temporary = file.string() + ".XXXXXX";
    const int handle = ::mkostemp(temporary.data(), O_CLOEXEC);  // 0600
    if (handle < 0) return system_failure(file);
    [[maybe_unused]] const bool opened_up = secret || ::fchmod(handle, 0644) == 0;  // a stick has no modes
    const bool written = write_all(handle, bytes);
    const int error = errno;
    ::close(handle);
    if (!written || ::rename(temporary.c_str(), file.c_str()) != 0) {
        if (!written) errno = error;
        auto failure = system_failure(file);
        ::unlink(temporary.c_str());
        return failure;
    }
    if (!sync_folder(file.parent_path())) return system_failure(file);
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
    const auto id = sync::EventId::parse(text_member(read, "event"));
    if (!id) return sync::fail(sync::Fault::unreadable, "event.json names no event");
    EventFile file{*id, text_member(read, "name"), std::nullopt};
    if (const auto wrapped = read.find("wrapped_key"); wrapped != read.end())
        file.wrapped_key = wrapped->dump(-1, ' ', false, json::error_handler_t::replace);
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
    const auto text = written.dump(2, ' ', false, json::error_handler_t::replace);
    return write_whole_file(folder.event_file(), text + "\n", false);
}

}  // namespace welcome::kiosk::session
