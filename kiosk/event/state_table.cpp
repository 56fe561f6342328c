// The questions of the tables: childcare, staff, recent deeds, labels, what to fix later.

#include <algorithm>
#include <sodium.h>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

bool is_same_code(std::string_view kept, std::string_view code) {
    return !kept.empty() && kept.size() == code.size() &&
           sodium_memcmp(kept.data(), code.data(), kept.size()) == 0;
}

// People type small letters, and a blank or a dash in the middle.
std::string as_code(std::string_view typed) {
    std::string code;
    for (const char letter : typed) {
        if (letter >= 'a' && letter <= 'z') code += static_cast<char>(letter - 'a' + 'A');
        if (letter != ' ' && letter != '-' && !(letter >= 'a' && letter <= 'z')) code += letter;
    }
    return code;
}

}  // namespace

const Stay* State::stay(const StayId& id) const {
    const auto found = inside_->stays.find(id);
    return found != inside_->stays.end() && found->second.shown ? &found->second.stay : nullptr;
}

std::vector<const Stay*> State::stays() const {
    std::vector<const Stay*> all;
    for (const auto& [id, one] : inside_->stays) {
        if (one.shown) all.push_back(&one.stay);
    }
    return all;
}

std::vector<const Stay*> State::stays_by_code(std::string_view typed) const {
    const std::string code = as_code(typed);
    std::vector<const Stay*> matching;
    for (const auto* stay : stays()) {
        if (is_same_code(stay->request.code, code)) matching.push_back(stay);
    }
    return matching;
}

bool State::is_code_known(std::string_view code) const {
    bool known = false;
    for (const auto& [id, one] : inside_->stays) {
        for (const Place place : one.facts) {
            inside_->use(place, [&](const auto& body) {
                if constexpr (requires { body.code; }) known = known || is_same_code(body.code, code);
            });
        }
    }
    return known;
}

bool State::is_code_dead(std::string_view typed) const {
    const std::string code = as_code(typed);
    if (!is_code_known(code)) return false;
    return std::none_of(inside_->stays.begin(), inside_->stays.end(),
                        [&](const auto& one) { return is_same_code(one.second.stay.request.code, code); });
}

const Staff* State::staff(const StaffId& id) const {
    const auto found = inside_->staff.find(id);
    return found != inside_->staff.end() && found->second.shown ? &found->second.staff : nullptr;
}

std::vector<const Staff*> State::all_staff() const {
    std::vector<const Staff*> all;
    for (const auto& [id, one] : inside_->staff) {
        if (one.shown) all.push_back(&one.staff);
    }
    return all;
}

std::vector<Deed> State::last_deeds(std::size_t how_many) const {
    auto places = inside_->deeds;
    const auto later = [this](const DeedPlace& left, const DeedPlace& right) {
        return left.time != right.time ? right.time < left.time : inside_->before(right.place, left.place);
    };
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(how_many, places.size()));
    std::partial_sort(places.begin(), end, places.end(), later);
    std::vector<Deed> deeds;
    for (auto deed = end; deed != places.begin();) deeds.push_back(inside_->deed_at((--deed)->place));
    return deeds;
}

Deed State::Inside::deed_at(Place place) const {
    const Record& record = records[place];
    Deed deed{record.id, {}, {}, {}, {}, record.wall, !record.effective, {}};
    use(place, [&]<typename Kind>(const Kind& body) {
        deed.kind = kind_of(Body(Kind{}));
        if constexpr (requires { body.person; }) deed.person = root_of(body.person);
        if constexpr (requires { body.kept; }) deed.person = root_of(body.kept);
        if constexpr (requires { body.stay; }) deed.stay = body.stay;
        if constexpr (requires { body.item; }) deed.item = body.item;
        if constexpr (std::is_same_v<Kind, ItemLent>) {
            if (body.to) deed.person = root_of(*body.to);
        }
    });
    if (record.effective) return deed;
    std::optional<Place> latest;
    for (const Place undo : undos.at(record.id)) {
        if (records[undo].effective && before(place, undo) && (!latest || before(*latest, undo)))
            latest = undo;
    }
    if (latest) deed.undone_by = records[*latest].id;
    return deed;
}

std::vector<LabelRecord> State::labels() const {
    std::vector<LabelRecord> all;
    inside_->each<LabelPrinted>(inside_->labels, [&](const LabelPrinted& body, const Record& record) {
        all.push_back({body.what, body.subject, body.outcome, record.wall});
    });
    return all;
}

std::vector<UploadAnswered> State::fix_later() const {
    std::vector<UploadAnswered> all;
    std::unordered_map<FactId, std::size_t> last;
    inside_->each<UploadAnswered>(inside_->answers, [&](const UploadAnswered& body, const Record&) {
        last[body.fact] = all.size();
        all.push_back(body);
    });
    std::vector<UploadAnswered> waiting;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (last.at(all[i].fact) == i && all[i].state != "accepted") waiting.push_back(all[i]);
    }
    return waiting;
}

}  // namespace welcome::kiosk::event
