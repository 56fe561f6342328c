// A print service: CUPS on this machine, or any IPP printer. The label goes as PDF, or where it is
// asked for as PWG Raster, in one Print-Job, then the job is watched until the service says what became of
// it.
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <cups/cups.h>
#include <mutex>
#include <string_view>

#include "printing/printers.h"

namespace welcome::printing {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

constexpr double k_look_up = 0.1;  // seconds between looks at the stop request while the network is awaited
constexpr milliseconds k_between_questions{200};

// What libcups asks every k_look_up seconds: shall it go on waiting?
struct Waiting {
    std::stop_token stop;
    Clock::time_point give_up;
};
int go_on(http_t* /*http*/, void* waiting) {
    const auto& now = *static_cast<const Waiting*>(waiting);
    return !now.stop.stop_requested() && Clock::now() < now.give_up ? 1 : 0;
}

bool says(ipp_t* answer, std::initializer_list<std::string_view> beginnings) {
    for (const char* name : {"job-state-reasons", "printer-state-reasons"}) {
        ipp_attribute_t* reasons = ippFindAttribute(answer, name, IPP_TAG_KEYWORD);
        for (int i = 0; reasons != nullptr && i < ippGetCount(reasons); ++i) {
            const std::string_view reason = ippGetString(reasons, i, nullptr);
            if (reason.ends_with("-report")) continue;  // tells, and hinders nothing
            for (const auto beginning : beginnings)
                if (reason.starts_with(beginning)) return true;
        }
    }
    return false;
}

bool says_out_of_paper(ipp_t* answer) {
    return says(answer, {"media-empty", "media-needed"});
}

// A printer's own word on itself (RFC 8011, 5.4.12: keywords, each perhaps with -error, -warning, -report).
Result<void> condition_of(ipp_t* answer) {
    if (says_out_of_paper(answer)) return fail(Fault::out_of_paper, "the printer is out of labels");
    if (says(answer, {"cover-open", "door-open", "interlock-open"}))
        return fail(Fault::cover_open, "the printer's cover is open");
    if (says(answer, {"offline", "shutdown"})) return fail(Fault::printer_missing, "the printer is offline");
    if (says(answer, {"paused", "moving-to-paused", "media-jam"}))
        return fail(Fault::busy, "the printer waits for somebody");
    return {};
}

Fault fault_of(ipp_status_t status) {
    switch (status) {
        case IPP_STATUS_ERROR_NOT_FOUND:
        case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
            return Fault::printer_missing;
        case IPP_STATUS_ERROR_BUSY:
        case IPP_STATUS_ERROR_TEMPORARY:
        case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
            return Fault::busy;
        case IPP_STATUS_ERROR_TIMEOUT:
            return Fault::slow;
        default:
            return Fault::printer_refused;
    }
}

// A label is its own page size, and is never to be scaled to a sheet of paper.
void add_page_size(ipp_t* request, const Stock& size) {
    const auto hundredths = [](double mm) { return static_cast<int>(std::lround(mm * 100)); };
    const Ipp media_size(ippNew());
    ippAddInteger(media_size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", hundredths(size.width));
    ippAddInteger(media_size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", hundredths(size.height));
    const Ipp media(ippNew());
    ippAddCollection(media.get(), IPP_TAG_ZERO, "media-size", media_size.get());
    ippAddCollection(request, IPP_TAG_JOB, "media-col", media.get());
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
}

class IppPrinter : public Printer {
  public:
    IppPrinter(IppAddress address, const PageFormat& format, const Patience& patience)
        : address_(std::move(address)), format_(format), patience_(patience) {
        uri_ = address_.encrypted ? "ipps://" : "ipp://";
        uri_ += address_.host.empty() ? "localhost" : address_.host + ":" + std::to_string(address_.port);
        uri_ += address_.path;
    }

    [[nodiscard]] PageFormat format() const override { return format_; }

    Result<void> send(const Page& page, const std::stop_token& stop) override {
        Waiting waiting{stop, Clock::now() + patience_.finish};
        const Http http = connect(stop);
        if (!http) return fail(Fault::printer_missing, "no print service at " + uri_);
        httpSetTimeout(http.get(), k_look_up, go_on, &waiting);
        if (auto can = ask_printer(http.get()); !can) return can;
        if (auto noted = page.may_leave(); !noted) return noted;
        auto job = start(http.get(), page, SizeAs::attribute);
        // Some services know a few sheet sizes only; the PDF itself says its size, too.
        if (!job && cupsLastError() == IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES)
            job = start(http.get(), page, SizeAs::document);
        if (!job) return tl::unexpected(job.error());
        return watch(http.get(), *job, waiting);
    }

    Result<void> ready(const std::stop_token& stop) override {
        Waiting waiting{stop, Clock::now() + patience_.connect};
        const Http http = connect(stop);
        if (!http) return fail(Fault::printer_missing, "no print service at " + uri_);
        httpSetTimeout(http.get(), k_look_up, go_on, &waiting);
        return ask_printer(http.get());
    }

  private:
    enum class SizeAs { attribute, document };

    [[nodiscard]] Http connect(const std::stop_token& stop) const {
        int cancel = 0;
        const std::stop_callback on_stop(stop, [&cancel] { std::atomic_ref(cancel).store(1); });
        const std::string host = address_.host.empty() ? cupsServer() : address_.host;
        const int port = address_.host.empty() ? ippPort() : address_.port;
        const auto encryption = address_.encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
        const auto at_most = static_cast<int>(patience_.connect.count());
        return Http(httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, encryption, 1, at_most, &cancel));
    }

    [[nodiscard]] Ipp new_request(ipp_op_t operation, std::optional<int> job = {}) const {
        Ipp request(ippNewRequest(operation));
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_.c_str());
        if (job) ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", *job);
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                     "welcome-table");
        return request;
    }

