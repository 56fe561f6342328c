#pragma once
// How fast each caller may ask: a bucket of requests that refills with time. One owner, one thread at a
// time; forgets callers whose bucket is full again.

#include <map>
#include <string>

#include "sync/fact.h"

namespace welcome::tools::membershipd {

struct Allowance {
    double a_second = 0;
    double at_once = 0;
};

class Pace {
  public:
    // The seconds to wait before asking again; none where this request may go on.
    std::chrono::seconds wait_of(const std::string& caller, const Allowance& allowance, sync::Instant now);

  private:
    struct Bucket {
        double left = 0;
        sync::Instant at{};
    };
    std::map<std::string, Bucket> buckets_;
};

}  // namespace welcome::tools::membershipd
