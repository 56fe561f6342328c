#pragma once
// The schema as a list of numbered steps, each taken once and in a transaction of its own with the note
// that it was taken. Several processes may start at once: one migrates, the others wait.

#include "tools/membershipd/sql.h"

namespace welcome::tools::membershipd {

// Steps as they stand in assets/schema/membership.sql, first to last.
std::vector<std::string> schema_steps();

sync::Result<void> migrate(Sql& sql, const std::vector<std::string>& steps);

}  // namespace welcome::tools::membershipd
