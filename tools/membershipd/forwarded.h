#pragma once
// Who asks, where a load balancer stands in front: the address that a trusted one names, else the one that
// the connection came from. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::tools::membershipd {

// One way to write each address: "::ffff:10.0.0.7" is 10.0.0.7. Nothing where it is none.
std::optional<std::string> read_address(std::string_view text);

// `forwarded_for` is X-Forwarded-For: each balancer writes at its end whom it heard. Read from there, for as
// long as it is a trusted one that speaks: what stands further in front anybody may have written.
std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted);

}  // namespace welcome::tools::membershipd
