#pragma once
// The store on an SQL database, embedded or PostgreSQL: one set of statements for both. One owner; one
// thread at a time in this process, any number of processes.

#include "tools/membershipd/sql.h"
#include "tools/membershipd/store.h"

namespace welcome::tools::membershipd {

// "sqlite:FILE" or "postgresql://…". Brings the schema up to this program's; `refused` where the database
// belongs to a later one, or the address is neither.
Result<std::unique_ptr<Store>> open_store(const std::string& address);

}  // namespace welcome::tools::membershipd
