#pragma once
// `kioskctl upload` to a service that has a connector, and `kioskctl review`, a human's word on what was
// unclear.

#include <optional>

#include "tools/kioskctl/receipt.h"

namespace welcome::tools::kioskctl {

struct ConnectorOptions {
    std::string to, profile;
    std::string settings;  // empty: DIR/connectors.toml
    std::string errors;    // a CSV of what did not go; empty: none
    std::string receipt;   // the folder for it; empty: DIR/receipts
    bool dry_run = false, undo = false, json = false;
};

// Writes the receipt, and says its sum and its place on standard error.
tl::expected<std::optional<ReceiptFiles>, std::string> write_receipt_of(Session& session,
                                                                        const Receipt& receipt,
                                                                        const ConnectorOptions& options);

// Prints counts, and each record that a human must look at. Refused where the run had to stop.
Outcome run_connector(Session& session, const ConnectorOptions& options);

// The attendance as a file in the columns of `profile`.
Outcome write_profile_csv(Session& session, const std::string& file, const ConnectorOptions& options);

}  // namespace welcome::tools::kioskctl
