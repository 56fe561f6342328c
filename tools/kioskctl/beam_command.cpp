// kioskctl beam, receive, receipt: the evening by pictures alone, from one machine's glass to another's
// camera, with no network, no stick and no cable; and the way back, one code that says that all of it
// arrived.

#include <csignal>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "kiosk/event/ticket.h"
#include "kiosk/scan/decoder.h"
#include "kiosk/scan/frame_source.h"
#include "kiosk/scan/scan_path.h"
#include "kiosk/session/receipt.h"
#include "printing/qr.h"
#include "sync/pack/frames.h"
#include "sync/pack/pack.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view k_frame_mark = "WTF1:";
constexpr int k_pixels_a_module = 6;

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

std::string text_of(const sync::FrameMaker& maker, std::uint32_t number) {
    return std::string(k_frame_mark) + event::base45(maker.frame(number));
}

struct BeamOptions {
    std::string out;
    int frames = 0, per_second = 6;
};

struct Beamed {
    sync::Head head;
    sync::FrameMaker maker;
};

tl::expected<Beamed, std::string> beamed(Session& session) {
    const auto pack = sync::pack_of(session.journal(), session.event_id(), kiosk::session::wall_clock());
    if (!pack) return refuse(pack.error());
    auto bytes = sync::to_bytes(*pack, session.key());
    if (bytes.size() > sync::k_most_framed)
        return refuse("the evening is too large for pictures; use `kioskctl pack` and a stick");
    return Beamed{sync::head_of(*pack), sync::FrameMaker(std::move(bytes))};
}

void print_beamed(const Beamed& beamed, std::uint32_t shown) {
    std::cout << nlohmann::ordered_json({{"pieces", beamed.maker.pieces()},
                                         {"shown", shown},
                                         {"facts", beamed.head.facts},
                                         {"head", sync::hex_of(beamed.head)},
                                         {"words", joined(sync::words_of(beamed.head))}})
              << "\n";
}

Outcome write_frames(const Beamed& beamed, const BeamOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error) return refuse(options.out + ": " + error.message());
    const auto round = static_cast<std::uint32_t>(beamed.maker.pieces());
    const auto count =
        options.frames > 0 ? static_cast<std::uint32_t>(options.frames) : round + round / 2 + 8;
    for (std::uint32_t number = 0; number < count; ++number) {
        const auto picture =
            printing::qr_png(text_of(beamed.maker, number), k_pixels_a_module, printing::Correction::low);
        if (!picture) return refuse("a picture could not be drawn: " + picture.error().detail);
        std::ostringstream name;
        name << "frame-" << std::setw(6) << std::setfill('0') << number << ".png";
        const auto written =
            kiosk::session::write_whole_file(std::filesystem::path(options.out) / name.str(), *picture, true);
        if (!written) return refuse(written.error());
    }
    print_beamed(beamed, count);
    return {};
}

// Two rows of modules a line of text, light on dark as a terminal is.
std::string as_blocks(const printing::QrMatrix& qr) {
    std::string text;
    const auto light = [&](int x, int y) {
        const bool outside = x < 0 || y < 0 || x >= qr.size || y >= qr.size;
        return outside || !qr.dark(x, y);
    };
    for (int y = -printing::k_quiet_zone; y < qr.size + printing::k_quiet_zone; y += 2) {
        for (int x = -printing::k_quiet_zone; x < qr.size + printing::k_quiet_zone; ++x) {
            const bool above = light(x, y), below = light(x, y + 1);
            text += above && below ? "█" : above ? "▀" : below ? "▄" : " ";
        }
        text += "\n";
    }
    return text;
}

