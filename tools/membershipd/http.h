#pragma once
// A request and its answer, free of any HTTP library, and RFC 9457's way to say no.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sync/result.h"
#include "sync/upload/proof.h"

namespace welcome::tools::membershipd {

inline constexpr std::size_t k_most_body_bytes = 1U << 20U;  // as it comes over the wire
inline constexpr std::size_t k_most_inflated_bytes = 8U << 20U;
inline constexpr std::size_t k_most_facts = 500;  // in one batch
inline constexpr std::size_t k_most_page = 1000;  // facts in one page

struct Asked {
    std::string method;
    std::string path;
    std::string target;  // the path with its query, as it came
    std::map<std::string, std::string> query;
    std::string authorization;
    std::string accept;
    std::string body;           // unpacked
    std::string address;        // whence it came
    std::string session;        // the page's cookie
    sync::Proof proof;          // that a device sent it
    bool is_same_site = false;  // a browser says that a page of this very address sent it
    bool is_tls = false;
};

struct Told {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

// `code` is a stable word for programs; `detail` a plain sentence for people, without anybody's name.
Told problem(int status, std::string_view code, std::string_view detail);
Told problem(const sync::Error& error);  // the store's no: 503 with Retry-After, 404, 409
Told as_json(int status, std::string body);

}  // namespace welcome::tools::membershipd
