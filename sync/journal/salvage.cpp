#include "sync/journal/salvage.h"

#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

#include "sync/journal/pages.h"

namespace welcome::sync {

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<std::vector<SealedFact>> salvage(const std::filesystem::path& journal, const EventId& event,
                                        const EventKey& key) {
    if (!std::filesystem::exists(journal))
        return fail(Fault::not_found, journal.string() + " is not there; nothing can be rescued from it");
    const Secret<32> sealing_key(key.sealing_key());
    std::map<std::tuple<DeviceId, std::uint64_t, FactId>, SealedFact> found;
    each_blob(bytes_of(journal), bytes_of(journal.string() + "-wal"), [&](std::string_view blob) {
        auto sealed = sealed_from_bytes(blob);
        if (!sealed || sealed->event != event || !signature_is_good(*sealed)) return;
        if (!unseal(*sealed, std::as_const(sealing_key).bytes())) return;
        const auto place = std::tuple(sealed->device, sealed->device_seq, sealed->id);
        found.try_emplace(place, std::move(*sealed));
    });
    std::vector<SealedFact> facts;
    facts.reserve(found.size());
    for (auto& [place, fact] : found) facts.push_back(std::move(fact));
    return facts;
}

}  // namespace welcome::sync
