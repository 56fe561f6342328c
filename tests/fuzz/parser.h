#pragma once
// What a fuzzed parser tells its driver. One file a parser; two drivers: `replay.cpp` tries the seeds and a
// bounded number of their mutations in every test run, `search.cpp` lets libFuzzer look for hours.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::fuzz {

// Honest inputs, and every input that was ever a finding.
std::vector<std::string> seeds();

// Reads the bytes as the program would. Whatever they are, it returns; what it must keep true it checks by
// `must`.
void read(std::string_view bytes);

inline void must(bool kept, const char* what) {
    if (kept) return;
    std::fprintf(stderr, "a promise is broken: %s\n", what);
    std::abort();
}

}  // namespace welcome::fuzz
