#include "kiosk/roster/phone.h"

#include <array>
#include <dlfcn.h>
#include <filesystem>
#include <string_view>

#include "kiosk/roster/number_plans.h"

namespace welcome::kiosk::roster {
namespace {

// A full North American number in plain digits and the usual marks, which is nearly every line of a roster.
// The library's answer is the same and takes far longer, which 100,000 lines would show.
std::optional<std::string> read_north_american(std::string_view typed) {
    std::string digits;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (!(c == '+' && i == 0 && typed.starts_with("+1")) && c != ' ' && c != '(' && c != ')' &&
                 c != '-' && c != '.')
            return std::nullopt;
    }
    if (digits.size() == 11 && digits.front() == '1')
        digits.erase(0, 1);
    else if (typed.starts_with('+'))
        return std::nullopt;
    if (digits.size() != 10 || digits[0] < '2' || digits[3] < '2') return std::nullopt;
    return "+1" + digits;
}

// The number plans of the world and what reads them are two megabytes that most evenings never need, so they
// are a module beside the programs, loaded at the first number that wants them. Without it only plain
// American numbers are read.
decltype(&welcome_number_as_e164) load_number_plans() {
    std::error_code unreadable;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unreadable);
    const auto file = program.parent_path().parent_path() / k_number_plans_file;
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return nullptr;
    return reinterpret_cast<decltype(&welcome_number_as_e164)>(dlsym(library, "welcome_number_as_e164"));
}

}  // namespace

std::optional<std::string> read_phone(const std::string& typed, const std::string& region) {
    if (typed.empty() || typed.size() > 60) return std::nullopt;
    if (region == "US" || region == "CA")
        if (auto plain = read_north_american(typed)) return plain;
    static const auto as_e164 = load_number_plans();
    std::array<char, k_longest_e164 + 1> number{};
    if (as_e164 == nullptr || !as_e164(typed.c_str(), region.c_str(), number.data(), number.size()))
        return std::nullopt;
    return std::string(number.data());
}

}  // namespace welcome::kiosk::roster
