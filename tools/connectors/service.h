#pragma once
// Calls to one service with one credential: paced, patient with "too many" and "busy", and plain about the
// rest. One thread; it waits in the foreground.

#include <nlohmann/json_fwd.hpp>

#include "sync/upload/http_client.h"
#include "tools/connectors/pace.h"
#include "tools/connectors/target.h"

namespace welcome::tools::connectors {

using sync::url_encoded;

struct Credential {
    std::string url;                   // without a slash at its end
    std::vector<std::string> headers;  // that carry the key; never logged
    double calls_a_second = 4;
};

class Service {
  public:
    static tl::expected<Service, std::string> make(Credential credential);

    // The answer whatever its status, but for: 401 and 403 (trouble for all), 429 and 503 (tried again, then
    // later), and no answer at all (later: whether it was taken is open).
    Attempt<sync::HttpAnswer> call(sync::HttpRequest request);

    // The answer's JSON; trouble where it is none, or the status is not 2xx. `what` begins the sentence.
    Attempt<nlohmann::json> ask(sync::HttpRequest request, const std::string& what);

  private:
    Service(Credential credential, sync::HttpClient client);
    Credential credential_;
    sync::HttpClient client_;
    Pace pace_;
};

sync::HttpRequest json_post(std::string path, const nlohmann::json& body);
// The member's text, or its number as text; empty where there is neither.
std::string text_in(const nlohmann::json& object, const char* member);

}  // namespace welcome::tools::connectors
