#include "kiosk/ui/platform/window.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

#include "kiosk/ui/platform/offscreen.h"
#include "tests/ui/platform/stage.h"
#include "tests/ui/platform/visitor.h"
#include "tests/ui/platform/xvfb.h"

#ifdef __has_feature  // Clang's word; GCC's is __SANITIZE_ADDRESS__
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
using MesaMayLeak = __lsan::ScopedDisabler;  // and does, a little for each context
#else
struct MesaMayLeak {
    MesaMayLeak() {}
};
#endif

namespace welcome::kiosk::ui::test {
namespace {

using namespace std::chrono_literals;

class WindowTest : public testing::Test {
  protected:
    void SetUp() override { ASSERT_TRUE(server.running()) << "Xvfb is needed"; }

    static std::unique_ptr<Window> open(Drawing drawing) {
        auto window = Window::open({.title = "Welcome", .width = 640, .height = 400, .drawing = drawing});
        if (!window) ADD_FAILURE() << window.error().detail;
        return window ? std::move(*window) : nullptr;
    }

    // Waits for events until one of them satisfies the test; CTest's own time limit ends a wait in vain.
    static std::vector<WindowEvent> collect_until(
        Window& window, const std::function<bool(const std::vector<WindowEvent>&)>& done) {
        std::vector<WindowEvent> all;
        while (!done(all)) {
            window.wait(std::nullopt);
            const auto more = window.take_events();
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

    template <typename What>
    static std::vector<What> only(const std::vector<WindowEvent>& events) {
        std::vector<What> found;
        for (const WindowEvent& event : events) {
            if (const auto* what = std::get_if<What>(&event.what)) found.push_back(*what);
        }
        return found;
    }

    Xvfb server;
};

TEST_F(WindowTest, CpuWindowShowsExactlyWhatIsReadBack) {
    const auto window = open(Drawing::choose);
    ASSERT_TRUE(window);
    EXPECT_EQ(window->drawing(), Drawing::cpu);
    EXPECT_EQ(window->size(), (WindowSize{640, 400}));
    EXPECT_GT(window->millimetres_per_pixel(), 0.04);
    Renderer& renderer = window->renderer();
    Stage stage(renderer, 640, 400);
    ImTextureID mask = renderer.upload_mask(32, 32, ramp(32, 32));
    ImTextureID image = renderer.upload_image(gradient(80, 60));
    const auto draw = [&](ImDrawList& list) { draw_typical(list, mask, image); };
    EXPECT_TRUE(window->show(stage.frame(draw), k_white));
    const Visitor visitor;
    EXPECT_EQ(visitor.look(640, 400), renderer.read_back());
    EXPECT_FALSE(window->show(stage.frame(draw), k_white));
    EXPECT_TRUE(window->show(stage.frame([&](ImDrawList& list) {
        draw(list);
        list.AddRectFilled({500, 300}, {540, 330}, k_black);
    }),
                             k_white));
    EXPECT_EQ(visitor.look(640, 400), renderer.read_back());
}

TEST_F(WindowTest, LostPixelsComeBackWithoutDrawing) {
    const auto window = open(Drawing::cpu);
    ASSERT_TRUE(window);
    Stage stage(window->renderer(), 640, 400);
    window->show(stage.frame([](ImDrawList& list) {
        list.AddCircleFilled({300, 200}, 150, k_black);
    }),
                 k_white);
    const Visitor visitor;
    const auto cover = visitor.cover(640, 400);
    EXPECT_NE(visitor.look(640, 400), window->renderer().read_back());
    window->wait(0ms);
    window->take_events();
    visitor.uncover(cover);
    collect_until(*window, [](const auto& events) { return !only<WindowExposed>(events).empty(); });
    EXPECT_EQ(visitor.look(640, 400), window->renderer().read_back());
}

TEST_F(WindowTest, TapArrivesAsPressAndRelease) {
    const auto window = open(Drawing::cpu);
    ASSERT_TRUE(window);
    const Visitor visitor;
    visitor.tap(123, 45);
    const auto events =
        collect_until(*window, [](const auto& seen) { return !only<PointerReleased>(seen).empty(); });
    const auto pressed = only<PointerPressed>(events);
    ASSERT_EQ(pressed.size(), 1U);
    EXPECT_EQ(pressed[0].x, 123);
    EXPECT_EQ(pressed[0].y, 45);
    EXPECT_EQ(only<PointerReleased>(events)[0].x, 123);
}

TEST_F(WindowTest, TypedTextArrivesInOrderWithTimes) {
    const auto window = open(Drawing::cpu);
    ASSERT_TRUE(window);
    const Visitor visitor;
    visitor.tap(100, 100);  // the pointer is in the window, and with it the keyboard
    const auto before = std::chrono::steady_clock::now();
    for (const char* key : {"h", "a", "7"}) visitor.type(key);
    visitor.type("Return");
    const auto events = collect_until(*window, [](const auto& seen) {
        return !only<KeyReleased>(seen).empty() && only<KeyPressed>(seen).back().key == KeyCode::enter;
    });
    std::u32string text;
    auto last = before;
    for (const WindowEvent& event : events) {
        if (const auto* typed = std::get_if<CharacterTyped>(&event.what)) {
            text += typed->character;
            EXPECT_GE(event.time, last);
            last = event.time;
        }
    }
    EXPECT_EQ(text, U"ha7");
}

TEST_F(WindowTest, WakeFromAnotherThreadEndsAnEndlessWait) {
    const auto window = open(Drawing::cpu);
    ASSERT_TRUE(window);
    for (int i = 0; i < 100; ++i) {
        std::jthread other([&] { window->wake(); });
        window->wait(std::nullopt);
    }
}

TEST_F(WindowTest, GlDrawsWhatTheProcessorDraws) {
    const auto offscreen = make_offscreen();
    Pixels cpu;
    {
        Stage stage(*offscreen, 640, 400);
        ImTextureID mask = offscreen->upload_mask(32, 32, ramp(32, 32));
        ImTextureID image = offscreen->upload_image(gradient(80, 60));
        offscreen->draw(stage.frame([&](ImDrawList& list) { draw_typical(list, mask, image); }), k_white);
        cpu = offscreen->read_back();
    }
    const auto window = [] {
        const MesaMayLeak quiet;
        return open(Drawing::gl);
    }();
    ASSERT_TRUE(window);
    EXPECT_EQ(window->drawing(), Drawing::gl);
    Renderer& renderer = window->renderer();
    Stage stage(renderer, 640, 400);
    ImTextureID mask = renderer.upload_mask(32, 32, ramp(32, 32));
    ImTextureID image = renderer.upload_image(gradient(80, 60));
    const auto draw = [&](ImDrawList& list) { draw_typical(list, mask, image); };
    {
        const MesaMayLeak quiet;
        EXPECT_TRUE(window->show(stage.frame(draw), k_white));
    }
    const Pixels gl = renderer.read_back();
    EXPECT_LT(mean_difference(cpu, gl), 0.3);
    EXPECT_FALSE(window->show(stage.frame(draw), k_white));
    EXPECT_GT(mean_difference(gradient(640, 400), gl), 20) << "the measure itself sees nothing";
}

// A display across a network.
TEST(WindowWithoutSharedMemory, ShowsTheSame) {
    const Xvfb server(Xvfb::SharedMemory::no);
    ASSERT_TRUE(server.running());
    const auto window = Window::open({.title = "Welcome", .width = 640, .height = 400});
    ASSERT_TRUE(window);
    Stage stage((*window)->renderer(), 640, 400);
    const auto draw = [](ImDrawList& list) { list.AddCircleFilled({300, 200}, 150, k_black); };
    EXPECT_TRUE((*window)->show(stage.frame(draw), k_white));
    const Pixels seen = Visitor().look(640, 400);
    EXPECT_EQ(seen, (*window)->renderer().read_back());
    EXPECT_EQ(pixel(seen, 300, 200), k_black);
}

TEST(WindowWithoutDisplay, IsUnreachable) {
    setenv("DISPLAY", ":nowhere", 1);
    const auto window = Window::open({.title = "Welcome"});
    ASSERT_FALSE(window);
    EXPECT_EQ(window.error().fault, sync::Fault::unreachable);
}

}  // namespace
}  // namespace welcome::kiosk::ui::test
