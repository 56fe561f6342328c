// What a client sends to the membership service.

#include <nlohmann/json.hpp>

#include "sync/upload/wire.h"
#include "tests/fuzz/parser.h"
#include "tools/membershipd/request.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    const std::string stream =
        R"({"device":"K7pNE0RkHKYlkijQp7uTnCwwq2c4zgOQUZ7N0kjVzu0","from":1,"at":1795490600434,"facts":[)"
        R"(["01a20b94-55ef-7d18-8084-c4785fadf261",0,0,0,"came_in",{"count":2}],)"
        R"(["01a20b94-55ef-7d18-8084-c4785fadf262",5,0,-3,"checked_in",{"person":"p"},1]]})";
    return {R"({"batch":"01a20b94-55ef-7d18-8084-c4785fadf263","streams":[)" + stream + "]}",
            R"({"streams":[)" + stream + "]}", "{}", "[]", std::string(64, '[')};
}

void read(std::string_view bytes) {
    sync::Uuid event;
    event.bytes.fill(7);
    const std::string body(bytes);
    (void)tools::membershipd::read_batch_request(body, sync::EventId(event));
    (void)tools::membershipd::read_cursor(body, "service");
    must(sync::depth_of(bytes) >= 0, "depth is counted");
    const auto object = tools::membershipd::read_object(body);
    if (!object || !object->contains("streams")) return;
    const auto facts = sync::read_streams((*object)["streams"], sync::EventId(event));
    if (!facts) return;
    for (const auto& fact : *facts)
        must(!fact.fault.empty() || sync::depth_of(fact.fact.body) <= sync::k_deepest_body,
             "no body is too deep");
}

}  // namespace welcome::fuzz
