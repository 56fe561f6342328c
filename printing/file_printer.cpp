// Labels as files: written whole beside their place, then moved there, so nobody ever sees half a label.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "printing/printers.h"

namespace welcome::printing {
namespace {

namespace fs = std::filesystem;

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

  private:
    int number_;
};

tl::unexpected<Error> disk_said_no(const fs::path& path) {
    return fail(Fault::disk_failed, path.string() + ": " + std::strerror(errno));
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A finished temporary file in the folder; whoever does not move it away loses it.
class Draft {
  public:
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    explicit Draft(const fs::path& folder)
        : path_((folder / ".label-XXXXXX").string()), file_(::mkostemp(path_.data(), O_CLOEXEC)) {}
    ~Draft() {
        if (file_.get() >= 0) ::unlink(path_.c_str());
    }

    Result<void> fill(std::string_view bytes) {
        if (file_.get() < 0 || ::fchmod(file_.get(), 0644) != 0) return disk_said_no(path_);
        if (!write_all(file_.get(), bytes) || ::fsync(file_.get()) != 0) return disk_said_no(path_);
        return {};
    }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
    Descriptor file_;
};

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(Fault::disk_failed, folder.string() + ": " + error.message());
    return {};
}

class FilePrinter : public Printer {
  public:
    FilePrinter(fs::path file, const PageFormat& format) : file_(std::move(file)), format_(format) {}

    [[nodiscard]] PageFormat format() const override { return format_; }
    Result<void> send(const Page& page, const std::stop_token& /*stop*/) override {
        const fs::path folder = file_.has_parent_path() ? file_.parent_path() : fs::path(".");
        if (auto made = make_folder(folder); !made) return made;
        Draft draft(folder);
        if (auto filled = draft.fill(page.bytes); !filled) return filled;
        if (auto noted = page.may_leave(); !noted) return noted;
        if (::rename(draft.path().c_str(), file_.c_str()) != 0) return disk_said_no(file_);
        return {};
    }

  private:
    fs::path file_;
    PageFormat format_;
};

class FolderPrinter : public Printer {
  public:
    FolderPrinter(fs::path folder, const PageFormat& format) : folder_(std::move(folder)), format_(format) {}

    [[nodiscard]] PageFormat format() const override { return format_; }
    Result<void> send(const Page& page, const std::stop_token& /*stop*/) override {
        if (auto made = make_folder(folder_); !made) return made;
        Draft draft(folder_);
        if (auto filled = draft.fill(page.bytes); !filled) return filled;
        if (auto noted = page.may_leave(); !noted) return noted;
        if (next_ == 0) next_ = after_the_last();
        // link() never replaces: two tablets may print into one folder.
        for (; next_ < 1'000'000; ++next_) {
            const fs::path place = folder_ / name_of_next(page.title);
            if (::link(draft.path().c_str(), place.c_str()) == 0) {
                ++next_;
                return {};
            }
            if (errno != EEXIST) return disk_said_no(place);
        }
        return fail(Fault::disk_failed, folder_.string() + ": a million labels are in it");
    }

  private:
    // So that names tell the order of the evening though the kiosk was started again.
    [[nodiscard]] int after_the_last() const {
        int last = 0;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
            const std::string name = entry.path().filename().string();
            int number = 0;
            std::from_chars(name.data(), name.data() + name.size(), number);
            last = std::max(last, number);
        }
        return last + 1;
    }

    [[nodiscard]] std::string name_of_next(const std::string& title) const {
        std::array<char, 16> number{};
        std::snprintf(number.data(), number.size(), "%04d-", next_);
        return number.data() + title + "." + std::string(name_of(format_.language));
    }

    fs::path folder_;
    PageFormat format_;
    int next_ = 0;  // nobody has looked yet
};

}  // namespace

std::unique_ptr<Printer> make_file_printer(fs::path file, const PageFormat& format) {
    return std::make_unique<FilePrinter>(std::move(file), format);
}

std::unique_ptr<Printer> make_folder_printer(fs::path folder, const PageFormat& format) {
    return std::make_unique<FolderPrinter>(std::move(folder), format);
}

}  // namespace welcome::printing
