// Who came: whole, as JSON or CSV, from the fold; or a page at a time, from the plain tables.

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"
#include "tools/membershipd/api.h"
#include "tools/membershipd/request.h"

namespace welcome::tools::membershipd {
namespace {

Told no_event() {
    return problem(404, "no-event", "There is no such event here.");
}

bool wants_json(const std::string& accept) {
    return accept.empty() || accept.find("json") != std::string::npos ||
           accept.find("*/*") != std::string::npos;
}

}  // namespace

Told Api::attendance(const Call& call) {
    const auto event = EventId::parse(call.in_path.at("event"));
    if (!event) return no_event();
    const auto& query = call.asked.query;
    if (query.contains("limit") || query.contains("after")) return attendance_page(*event, call.asked);
    auto book = service_->book(*event);
    if (!book) return problem(book.error());
    const auto& accept = call.asked.accept;
    if (accept.find("text/csv") != std::string::npos) {
        return {.status = 200,
                .type = "text/csv; charset=utf-8",
                .body = attendance_csv(**book),
                .headers = {{"Vary", "Accept"}}};
    }
    if (!wants_json(accept))
        return problem(406, "accept", "Attendance comes as application/json or text/csv.");
    auto told = as_json(200, attendance_json(*event, **book).dump());
    told.headers.emplace_back("Vary", "Accept");
    return told;
}

Told Api::attendance_page(const EventId& event, const Asked& asked) {
    if (!wants_json(asked.accept)) return problem(406, "accept", "A page comes as application/json.");
    const auto limit = read_limit(in_query(asked, "limit"));
    if (!limit) return problem(400, "limit", "The limit is a whole number from 1.");
    const auto after = read_attended_cursor(in_query(asked, "after"), service_->id());
    if (!after && after.error().fault == sync::Fault::refused)
        return problem(410, "cursor-expired", after.error().detail);
    if (!after) return problem(400, "cursor", after.error().detail);
    const auto page = service_->attendance(event, *after, *limit);
    if (!page) return page.error().fault == sync::Fault::not_found ? no_event() : problem(page.error());
    const AttendedPlace next = page->rows.empty()
                                   ? *after
                                   : AttendedPlace{page->rows.back().checked_in.time_since_epoch().count(),
                                                   page->rows.back().person};
    auto told = attendance_page_json(event, *page);
    told["next_cursor"] = write_cursor(service_->id(), next);
    return as_json(200, told.dump());
}

}  // namespace welcome::tools::membershipd
