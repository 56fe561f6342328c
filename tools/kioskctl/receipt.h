#pragma once
// What an upload came to, for the records: how many went in, how many the service took, what differs and why,
// how to take it back, and the journal's head hash. As JSON and as a page to print.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

struct Difference {
    std::string what;   // a person's name, or a fact's id
    std::string state;  // "needs_review", "rejected" …
    std::string why;
};

struct Receipt {
    std::string to;    // the service, as the user named it
    std::string unit;  // what is counted: "facts" or "people"
    std::size_t in = 0, accepted = 0;
    std::vector<std::pair<std::string, std::size_t>> counts;  // the service's words on them
    std::vector<Difference> differences;                      // in = accepted + these, where all is well
    std::vector<std::string> batches;                         // the service's names for what was sent now
    std::string undo;                                         // how, or why not
};

struct ReceiptFiles {
    std::string json, pdf;
};

// Writes both into `folder` under a name of the time; nobody but the user may read them. Needs the journal as
// it was sent.
tl::expected<ReceiptFiles, std::string> write_receipt(Session& session, const Receipt& receipt,
                                                      const std::filesystem::path& folder);

// "120 facts in = 118 accepted + 2 to look at."
std::string sum_of(const Receipt& receipt);

// The batches that a receipt's JSON names; refused where it is of another event.
tl::expected<std::vector<std::string>, std::string> read_receipt_batches(const std::filesystem::path& file,
                                                                         const sync::EventId& of);

}  // namespace welcome::tools::kioskctl
