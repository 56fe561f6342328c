#include "sync/upload/http_client.h"

#include <algorithm>
#include <charconv>
#include <curl/curl.h>

#include "sync/upload/gzip.h"
#include "sync/upload/proof.h"

namespace welcome::sync {
namespace {

constexpr std::size_t k_longest_answer = 16U << 20U;
constexpr auto k_longest_wait = std::chrono::seconds(86'400);
constexpr auto k_clocks_agree = std::chrono::seconds(30);  // the service takes two minutes

struct CloseCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, CloseList>;

void add(Headers& headers, const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& body = *static_cast<std::string*>(to);
    if (body.size() + size * count > k_longest_answer) return 0;
    body.append(bytes, size * count);
    return size * count;
}

std::chrono::sys_seconds wall_clock() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int look_for_stop(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

}  // namespace

struct HttpClient::Inside {
    ServiceAddress address;
    std::stop_token stop;
    std::unique_ptr<CURL, CloseCurl> handle;
    std::chrono::seconds clock_is_behind{0};  // against the service's: a tablet's may be years off

    void prepare(const std::string& url, curl_slist* headers, std::string& body);
    Result<HttpAnswer> run(const std::string& body);
    void add_proof(Headers& headers, const HttpRequest& request, std::string_view unpacked) const;
};

Result<HttpClient> HttpClient::make(ServiceAddress address, std::stop_token stop) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return fail(Fault::refused, "libcurl did not start");
    auto inside = std::make_unique<Inside>();
    inside->address = std::move(address);
    inside->stop = std::move(stop);
    inside->handle.reset(curl_easy_init());
    if (!inside->handle) return fail(Fault::refused, "libcurl did not start");
    while (inside->address.url.ends_with('/')) inside->address.url.pop_back();
    return HttpClient(std::move(inside));
}

Result<HttpClient> HttpClient::another() const {
    auto made = make(inside_->address, inside_->stop);
    if (made) made->inside_->clock_is_behind = inside_->clock_is_behind;
    return made;
}

HttpClient::HttpClient(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

void HttpClient::Inside::prepare(const std::string& url, curl_slist* headers, std::string& body) {
    auto* curl = handle.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(address.connect_patience.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(address.answer_patience.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_for_stop);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stop);
    if (address.ca_file) curl_easy_setopt(curl, CURLOPT_CAINFO, address.ca_file->c_str());
}

Result<HttpAnswer> HttpClient::Inside::run(const std::string& body) {
    auto* curl = handle.get();
    const auto outcome = curl_easy_perform(curl);
    if (outcome != CURLE_OK) return fail(Fault::unreachable, curl_easy_strerror(outcome));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    HttpAnswer answer{.status = static_cast<int>(status), .body = body, .retry_after = {}};
    curl_header* header = nullptr;
    if (curl_easy_header(curl, "Retry-After", 0, CURLH_HEADER, -1, &header) == CURLHE_OK) {
        answer.retry_after = read_retry_after(header->value, wall_clock());
    }
    if (curl_easy_header(curl, "Date", 0, CURLH_HEADER, -1, &header) == CURLHE_OK) {
        const auto date = curl_getdate(header->value, nullptr);
        if (date > 0) answer.date = std::chrono::sys_seconds(std::chrono::seconds(date));
    }
    return answer;
}

void HttpClient::Inside::add_proof(Headers& headers, const HttpRequest& request,
                                   std::string_view unpacked) const {
    if (!address.key) return;
    const auto authorization = address.token.empty() ? "" : "Bearer " + address.token;
    const auto proof = prove(
        *address.key,
        {.method = request.method, .target = request.path, .authorization = authorization, .body = unpacked},
        wall_clock() + clock_is_behind);
    add(headers, "Unencoded-Digest: " + proof.digest);
    add(headers, "Signature-Input: " + proof.input);
    add(headers, "Signature: " + proof.signature);
}

Result<HttpAnswer> HttpClient::send(const HttpRequest& request) {
    return send_signed(request, request.body);
}

// A refusal by a service whose clock is another: once more, by its clock.
Result<HttpAnswer> HttpClient::send_signed(const HttpRequest& request, std::string_view unpacked) {
    auto answer = send_once(request, unpacked);
    if (!inside_->address.key || !answer || answer->status != 401 || !answer->date) return answer;
    const auto behind = *answer->date - wall_clock();
    if (std::chrono::abs(behind - inside_->clock_is_behind) < k_clocks_agree) return answer;
    inside_->clock_is_behind = behind;
    return send_once(request, unpacked);
}

Result<HttpAnswer> HttpClient::send_once(const HttpRequest& request, std::string_view unpacked) {
    Headers headers;
    for (const auto& line : request.headers) add(headers, line);
    if (!inside_->address.token.empty()) add(headers, "Authorization: Bearer " + inside_->address.token);
    inside_->add_proof(headers, request, unpacked);
    std::string body;
    inside_->prepare(inside_->address.url + request.path, headers.get(), body);
    auto* curl = inside_->handle.get();
    if (request.method != "GET") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    return inside_->run(body);
}

Result<HttpAnswer> HttpClient::get(const std::string& path) {
    return send({.path = path, .headers = {"Accept: application/json"}});
}

Result<HttpAnswer> HttpClient::post_json(const std::string& path, const std::string& json) {
    auto packed = gzip(json);
    if (!packed) return tl::unexpected(packed.error());
    return send_signed({.method = "POST",
                        .path = path,
                        .headers = {"Accept: application/json", "Content-Type: application/json",
                                    "Content-Encoding: gzip", "Expect:"},
                        .body = std::move(*packed)},
                       json);
}

void HttpClient::use_token(std::string token) {
    inside_->address.token = std::move(token);
}

std::string url_encoded(std::string_view text) {
    const std::unique_ptr<char, decltype(&curl_free)> coded(
        curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), curl_free);
    return coded ? coded.get() : "";
}

std::optional<std::chrono::seconds> read_retry_after(const std::string& value, std::chrono::sys_seconds now) {
    const auto bounded = [](std::chrono::seconds wait) {
        return std::clamp(wait, std::chrono::seconds(0), std::chrono::seconds(k_longest_wait));
    };
    std::int64_t seconds = 0;
    const auto* end = value.data() + value.size();
    const auto [rest, fault] = std::from_chars(value.data(), end, seconds);
    if (fault == std::errc{} && rest == end) return bounded(std::chrono::seconds(seconds));
    const auto date = curl_getdate(value.c_str(), nullptr);
    if (date < 0) return std::nullopt;
    return bounded(std::chrono::sys_seconds(std::chrono::seconds(date)) - now);
}

}  // namespace welcome::sync
