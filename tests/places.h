#pragma once
// Where a test finds this checkout's files and the programs built from it. In one file of its own, so that no
// other object depends on the folder that it was compiled in.

#include <string>

namespace welcome::test {

std::string source_dir();  // the checkout
std::string bin_dir();     // the programs

}  // namespace welcome::test
