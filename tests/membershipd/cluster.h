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
    // A synchronous standby of it: from now on the primary commits nothing that is not on both disks.
    explicit Cluster(Cluster& primary);
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    [[nodiscard]] std::string address() const;  // postgresql://…
    // The address of both, of which the one that takes writes is meant.
    [[nodiscard]] std::string address_with(const Cluster& other) const;
    // The first value of the first row.
    std::string ask(const std::string& sql) const;
    void kill_hard();  // SIGKILL to the server and to each of its processes
    void start();      // returns when it answers
    void promote();    // of a standby: takes writes from now on

  private:
    void own_folder();
    [[nodiscard]] std::string sockets() const { return folder_.string(); }
    std::filesystem::path folder_;
    pid_t process_ = -1;
};

}  // namespace welcome::tools::membershipd::test
