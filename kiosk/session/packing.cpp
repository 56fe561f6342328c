#include "kiosk/session/packing.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/session/event_folder.h"

namespace welcome::kiosk::session {

namespace {

// So that the comparison reads the stick and not what the kernel still remembers of it.
void forget_cached(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return;
    ::posix_fadvise(handle, 0, 0, POSIX_FADV_DONTNEED);
    ::close(handle);
}

sync::Result<void> check(const PackSource& source, const sync::Pack& written,
                         const std::filesystem::path& file) {
    forget_cached(file);
    const auto bytes = read_whole_file(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto read = sync::read_pack(*bytes, source.event, source.key);
    if (!read) return tl::unexpected(read.error());
    if (*read == written) return {};
    return sync::fail(sync::Fault::unreadable, file.string() + " does not hold what was written");
}

}  // namespace

std::string pack_name(const sync::Head& head) {
    const auto words = sync::words_of(head);
    return "welcome-table-" + words[0] + "-" + words[1] + ".wtpack";
}

sync::Result<Packed> write_pack(const PackSource& source, const std::filesystem::path& folder,
                                sync::Instant now) {
    const auto pack = sync::pack_of(source.journal, source.event, now);
    if (!pack) return tl::unexpected(pack.error());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return sync::fail(sync::Fault::disk_failed, folder.string() + ": " + error.message());
    const std::string bytes = sync::to_bytes(*pack, source.key);
    Packed packed{.file = {}, .head = sync::head_of(*pack), .bytes = bytes.size()};
    packed.file = folder / pack_name(packed.head);
    if (auto written = write_whole_file(packed.file, bytes, true); !written)
        return tl::unexpected(written.error());
    if (auto same = check(source, *pack, packed.file); !same) return tl::unexpected(same.error());
    return packed;
}

sync::Result<sync::TakenIn> take_pack(sync::Journal& journal, const sync::EventId& event,
                                      const sync::EventKey& key, const std::filesystem::path& file) {
    const auto bytes = read_whole_file(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto pack = sync::read_pack(*bytes, event, key);
    if (!pack) return tl::unexpected(pack.error());
    return journal.take_in(std::move(pack->facts));
}

}  // namespace welcome::kiosk::session
