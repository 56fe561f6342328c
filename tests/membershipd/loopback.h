#pragma once
// Sockets of the tests' own wires, on 127.0.0.1.

#include <string>
#include <utility>

namespace welcome::tools::membershipd::test {

std::pair<int, int> listen_on_loopback();  // the listening socket and its port
int connect_to_loopback(int port);         // -1 where nobody listens
void send_all(int handle, const std::string& bytes);

}  // namespace welcome::tools::membershipd::test
