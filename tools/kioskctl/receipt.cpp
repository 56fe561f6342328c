#include "tools/kioskctl/receipt.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "kiosk/session/assets.h"
#include "kiosk/session/attendance.h"
#include "printing/painter.h"
#include "sync/pack/head.h"
#include "tools/connectors/record.h"

namespace welcome::tools::kioskctl {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t k_rows = 10;         // counts on the page
constexpr std::size_t k_differences = 14;  // the rest is in the JSON

sync::Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

ordered_json json_of(Session& session, const Receipt& receipt, const sync::ChainEnds& ends,
                     sync::Instant at) {
    const auto head = sync::head_of(ends);
    ordered_json all{
        {"receipt", "welcome-table upload"},
        {"at", kiosk::session::utc_text(at)},
        {"event", session.event_id().text()},
        {"event_name", session.state().event().name},
        {"device", session.journal().device().text()},
        {"to", receipt.to},
        {"unit", receipt.unit},
        {"in", receipt.in},
        {"accepted", receipt.accepted},
        {"all_accepted", receipt.in == receipt.accepted},
        {"counts", ordered_json::object()},
        {"differences", ordered_json::array()},
        {"batches", receipt.batches},
        {"undo", receipt.undo},
        {"journal",
         {{"facts", head.facts}, {"head", sync::hex_of(head)}, {"devices", ordered_json::object()}}}};
    for (const auto& [name, count] : receipt.counts) all["counts"][name] = count;
    for (const auto& one : receipt.differences)
        all["differences"].push_back({{"what", one.what}, {"state", one.state}, {"why", one.why}});
    for (const auto& [device, end] : ends)
        all["journal"]["devices"][device.text()] = {{"seq", end.seq}, {"hash", sync::hex_of(end.hash)}};
    return all;
}

// "2026-12-03 22:04:05 -05:00": what the clock at the venue says.
std::string venue_time(const Session& session, sync::Instant at) {
    auto text = connectors::local_time(at, session.state().event().time_zone);
    text.insert(text.size() - sizeof "-05:00" + 1, " ");
    text[text.find('T')] = ' ';
    return text;
}

// "0123 4567 …": to be read out and compared.
std::string in_groups(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += digits[i];
    }
    return text;
}

std::string shortened(std::string text) {
    constexpr std::size_t most = 110;
    if (text.size() <= most) return text;
    text.resize(most);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.pop_back();
    return text + "…";
}

printing::Label page_of(Session& session, const Receipt& receipt, const sync::Head& head, sync::Instant at) {
    const auto digits = sync::hex_of(head);
    printing::Label page{
        .design = "receipt",
        .texts = {{"title", "Upload receipt"},
                  {"event", session.state().event().name},
                  {"to", "Sent to " + receipt.to},
                  {"at", venue_time(session, at)},
                  {"sum", sum_of(receipt)},
                  {"counts_title", "What the service said"},
                  {"differences_title",
                   receipt.differences.empty() ? "Nothing differs." : "What differs, and why"},
                  {"undo", "To take it back: " + receipt.undo},
                  {"head_title", "Journal: " + std::to_string(head.facts) + " facts, head hash"},
                  {"head", in_groups(digits)}},
        .qr = "WTHEAD1:" + session.event_id().hex() + ":" + digits,
        .language = "en"};
    std::size_t row = 0;
    for (const auto& [name, count] : receipt.counts) {
        if (++row > k_rows) break;
        auto words = name;
        std::replace(words.begin(), words.end(), '_', ' ');
        page.texts["count_" + std::to_string(row)] = words;
        page.texts["number_" + std::to_string(row)] = std::to_string(count);
    }
    const auto all = receipt.differences.size();
    const auto shown = all > k_differences ? k_differences - 1 : all;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& one = receipt.differences[i];
        page.texts["difference_" + std::to_string(i + 1)] =
            shortened(one.what + ": " + (one.why.empty() ? one.state : one.why));
    }
    if (all > shown)
        page.texts["difference_" + std::to_string(k_differences)] =
            "and " + std::to_string(all - shown) + " more, in the JSON beside this page";
    return page;
}

}  // namespace

std::string sum_of(const Receipt& receipt) {
    const auto look = receipt.in - std::min(receipt.in, receipt.accepted);
    auto text = std::to_string(receipt.in) + ' ' + receipt.unit +
                " in = " + std::to_string(receipt.accepted) + " accepted";
    if (look > 0) text += " + " + std::to_string(look) + " to look at";
    return text;
}

tl::expected<ReceiptFiles, std::string> write_receipt(Session& session, const Receipt& receipt,
                                                      const std::filesystem::path& folder) {
    const auto ends = sync::chain_ends(session.journal());
    if (!ends) return refuse(ends.error());
    const auto at = now();
    auto painter = printing::LabelPainter::load(kiosk::session::asset_folder("labels"));
    if (!painter) return refuse("the designs cannot be read: " + painter.error().detail);
    const auto pdf = painter->pdf(page_of(session, receipt, sync::head_of(*ends), at));
    if (!pdf) return refuse("the receipt cannot be drawn: " + pdf.error().detail);

    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault) return refuse(folder.string() + " cannot be made: " + fault.message());
    auto name = "receipt-" + kiosk::session::utc_text(at);
    std::replace(name.begin(), name.end(), ':', '-');
    const ReceiptFiles files{(folder / (name + ".json")).string(), (folder / (name + ".pdf")).string()};
    const auto text =
        json_of(session, receipt, *ends, at).dump(2, ' ', false, ordered_json::error_handler_t::replace) +
        "\n";
    if (auto written = kiosk::session::write_whole_file(files.json, text, true); !written)
        return refuse(written.error());
    if (auto written = kiosk::session::write_whole_file(files.pdf, *pdf, true); !written)
        return refuse(written.error());
    return files;
}

tl::expected<std::vector<std::string>, std::string> read_receipt_batches(const std::filesystem::path& file,
                                                                         const sync::EventId& of) {
    const auto text = kiosk::session::read_whole_file(file);
    if (!text) return refuse(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    const auto batches = json.is_object() ? json.find("batches") : json.end();
    if (!json.is_object() || batches == json.end() || !batches->is_array())
        return refuse(file.string() + " is no receipt; give the .json that the upload wrote");
    if (json.value("event", "") != of.text()) return refuse(file.string() + " is a receipt of another event");
    std::vector<std::string> names;
    for (const auto& one : *batches) {
        if (one.is_string()) names.push_back(one.get<std::string>());
    }
    return names;
}

}  // namespace welcome::tools::kioskctl
