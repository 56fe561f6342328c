#include "kiosk/app/mailbox.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace welcome::kiosk::app::test {
namespace {

TEST(Mailbox, GivesWhatWasPostedOnceAndInOrder) {
    Mailbox<int> box([] {});
    box.post(1);
    box.post(2);

    EXPECT_EQ(box.take(), (std::vector<int>{1, 2}));
    EXPECT_TRUE(box.take().empty());
}

TEST(Mailbox, WakesForEachPost) {
    int woken = 0;
    Mailbox<int> box([&] { ++woken; });
    box.post(1);
    box.post(2);

    EXPECT_EQ(woken, 2);
}

TEST(Mailbox, MayBePostedToByTheOneItWakes) {
    Mailbox<int>* self = nullptr;
    Mailbox<int> box([&self, told = std::make_shared<bool>(false)] {
        if (!std::exchange(*told, true)) self->post(2);
    });
    self = &box;
    box.post(1);

    EXPECT_EQ(box.take(), (std::vector<int>{1, 2}));
}

TEST(Mailbox, LosesNothingOfManyThreads) {
    constexpr int k_threads = 4, k_each = 2000;
    std::atomic<int> woken = 0;
    Mailbox<int> box([&] { ++woken; });
    std::vector<int> taken;
    const auto take = [&] {
        for (const int value : box.take()) taken.push_back(value);
    };
    {
        std::vector<std::jthread> posting;
        posting.reserve(k_threads);
        for (int thread = 0; thread < k_threads; ++thread)
            posting.emplace_back([&box, thread] {
                for (int i = 0; i < k_each; ++i) box.post(thread * k_each + i);
            });
        while (woken < k_threads * k_each / 2) take();
    }
    take();

    EXPECT_EQ(woken, k_threads * k_each);
    std::vector<int> last(k_threads, -1);
    for (const int value : taken) {  // Each thread's own come in its order.
        const auto thread = static_cast<std::size_t>(value / k_each);
        EXPECT_EQ(value % k_each, last[thread] + 1);
        last[thread] = value % k_each;
    }
    EXPECT_EQ(taken.size(), static_cast<std::size_t>(k_threads * k_each));
}

}  // namespace
}  // namespace welcome::kiosk::app::test
