#pragma once
// Sql on an SQLite file: one organiser's laptop, or a small server.

#include <filesystem>

#include "tools/membershipd/sql.h"

namespace welcome::tools::membershipd {

sync::Result<std::unique_ptr<Sql>> open_sqlite(const std::filesystem::path& file);

}  // namespace welcome::tools::membershipd
