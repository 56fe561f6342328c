#include "kiosk/ui/platform/x11_surface.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <cstdlib>
#include <sys/ipc.h>
#include <sys/shm.h>

namespace welcome::kiosk::ui {
namespace {

struct FreeImage {
    void operator()(XImage* image) const {
        image->data = nullptr;  // never Xlib's to free
        XDestroyImage(image);
    }
};
using Image = std::unique_ptr<XImage, FreeImage>;

int ignore_error(Display* /*display*/, XErrorEvent* /*error*/) {
    return 0;
}

// A segment both we and the X server have attached; none when the server is elsewhere.
class Segment {
  public:
    Segment(Display* display, std::size_t bytes) : display_(display) {
        shared_.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
        if (shared_.shmid < 0) return;
        void* address = shmat(shared_.shmid, nullptr, 0);
        // NOLINTNEXTLINE: shmat's error value is what the manual says.
        if (address != reinterpret_cast<void*>(-1)) {
            shared_.shmaddr = static_cast<char*>(address);
            shared_.readOnly = True;
            attached_ = attach();
        }
        shmctl(shared_.shmid, IPC_RMID,
               nullptr);  // gone with the last who has it attached, even after a crash
    }
    ~Segment() {
        if (attached_) {
            XShmDetach(display_, &shared_);
            XSync(display_, False);
        }
        if (shared_.shmaddr != nullptr) shmdt(shared_.shmaddr);
    }
    Segment(const Segment&) = delete;
    Segment& operator=(const Segment&) = delete;

    [[nodiscard]] bool attached() const { return attached_; }
    XShmSegmentInfo* shared() { return &shared_; }

  private:
    // Xlib reports a refused attach only as an error event later: one pixel is put through the segment as
    // proof.
    bool attach() {
        const auto before = XSetErrorHandler(ignore_error);
        XShmAttach(display_, &shared_);
        const int screen = DefaultScreen(display_);
        const auto depth = static_cast<unsigned>(DefaultDepth(display_, screen));
        const Pixmap proof = XCreatePixmap(display_, RootWindow(display_, screen), 1, 1, depth);
        const Image pixel(XShmCreateImage(display_, DefaultVisual(display_, screen), depth, ZPixmap,
                                          shared_.shmaddr, &shared_, 1, 1));
        GC context = XCreateGC(display_, proof, 0, nullptr);
        const bool works = pixel != nullptr && put_and_ask(proof, context, *pixel);
        XFreeGC(display_, context);
        XFreePixmap(display_, proof);
        XSync(display_, False);
        XSetErrorHandler(before);
        return works;
    }

    bool put_and_ask(Pixmap proof, GC context, XImage& pixel) {
        *reinterpret_cast<std::uint32_t*>(shared_.shmaddr) = 0x00A5C3;
        XShmPutImage(display_, proof, context, &pixel, 0, 0, 0, 0, 1, 1, False);
        XImage* answer = XGetImage(display_, proof, 0, 0, 1, 1, AllPlanes, ZPixmap);
        if (answer == nullptr) return false;
        const unsigned long color = XGetPixel(answer, 0, 0);
        XDestroyImage(answer);
        *reinterpret_cast<std::uint32_t*>(shared_.shmaddr) = 0;
        return (color & 0xFFFFFF) == 0x00A5C3;
    }

    Display* display_;
    XShmSegmentInfo shared_{};
    bool attached_ = false;
};

class X11Surface : public Surface {
  public:
    X11Surface(Display* display, ::Window window, const XWindowAttributes& look)
        : display_(display),
          window_(window),
          visual_(look.visual),
          depth_(static_cast<unsigned>(look.depth)),
          context_(XCreateGC(display, window, 0, nullptr)),
          may_share_(XShmQueryExtension(display) != False) {}
    ~X11Surface() override { XFreeGC(display_, context_); }

    std::uint32_t* resize(int width, int height) override {
        image_.reset();
        segment_.reset();
        private_.clear();
        if (width <= 0 || height <= 0) return nullptr;
        const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        const auto columns = static_cast<unsigned>(width);
        const auto rows = static_cast<unsigned>(height);
        if (may_share_) {
            segment_ = std::make_unique<Segment>(display_, count * 4);
            may_share_ = segment_->attached();
            if (!may_share_) segment_.reset();
        }
        if (segment_) {
            image_.reset(XShmCreateImage(display_, visual_, depth_, ZPixmap, segment_->shared()->shmaddr,
                                         segment_->shared(), columns, rows));
        } else {
            private_.assign(count, 0);
            image_.reset(XCreateImage(display_, visual_, depth_, ZPixmap, 0,
                                      reinterpret_cast<char*>(private_.data()), columns, rows, 32,
                                      width * 4));
        }
        const bool fits = image_ && image_->bytes_per_line == width * 4 && image_->byte_order == LSBFirst;
        if (!fits) image_.reset();
        return fits ? reinterpret_cast<std::uint32_t*>(image_->data) : nullptr;
    }

    // Waits until the server has read: the next frame is drawn into the same memory.
    void present(std::span<const PixelRect> rects) override {
        if (!image_) return;
        for (const PixelRect& rect : rects) {
            const auto width = static_cast<unsigned>(rect.width);
            const auto height = static_cast<unsigned>(rect.height);
            if (segment_) {
                XShmPutImage(display_, window_, context_, image_.get(), rect.x, rect.y, rect.x, rect.y, width,
                             height, False);
            } else {
                XPutImage(display_, window_, context_, image_.get(), rect.x, rect.y, rect.x, rect.y, width,
                          height);
            }
        }
        XSync(display_, False);
    }

  private:
    Display* display_;
    ::Window window_;
    Visual* visual_;
    unsigned depth_;
    GC context_;
    bool may_share_;
    std::unique_ptr<Segment> segment_;
    std::vector<std::uint32_t> private_;
    Image image_;
};

}  // namespace

sync::Result<std::unique_ptr<Surface>> make_x11_surface(_XDisplay* display, unsigned long window) {
    XWindowAttributes look{};
    if (XGetWindowAttributes(display, window, &look) == 0) {
        return sync::fail(sync::Fault::unreachable, "the window is gone");
    }
    const bool known = look.visual->red_mask == 0xFF0000 && look.visual->green_mask == 0xFF00 &&
                       look.visual->blue_mask == 0xFF && look.depth >= 24;
    if (!known) return sync::fail(sync::Fault::unreachable, "the display has no 24-bit colour");
    return std::make_unique<X11Surface>(display, window, look);
}

}  // namespace welcome::kiosk::ui
