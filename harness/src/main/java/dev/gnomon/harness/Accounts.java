package dev.gnomon.harness;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the kernel's and the JVM's accounts of this process and this machine. */
final class Accounts {
  private static final String WORKER = "-jmh-worker-";
  private static final int COMM_LENGTH = 15;
  private static final String[] COMPILERS = {"C1 CompilerThre", "C2 CompilerThre", "JVMCI-native"};

  private final Tasks tasks;
  private final Machine machine;
  private final Allocation allocation = new Allocation();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private Set<Integer> workers = Set.of();
  private Set<Long> workerIds = Set.of();

  Accounts(Path root) {
    tasks = new Tasks(root);
    machine = new Machine(root);
  }

  static boolean isCompiler(String name) {
    for (String compiler : COMPILERS) {
      if (name.startsWith(compiler)) {
        return true;
      }
    }
    return false;
  }

  /** Slow sources first, so that the workers are read last before the iteration. */
  Reading readBefore() {
    Reading reading = new Reading();
    readMachine(reading);
    readTasks(reading);
    reading.allocated = allocation.read();
    reading.counters.put("window", System.nanoTime());
    return reading;
  }

  /** The workers first; from the first iteration on they live as long as the fork. */
  Reading readAfter(int expectedWorkers) {
    Reading reading = new Reading();
    reading.counters.put("window", System.nanoTime());
    reading.allocated = allocation.read();
    if (workerIds.isEmpty()) {
      findWorkers(expectedWorkers);
    }
    readTasks(reading);
    readMachine(reading);
    reading.frequency = machine.frequency();
    return reading;
  }

  private void readMachine(Reading reading) {
    machine.read(reading.counters);
    reading.counters.put("jit", compileTime());
    long gc = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      gc += Math.max(0, collector.getCollectionTime()) * 1_000_000;
    }
    reading.counters.put("gc", gc);
    reading.counters.put("switches", tasks.involuntarySwitches(workers));
  }

  private void readTasks(Reading reading) {
    reading.workers = workers;
    reading.workerThreads = workerIds.size();
    reading.tasks = tasks.read();
    if (reading.tasks.isEmpty()) {
      Map<Long, Long> cpu = new HashMap<>();
      for (long id : workerIds) {
        cpu.put(id, Math.max(0, threads.getThreadCpuTime(id)));
      }
      reading.workerCpu = cpu;
    }
  }

  /**
   * Finds JMH's worker threads. The kernel keeps 15 characters of a name, so a worker is matched by
   * the beginning of its Java name; where other threads share that beginning, nothing is claimed.
   */
  private void findWorkers(int expected) {
    Set<String> beginnings = new HashSet<>();
    Set<Long> ids = new HashSet<>();
    for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null && info.getThreadName().contains(WORKER)) {
        ids.add(info.getThreadId());
        beginnings.add(beginning(info.getThreadName()));
      }
    }
    if (ids.size() != expected) {
      return;
    }
    workerIds = ids;
    List<Integer> found = new ArrayList<>();
    tasks.rename();
    tasks
        .read()
        .forEach(
            (tid, task) -> {
              if (beginnings.contains(task.name())) {
                found.add(tid);
              }
            });
    if (found.size() == expected) {
      workers = Set.copyOf(found);
    }
  }

  private static String beginning(String name) {
    byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int length = Math.min(COMM_LENGTH, bytes.length);
    return new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8).strip();
  }

  private static long compileTime() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
        ? Reading.UNKNOWN
        : compiler.getTotalCompilationTime() * 1_000_000;
  }
}
