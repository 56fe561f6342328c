"""What a process and its descendants cost: processor time and memory, as the kernel counts them."""
import pathlib
import time


def tree_of(pid):
    """The process and its descendants that are alive now."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(") ", 1)[1].split()
            except OSError:
                continue
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found


def cpu_ms(pid):
    """Processor time to the nanosecond: the scheduler's clock of each process, ended threads included."""
    total = 0
    for process in tree_of(pid):
        try:
            total += time.clock_gettime_ns((~process << 3) | 2)  # as clock_getcpuclockid makes it
        except OSError:
            pass
    return total / 1e6


def pss_mb(pid):
    """Memory with what is shared divided among those who share it."""
    total = 0
    for process in tree_of(pid):
        try:
            for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024
