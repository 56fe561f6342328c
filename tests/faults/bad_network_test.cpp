// Every wire of the evening misbehaves at once: three tablets in a row, each with the membership service. The
// wires drop, hold back, repeat, cut, change, reset; the service's answers get lost, drip, or are 429, 500
// and 503; tablets end and begin anew. Nothing is lost, nothing is double, on any tablet or at the service.

#include <gtest/gtest.h>

#include "kiosk/event/facts.h"
#include "kiosk/event/state.h"
#include "kiosk/session/relay.h"
#include "sync/exchange/exchange_worker.h"
#include "sync/upload/uploader.h"
#include "tests/exchange/bell.h"
#include "tests/exchange/network.h"
#include "tests/exchange/schedules.h"
#include "tests/exchange/wire_proxy.h"
#include "tests/membershipd/fault_proxy.h"
#include "tests/membershipd/support.h"

namespace welcome::sync::test {

namespace {

using namespace std::chrono_literals;
namespace service = tools::membershipd::test;
using service::Mishap;

constexpr int k_people = 12;

// Who was checked in by which facts.
using Attended = std::map<std::string, std::set<std::string>>;

class Door {
  public:
    Door(const EventOnDisk& event, std::string name, int service_port, Bell& bell)
        : event_(event), name_(std::move(name)), service_port_(service_port), bell_(bell) {}

    // As the process begins, for the first time or after it ended.
    void begin() {
        journal_ = event_.open(name_);
        const auto device = DeviceKey::open_or_make(event_.folder.path() / (name_ + ".key"), event_.key);
        worker_ = std::make_unique<ExchangeWorker>(
            *journal_, event_.event, event_.key, ExchangeSelf{*device, name_},
            ExchangePlaces{.listen = HostPort{"127.0.0.1", port_}, .peers = peers_, .discovers = false},
            ExchangeWorker::Hooks{.taken_in = [this] { bell_.ring(); },
                                  .changed = [this](const auto&) { bell_.ring(); }},
            quick_pace());
        port_ = worker_->news().port;
        auto http = HttpClient::make({.url = "http://127.0.0.1:" + std::to_string(service_port_),
                                      .token = service::k_organiser,
                                      .ca_file = {},
                                      .connect_patience = 2s,
                                      .answer_patience = 400ms});
        uploader_.emplace(*journal_, event_.event, std::move(*http), hooks(), UploadPace{.most_facts = 5});
    }
    void end() {
        uploader_.reset();
        worker_.reset();
        journal_.reset();
    }
    void know(std::uint16_t port) { peers_.push_back("127.0.0.1:" + std::to_string(port)); }

    // The person's check-in; the fact's id.
    std::string check_in(const std::string& person) {
        kiosk::event::CheckedIn body;
        body.person = *kiosk::event::PersonId::parse(person);
        const auto facts = journal_->append({kiosk::event::draft(FactId(new_uuid()), body)});
        EXPECT_TRUE(facts);
        worker_->look_now();
        return facts->front().id.text();
    }
    // The uploader's own time goes as fast as it waits.
    void upload_a_while(int steps) {
        uploader_->look_now();
        for (int i = 0; i < steps; ++i) {
            uploader_->step(now_);
            now_ += std::max(uploader_->wait_time(now_), 1ms);
        }
    }
    bool upload_all() {
        now_ += 20min;  // What was set aside by bad luck is tried again.
        for (int i = 0; i < 20'000; ++i) {
            upload_a_while(1);
            const auto status = uploader_->status();
            if (status.state == UploadState::up_to_date && status.facts.waiting + status.facts.refused == 0)
                return true;
        }
        return false;
    }
    [[nodiscard]] Attended attended() const {
        kiosk::event::State state;
        for (const auto& fact : all_facts(*journal_)) state.apply(fact);
        Attended all;
        for (const auto* person : state.attending()) {
            for (const auto& witness : person->attendance->witnesses)
                all[person->id.text()].insert(witness.fact.text());
        }
        return all;
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] Journal& journal() { return *journal_; }
    [[nodiscard]] std::uint64_t refused_facts() const {
        return worker_->news().exchange.refusals.of(Refused::fact);
    }

  private:
    UploadHooks hooks() {
        return {.outbound = kiosk::event::outbound_body,
                .answered = [](const auto&, const auto&, const auto&) {},
                .pulled =
                    [this](const std::vector<Fact>& facts) {
                        const auto unknown = kiosk::session::not_held(*journal_, facts);
                        auto drafts = kiosk::session::relay_drafts(journal_->device(), *unknown);
                        return drafts.empty() || journal_->append(std::move(drafts)).has_value();
                    },
                .random = [] { return 0.5; }};
    }

