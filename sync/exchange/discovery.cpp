#include "sync/exchange/discovery.h"

#include <atomic>
#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-client/publish.h>
#include <avahi-common/address.h>
#include <avahi-common/error.h>
#include <avahi-common/strlst.h>
#include <avahi-common/thread-watch.h>
#include <map>
#include <set>

#include "sync/exchange/socket.h"

namespace welcome::sync {

namespace {

constexpr const char* k_service = "_welcometable._tcp";

struct FreePoll {
    void operator()(AvahiThreadedPoll* poll) const { avahi_threaded_poll_free(poll); }
};
struct FreeClient {
    void operator()(AvahiClient* client) const { avahi_client_free(client); }
};

// Whether this answer's TXT names our event.
bool is_of(AvahiStringList* texts, const std::string& event) {
    const std::string wanted = "event=" + event;
    for (auto* text = texts; text != nullptr; text = avahi_string_list_get_next(text)) {
        const std::string_view said(reinterpret_cast<const char*>(avahi_string_list_get_text(text)),
                                    avahi_string_list_get_size(text));
        if (said == wanted) return true;
    }
    return false;
}

}  // namespace

// All but the constructor, the destructor and `running` on Avahi's thread.
class Discovery::Inside {
  public:
    Inside(const EventId& event, const DeviceId& device, std::uint16_t port, Heard heard)
        : event_(event.text()),
          name_("welcome-table-" + device.text().substr(0, 12)),
          port_(port),
          heard_(std::move(heard)) {
        poll_.reset(avahi_threaded_poll_new());
        if (!poll_) return;
        int failure = 0;
        client_.reset(avahi_client_new(avahi_threaded_poll_get(poll_.get()), AVAHI_CLIENT_NO_FAIL, on_client,
                                       this, &failure));
        if (client_) avahi_threaded_poll_start(poll_.get());
    }
    ~Inside() {
        if (poll_ && client_) avahi_threaded_poll_stop(poll_.get());
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    [[nodiscard]] bool running() const { return running_; }

  private:
    static Inside& self(void* inside) { return *static_cast<Inside*>(inside); }

    static void on_client(AvahiClient* client, AvahiClientState state, void* inside) {
        auto& me = self(inside);
        me.running_ = state == AVAHI_CLIENT_S_RUNNING || state == AVAHI_CLIENT_S_COLLISION ||
                      state == AVAHI_CLIENT_S_REGISTERING;
        if (state == AVAHI_CLIENT_S_RUNNING) {
            me.publish(client);
            if (!me.browsing_)
                me.browsing_ =
                    avahi_service_browser_new(client, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, k_service, nullptr,
                                              AvahiLookupFlags{}, on_browse, inside) != nullptr;
        }
        // Where the daemon went away, Avahi's objects of it are of no more use, and it frees them with the
        // client.
        if (state == AVAHI_CLIENT_CONNECTING) me.group_ = nullptr, me.browsing_ = false;
    }

    void publish(AvahiClient* client) {
        if (port_ == 0) return;
        if (group_ == nullptr) group_ = avahi_entry_group_new(client, on_group, this);
        if (group_ == nullptr || avahi_entry_group_is_empty(group_) == 0) return;
        const std::string text = "event=" + event_;
        if (avahi_entry_group_add_service(group_, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, AvahiPublishFlags{},
                                          name_.c_str(), k_service, nullptr, nullptr, port_, text.c_str(),
                                          nullptr) == 0)
            avahi_entry_group_commit(group_);
    }

    static void on_group(AvahiEntryGroup*, AvahiEntryGroupState, void*) {
    }  // Names are a device's own: none collides.

    static void on_browse(AvahiServiceBrowser* browser, AvahiIfIndex interface, AvahiProtocol protocol,
                          AvahiBrowserEvent what, const char* name, const char* type, const char* domain,
                          AvahiLookupResultFlags, void* inside) {
        auto& me = self(inside);
        if (what == AVAHI_BROWSER_NEW && me.name_ != name)
            avahi_service_resolver_new(avahi_service_browser_get_client(browser), interface, protocol, name,
                                       type, domain, protocol, AvahiLookupFlags{}, on_resolve, inside);
        if (what == AVAHI_BROWSER_REMOVE) {
            const auto places = me.places_.extract(name);
            if (!places.empty()) {
                for (const auto& place : places.mapped()) me.heard_(false, place);
            }
        }
    }

    static void on_resolve(AvahiServiceResolver* resolver, AvahiIfIndex interface, AvahiProtocol,
                           AvahiResolverEvent what, const char* name, const char*, const char*, const char*,
                           const AvahiAddress* address, std::uint16_t port, AvahiStringList* texts,
                           AvahiLookupResultFlags, void* inside) {
        auto& me = self(inside);
        if (what == AVAHI_RESOLVER_FOUND && is_of(texts, me.event_)) {
            char host[AVAHI_ADDRESS_STR_MAX] = {};
            avahi_address_snprint(host, sizeof host, address);
            std::string full = host;
            // A link-local address means nothing without its interface.
            if (full.starts_with("fe80:")) full += "%" + std::to_string(interface);
            const auto place = HostPort{full, port}.text();
            me.places_[name].insert(place);
            me.heard_(true, place);
        }
        avahi_service_resolver_free(resolver);
    }

    const std::string event_, name_;
    const std::uint16_t port_;
    const Heard heard_;
    std::atomic<bool> running_ = false;
    AvahiEntryGroup* group_ = nullptr;  // the client's
    bool browsing_ = false;
    std::map<std::string, std::set<std::string>> places_;
    std::unique_ptr<AvahiThreadedPoll, FreePoll> poll_;
    std::unique_ptr<AvahiClient, FreeClient> client_;  // Goes before its poll.
};

Discovery::Discovery(const EventId& event, const DeviceId& device, std::uint16_t port, Heard heard)
    : inside_(std::make_unique<Inside>(event, device, port, std::move(heard))) {}

Discovery::~Discovery() = default;

bool Discovery::is_running() const {
    return inside_->running();
}

}  // namespace welcome::sync
