package dev.gnomon.doctor;

/** What the doctor looks at; each has a section of its own in {@code docs/doctor.md}. */
public enum Check {
  PROBE_JVM("probe-jvm", "probe JVM"),
  JDK("jdk", "JDK of the forks"),
  MEASURING_LOCK("measuring-lock", "measuring lock"),
  STEADINESS("steadiness", "steadiness"),
  CPU_DELAY("cpu-delay", "waiting for a CPU"),
  STEAL("steal", "steal"),
  THROTTLING("throttling", "throttling"),
  OTHER_LOAD("other-load", "other processes"),
  CPU_PRESSURE("cpu-pressure", "CPU pressure"),
  MEMORY_PRESSURE("memory-pressure", "memory pressure"),
  MEMORY("memory", "memory"),
  SCHEDSTAT("schedstat", "scheduler accounting"),
  CPUS("cpus", "usable CPUs"),
  GOVERNOR("cpu-governor", "CPU governor"),
  TURBO("cpu-turbo", "CPU turbo"),
  SMT("cpu-smt", "hardware threads"),
  VIRTUALISATION("virtualisation", "virtualisation"),
  CONTAINER("container", "container"),
  PERF_EVENTS("perf-event-paranoid", "perf events"),
  KERNEL_SYMBOLS("kptr-restrict", "kernel symbols"),
  SECCOMP("seccomp", "system call filter"),
  OUTPUT_NOEXEC("output-noexec", "output directory"),
  TMP_NOEXEC("tmp-noexec", "temporary directory"),
  PROFILER("profiler", "profiler"),
  PROFILER_CTIMER("profiler-ctimer", "profiler event ctimer"),
  PROFILER_ITIMER("profiler-itimer", "profiler event itimer"),
  PROFILER_CPU("profiler-cpu", "profiler event cpu"),
  PROFILER_WALL("profiler-wall", "profiler event wall"),
  PROFILER_ALLOC("profiler-alloc", "profiler event alloc"),
  PROFILER_LOCK("profiler-lock", "profiler event lock");

  private final String id;
  private final String subject;

  Check(String id, String subject) {
    this.id = id;
    this.subject = subject;
  }

  /** Stable name in files and documents: {@code cpu-governor}. */
  public String id() {
    return id;
  }

  /** What it looks at, in words: {@code CPU governor}. */
  public String subject() {
    return subject;
  }
}
