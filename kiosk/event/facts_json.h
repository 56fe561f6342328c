#pragma once
// The members of each kind, named once for reading and writing alike. Included by facts.cpp only.
// A member that holds its default is not written; a member that is unknown here is passed over.

#include <nlohmann/json.hpp>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event::json {

using nlohmann::json;

std::optional<AgeBand> read_word(std::string_view word, AgeBand);
std::optional<StaffRole> read_word(std::string_view word, StaffRole);
std::optional<Channel> read_word(std::string_view word, Channel);
std::optional<CheckInMethod> read_word(std::string_view word, CheckInMethod);
std::optional<Need> read_word(std::string_view word, Need);

template <typename A>
void members(A& a, Room& room) {
    a("name", room.name);
    a("bands", room.bands);
    a("places", room.places);
}
template <typename A>
void members(A& a, EventOpened& body) {
    a("name", body.name);
    a("starts", body.starts);
    a("time_zone", body.time_zone);
    a("place", body.place);
    a("room_limit", body.room_limit);
    a("languages", body.languages);
    a("childcare_rooms", body.childcare_rooms);
}
template <typename A>
void members(A& a, PersonFields& fields) {
    a("full_name", fields.full_name);
    a("call_me", fields.call_me);
    a("phone", fields.phone);
    a("email", fields.email);
    a("zip", fields.zip);
    a("language", fields.language);
    a("household", fields.household);
    a("is_child", fields.is_child);
    a("hidden", fields.hidden);
    a("tickets", fields.tickets);
}
template <typename A>
void members(A& a, PersonRegistered& body) {
    a("person", body.person);
    a("source", body.source);
    a("source_key", body.source_key);
    a("fields", body.fields);
}
template <typename A>
void members(A& a, PersonCorrected& body) {
    a("person", body.person);
    a("fields", body.fields);
    a("source", body.source);
}
template <typename A>
void members(A& a, PeopleMerged& body) {
    a("kept", body.kept);
    a("merged", body.merged);
}
template <typename A>
void members(A& a, CheckedIn& body) {
    a("person", body.person);
    a("method", body.method);
    a("at", body.at);
    a("more_adults", body.more_adults);
    a("more_children", body.more_children);
}
template <typename A>
void members(A& a, CameIn& body) {
    a("count", body.count);
}
template <typename A>
void members(A& a, FactUndone& body) {
    a("fact", body.fact);
    a("reason", body.reason);
    a("by", body.by);
}
template <typename A>
void members(A& a, NeedRaised& body) {
    a("person", body.person);
    a("needs", body.needs);
}
template <typename A>
void members(A& a, SignedUp& body) {
    a("person", body.person);
    a("language", body.language);
}
template <typename A>
void members(A& a, ConsentGiven& body) {
    a("person", body.person);
    a("channel", body.channel);
    a("granted", body.granted);
    a("wording", body.wording);
    a("language", body.language);
}
template <typename A>
void members(A& a, ChildcareRequested& body) {
    a("stay", body.stay);
    a("adult", body.adult);
    a("first_name", body.first_name);
    a("band", body.band);
    a("allergies", body.allergies);
    a("notes", body.notes);
    a("toilet_help", body.toilet_help);
    a("photo_ok", body.photo_ok);
    a("contact", body.contact);
    a("code", body.code);
}
template <typename A>
void members(A& a, ChildDroppedOff& body) {
    a("stay", body.stay);
    a("room", body.room);
    a("by", body.by);
}
template <typename A>
void members(A& a, ChildPickedUp& body) {
    a("stay", body.stay);
    a("by", body.by);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, LabelPrinted& body) {
    a("what", body.what);
    a("subject", body.subject);
    a("outcome", body.outcome);
}
template <typename A>
void members(A& a, StaffAdded& body) {
    a("staff", body.staff);
    a("name", body.name);
    a("role", body.role);
    a("pin_hash", body.pin_hash);
}
template <typename A>
void members(A& a, StaffUnlocked& body) {
    a("staff", body.staff);
}
template <typename A>
void members(A& a, UploadAnswered& body) {
    a("fact", body.fact);
    a("state", body.state);
    a("reason", body.reason);
}
template <typename A>
void members(A& a, sync::Hlc& time) {
    a("wall_ms", time.wall_ms);
    a("counter", time.counter);
}
template <typename A>
void members(A& a, sync::Fact& fact) {
    a("id", fact.id);
    a("device", fact.device);
    a("device_seq", fact.device_seq);
    a("time", fact.time);
    a("wall", fact.wall);
    a("event", fact.event);
    a("kind", fact.kind);
    a("body", fact.body);
}
template <typename A>
void members(A& a, FactRelayed& body) {
    a("fact", body.fact);
}
template <typename A>
void members(A&, EventClosed&) {}

