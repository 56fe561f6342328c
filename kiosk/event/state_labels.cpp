// The print queue: what became of each label that was asked for.

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

LabelState state_named(const std::string& outcome) {
    if (outcome == "printed") return LabelState::printed;
    if (outcome == "failed") return LabelState::failed;
    if (outcome == "waiting") return LabelState::waiting;
    if (outcome == "withdrawn") return LabelState::withdrawn;
    return LabelState::doubtful;
}

// Writes one label from effective facts, given in total order.
class LabelFold {
  public:
    explicit LabelFold(LabelJob& job) : job_(job) {}

    void operator()(const LabelAsked& body, const Record& record) {
        if (asked) return;  // The first word says what it is.
        asked = true;
        job_.what = body.what;
        job_.subject = body.subject;
        job_.printer = body.printer;
        job_.asked_on = record.stamp.device;
        job_.asked_at = job_.since = record.wall;
        job_.by = body.by;
        job_.again = body.again;
    }
    void operator()(const LabelMoved& body, const Record& record) {
        const bool knew_all = body.knew == job_.last_word;
        job_.printer = body.printer;
        job_.state = knew_all ? LabelState::waiting : LabelState::doubtful;
        job_.reason = knew_all ? "" : "labels.reason.two_printers";
        job_.since = record.wall;
    }
    void operator()(const LabelStarted&, const Record& record) {
        starter_ = record.stamp.device;
        job_.state = LabelState::printing;
        word(record, "");
    }
    void operator()(const LabelPrinted& body, const Record& record) {
        const auto outcome = state_named(body.outcome);
        // That nothing came out of one printer says nothing of another one that has begun since.
        const bool nothing_came = outcome == LabelState::waiting || outcome == LabelState::failed;
        if (nothing_came && !body.by && starter_ && *starter_ != record.stamp.device) return;
        if (outcome == LabelState::printed && !body.by) ++job_.times_printed;
        job_.state = outcome;
        word(record, body.reason);
    }
    void operator()(const auto&, const Record&) {}

    bool asked = false;

  private:
    void word(const Record& record, const std::string& reason) {
        job_.last_word = record.id;
        job_.since = record.wall;
        job_.reason = reason;
    }
    LabelJob& job_;
    std::optional<sync::DeviceId> starter_;  // whose printer began last
};

}  // namespace

void State::Inside::fold_label(const LabelId& id) {
    OneLabel& one = label_jobs[id];
    one.job = {};
    one.job.id = id;
    LabelFold fold(one.job);
    for (const Place place : one.facts) {
        const Record& record = records[place];
        if (record.effective) use(place, [&](const auto& body) { fold(body, record); });
    }
    one.shown = fold.asked;
}

std::vector<const LabelJob*> State::print_queue() const {
    std::vector<const OneLabel*> shown;
    for (const auto& [id, one] : inside_->label_jobs)
        if (one.shown) shown.push_back(&one);
    std::sort(shown.begin(), shown.end(), [](const auto* left, const auto* right) {
        return std::pair(left->job.asked_at, left->job.id) < std::pair(right->job.asked_at, right->job.id);
    });
    std::vector<const LabelJob*> jobs;
    jobs.reserve(shown.size());
    for (const auto* one : shown) jobs.push_back(&one->job);
    return jobs;
}

const LabelJob* State::label_job(const LabelId& id) const {
    const auto found = inside_->label_jobs.find(id);
    return found == inside_->label_jobs.end() || !found->second.shown ? nullptr : &found->second.job;
}

std::vector<PrinterNow> State::printers() const {
    std::map<sync::DeviceId, PrinterNow> latest;
    inside_->each<PrinterTold>(inside_->printers, [&](const PrinterTold& body, const Record& record) {
        latest[record.stamp.device] = {record.stamp.device, body.tablet, body.state, body.paper, record.wall};
    });
    std::vector<PrinterNow> all;
    for (auto& [device, now] : latest)
        if (!now.state.empty() || !now.paper.empty()) all.push_back(std::move(now));
    return all;
}

}  // namespace welcome::kiosk::event
