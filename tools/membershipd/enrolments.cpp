#include "tools/membershipd/enrolments.h"

#include <algorithm>
#include <sodium.h>

namespace welcome::tools::membershipd {
namespace {

// RFC 8628, 6.1: no vowels, so no words, and nothing that looks like a digit. 20^8 codes, 34.5 bits.
constexpr std::string_view k_letters = "BCDFGHJKLMNPQRSTVWXZ";
constexpr std::size_t k_code_length = 8;
constexpr std::size_t k_most_of_an_event = 200;    // a hall has tens of tablets
constexpr std::size_t k_most_of_an_address = 100;  // and comes out of one address
constexpr std::size_t k_most_waiting = 20'000;     // of all events, so that the list has an end
constexpr int k_most_wrong_codes = 10;
constexpr auto k_wrong_codes_window = std::chrono::minutes(10);

std::string fresh_code() {
    std::string code;
    while (code.size() < k_code_length)
        code += k_letters[randombytes_uniform(static_cast<std::uint32_t>(k_letters.size()))];
    return code;
}

std::string letters_of(std::string_view typed) {
    std::string code;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c >= 'A' && c <= 'Z') code += c;
    }
    return code;
}

}  // namespace

std::string shown_code(const std::string& code) {
    return code.substr(0, k_code_length / 2) + '-' + code.substr(k_code_length / 2);
}

Result<Enrolments::Asking> Enrolments::ask(Store& store, const DeviceId& device, const std::string& name,
                                           const EventId& event, const std::string& address, Instant now) {
    if (auto dropped = store.drop_enrolments(now); !dropped) return tl::unexpected(dropped.error());
    auto waiting = store.enrolments(now);
    if (!waiting) return tl::unexpected(waiting.error());
    const auto own = std::find_if(waiting->begin(), waiting->end(), [&](const auto& one) {
        return one.device == device && one.event == event;
    });
    if (own != waiting->end()) return Asking{.record = *own, .approved = own->approved.has_value()};
    const auto of_the_event =
        std::count_if(waiting->begin(), waiting->end(), [&](const auto& one) { return one.event == event; });
    for (auto one = given_.begin(); one != given_.end();) {
        std::erase_if(one->second, [&](Instant end) { return end <= now; });
        one = one->second.empty() ? given_.erase(one) : std::next(one);
    }
    const auto given = given_.find(address);
    if (waiting->size() >= k_most_waiting || static_cast<std::size_t>(of_the_event) >= k_most_of_an_event ||
        (given != given_.end() && given->second.size() >= k_most_of_an_address)) {
        return Asking{.is_full = true};
    }
    EnrolmentRecord record{.device = device,
                           .name = name,
                           .event = event,
                           .code = fresh_code(),
                           .asked = now,
                           .expires = now + k_code_lives,
                           .approved = {}};
    const auto is_taken = [&](const auto& one) { return one.code == record.code; };
    while (std::any_of(waiting->begin(), waiting->end(), is_taken)) record.code = fresh_code();
    if (auto put = store.put_enrolment(record); !put) return tl::unexpected(put.error());
    given_[address].push_back(record.expires);
    return Asking{.record = record};
}

Result<Enrolments::Approval> Enrolments::approve(Store& store, std::string_view code, Instant now) {
    if (now - wrong_since_ > k_wrong_codes_window) wrong_codes_ = 0;
    if (wrong_codes_ >= k_most_wrong_codes) return Approval{.outcome = Outcome::too_many_tries};
    auto waiting = store.enrolments(now);
    if (!waiting) return tl::unexpected(waiting.error());
    const auto typed = letters_of(code);
    const auto found = std::find_if(waiting->begin(), waiting->end(), [&](const auto& one) {
        return one.code.size() == typed.size() && !one.approved &&
               sodium_memcmp(one.code.data(), typed.data(), typed.size()) == 0;
    });
    if (found == waiting->end()) {
        if (wrong_codes_++ == 0) wrong_since_ = now;
        return Approval{};
    }
    found->approved = now;
    if (auto put = store.put_enrolment(*found); !put) return tl::unexpected(put.error());
    return Approval{.outcome = Outcome::approved, .record = *found};
}

}  // namespace welcome::tools::membershipd
