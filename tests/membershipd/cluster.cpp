#include "tests/membershipd/cluster.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <libpq-fe.h>
#include <memory>
#include <pwd.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace welcome::tools::membershipd::test {
namespace {

std::filesystem::path programs() {
    std::filesystem::path newest;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql")) {
        if (std::filesystem::exists(entry.path() / "bin/postgres")) newest = entry.path() / "bin";
    }
    if (newest.empty()) throw std::runtime_error("no PostgreSQL server; run tools/setup");
    return newest;
}

// PostgreSQL refuses to run as root. The kernel ends it when this process ends.
pid_t spawn(std::vector<std::string> words) {
    std::vector<std::string> all{"setpriv", "--pdeathsig", "KILL"};
    if (::geteuid() == 0) all.insert(all.end(), {"--reuid=postgres", "--regid=postgres", "--clear-groups"});
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> argv;
    argv.reserve(all.size() + 1);
    for (auto& word : all) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = -1;
    if (::posix_spawnp(&process, "setpriv", &actions, nullptr, argv.data(), environ) != 0) process = -1;
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

void run_to_its_end(const std::vector<std::string>& words) {
    int state = 0;
    const auto process = spawn(words);
    if (::waitpid(process, &state, 0) != process || state != 0)
        throw std::runtime_error(words.front() + " failed");
}

bool has_ended(pid_t process) {
    return ::waitpid(process, nullptr, WNOHANG) != 0;
}

}  // namespace

void Cluster::own_folder() {
    auto shape = (std::filesystem::temp_directory_path() / "welcome-pg-XXXXXX").string();
    folder_ = ::mkdtemp(shape.data());
    if (const auto* owner = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr) {
        if (::chown(folder_.c_str(), owner->pw_uid, owner->pw_gid) != 0) throw std::runtime_error("chown");
    }
}

Cluster::Cluster() {
    own_folder();
    run_to_its_end({programs() / "initdb", "-D", folder_ / "data", "-U", "postgres", "-A", "trust", "-E",
                    "UTF8", "--no-sync"});
    start();
}

Cluster::Cluster(Cluster& primary) {
    own_folder();
    run_to_its_end({programs() / "pg_basebackup", "-D", folder_ / "data", "-h", primary.sockets(), "-U",
                    "postgres", "-R", "-X", "stream", "--checkpoint=fast", "--no-sync"});
    start();
    primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'");
    primary.ask("SELECT pg_reload_conf()");
    while (primary.ask("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1")
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

Cluster::~Cluster() {
    kill_hard();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Cluster::address() const {
    return "postgresql:///postgres?user=postgres&host=" + sockets();
}

std::string Cluster::address_with(const Cluster& other) const {
    return "postgresql:///postgres?user=postgres&target_session_attrs=read-write&host=" + sockets() + ',' +
           other.sockets();
}

void Cluster::promote() {
    if (ask("SELECT pg_promote()") != "t") throw std::runtime_error("the standby was not promoted");
}

std::string Cluster::ask(const std::string& sql) const {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address().c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(connection.get(), sql.c_str()),
                                                               PQclear);
    return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : PQerrorMessage(connection.get());
}

void Cluster::kill_hard() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);  // Its processes see that at once and end without writing anything.
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

// A server that was killed leaves memory in use until the last of its processes is gone: tried until then.
void Cluster::start() {
    while (PQping(address().c_str()) != PQPING_OK) {
        if (process_ < 0 || has_ended(process_)) {
            process_ = spawn({programs() / "postgres", "-D", folder_ / "data", "-k", folder_, "-c",
                              "listen_addresses=", "-c", "shared_buffers=32MB"});
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

}  // namespace welcome::tools::membershipd::test
