#pragma once
// One upload to a membership service from beginning to end, in the foreground.

#include <chrono>
#include <string>

#include "sync/upload/http_client.h"
#include "tools/kioskctl/receipt.h"

namespace welcome::tools::kioskctl {

// The service's words on the facts that were sent, counted.
struct UploadCounts {
    std::size_t sent = 0, accepted = 0, duplicate = 0, superseded = 0, needs_review = 0, rejected = 0;
    std::size_t already_there = 0;  // held by the service before; not sent again
    // At the end: facts here, those that the service has settled, and what a person must look at there.
    std::size_t in = 0, settled = 0;
    std::vector<Difference> differences;
    std::vector<std::string> batches;  // sent now
    void take(const std::string& state);
};

// Sends until nothing waits, makes the event there where it is missing, takes in what others sent. Fails
// where a person is needed, or after `patience` without an answer.
tl::expected<UploadCounts, std::string> upload_all(Session& session, const sync::ServiceAddress& address,
                                                   std::chrono::seconds patience);

// Takes back what these batches counted (the organiser's connection); what cannot be is told on standard
// error. How many facts were taken back, had been before, and stay.
struct UndoCounts {
    std::size_t undone = 0, already = 0, kept = 0;
};
tl::expected<UndoCounts, std::string> undo_batches(sync::HttpClient& service,
                                                   const std::vector<std::string>& batches);

// Asks what would become of the facts that wait; nothing is kept, here or there.
tl::expected<UploadCounts, std::string> rehearse_upload(Session& session,
                                                        const sync::ServiceAddress& address);

}  // namespace welcome::tools::kioskctl
