package dev.gnomon.doctor;

import dev.gnomon.doctor.MachineState.Mount;
import dev.gnomon.doctor.MachineState.Permissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what the kernel and the file systems allow a profiler. */
final class PermissionJudge {
  /** From this value on, users without rights may not look into the kernel. */
  private static final int USER_ONLY = 2;

  /** From this value on, which some distributions add, they may not use the events at all. */
  private static final int FORBIDDEN = 3;

  /** How the kernel calls a filter of system calls, beside 0 for none and 1 for the strict mode. */
  private static final int FILTERED = 2;

  private PermissionJudge() {}

  static Stream<Finding> judge(Examined examined) {
    Permissions may = examined.machine().permissions();
    boolean perfWorks =
        examined.ruler().trials().stream()
            .anyMatch(trial -> trial.event().equals("cpu") && trial.status().equals("ok"));
    return Stream.of(
            may.perfEventParanoid().map(value -> perfEvents(value, perfWorks)),
            may.kptrRestrict().map(PermissionJudge::kernelSymbols),
            may.seccomp().map(mode -> seccomp(mode, perfWorks)),
            may.output().map(PermissionJudge::output),
            may.temporary().map(PermissionJudge::temporary))
        .flatMap(Optional::stream);
  }

  private static Finding perfEvents(int value, boolean works) {
    String found = "kernel.perf_event_paranoid is " + value;
    if (value < USER_ONLY) {
      return Finding.ok(Check.PERF_EVENTS, found, "Profiles may show the kernel's part.");
    }
    String meaning =
        works
            ? "Profiles show no kernel frames unless run with rights. Forks that count are sampled by ctimer, which needs none."
            : "The event cpu %s. Forks that explain a change are then sampled by ctimer, which needs no rights and has a coarser clock."
                .formatted(value >= FORBIDDEN ? "is forbidden" : "may be refused");
    return Finding.info(Check.PERF_EVENTS, found, meaning)
        .mendedBy(Remedy.command("sudo sysctl kernel.perf_event_paranoid=1"));
  }

  private static Finding kernelSymbols(int value) {
    String found = "kernel.kptr_restrict is " + value;
    return value == 0
        ? Finding.ok(Check.KERNEL_SYMBOLS, found, "Kernel frames have names where they are seen.")
        : Finding.info(
                Check.KERNEL_SYMBOLS,
                found,
                "Kernel frames have no names. Gnomon compares Java frames, which have theirs.")
            .mendedBy(Remedy.command("sudo sysctl kernel.kptr_restrict=0"));
  }

  private static Finding seccomp(int mode, boolean perfWorks) {
    if (mode != FILTERED) {
      return Finding.ok(Check.SECCOMP, "no filter", "The kernel takes every call of a profiler's.");
    }
    if (perfWorks) {
      return Finding.ok(Check.SECCOMP, "a filter is set", "It lets the profiler's events through.");
    }
    return Finding.info(
            Check.SECCOMP,
            "a filter is set",
            "Most containers' filters forbid perf_event_open. Forks that explain a change are then sampled by ctimer, which needs no such call and has a coarser clock.")
        .mendedBy(
            Remedy.command("docker run --security-opt seccomp=unconfined --cap-add PERFMON …"));
  }

  private static Finding output(Mount mount) {
    return mount.noexec()
        ? Finding.warning(
                Check.OUTPUT_NOEXEC,
                mount.directory() + " lies on a file system without execution",
                "The profiler's library can't be loaded from there; forks are sampled by JFR, and by time on the CPU alone.")
            .mendedBy(Remedy.setting("-Dperf.output=<a directory whose files may be executed>"))
        : Finding.ok(Check.OUTPUT_NOEXEC, "files may be executed", "The profiler can be loaded.");
  }

  private static Finding temporary(Mount mount) {
    return mount.noexec()
        ? Finding.info(
                Check.TMP_NOEXEC,
                mount.directory() + " lies on a file system without execution",
                "Libraries that unpack native code there fail in benchmarks. Gnomon keeps its own in the output directory.")
            .mendedBy(
                Remedy.setting(
                    "-Dperf.jvmArgs=\"-Djava.io.tmpdir=<a directory whose files may be executed>\""))
        : Finding.ok(
            Check.TMP_NOEXEC, "files may be executed", "Libraries may unpack native code there.");
  }
}
