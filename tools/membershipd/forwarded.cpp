#include "tools/membershipd/forwarded.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>

namespace welcome::tools::membershipd {

std::optional<std::string> read_address(std::string_view text) {
    const std::string whole(text);
    std::array<char, INET6_ADDRSTRLEN> written{};
    in_addr v4{};
    in6_addr v6{};
    if (::inet_pton(AF_INET, whole.c_str(), &v4) == 1) {
        ::inet_ntop(AF_INET, &v4, written.data(), written.size());
        return written.data();
    }
    if (::inet_pton(AF_INET6, whole.c_str(), &v6) != 1) return std::nullopt;
    if (IN6_IS_ADDR_V4MAPPED(&v6)) {
        std::memcpy(&v4, &v6.s6_addr[12], sizeof v4);
        ::inet_ntop(AF_INET, &v4, written.data(), written.size());
    } else {
        ::inet_ntop(AF_INET6, &v6, written.data(), written.size());
    }
    return written.data();
}

std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted) {
    auto speaker = read_address(peer).value_or(peer);
    const auto is_trusted = [&](const std::string& one) {
        return std::find(trusted.begin(), trusted.end(), one) != trusted.end();
    };
    while (is_trusted(speaker) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        auto last = forwarded_for.substr(comma == forwarded_for.npos ? 0 : comma + 1);
        forwarded_for = forwarded_for.substr(0, comma == forwarded_for.npos ? 0 : comma);
        while (last.starts_with(' ')) last.remove_prefix(1);
        while (last.ends_with(' ')) last.remove_suffix(1);
        const auto named = read_address(last);
        if (!named) break;  // Not what a balancer writes: it itself is all that is known.
        speaker = *named;
    }
    return speaker;
}

}  // namespace welcome::tools::membershipd
