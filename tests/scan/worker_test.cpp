#include <algorithm>

#include "kiosk/scan/scan_worker.h"
#include "tests/scan/folder.h"
#include "tests/scan/pictures.h"

namespace welcome::kiosk::scan::test {
namespace {

using namespace std::chrono_literals;

// What the worker told, and a way to wait for it.
class Ears {
  public:
    ScanEars ears() {
        return {.read = [this](const std::string& text) { note([&] { texts_.push_back(text); }); },
                .frame = [this] { note([&] { ++frames_; }); },
                .state = [this](CameraState state) { note([&] { states_.push_back(state); }); }};
    }
    bool wait_for_text(const std::string& text) {
        return wait([&] { return std::find(texts_.begin(), texts_.end(), text) != texts_.end(); });
    }
    bool wait_for_frames(int more) {
        std::unique_lock lock(mutex_);
        const int until = frames_ + more;
        return bell_.wait_for(lock, 30s, [&] { return frames_ >= until; });
    }
    bool wait_for_state(CameraState state) {
        return wait([&] { return !states_.empty() && states_.back() == state; });
    }
    std::vector<std::string> texts() {
        const std::scoped_lock lock(mutex_);
        return texts_;
    }
    std::vector<CameraState> states() {
        const std::scoped_lock lock(mutex_);
        return states_;
    }

  private:
    template <typename Change>
    void note(const Change& change) {
        {
            const std::scoped_lock lock(mutex_);
            change();
        }
        bell_.notify_all();
    }
    template <typename Condition>
    bool wait(const Condition& condition) {
        std::unique_lock lock(mutex_);
        return bell_.wait_for(lock, 30s, condition);
    }

    std::mutex mutex_;  // guards all that follows
    std::condition_variable bell_;
    std::vector<std::string> texts_;
    std::vector<CameraState> states_;
    int frames_ = 0;
};

class Worker : public FolderTest {};

TEST_F(Worker, ReadsACodeHeldBeforeItOnce) {
    save(code_picture("HELLO", Symbol::qr, 6), folder_ / "one.png");
    Ears ears;
    ScanWorker worker((folder_ / "one.png").string(), ears.ears());

    worker.run(true);

    EXPECT_TRUE(ears.wait_for_text("HELLO"));
    EXPECT_TRUE(ears.wait_for_frames(5));
    EXPECT_EQ(ears.texts(), std::vector<std::string>{"HELLO"});
}

TEST_F(Worker, ReadsOneCodeAfterAnother) {
    save(code_picture("FIRST", Symbol::qr, 6), folder_ / "1.png");
    save(code_picture("SECOND", Symbol::qr, 6), folder_ / "2.png");
    Ears ears;
    ScanWorker worker(folder_.string(), ears.ears());

    worker.run(true);

    EXPECT_TRUE(ears.wait_for_text("FIRST"));
    EXPECT_TRUE(ears.wait_for_text("SECOND"));
}

TEST_F(Worker, SeesNothingWhileItRests) {
    save(code_picture("HELLO", Symbol::qr, 6), folder_ / "one.png");
    Ears ears;
    ScanWorker worker((folder_ / "one.png").string(), ears.ears());

    EXPECT_TRUE(ears.wait_for_state(CameraState::resting));
    EXPECT_FALSE(worker.newest());
    worker.run(true);
    EXPECT_TRUE(ears.wait_for_text("HELLO"));
    EXPECT_TRUE(worker.newest());
    worker.run(false);
    EXPECT_TRUE(ears.wait_for_state(CameraState::resting));
    EXPECT_FALSE(worker.newest());
    worker.run(true);
    EXPECT_TRUE(ears.wait_for_frames(2));
}

TEST_F(Worker, FindsACameraThatComesLater) {
    Ears ears;
    ScanWorker worker((folder_ / "late.png").string(), ears.ears());

    worker.run(true);
    EXPECT_TRUE(ears.wait_for_state(CameraState::missing));
    save(code_picture("HELLO", Symbol::qr, 6), folder_ / "hidden.png");
    std::filesystem::rename(folder_ / "hidden.png", folder_ / "late.png");

    EXPECT_TRUE(ears.wait_for_text("HELLO"));
    EXPECT_TRUE(ears.wait_for_state(CameraState::seeing));
    const auto states = ears.states();
    EXPECT_EQ(std::count(states.begin(), states.end(), CameraState::missing),
              1);  // Told once, however often it looks.
}

TEST_F(Worker, EndsWhereverItIs) {
    save(code_picture("HELLO", Symbol::qr, 6), folder_ / "one.png");
    Ears ears;
    { const ScanWorker resting((folder_ / "one.png").string(), ears.ears()); }
    {
        ScanWorker looking((folder_ / "never.png").string(), ears.ears());
        looking.run(true);
        EXPECT_TRUE(ears.wait_for_state(CameraState::missing));
    }
    {
        ScanWorker seeing((folder_ / "one.png").string(), ears.ears());
        seeing.run(true);
        EXPECT_TRUE(ears.wait_for_frames(1));
    }
    const auto texts = ears.texts();
    EXPECT_LE(texts.size(), 1U);  // And after its end it says nothing more.
}

}  // namespace
}  // namespace welcome::kiosk::scan::test