class Writer {
  public:
    template <typename T>
    void operator()(const char* name, T& value) {
        if (!(value == T{})) out_[name] = write(value);
    }
    json take() { return std::move(out_); }

    template <typename T>
    static json write(T& value) {
        if constexpr (requires { value.has_value(); }) {
            return write(*value);
        } else if constexpr (requires { value.text(); }) {
            return value.text();
        } else if constexpr (std::is_enum_v<T>) {
            return std::string(text_of(value));
        } else if constexpr (std::is_same_v<T, Instant>) {
            return value.time_since_epoch().count();
        } else if constexpr (std::is_same_v<T, std::string> || std::is_arithmetic_v<T>) {
            return value;
        } else if constexpr (requires { value.push_back(value.front()); }) {
            json list = json::array();
            for (auto& entry : value) list.push_back(write(entry));
            return list;
        } else {
            Writer inner;
            members(inner, value);
            return inner.take();
        }
    }

  private:
    json out_ = json::object();
};

class Reader {
  public:
    explicit Reader(const json& in) : in_(in), good_(in.is_object()) {}

    template <typename T>
    void operator()(const char* name, T& value) {
        if (!good_) return;
        const auto found = in_.find(name);
        if (found != in_.end()) good_ = read(*found, value);
    }
    [[nodiscard]] bool good() const { return good_; }

    template <typename T>
    static bool read(const json& in, T& value) {
        if constexpr (requires { value.has_value(); }) {
            return read(in, value.emplace());
        } else if constexpr (requires { value.text(); }) {
            const auto* text = in.get_ptr<const std::string*>();
            const auto parsed = text ? T::parse(*text) : std::nullopt;
            if (parsed) value = *parsed;
            return parsed.has_value();
        } else if constexpr (std::is_enum_v<T>) {
            const auto* text = in.get_ptr<const std::string*>();
            const auto parsed = text ? read_word(*text, T{}) : std::nullopt;
            if (parsed) value = *parsed;
            return parsed.has_value();
        } else if constexpr (std::is_same_v<T, Instant>) {
            if (!in.is_number_integer()) return false;
            value = Instant(std::chrono::milliseconds(in.get<std::int64_t>()));
            return true;
        } else if constexpr (std::is_same_v<T, std::string>) {
            const auto* text = in.get_ptr<const std::string*>();
            if (text) value = *text;
            return text != nullptr;
        } else if constexpr (std::is_same_v<T, bool>) {
            if (in.is_boolean()) value = in.get<bool>();
            return in.is_boolean();
        } else if constexpr (std::is_arithmetic_v<T>) {
            if (!in.is_number_integer()) return false;
            value = in.get<T>();
            return true;
        } else if constexpr (requires { value.push_back(value.front()); }) {
            if (!in.is_array()) return false;
            for (const auto& entry : in) {
                if (!read(entry, value.emplace_back())) return false;
            }
            return true;
        } else {
            Reader inner(in);
            members(inner, value);
            return inner.good();
        }
    }

  private:
    const json& in_;
    bool good_;
};

}  // namespace welcome::kiosk::event::json
