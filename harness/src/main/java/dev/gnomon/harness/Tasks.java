package dev.gnomon.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The threads of this process as the kernel's scheduler knows them. */
final class Tasks {
  private static final byte[] SWITCHES = Machine.ascii("nonvoluntary_ctxt_switches:");

  private final Path directory;
  private final Map<Integer, Followed> threads = new HashMap<>();
  private final Map<Integer, ProcFile> statuses = new HashMap<>();

  private record Followed(String name, ProcFile schedstat) {}

  Tasks(Path root) {
    directory = root.resolve("proc/self/task");
  }

  /** What each thread was given until now; empty where the kernel does not tell. */
  Map<Integer, Reading.Task> read() {
    String[] ids = directory.toFile().list();
    if (ids == null) {
      return Map.of();
    }
    Map<Integer, Reading.Task> all = new HashMap<>();
    for (String id : ids) {
      int tid = Integer.parseInt(id);
      Followed thread = threads.computeIfAbsent(tid, this::open);
      if (thread.schedstat() != null && thread.schedstat().refresh()) {
        long onCpu = thread.schedstat().nextNumber();
        long delay = thread.schedstat().nextNumber();
        all.put(tid, new Reading.Task(thread.name(), onCpu, delay));
      }
    }
    forget(all.keySet());
    return all;
  }

  /** Reads all names anew: a thread may be renamed after it was first seen. */
  void rename() {
    forget(Set.of());
  }

  /** Times that these threads lost their CPU, {@link Reading#UNKNOWN} where there are none. */
  long involuntarySwitches(Set<Integer> tids) {
    long sum = tids.isEmpty() ? Reading.UNKNOWN : 0;
    for (int tid : tids) {
      ProcFile status =
          statuses.computeIfAbsent(tid, id -> ProcFile.open(directory.resolve(id + "/status")));
      if (status != null && status.refresh()) {
        sum += Math.max(0, status.numberAfter(SWITCHES));
      }
    }
    return sum;
  }

  private Followed open(int tid) {
    Path own = directory.resolve(String.valueOf(tid));
    String name = "";
    ProcFile comm = ProcFile.open(own.resolve("comm"));
    if (comm != null) {
      name = comm.refresh() ? comm.text() : "";
      comm.close();
    }
    return new Followed(name, ProcFile.open(own.resolve("schedstat")));
  }

  private void forget(Set<Integer> alive) {
    if (threads.size() == alive.size()) {
      return;
    }
    Set<Integer> gone = new HashSet<>(threads.keySet());
    gone.removeAll(alive);
    for (int tid : gone) {
      Followed thread = threads.remove(tid);
      if (thread.schedstat() != null) {
        thread.schedstat().close();
      }
    }
  }
}
