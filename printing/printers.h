#pragma once
// The kinds of printer behind open_printer; nobody else needs them. One .cpp a kind.

#include <filesystem>
#include <memory>

#include "printing/printer.h"

namespace welcome::printing {

std::unique_ptr<Printer> make_file_printer(std::filesystem::path file, const PageFormat& format);
std::unique_ptr<Printer> make_folder_printer(std::filesystem::path folder, const PageFormat& format);
std::unique_ptr<Printer> make_device_printer(std::filesystem::path device, const PageFormat& format,
                                             const Patience& patience);
std::unique_ptr<Printer> make_tcp_printer(std::string host, std::string port, const PageFormat& format,
                                          const Patience& patience);

struct IppAddress {
    std::string host;  // empty: this machine's print service
    int port = 631;
    std::string path;
    bool encrypted = false;
};
std::unique_ptr<Printer> make_ipp_printer(IppAddress address, const PageFormat& format,
                                          const Patience& patience);

}  // namespace welcome::printing
