#pragma once
// Sql on PostgreSQL, for an organisation: any number of processes on one database. A database that
// restarts is reached anew at the next question; what was not committed is answered as a failure.

#include "tools/membershipd/sql.h"

namespace welcome::tools::membershipd {

// A libpq address, "postgresql://…". The password may stand in PGPASSFILE instead.
sync::Result<std::unique_ptr<Sql>> open_postgres(const std::string& address);

}  // namespace welcome::tools::membershipd
