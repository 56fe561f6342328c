#include "printing/conversation.h"

namespace welcome::printing {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds k_between_questions{200};

Error after_it_left(Error error) {
    error.may_have_printed = true;
    return error;
}

}  // namespace

Result<std::optional<Status>> Conversation::next_answer(const Line& line, milliseconds patience,
                                                        Waiter& waiter) {
    const auto end = Clock::now() + patience;
    for (;;) {
        if (const auto answer = read_status(language_, heard_)) {
            heard_.erase(0, answer->bytes);
            talks_ = true;
            return std::optional(answer->status);
        }
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        if (left.count() <= 0) return std::nullopt;
        const auto heard = line.read(left, waiter);
        if (!heard) return tl::unexpected(heard.error());
        heard_ += heard->bytes;
        if (heard->ended) return fail(Fault::printer_missing, line.name() + " hung up");
    }
}

Result<void> Conversation::ask(const Line& line, Waiter& waiter) {
    if (!can_ask()) return {};
    heard_.clear();
    if (auto asked = line.write(*status_question_, patience_.write, waiter); !asked) {
        asked.error().may_have_printed = false;  // a question leaves no label
        return asked;
    }
    const auto answer = next_answer(line, patience_.answer, waiter);
    if (!answer) return tl::unexpected(answer.error());
    if (!*answer) {
        deaf_ = !talks_;
        return {};
    }
    return (*answer)->can_print;
}

Result<bool> Conversation::send(const Line& line, const Page& page, Waiter& waiter) {
    if (auto can = ask(line, waiter); !can) return tl::unexpected(can.error());
    if (auto noted = page.may_leave(); !noted) return tl::unexpected(noted.error());
    if (auto written = line.write(page.bytes, patience_.write, waiter); !written)
        return tl::unexpected(written.error());
    if (!talks_) return false;
    return hear_to_the_end(line, waiter);
}

// Brother QL tells the end by itself, ESC/POS answers in line behind the label, ZPL is asked until nothing
// waits inside.
Result<bool> Conversation::hear_to_the_end(const Line& line, Waiter& waiter) {
    const auto end = Clock::now() + patience_.finish;
    const auto slow = fail(Fault::slow, line.name() + " did not finish the label", true);
    if (language_ == Language::escpos) return hear_escpos(line, waiter);
    const bool asks = language_ == Language::zpl;
    while (Clock::now() < end) {
        if (asks) {
            if (auto asked = line.write(*status_question_, patience_.write, waiter); !asked)
                return tl::unexpected(after_it_left(asked.error()));
        }
        const auto answer = next_answer(line, asks ? patience_.write : patience_.finish, waiter);
        if (!answer) return tl::unexpected(after_it_left(answer.error()));
        if (!*answer) return slow;
        const Status& status = **answer;
        if (!status.can_print) return tl::unexpected(after_it_left(status.can_print.error()));
        if (asks ? !status.at_work : status.has_printed) return true;
        if (asks && waiter.wait(-1, 0, k_between_questions) == Wait::stopped) return stopped(true);
    }
    return slow;
}

Result<bool> Conversation::hear_escpos(const Line& line, Waiter& waiter) {
    heard_.clear();
    if (auto asked = line.write(escpos_end_question(), patience_.write, waiter); !asked)
        return tl::unexpected(after_it_left(asked.error()));
    const auto end = Clock::now() + patience_.finish;
    while (Clock::now() < end) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        const auto heard = line.read(left, waiter);
        if (!heard) return tl::unexpected(after_it_left(heard.error()));
        if (heard->ended) return fail(Fault::printer_missing, line.name() + " hung up", true);
        heard_ += heard->bytes;
        const auto status = read_escpos_end(heard_);
        if (status && !status->can_print) return tl::unexpected(after_it_left(status->can_print.error()));
        if (status) return true;
    }
    return fail(Fault::slow, line.name() + " did not finish the label", true);
}

}  // namespace welcome::printing
