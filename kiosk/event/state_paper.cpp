// Rows of paper sheets: each counts once, as the last effective word on it says.

#include <algorithm>
#include <limits>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {
std::pair<int, int> row_of(const CheckedIn& body) {
    return {body.sheet, body.row};
}
}  // namespace

void State::Inside::enter_row(Place place, const CheckedIn& body) {
    if (body.sheet != 0) insert(paper[row_of(body)], place);
}

void State::Inside::leave_row(Place place, const CheckedIn& body) {
    if (body.sheet != 0) std::erase(paper.at(row_of(body)), place);
}

// Everybody else whom check-ins of the same row name: what counted may count no more, and the other way
// round.
void State::Inside::fold_row(Place place, const CheckedIn& body) {
    if (body.sheet == 0) return;
    const Places row = paper.at(row_of(body));
    for (const Place other : row) {
        if (other != place)
            fold_person(persons.at(shelves.at<CheckedIn>(records[other].slot).person), std::nullopt);
    }
}

std::optional<Place> State::Inside::last_word_on(const Places& row) const {
    const auto last =
        std::find_if(row.rbegin(), row.rend(), [this](Place place) { return records[place].effective; });
    return last == row.rend() ? std::nullopt : std::optional(*last);
}

bool State::Inside::counts(Place place, const CheckedIn& body) const {
    return body.sheet == 0 || last_word_on(paper.at(row_of(body))) == place;
}

std::vector<int> State::sheets() const {
    std::vector<int> numbers;
    for (const auto& [row, places] : inside_->paper) {
        const bool known = !numbers.empty() && numbers.back() == row.first;
        if (!known && inside_->last_word_on(places)) numbers.push_back(row.first);
    }
    return numbers;
}

std::vector<SheetRow> State::sheet(int number) const {
    std::vector<SheetRow> rows;
    const auto& paper = inside_->paper;
    for (auto entry = paper.lower_bound({number, std::numeric_limits<int>::min()});
         entry != paper.end() && entry->first.first == number; ++entry) {
        const auto place = inside_->last_word_on(entry->second);
        if (!place) continue;
        const auto& record = inside_->records[*place];
        const auto& body = inside_->shelves.at<CheckedIn>(record.slot);
        rows.push_back({body.row, inside_->root_of(body.person), record.id,
                        sane(body.more_adults, k_most_company), sane(body.more_children, k_most_company)});
    }
    return rows;
}

}  // namespace welcome::kiosk::event
