#include "kiosk/session/machine_name.h"

#include <array>
#include <unistd.h>

namespace welcome::kiosk::session {

std::string machine_name() {
    std::array<char, 65> name{};  // HOST_NAME_MAX of Linux, and its end
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

}  // namespace welcome::kiosk::session
