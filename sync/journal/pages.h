#pragma once
// The blobs in a SQLite file that SQLite itself no longer reads: each page is looked at by itself, whatever
// became of the trees above it. Values only; a damaged page gives fewer blobs, or nonsense, never a crash.
// Source of the format: sqlite.org/fileformat2.html, sections 1.6 (b-tree pages), 2.1 (records), 4.1 (log).

#include <functional>
#include <string_view>

namespace welcome::sync {

// A database's bytes and those of its write-ahead log (may be empty). Hands every blob of every leaf of a
// table to `take`; one that was moved or rewritten may come more than once.
void each_blob(std::string_view database, std::string_view log,
               const std::function<void(std::string_view)>& take);

}  // namespace welcome::sync
