#pragma once
// ZBar alone. A file of its own: its header and ZXing's cannot stand in one translation unit.

#include <memory>
#include <optional>
#include <string>

#include "kiosk/scan/frame.h"

namespace welcome::kiosk::scan {

class ZbarReader {
  public:
    ZbarReader();
    ~ZbarReader();
    ZbarReader(ZbarReader&&) noexcept;
    ZbarReader& operator=(ZbarReader&&) noexcept;

    std::optional<std::string> read(const Frame& frame);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::kiosk::scan
