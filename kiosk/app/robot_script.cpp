#include "kiosk/app/robot_script.h"

#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <utility>

namespace welcome::kiosk::app {

namespace {

constexpr std::array<std::pair<std::string_view, Verb>, 14> k_verbs = {{{"tap", Verb::tap},
                                                                        {"hold", Verb::hold},
                                                                        {"type", Verb::type},
                                                                        {"pad", Verb::pad},
                                                                        {"reach", Verb::reach},
                                                                        {"wedge", Verb::wedge},
                                                                        {"scan", Verb::scan},
                                                                        {"expect", Verb::expect},
                                                                        {"absent", Verb::absent},
                                                                        {"remember", Verb::remember},
                                                                        {"shot", Verb::shot},
                                                                        {"tree", Verb::tree},
                                                                        {"listen", Verb::listen},
                                                                        {"wait", Verb::wait}}};

std::optional<Verb> verb_of(std::string_view word) {
    for (const auto& [name, verb] : k_verbs) {
        if (name == word) return verb;
    }
    return std::nullopt;
}

bool takes_word(Verb verb) {
    return verb == Verb::tap || verb == Verb::hold || verb == Verb::expect || verb == Verb::absent ||
           verb == Verb::remember;
}

std::optional<ui::Key> pad_key(const std::string& word) {
    if (word == "enter") return ui::Key::pad_enter;
    if (word == "*") return ui::Key::pad_times;
    if (word == "+") return ui::Key::pad_plus;
    if (word == "-") return ui::Key::pad_minus;
    if (word.size() != 1 || word[0] < '0' || word[0] > '9') return std::nullopt;
    return static_cast<ui::Key>(static_cast<int>(ui::Key::pad_0) + (word[0] - '0'));
}

std::string rest_of(std::istringstream& line) {
    std::string rest;
    std::getline(line >> std::ws, rest);
    return rest;
}

bool is_number(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

std::optional<RobotStep> read_step(const std::string& text, int number) {
    std::istringstream line(text);
    std::string word;
    line >> word;
    const auto verb = verb_of(word);
    if (!verb) return std::nullopt;
    RobotStep step{*verb, {}, {}, number};
    if (takes_word(*verb)) {
        line >> step.target;
        step.text = rest_of(line);
    } else {
        step.target = rest_of(line);
    }
    if (*verb == Verb::listen) return step.target.empty() ? std::optional(step) : std::nullopt;
    if (step.target.empty() || (*verb == Verb::remember && step.text.empty())) return std::nullopt;
    if (*verb == Verb::wait && !is_number(step.target)) return std::nullopt;
    if (*verb == Verb::pad && !pad_keys(step.target)) return std::nullopt;
    return step;
}

}  // namespace

std::optional<std::vector<ui::Key>> pad_keys(const std::string& words) {
    std::vector<ui::Key> keys;
    std::istringstream line(words);
    for (std::string word; line >> word;) {
        const auto key = pad_key(word);
        if (!key) return std::nullopt;
        keys.push_back(*key);
    }
    return keys;
}

tl::expected<std::vector<RobotStep>, std::string> read_robot_script(const std::string& script) {
    std::vector<RobotStep> steps;
    std::istringstream lines(script);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin == std::string::npos || line[begin] == '#') continue;
        const auto step = read_step(line, number);
        if (!step)
            return tl::unexpected("line " + std::to_string(number) + " of the robot's script: " + line);
        steps.push_back(*step);
    }
    return steps;
}

}  // namespace welcome::kiosk::app
