// A tablet without a screen: the kiosk's session, rules and sharing in one process, told by lines on standard
// input what its guests do. It answers each line with one line. For halls full of tablets in tests and
// benches.
//
//   check_in PERSON     → "checked in"
//   ask PERSON          → "accepted", "waitlisted" or "refused": one child of four or five
//   ready               → "yes" once it may take part in childcare
//   adults              → "there are adults", in every room
//   drop_off, pick_up   → how many: of the children who may be, one
//   cut, mend           → "cut", "mended": no network, and again
//   count               → {"holding", "free", "waiting"}: children with a place, places, children on the list
//   quit                → what it did, as `kioskctl exchange` tells it

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sstream>
#include <sys/resource.h>
#include <unistd.h>

#include "kiosk/event/decide_childcare.h"
#include "kiosk/session/session.h"
#include "sync/exchange/exchange_worker.h"

namespace welcome::kiosk::test {

namespace {

using nlohmann::ordered_json;
using session::Session;

struct Options {
    std::string event, card, listen, name;
    std::vector<std::string> peers;
};

int holding(const event::State& state) {
    const auto stays = state.stays();
    return static_cast<int>(std::count_if(stays.begin(), stays.end(),
                                          [](const event::Stay* stay) { return stay->holds_place(); }));
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

class Tablet {
  public:
    Tablet(const Options& options, std::unique_ptr<Session> session, const sync::DeviceKey& device)
        : options_(options), session_(std::move(session)), device_(device) {
        connect();
    }

    [[nodiscard]] int port() const { return port_; }

    // What a kiosk does each second.
    void keep_up() {
        if (!session_->refresh() || !session_->keep_childcare_key()) failed_ = true;
        if (!session_->minds_childcare()) return;
        auto drafts = event::decide_upkeep(session_->state(), context());
        if (!drafts.empty()) write(std::move(drafts));
    }

    std::string answer(const std::string& line) {
        std::istringstream words(line);
        std::string verb, who;
        words >> verb >> who;
        if (!session_->refresh()) failed_ = true;  // What has come since the last second counts too.
        const auto person = event::PersonId::parse(who);
        if (verb == "check_in" && person) return check_in(*person);
        if (verb == "ask" && person) return ask(*person);
        if (verb == "ready")
            return session_->minds_childcare() && session_->state().code_part(journal_device()) ? "yes"
                                                                                                : "no";
        if (verb == "adults") return adults();
        if (verb == "drop_off") return drop_off();
        if (verb == "pick_up") return pick_up();
        if (verb == "count") return count();
        if (verb == "mend") return connect(), "mended";
        if (verb == "cut") return disconnect(), "cut";
        return "no such verb";
    }

    std::string summary() {
        disconnect();
        rusage used{};
        ::getrusage(RUSAGE_SELF, &used);
        ordered_json refused = ordered_json::object();
        for (std::size_t i = 0; i < sync::k_kinds_of_refusal; ++i)
            refused[sync::word_for(static_cast<sync::Refused>(i))] = all_.refusals.counts[i];
        return ordered_json({{"facts_in", all_.facts_in},
                             {"facts_out", all_.facts_out},
                             {"bytes_in", all_.bytes_in},
                             {"bytes_out", all_.bytes_out},
                             {"cpu_seconds", seconds(used.ru_utime) + seconds(used.ru_stime)},
                             {"refused", std::move(refused)},
                             {"failed", failed_}})
            .dump();
    }

  private:
    event::Context context(std::optional<event::StaffRole> role = std::nullopt) {
        auto context = Session::context();
        context.device = journal_device();
        for (const auto* staff : session_->state().all_staff()) {
            if (role && staff->role == *role) context.staff = staff->id;
        }
        return context;
    }
    [[nodiscard]] sync::DeviceId journal_device() const { return session_->journal().device(); }
    bool write(std::vector<sync::Draft> drafts) {
        const bool written = session_->commit(std::move(drafts)).has_value();
        failed_ = failed_ || !written;
        if (worker_) worker_->look_now();
        return written;
    }
    std::string carry_out(const event::Decision& decision, const char* done) {
        return decision && write(*decision) ? done : "refused";
    }
    std::string check_in(const event::PersonId& person) {
        return carry_out(event::decide_check_in(session_->state(), {{person}}, event::CheckInMethod::command,
                                                std::nullopt, context()),
                         "checked in");
    }
    std::string ask(const event::PersonId& person) {
        if (!session_->minds_childcare()) return "refused";
        const auto decision = event::decide_request_childcare(
            session_->state(), person, {{.first_name = "Ana", .contact = "row 3"}}, context());
        if (!decision || !write(*decision)) return "refused";
        const bool accepted = std::any_of(decision->begin(), decision->end(), [](const sync::Draft& draft) {
            return draft.kind == "child_accepted";
        });
        return accepted ? "accepted" : "waitlisted";
    }
    std::string drop_off() {
        for (const auto* stay : session_->state().stays()) {
            if (stay->state != event::StayState::accepted) continue;
            const auto decision =
                event::decide_drop_off(session_->state(), stay->id, context(event::StaffRole::childcare));
            if (decision && write(*decision)) return "1";
        }
        return "0";
    }
    std::string pick_up() {
        for (const auto* stay : session_->state().roll_call()) {
            const auto decision = event::decide_pick_up(session_->state(), stay->request.code, {stay->id},
                                                        context(event::StaffRole::childcare));
            if (decision && write(*decision)) return "1";
        }
        return "0";
    }
    std::string adults() {
        std::string said;
        for (const auto& now : session_->state().rooms())
            said = carry_out(event::decide_staff_room(session_->state(), now.room.name, 20,
                                                      context(event::StaffRole::childcare)),
                             "there are adults");
        return said;
    }
    std::string count() {
        const auto& state = session_->state();
        int free = 0;
        for (const auto& device : state.devices()) {
            for (const auto& now : state.rooms()) free += state.free_places(device, now.room.name);
        }
        return ordered_json(
                   {{"holding", holding(state)}, {"free", free}, {"waiting", state.waitlist().size()}})
            .dump();
    }
    void connect() {
        if (worker_) return;
        worker_ = std::make_unique<sync::ExchangeWorker>(
            session_->journal(), session_->event_id(), session_->key(),
            sync::ExchangeSelf{device_, options_.name},
            sync::ExchangePlaces{.listen = sync::HostPort::parse(options_.listen),
                                 .peers = options_.peers,
                                 .discovers = false},
            sync::ExchangeWorker::Hooks{.taken_in = [] {}, .changed = [](const auto&) {}});
        port_ = worker_->news().port;
    }
    void disconnect() {
        if (!worker_) return;
        worker_->end();
        const auto now = worker_->news().exchange;
        all_.facts_in += now.facts_in;
        all_.facts_out += now.facts_out;
        all_.bytes_in += now.bytes_in;
        all_.bytes_out += now.bytes_out;
        for (std::size_t i = 0; i < sync::k_kinds_of_refusal; ++i)
            all_.refusals.counts[i] += now.refusals.counts[i];
        worker_.reset();
    }

    const Options options_;
    std::unique_ptr<Session> session_;
    const sync::DeviceKey device_;
    sync::ExchangeStatus all_;
    bool failed_ = false;
    int port_ = 0;
    std::unique_ptr<sync::ExchangeWorker> worker_;
};

int run(const Options& options) {
    auto session = Session::open({options.event}, session::KeySource{.card = options.card, .passphrase = {}});
    if (!session) return std::cerr << session.error().detail << "\n", 1;
    auto device = (*session)->device_key();
    if (!device) return std::cerr << device.error().detail << "\n", 1;
    Tablet tablet(options, std::move(*session), *device);
    std::cout << "listening on " << tablet.port() << std::endl;
    std::string typed;
    while (true) {
        tablet.keep_up();
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, 250) <= 0) continue;
        std::array<char, 4096> piece{};
        const auto count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count <= 0) return 1;  // Whoever told it what to do is gone.
        typed.append(piece.data(), static_cast<std::size_t>(count));
        for (auto end = typed.find('\n'); end != std::string::npos; end = typed.find('\n')) {
            const auto line = typed.substr(0, end);
            typed.erase(0, end + 1);
            std::cout << (line == "quit" ? tablet.summary() : tablet.answer(line)) << std::endl;
            if (line == "quit") return 0;
        }
    }
}

}  // namespace

}  // namespace welcome::kiosk::test

int main(int argc, char** argv) {
    if (!welcome::sync::init_crypto()) return 1;
    welcome::kiosk::test::Options options;
    CLI::App app{"A tablet without a screen, for tests."};
    app.add_option("--event", options.event)->required();
    app.add_option("--card", options.card)->required();
    app.add_option("--listen", options.listen)->required();
    app.add_option("--name", options.name)->required();
    app.add_option("--peer", options.peers);
    CLI11_PARSE(app, argc, argv);
    return welcome::kiosk::test::run(options);
}
