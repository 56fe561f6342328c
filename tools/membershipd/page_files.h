#pragma once
// The organiser's page as it stands in assets/page, built in. Any thread.

#include <string_view>

namespace welcome::tools::membershipd {

struct PageFile {
    std::string_view type, text;  // no type: there is no such file
};
PageFile page_file(std::string_view name);

}  // namespace welcome::tools::membershipd