    const EventOnDisk& event_;
    const std::string name_;
    const int service_port_;
    Bell& bell_;
    std::uint16_t port_ = 0;
    std::vector<std::string> peers_;
    Moment now_{};
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<ExchangeWorker> worker_;
    std::optional<Uploader> uploader_;
};

class Evening {
  public:
    Evening(const service::Program& program, unsigned seed) : random_(seed), program_(program) {
        const nlohmann::json body{{"event", event_.event.text()},
                                  {"name", "Fall"},
                                  {"starts", "2026-11-24T18:00:00-05:00"},
                                  {"timezone", "America/New_York"}};
        service::request(program.port(), "POST", "/v1/events", body.dump());
        const int badness = below(70);
        for (const char* name : {"left", "middle", "right"}) {
            service_wires_.push_back(std::make_unique<service::FaultProxy>(
                program.port(),
                [badness, is_calm = &is_calm_, die = std::mt19937(random_())](const std::string&) mutable {
                    if (*is_calm || static_cast<int>(die() % 100) >= badness) return Mishap::none;
                    if (die() % 60 == 0) return Mishap::stall;
                    return static_cast<Mishap>(1 + die() % service::k_brief_mishaps);
                }));
            doors_.push_back(std::make_unique<Door>(event_, name, service_wires_.back()->port(), bell_));
        }
        for (const std::size_t outer : {0U, 2U}) {
            doors_[outer]->begin();
            wires_.push_back(std::make_unique<WireProxy>(doors_[outer]->port(), random_()));
            doors_[1]->know(wires_.back()->port());
        }
        doors_[1]->begin();
    }

    void play() {
        for (int round = 0; round < 6; ++round) {
            for (auto& wire : wires_) {
                wire->set({below(40), below(40), below(40), below(40), below(40), 1 + below(40)});
                wire->cut_off(below(3) == 0);
            }
            for (auto& door : doors_) {
                for (int more = below(4); more > 0; --more) {
                    const auto person = service::person_text(1 + static_cast<std::uint64_t>(below(k_people)));
                    written_[person].insert(door->check_in(person));
                }
                door->upload_a_while(below(6));
            }
            if (below(3) != 0) continue;
            auto& door = *doors_[static_cast<std::size_t>(below(3))];
            door.end();
            door.begin();
        }
        is_calm_ = true;
        for (auto& wire : wires_) {
            wire->set({});
            wire->cut_off(false);
        }
    }

    // What came by way of the service is written down anew by who took it, so it takes more than one turn.
    void settle() {
        for (int turn = 0; turn < 20; ++turn) {
            for (auto& door : doors_) ASSERT_TRUE(door->upload_all());
            ASSERT_TRUE(bell_.wait([this] { return is_same_everywhere(); })) << "they never agreed";
            const auto held = *doors_[0]->journal().held();
            for (auto& door : doors_) ASSERT_TRUE(door->upload_all());
            if (is_same_everywhere() && *doors_[0]->journal().held() == held) return;
        }
        FAIL() << "they never came to rest";
    }

    void judge() {
        for (auto& door : doors_) {
            EXPECT_EQ(door->attended(), written_);
            EXPECT_FALSE(door->journal().verify()->has_value());
            EXPECT_EQ(door->refused_facts(), 0U);
        }
        const auto answer =
            service::request(program_.port(), "GET", "/v1/events/" + event_.event.text() + "/attendance");
        Attended there;
        for (const auto& row : nlohmann::json::parse(answer.body)["attendance"]) {
            EXPECT_FALSE(there.contains(row["person"])) << "a person stands there twice";
            for (const auto& witness : row["witnesses"]) there[row["person"]].insert(witness["fact"]);
        }
        EXPECT_EQ(there, written_);
    }

  private:
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool is_same_everywhere() {
        const auto first = *doors_[0]->journal().held();
        return *doors_[1]->journal().held() == first && *doors_[2]->journal().held() == first;
    }

    std::mt19937 random_;
    const service::Program& program_;
    MemoryDisk disk_;  // Before the event's folder.
    EventOnDisk event_;
    Bell bell_;
    std::atomic<bool> is_calm_ = false;
    std::vector<std::unique_ptr<service::FaultProxy>> service_wires_;
    std::vector<std::unique_ptr<WireProxy>> wires_;
    std::vector<std::unique_ptr<Door>> doors_;  // Last: they talk over the wires.
    Attended written_;
};

}  // namespace

TEST(bad_network, loses_nothing_and_doubles_nothing_between_tablets_and_service) {
    const MemoryDisk disk;
    const service::TempDir folder;
    const service::Program program(folder.path());
    const auto [first, count] = schedules(10);
    for (unsigned seed = first; seed < first + count && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Evening evening(program, seed);
        evening.play();
        evening.settle();
        if (HasFatalFailure()) return;
        evening.judge();
    }
}

}  // namespace welcome::sync::test
