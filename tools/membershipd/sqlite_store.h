#pragma once
// The store on embedded SQLite, for one organiser's laptop or a small server. One owner; one thread at a
// time.

#include <filesystem>
#include <memory>

#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file);

// The schema as it stands in assets/schema, built in.
std::string_view schema();

}  // namespace welcome::tools::membershipd
