#pragma once
// A PostgreSQL of this test's own: made by initdb in a temporary folder, reached by its socket there, run as
// the user postgres where the test is root, killed with the test whatever becomes of it.

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace welcome::tools::membershipd::test {

class Cluster {
  public:
    Cluster();
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    [[nodiscard]] std::string address() const;  // postgresql://…
    // The first value of the first row.
    std::string ask(const std::string& sql) const;
    void kill_hard();  // SIGKILL to the server and to each of its processes
    void start();      // returns when it answers

  private:
    std::filesystem::path folder_;
    pid_t process_ = -1;
};

}  // namespace welcome::tools::membershipd::test