// Until Ctrl-C.
Outcome show_frames(const Beamed& beamed, const BeamOptions& options) {
    sigset_t endings;
    ::sigemptyset(&endings);
    ::sigaddset(&endings, SIGINT);
    ::sigaddset(&endings, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    const timespec pause{0, 1'000'000'000 / options.per_second};
    std::cerr << "\x1b[2J";
    std::uint32_t number = 0;
    for (;; ++number) {
        const auto qr = printing::encode_qr(text_of(beamed.maker, number), printing::Correction::low);
        if (!qr) return refuse("a picture could not be drawn: " + qr.error().detail);
        std::cerr << "\x1b[H" << as_blocks(*qr) << "picture " << number + 1 << "; a round has "
                  << beamed.maker.pieces() << ". Ctrl-C when the other machine has it all.\x1b[K"
                  << std::flush;
        if (::sigtimedwait(&endings, nullptr, &pause) > 0) break;
    }
    std::cerr << "\n";
    print_beamed(beamed, number + 1);
    return {};
}

Outcome beam(const EventOptions& where, const BeamOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto made = beamed(**session);
    if (!made) return refuse(made.error());
    return options.out.empty() ? show_frames(*made, options) : write_frames(*made, options);
}

struct ReceiveOptions {
    std::string from, receipt;
    int within = 600;
};

// The whole bytes, filmed.
tl::expected<std::string, std::string> film(const ReceiveOptions& options) {
    const auto from = options.from.empty() ? kiosk::scan::first_camera() : options.from;
    if (from.empty()) return refuse("this machine has no camera; name one with --from");
    auto source = kiosk::scan::open_frame_source(from);
    if (!source) return refuse(source.error());
    kiosk::scan::Decoder decoder;
    sync::FrameTaker taker;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(options.within);
    while (std::chrono::steady_clock::now() < until) {
        const auto frame = (*source)->next(std::stop_token());
        if (!frame) return refuse(frame.error());
        const auto text = decoder.decode(*frame);
        if (!text || !text->starts_with(k_frame_mark)) continue;
        const auto bytes = event::from_base45(std::string_view(*text).substr(k_frame_mark.size()));
        if (!bytes || taker.take(*bytes) != sync::FrameTaker::Taken::fresh) continue;
        std::cerr << "\r" << taker.have() << " of " << taker.pieces() << std::flush;
        if (auto whole = taker.whole()) {
            std::cerr << "\n";
            return *whole;
        }
    }
    return refuse("only " + std::to_string(taker.have()) + " of " + std::to_string(taker.pieces()) +
                  " pieces were seen; hold the camera still and nearer, and try again");
}

Outcome receive(const EventOptions& where, const ReceiveOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto bytes = film(options);
    if (!bytes) return refuse(bytes.error());
    auto pack = sync::read_pack(*bytes, (*session)->event_id(), (*session)->key());
    if (!pack) return refuse(pack.error());
    const auto head = sync::head_of(*pack);
    const auto taken = (*session)->journal().take_in(std::move(pack->facts));
    if (!taken) return refuse(taken.error());
    if (taken->refused > 0) return refuse(std::to_string(taken->refused) + " facts do not fit what is here");
    const auto device = (*session)->device_key();
    if (!device) return refuse(device.error());
    const auto receipt = kiosk::session::write_receipt((*session)->event_id(), head, *device);
    if (!options.receipt.empty()) {
        const auto picture = printing::qr_png(receipt, k_pixels_a_module);
        if (!picture) return refuse("the receipt could not be drawn: " + picture.error().detail);
        const auto written = kiosk::session::write_whole_file(options.receipt, *picture, false);
        if (!written) return refuse(written.error());
    }
    std::cout << nlohmann::ordered_json({{"added", taken->added},
                                         {"known", taken->known},
                                         {"facts", head.facts},
                                         {"head", sync::hex_of(head)},
                                         {"words", joined(sync::words_of(head))},
                                         {"receipt", receipt}})
              << "\n";
    return {};
}

Outcome check_receipt(const EventOptions& where, const std::string& said) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    std::string text = said;
    if (std::filesystem::exists(said)) {
        for (const auto& read : kiosk::scan::scan_path(said)) text = read.text;
    }
    const auto receipt = kiosk::session::read_receipt(text);
    if (!receipt) return refuse("that is no receipt, or a damaged one; scan it again");
    if (receipt->event != (*session)->event_id()) return refuse("that receipt is of another event");
    if (receipt->by == (*session)->journal().device())
        return refuse("that receipt is of this machine itself; take the other one's");
    const auto head = sync::head_of((*session)->journal());
    if (!head) return refuse(head.error());
    if (head->hash != receipt->head)
        return refuse("the other machine has " + std::to_string(receipt->facts) + " facts, here are " +
                      std::to_string(head->facts) + "; show it the evening once more");
    std::cout << "all " << head->facts << " facts are at " << receipt->by.text() << "\n";
    return {};
}

}  // namespace

void add_beam_commands(CLI::App& app, Run& run) {
    auto* beaming = app.add_subcommand("beam", "show the evening as pictures that another machine films");
    auto from = add_event_options(*beaming);
    auto shown = std::make_shared<BeamOptions>();
    beaming->add_option("--out", shown->out,
                        "a folder for the pictures; else they are shown in this terminal");
    beaming->add_option("--frames", shown->frames,
                        "how many pictures; else enough for one in three to be missed");
    beaming->add_option("--per-second", shown->per_second, "pictures a second in the terminal")
        ->capture_default_str()
        ->check(CLI::Range(1, 30));
    beaming->callback([=, &run] { run = [=] { return beam(*from, *shown); }; });

    auto* receiving = app.add_subcommand("receive", "film what `beam` shows, and take it in");
    auto into = add_event_options(*receiving);
    auto filmed = std::make_shared<ReceiveOptions>();
    receiving->add_option("--from", filmed->from,
                          "a camera's device, a video, or a folder; else the first camera");
    receiving->add_option("--within", filmed->within, "seconds until it gives up")->capture_default_str();
    receiving->add_option("--receipt", filmed->receipt, "a file for the receipt's picture");
    receiving->callback([=, &run] { run = [=] { return receive(*into, *filmed); }; });

    auto* checking = app.add_subcommand("receipt", "check what the other machine says that it has");
    auto here = add_event_options(*checking);
    auto said = std::make_shared<std::string>();
    checking->add_option("RECEIPT", *said, "the receipt's text, or its picture")->required();
    checking->callback([=, &run] { run = [=] { return check_receipt(*here, *said); }; });
}

}  // namespace welcome::tools::kioskctl
