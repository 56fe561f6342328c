#include "kiosk/event/mail_domain.h"

#include <algorithm>
#include <array>

#include "kiosk/event/similarity.h"

namespace welcome::kiosk::event {

namespace {

constexpr double k_alike = 0.8;  // one slip in "gmail.com", two in "hotmail.com"

// What is suggested: the providers of most families.
constexpr std::array<std::string_view, 10> k_common{
    "gmail.com", "yahoo.com",   "hotmail.com", "outlook.com",    "icloud.com",
    "aol.com",   "comcast.net", "verizon.net", "protonmail.com", "sbcglobal.net"};
// Real ones that look like a slip of those.
constexpr std::array<std::string_view, 14> k_also_real{
    "mail.com", "email.com", "ymail.com", "gmx.com", "live.com", "msn.com", "me.com",
    "mac.com",  "att.net",   "cox.net",   "qq.com",  "mail.ru",  "bol.com", "googlemail.com"};

std::string lower(std::string_view text) {
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
}

std::string_view provider(std::string_view domain) {
    return domain.substr(0, domain.find('.'));
}

// yahoo.es, hotmail.com.br: the same providers in other countries.
bool is_abroad(std::string_view domain) {
    const auto dot = domain.rfind('.');
    const std::string_view country = dot == std::string_view::npos ? "" : domain.substr(dot + 1);
    const bool slip = country == "co" || country == "cm" || country == "om" || country == "cn";
    const bool known = std::any_of(k_common.begin(), k_common.end(),
                                   [&](std::string_view one) { return provider(one) == provider(domain); });
    return known && country.size() == 2 && !slip;
}

}  // namespace

std::optional<std::string> likely_email(std::string_view typed) {
    const auto at = typed.rfind('@');
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    const std::string domain = lower(typed.substr(at + 1));
    const auto among = [&](const auto& list) {
        return std::find(list.begin(), list.end(), domain) != list.end();
    };
    if (domain.size() < 3 || among(k_common) || among(k_also_real) || is_abroad(domain)) return std::nullopt;
    const bool whole = domain.find('.') != std::string::npos;
    std::string_view best;
    double best_fit = 0;
    for (const std::string_view one : k_common) {
        const double fit = whole ? edit_share(domain, one) : edit_share(domain, provider(one));
        if (fit > best_fit) {
            best = one;
            best_fit = fit;
        }
    }
    if (best_fit < k_alike) return std::nullopt;
    return std::string(typed.substr(0, at + 1)) + std::string(best);
}

}  // namespace welcome::kiosk::event
