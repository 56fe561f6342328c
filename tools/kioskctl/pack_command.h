#pragma once
// kioskctl pack, unpack.

#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

void add_pack_commands(CLI::App& app, Run& run);

}  // namespace welcome::tools::kioskctl