    Result<void> ask_printer(http_t* http) const {
        Ipp request = new_request(IPP_OP_GET_PRINTER_ATTRIBUTES);
        const Ipp answer(cupsDoRequest(http, request.release(), address_.path.c_str()));
        if (!answer) return fail(Fault::printer_missing, uri_ + ": " + cupsLastErrorString());
        if (const auto said = ippGetStatusCode(answer.get()); said >= IPP_STATUS_REDIRECTION_OTHER_SITE)
            return fail(fault_of(said), uri_ + ": " + cupsLastErrorString());
        return condition_of(answer.get());
    }

    Result<int> start(http_t* http, const Page& page, SizeAs size) const {
        Ipp request = new_request(IPP_OP_PRINT_JOB);
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, page.title.c_str());
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                     format_.language == Language::pwg ? "image/pwg-raster" : "application/pdf");
        if (size == SizeAs::attribute) add_page_size(request.get(), page.size);
        const std::size_t length = ippLength(request.get()) + page.bytes.size();
        auto status = cupsSendRequest(http, request.get(), address_.path.c_str(), length);
        const bool begun = status == HTTP_STATUS_CONTINUE;
        if (begun) status = cupsWriteRequestData(http, page.bytes.data(), page.bytes.size());
        const Ipp answer(cupsGetResponse(http, address_.path.c_str()));
        // No answer after the bytes went: the service may have the job all the same.
        if (!answer) return fail(Fault::printer_missing, uri_ + ": " + cupsLastErrorString(), begun);
        const auto said = ippGetStatusCode(answer.get());
        if (said >= IPP_STATUS_REDIRECTION_OTHER_SITE)
            return fail(fault_of(said), uri_ + ": " + cupsLastErrorString());
        ipp_attribute_t* job = ippFindAttribute(answer.get(), "job-id", IPP_TAG_INTEGER);
        if (job == nullptr) return fail(Fault::printer_refused, uri_ + " gave the job no number", true);
        return ippGetInteger(job, 0);
    }

    Result<void> watch(http_t* http, int job, const Waiting& waiting) const {
        bool out_of_paper = false;
        ipp_jstate_t state = IPP_JSTATE_PENDING;
        while (go_on(http, const_cast<Waiting*>(&waiting)) != 0) {
            Ipp request = new_request(IPP_OP_GET_JOB_ATTRIBUTES, job);
            const Ipp answer(cupsDoRequest(http, request.release(), address_.path.c_str()));
            ipp_attribute_t* said = ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM);
            if (said == nullptr) return fail(Fault::slow, uri_ + " says nothing of the job", true);
            state = static_cast<ipp_jstate_t>(ippGetInteger(said, 0));
            out_of_paper = says_out_of_paper(answer.get());
            if (state == IPP_JSTATE_COMPLETED) return {};
            if (state >= IPP_JSTATE_CANCELED)
                return fail(Fault::printer_refused, uri_ + " gave the job up", true);
            pause(waiting.stop);
        }
        return give_up(job, state, out_of_paper);
    }

    // The job is taken back, so that it does not come out of the printer tomorrow; if it had not begun, it
    // can be sent again without a second label.
    Result<void> give_up(int job, ipp_jstate_t state, bool out_of_paper) const {
        const Http http = connect({});
        bool taken_back = false;
        if (http) {
            Waiting shortly{{}, Clock::now() + patience_.connect};
            httpSetTimeout(http.get(), k_look_up, go_on, &shortly);
            Ipp request = new_request(IPP_OP_CANCEL_JOB, job);
            const Ipp answer(cupsDoRequest(http.get(), request.release(), address_.path.c_str()));
            taken_back = answer && ippGetStatusCode(answer.get()) < IPP_STATUS_REDIRECTION_OTHER_SITE;
        }
        const bool never_begun = taken_back && state <= IPP_JSTATE_HELD;
        if (out_of_paper) return fail(Fault::out_of_paper, uri_ + " is out of labels", !never_begun);
        return fail(Fault::slow, uri_ + " did not finish the job", !never_begun);
    }

    static void pause(const std::stop_token& stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any bell;
        bell.wait_for(lock, stop, k_between_questions, [] { return false; });
    }

    IppAddress address_;
    PageFormat format_;
    Patience patience_;
    std::string uri_;
};

}  // namespace

std::unique_ptr<Printer> make_ipp_printer(IppAddress address, const PageFormat& format,
                                          const Patience& patience) {
    return std::make_unique<IppPrinter>(std::move(address), format, patience);
}

}  // namespace welcome::printing
