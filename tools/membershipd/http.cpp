#include "tools/membershipd/http.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace welcome::tools::membershipd {
namespace {

const char* title_of(int status) {
    switch (status) {
        case 400:
            return "The request cannot be read";
        case 401:
            return "A token is needed";
        case 403:
            return "This token may not do that";
        case 404:
            return "There is no such thing here";
        case 405:
            return "This address does not take that method";
        case 406:
            return "No answer in a wanted form";
        case 408:
            return "The request came too slowly";
        case 409:
            return "Something else is here already";
        case 410:
            return "This cursor is no longer good";
        case 413:
            return "The request is too large";
        case 414:
            return "The address is too long";
        case 415:
            return "The body's form is not understood";
        case 422:
            return "This batch id was used for something else";
        case 429:
            return "Too many tries";
        case 503:
            return "The service cannot do this now";
        default:
            return status < 500 ? "The request cannot be served" : "The service failed";
    }
}

}  // namespace

Told problem(int status, std::string_view code, std::string_view detail) {
    const nlohmann::ordered_json body{{"type", "urn:welcome-table:problem:" + std::string(code)},
                                      {"title", title_of(status)},
                                      {"status", status},
                                      {"code", code},
                                      {"detail", detail}};
    Told told{.status = status, .type = "application/problem+json", .body = body.dump(), .headers = {}};
    if (status == 401) told.headers.emplace_back("WWW-Authenticate", "Bearer");
    return told;
}

Told problem(const sync::Error& error) {
    switch (error.fault) {
        case sync::Fault::not_found:
            return problem(404, "not-found", error.detail);
        case sync::Fault::refused:
            return problem(409, "conflict", error.detail);
        default:
            break;
    }
    auto told =
        problem(503, "store-unavailable", "The service cannot reach its store. Nothing was kept; try again.");
    told.headers.emplace_back("Retry-After", "5");
    return told;
}

Told as_json(int status, std::string body) {
    return {.status = status, .type = "application/json", .body = std::move(body), .headers = {}};
}

}  // namespace welcome::tools::membershipd
