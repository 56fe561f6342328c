#include "kiosk/labels/roll_call.h"

#include <algorithm>
#include <map>

namespace welcome::kiosk::labels {

namespace {

constexpr std::size_t k_rows = 18;  // as assets/labels/rollcall.toml draws them

using Stays = std::vector<const event::Stay*>;

std::string filled(std::string sentence, std::string_view place, const std::string& value) {
    const auto at = sentence.find(place);
    return at == std::string::npos ? sentence : sentence.replace(at, place.size(), value);
}

void add_row(printing::Label& page, std::size_t row, const event::Stay& stay) {
    const std::string number = "_" + std::to_string(row + 1);
    page.texts["name" + number] = stay.request.first_name;
    page.texts["band" + number] = event::text_of(stay.request.band);
    page.texts["allergy" + number] = stay.request.allergies;
    page.texts["code" + number] = stay.request.code;
    page.texts["contact" + number] = stay.request.contact;
}

printing::Label page_of(const std::string& room, const Stays& stays, const RollCallWords& words,
                        const std::string& time) {
    printing::Label page{.design = "rollcall", .texts = {}, .qr = {}, .language = words.language};
    std::string count = filled(words.children, "{n}", std::to_string(stays.size()));
    if (stays.size() == 1) count = words.one_child;
    page.texts = {{"title", words.title},
                  {"room", room},
                  {"as_of", filled(words.as_of, "{time}", time)},
                  {"count", count},
                  {"name", words.name},
                  {"band", words.band},
                  {"code", words.code},
                  {"allergy", words.allergy},
                  {"contact", words.contact}};
    return page;
}

}  // namespace

std::vector<printing::Label> roll_call_pages(const event::State& state, const RollCallWords& words,
                                             const std::string& time) {
    std::map<std::string, Stays> rooms;
    for (const auto* stay : state.roll_call()) rooms[stay->room].push_back(stay);
    std::vector<printing::Label> pages;
    for (const auto& [room, stays] : rooms) {
        const std::size_t count = (stays.size() + k_rows - 1) / k_rows;
        for (std::size_t page = 0; page < count; ++page) {
            std::string heading = room.empty() ? state.event().name : room;
            if (count > 1)
                heading += " · " + filled(filled(words.page, "{page}", std::to_string(page + 1)), "{pages}",
                                          std::to_string(count));
            auto made = page_of(heading, stays, words, time);
            const auto last = std::min(stays.size(), (page + 1) * k_rows);
            for (std::size_t i = page * k_rows; i < last; ++i) add_row(made, i % k_rows, *stays[i]);
            pages.push_back(std::move(made));
        }
    }
    if (pages.empty()) {
        pages.push_back(page_of(words.nobody, {}, words, time));
        pages.back().texts["count"] = filled(words.children, "{n}", "0");
    }
    return pages;
}

}  // namespace welcome::kiosk::labels
