#include "sync/upload/wire.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/upload/json_text.h"

namespace welcome::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t k_furthest_ms = 253'402'300'799'999;  // the end of the year 9999

bool continues(const WireFact& before, const WireFact& next) {
    return before.fact.device == next.fact.device && before.fact.device_seq + 1 == next.fact.device_seq;
}

void append_row(std::string& to, const WireFact& one, std::int64_t before_ms) {
    const auto& fact = one.fact;
    to += "[\"" + fact.id.text() + "\"," + std::to_string(fact.time.wall_ms - before_ms) + ',' +
          std::to_string(fact.time.counter) + ',' +
          std::to_string(fact.wall.time_since_epoch().count() - fact.time.wall_ms) + ',';
    append_json_text(to, fact.kind);
    to += ',';
    if (ordered_json::accept(fact.body))
        to += fact.body;
    else
        append_json_text(to, fact.body);
    to += one.cut_down ? ",1]" : "]";
}

bool is_plain_word(std::string_view kind) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return !kind.empty() && kind.size() <= 64 && std::all_of(kind.begin(), kind.end(), fits);
}

std::string id_text_of(const ordered_json& row) {
    if (!row.is_array() || row.empty() || !row[0].is_string()) return {};
    return row[0].get<std::string>().substr(0, 64);
}

// What is wrong with the row's shape; nothing: it can be read without looking again.
const char* shape_fault(const ordered_json& row) {
    if (!row.is_array() || row.size() < 6 || row.size() > 7) return "a fact is an array of 6 or 7";
    if (!row[0].is_string()) return "the id is no text";
    for (const std::size_t i : {1U, 2U, 3U}) {
        if (!row[i].is_number_integer()) return "a time is no whole number";
    }
    if (!row[4].is_string() || !is_plain_word(row[4].get_ref<const std::string&>()))
        return "the kind is no plain word";
    return row[5].is_object() ? nullptr : "the body is no JSON object";
}

struct Run {
    EventId event;
    DeviceId device;
    std::uint64_t seq = 0;
    std::int64_t time_ms = 0;  // of the fact before
};

bool read_times(const ordered_json& row, Run& run, Fact& fact) {
    const auto step = row[1].get<std::int64_t>();
    const auto counter = row[2].get<std::int64_t>();
    const auto skew = row[3].get<std::int64_t>();
    if (std::abs(step / 2) > k_furthest_ms || std::abs(skew / 2) > k_furthest_ms) return false;
    const auto time = run.time_ms + step;
    const auto wall = time + skew;
    if (time < 0 || time > k_furthest_ms || counter < 0 || counter > 0xFFFF) return false;
    if (wall < -k_furthest_ms || wall > k_furthest_ms) return false;
    run.time_ms = time;
    fact.time = {time, static_cast<std::uint16_t>(counter)};
    fact.wall = Instant(std::chrono::milliseconds(wall));
    return true;
}

WireFact read_fact(const ordered_json& row, Run& run) {
    WireFact one;
    one.fact.device = run.device;
    one.fact.device_seq = run.seq;
    one.fact.event = run.event;
    one.id_text = id_text_of(row);
    if (const auto* fault = shape_fault(row)) {
        one.fault = fault;
        return one;
    }
    const auto id = FactId::parse(one.id_text);
    if (!id) one.fault = "the id is no UUID";
    if (!read_times(row, run, one.fact)) one.fault = "a time is out of range";
    if (!one.fault.empty()) return one;
    one.fact.id = *id;
    one.fact.kind = row[4].get<std::string>();
    one.fact.body = row[5].dump();
    one.cut_down = row.size() == 7;
    if (depth_of(one.fact.body) > k_deepest_body) one.fault = "the body is nested too deep";
    return one;
}

Result<Run> read_head(const ordered_json& stream, const EventId& event) {
    const auto bad = [](const char* what) { return fail(Fault::unreadable, what); };
    if (!stream.is_object() || !stream.contains("facts") || !stream["facts"].is_array()) {
        return bad("a stream is an object with device, from, at and facts");
    }
    for (const auto* name : {"from", "at"}) {
        if (!stream.contains(name) || !stream[name].is_number_integer())
            return bad("from and at are whole numbers");
    }
    if (!stream.contains("device") || !stream["device"].is_string()) return bad("device is a text");
    const auto device = DeviceId::parse(stream["device"].get_ref<const std::string&>());
    if (!device) return bad("device is 32 bytes in base64url");
    const auto from = stream["from"].get<std::int64_t>();
    const auto at = stream["at"].get<std::int64_t>();
    if (from < 1 || from > (std::int64_t{1} << 53) || at < 0 || at > k_furthest_ms)
        return bad("from or at is out of range");
    return Run{event, *device, static_cast<std::uint64_t>(from), at};
}

}  // namespace

std::string write_streams(std::span<const WireFact> facts) {
    std::string streams = "[";
    const WireFact* before = nullptr;
    for (const auto& one : facts) {
        if (before && continues(*before, one)) {
            streams += ',';
            append_row(streams, one, before->fact.time.wall_ms);
        } else {
            if (before) streams += "]},";
            streams += R"({"device":")" + one.fact.device.text() + R"(","from":)" +
                       std::to_string(one.fact.device_seq) + R"(,"at":)" +
                       std::to_string(one.fact.time.wall_ms) + R"(,"facts":[)";
            append_row(streams, one, one.fact.time.wall_ms);
        }
        before = &one;
    }
    return streams + (before ? "]}]" : "]");
}

Result<std::vector<WireFact>> read_streams(const ordered_json& streams, const EventId& event) {
    if (!streams.is_array()) return fail(Fault::unreadable, "streams is an array");
    std::vector<WireFact> facts;
    for (const auto& stream : streams) {
        auto run = read_head(stream, event);
        if (!run) return tl::unexpected(run.error());
        // A stream that names another event than the address does is foreign, fact by fact.
        const bool foreign = stream.contains("event") && stream["event"] != event.text();
        for (const auto& row : stream["facts"]) {
            facts.push_back(read_fact(row, *run));
            if (foreign) facts.back().fault = "foreign-event";
            ++run->seq;
        }
    }
    return facts;
}

int depth_of(std::string_view json) {
    int depth = 0, deepest = 0;
    bool in_text = false, escaped = false;
    for (const char c : json) {
        if (in_text) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                in_text = false;
            continue;
        }
        if (c == '"') in_text = true;
        if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
        if (c == '}' || c == ']') --depth;
    }
    return deepest;
}

}  // namespace welcome::sync
