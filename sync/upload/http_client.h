#pragma once
// One connection to one membership service, over libcurl: TLS verified, no proxy whatever the environment
// says, no redirects, bounded answers. One owner, one thread; `stop` may come from any thread.

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "sync/keys.h"
#include "sync/result.h"

namespace welcome::sync {

struct ServiceAddress {
    std::string url;                               // "https://host:port", without /v1
    std::string token;                             // the bearer token; never logged
    std::optional<std::filesystem::path> ca_file;  // an own authority; nothing: the system's
    std::optional<DeviceKey> key = {};             // signs each request (proof.h), where it is given
    std::chrono::milliseconds connect_patience{5000};
    std::chrono::milliseconds answer_patience{30000};
};

// For services that are not ours: any method, their own headers ("Name: value"), a body as it is.
struct HttpRequest {
    std::string method = "GET";
    std::string path;  // begins with a slash
    std::vector<std::string> headers = {};
    std::string body = {};
};

struct HttpAnswer {
    int status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
    std::optional<std::chrono::sys_seconds> date = {};  // by the service's clock
};

class HttpClient {
  public:
    static Result<HttpClient> make(ServiceAddress address, std::stop_token stop = {});
    [[nodiscard]] Result<HttpClient> another() const;  // a second connection, to the same place
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    // `unreachable` for all that is not a whole HTTP answer. `path` begins with "/v1/".
    Result<HttpAnswer> get(const std::string& path);
    Result<HttpAnswer> send(const HttpRequest& request);
    Result<HttpAnswer> post_json(const std::string& path, const std::string& json);  // goes as gzip
    void use_token(std::string token);                                               // from now on

  private:
    struct Inside;
    explicit HttpClient(std::unique_ptr<Inside> inside);
    Result<HttpAnswer> send_signed(const HttpRequest& request, std::string_view unpacked);
    Result<HttpAnswer> send_once(const HttpRequest& request, std::string_view unpacked);
    std::unique_ptr<Inside> inside_;
};

// "a b" → "a%20b": one part of a path, a query or a form.
std::string url_encoded(std::string_view text);

// "120" or an HTTP date, as RFC 9110 has it; nothing where it is neither. Bounded to a day.
std::optional<std::chrono::seconds> read_retry_after(const std::string& value, std::chrono::sys_seconds now);

}  // namespace welcome::sync
