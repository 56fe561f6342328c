// How a session keeps childcare's own key: hands it on, folds with it, destroys it in time.

#include <algorithm>

#include "kiosk/session/session.h"

namespace welcome::kiosk::session {

namespace {

using namespace std::chrono_literals;

constexpr auto k_erased_after = 24h;  // after closing (shared/childcare.md)
constexpr auto k_with_incident = 72h;
// A tablet that never heard of a closing: so long after the start, and so long after the last word on it,
// that no evening goes on. By both, so that a wrong clock ends none that does.
constexpr auto k_over_after_start = 7 * 24h;
constexpr auto k_over_after_last_word = 72h;

std::optional<sync::Instant> last_word(const event::State& state) {
    std::optional<sync::Instant> last;
    for (const auto& tablet : state.tablets())
        last = std::max(last.value_or(tablet.last_wrote), tablet.last_wrote);
    return last;
}

}  // namespace

sync::Result<std::size_t> Session::refresh() {
    auto count = read_new();
    if (!count) return count;
    const auto erased = erase_childcare_if_due(wall_clock());
    if (!erased) return tl::unexpected(erased.error());
    tell_of_erasure();
    return *count + (*erased ? 1 : 0);
}

std::vector<sync::Draft> Session::veiled(std::vector<sync::Draft> drafts) const {
    for (auto& draft : drafts) {
        if (event::is_of_children(draft.kind)) draft.body = childcare_.veil(draft.id, draft.kind, draft.body);
    }
    return drafts;
}

void Session::take_key_fact(const sync::Fact& fact) {
    const auto body = event::read_body(fact.kind, fact.body);
    if (!body) return;
    if (const auto* asked = std::get_if<event::ChildcareKeyAsked>(&*body)) {
        if (fact.device == journal_->device()) {
            key_asked_ = true;
        } else {
            key_askings_[fact.id] = asked->to;
        }
    }
    if (const auto* given = std::get_if<event::ChildcareKeyGiven>(&*body)) {
        key_answered_.insert(given->asked);
        keys_given_.push_back(given->sealed);
    }
}

// The tablet that opened the event makes the key; a tablet that this one gave codes to asks for it.
sync::Result<bool> Session::keep_childcare_key() {
    if (childcare_.is_erased()) return false;
    const auto own = journal_->device();
    if (!childcare_.has_key()) {
        for (const auto& sealed : keys_given_) {
            const auto mine = childcare_.receive(sealed);
            if (!mine) return tl::unexpected(mine.error());
            if (!*mine) continue;
            if (auto folded = fold_anew(); !folded) return tl::unexpected(folded.error());
            return true;
        }
        if (state_.opener() == own) {
            if (auto made = childcare_.make(); !made) return tl::unexpected(made.error());
            return false;
        }
        if (key_asked_ || !state_.code_part(own)) return false;
        const auto to = childcare_.ask();
        if (!to) return tl::unexpected(to.error());
        auto said = commit({event::draft(sync::FactId(sync::new_uuid()), event::ChildcareKeyAsked{*to})});
        if (!said) return tl::unexpected(said.error());
        return false;
    }
    std::vector<sync::Draft> drafts;
    for (const auto& [asked, to] : key_askings_) {
        const auto box = key_answered_.contains(asked) ? std::nullopt : childcare_.give(to);
        if (box)
            drafts.push_back(
                event::draft(sync::FactId(sync::new_uuid()), event::ChildcareKeyGiven{asked, *box}));
    }
    key_askings_.clear();
    if (auto said = commit(std::move(drafts)); !said) return tl::unexpected(said.error());
    return false;
}

sync::Result<void> Session::fold_anew() {
    state_ = event::State();
    index_.reset();
    row_ = 0;
    if (auto read = read_new(); !read) return tl::unexpected(read.error());
    return {};
}

bool Session::is_childcare_over(sync::Instant now) const {
    if (const auto closed = state_.closed_at())
        return now >= *closed + (state_.has_incident() ? k_with_incident : k_erased_after);
    const auto starts = state_.event().starts;
    if (starts == sync::Instant{} || state_.stays().empty() || now < starts + k_over_after_start)
        return false;
    const auto last = last_word(state_);
    return last && now >= *last + k_over_after_last_word;
}

sync::Result<bool> Session::erase_childcare_if_due(sync::Instant now) {
    if (childcare_.is_erased() || !is_childcare_over(now)) return false;
    if (auto gone = childcare_.destroy(); !gone) return tl::unexpected(gone.error());
    if (auto folded = fold_anew(); !folded) return tl::unexpected(folded.error());
    return true;
}

// Beside the erasing and not within it: power may go between the two, and the key goes first. Where it cannot
// be written down, on a disk that can only be read, it is at the next refresh: nobody's reading waits for it.
void Session::tell_of_erasure() {
    if (!childcare_.has_destroyed()) return;
    const auto told = state_.childcare_erasures();
    const auto own = journal_->device();
    if (std::any_of(told.begin(), told.end(), [&](const auto& one) { return one.on == own; })) return;
    [[maybe_unused]] const auto said =
        commit({event::draft(sync::FactId(sync::new_uuid()), event::ChildcareErased{})});
}

}  // namespace welcome::kiosk::session
