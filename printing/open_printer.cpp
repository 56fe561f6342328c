#include <charconv>
#include <cstdlib>
#include <map>

#include "printing/printer.h"
#include "printing/printers.h"

namespace welcome::printing {
namespace {

struct Address {
    std::string scheme;
    std::string rest;  // without the scheme, its slashes and the question
    std::map<std::string, std::string> options;
};

tl::unexpected<Error> no_printer(std::string_view uri, const std::string& why) {
    std::string detail(uri);
    detail += " is no printer: ";
    return fail(Fault::unreadable, detail += why);
}

Result<Address> split(std::string_view uri) {
    const auto colon = uri.find(':');
    if (colon == std::string_view::npos)
        return no_printer(uri, "it needs file:, folder:, tcp:, usb:, ipp: or cups:");
    Address address{.scheme = std::string(uri.substr(0, colon)), .rest = {}, .options = {}};
    std::string_view rest = uri.substr(colon + 1);
    const auto question = rest.find('?');
    std::string_view options = question == std::string_view::npos ? "" : rest.substr(question + 1);
    rest = rest.substr(0, question);
    if (rest.starts_with("//")) rest.remove_prefix(2);
    address.rest = rest;
    while (!options.empty()) {
        const auto pair = options.substr(0, options.find('&'));
        options.remove_prefix(std::min(options.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos) return no_printer(uri, "an option looks like as=zpl");
        address.options[std::string(pair.substr(0, equals))] = pair.substr(equals + 1);
    }
    if (address.rest.empty()) return no_printer(uri, "it says not where");
    return address;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Stock> stock_in(std::string_view text) {
    if (const auto named = stock_named(text)) return named;
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    const auto width = number_in(text.substr(0, cross));
    const auto height = number_in(text.substr(cross + 1));
    if (!width || !height || *width < 10 || *height < 10 || *width > 1'000 || *height > 1'000)
        return std::nullopt;
    return Stock{*width, *height};
}

Result<PageFormat> format_for(std::string_view uri, const Address& address, Language otherwise) {
    PageFormat format{.language = otherwise, .dpi = 0, .stock = {}};
    for (const auto& [option, value] : address.options) {
        if (option == "as") {
            const auto language = language_named(value);
            if (!language) return no_printer(uri, "as= is png, pdf, zpl, escpos, brother-ql or pwg");
            format.language = *language;
        } else if (option == "dpi") {
            const auto dpi = number_in(value);
            if (!dpi || *dpi < 100 || *dpi > 1'200) return no_printer(uri, "dpi= is 100 to 1200");
            format.dpi = static_cast<int>(*dpi);
        } else if (option == "stock") {
            format.stock = stock_in(value);
            if (!format.stock)
                return no_printer(uri, "stock= is a name, like dk-29x90, or millimetres, like 62x29");
        } else {
            return no_printer(uri, "unknown option " + option);
        }
    }
    if (format.dpi == 0) format.dpi = usual_dpi(format.language);
    return format;
}

struct HostPort {
    std::string host;
    std::string port;
};

// "host", "host:port", "[v6]:port"
std::optional<HostPort> host_and_port(std::string_view text, std::string_view otherwise) {
    const auto closing = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    const auto colon = text.find(':', closing == std::string_view::npos ? 0 : closing);
    HostPort found{std::string(text.substr(0, colon)), std::string(otherwise)};
    if (colon != std::string_view::npos) found.port = text.substr(colon + 1);
    if (closing != std::string_view::npos) found.host = text.substr(1, closing - 1);
    const auto port = number_in(found.port);
    if (found.host.empty() || !port || *port < 1 || *port > 65'535) return std::nullopt;
    return found;
}

Result<std::unique_ptr<Printer>> open_tcp(std::string_view uri, const Address& address,
                                          const PageFormat& format, const Patience& patience) {
    std::string_view rest = address.rest;
    if (rest.ends_with('/')) rest.remove_suffix(1);
    const auto far = host_and_port(rest, "9100");
    if (!far) return no_printer(uri, "it looks like tcp://host:9100");
    return make_tcp_printer(far->host, far->port, format, patience);
}

Result<std::unique_ptr<Printer>> open_ipp(std::string_view uri, const Address& address, PageFormat format,
                                          const Patience& patience) {
    // A print service makes the printer's language of our PDF; a printer by itself may take raster only.
    if (format.language != Language::pdf && format.language != Language::pwg)
        return no_printer(uri, "a print service takes pdf or pwg");
    if (address.scheme == "cups")
        return make_ipp_printer({.host = "", .port = 0, .path = "/printers/" + address.rest}, format,
                                patience);
    const auto slash = address.rest.find('/');
    const auto far = host_and_port(std::string_view(address.rest).substr(0, slash), "631");
    if (!far) return no_printer(uri, "it looks like ipp://host:631/ipp/print");
    IppAddress to;
    to.host = far->host;
    to.port = std::atoi(far->port.c_str());
    to.path = slash == std::string::npos ? "/ipp/print" : address.rest.substr(slash);
    to.encrypted = address.scheme == "ipps";
    return make_ipp_printer(std::move(to), format, patience);
}

Result<std::unique_ptr<Printer>> open_file(std::string_view uri, const Address& address,
                                           const Patience& /*patience*/) {
    const std::filesystem::path file(address.rest);
    const auto ending = file.extension().string();
    const auto language = language_named(ending.empty() ? "" : ending.substr(1));
    if (!language && !address.options.contains("as"))
        return no_printer(uri, "the file must end in .png, .pdf, .zpl, .escpos, .brother-ql or .pwg");
    return format_for(uri, address, language.value_or(Language::png)).map([&](const PageFormat& format) {
        return make_file_printer(file, format);
    });
}

}  // namespace

Result<std::unique_ptr<Printer>> open_printer(std::string_view uri, const Patience& patience) {
    const auto address = split(uri);
    if (!address) return tl::unexpected(address.error());
    if (address->scheme == "file") return open_file(uri, *address, patience);
    const bool served = address->scheme == "ipp" || address->scheme == "ipps" || address->scheme == "cups";
    const auto usual = served                     ? Language::pdf
                       : address->scheme == "tcp" ? Language::zpl
                       : address->scheme == "usb" ? Language::brother_ql
                                                  : Language::png;
    const auto format = format_for(uri, *address, usual);
    if (!format) return tl::unexpected(format.error());
    if (served) return open_ipp(uri, *address, *format, patience);
    if (address->scheme == "tcp") return open_tcp(uri, *address, *format, patience);
    if (address->scheme == "usb") {
        if (!address->rest.starts_with("/dev/")) return no_printer(uri, "it looks like usb:/dev/usb/lp0");
        return make_device_printer(address->rest, *format, patience);
    }
    if (address->scheme == "folder") return make_folder_printer(address->rest, *format);
    return no_printer(uri, "it needs file:, folder:, tcp:, usb:, ipp: or cups:");
}

Result<void> Page::may_leave() const {
    if (!leaves || leaves()) return {};
    return fail(Fault::held_back, "that the label goes to the printer could not be written down");
}

Result<void> Printer::print(LabelPainter& painter, const std::vector<Label>& pages,
                            const std::stop_token& stop, std::function<bool()> leaves) {
    const PageFormat wanted = format();
    auto bytes = painter.encode(pages, wanted);
    if (!bytes) return tl::unexpected(bytes.error());
    auto size = painter.size_of(pages.front().design, wanted.stock);
    if (!size) return tl::unexpected(size.error());
    if (size->turned) std::swap(size->width, size->height);
    return send(Page{.bytes = *std::move(bytes),
                     .title = pages.front().design,
                     .size = *size,
                     .leaves = std::move(leaves)},
                stop);
}

}  // namespace welcome::printing
