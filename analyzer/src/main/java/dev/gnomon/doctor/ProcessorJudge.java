package dev.gnomon.doctor;

import dev.gnomon.doctor.MachineState.Clocking;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the processors: how many, how fast, and whose. */
final class ProcessorJudge {
  /** With a single CPU the compilers and the collector take turns with the benchmark. */
  private static final double ENOUGH_CPUS = 2;

  /** With less than one CPU the quota stops the benchmark itself, in the middle of iterations. */
  private static final double ONE_CPU = 1;

  /** Governors that change the clock by what the last moments looked like. */
  private static final Set<String> ADAPTING =
      Set.of("ondemand", "conservative", "schedutil", "powersave");

  /** Drivers whose "powersave" still goes to full speed under load. */
  private static final Set<String> DYNAMIC_DRIVERS =
      Set.of("intel_pstate", "amd-pstate-epp", "amd_pstate_epp");

  private ProcessorJudge() {}

  static Stream<Finding> judge(Examined examined) {
    MachineState.Place place = examined.machine().place();
    Clocking clock = examined.machine().processor();
    return Stream.of(
            Optional.of(cpus(place)),
            governor(place, clock),
            clock.turbo().map(turbo -> turbo(turbo, clock.turboSwitch())),
            clock.smt().map(ProcessorJudge::smt),
            virtualisation(place),
            place.container().map(ProcessorJudge::container))
        .flatMap(Optional::stream);
  }

  private static Finding cpus(MachineState.Place place) {
    double usable = place.usableCpus();
    boolean quota = usable < place.allowedCpus();
    String found =
        "%s of %d%s"
            .formatted(
                number(usable),
                place.cpus(),
                quota
                    ? ", by a quota"
                    : place.allowedCpus() < place.cpus() ? ", by affinity or cpuset" : "");
    Remedy remedy =
        Remedy.advice(
            "Give the container whole CPUs: docker run --cpuset-cpus=0,1 in place of --cpus.");
    if (usable < ONE_CPU) {
      return Finding.problem(
              Check.CPUS,
              found,
              "A quota below one CPU stops benchmarks in the middle of iterations.")
          .mendedBy(remedy);
    }
    if (quota) {
      return Finding.warning(
              Check.CPUS,
              found,
              "A quota stops the whole group when compilers and collectors use it up; Gnomon records such stops.")
          .mendedBy(remedy);
    }
    if (usable < ENOUGH_CPUS) {
      return Finding.warning(
              Check.CPUS,
              found,
              "Compilers and collectors take turns with the benchmark. Gnomon takes waiting out of the scores; warm-up takes longer.")
          .mendedBy(Remedy.advice("Use a machine with two CPUs or more."));
    }
    return Finding.ok(
        Check.CPUS, found, "Benchmarks of more threads than that keep their plain score.");
  }

  private static Optional<Finding> governor(MachineState.Place place, Clocking clock) {
    if (place.windows()) {
      return Optional.of(
          Finding.info(
                  Check.GOVERNOR,
                  "the power plan is not read on this system",
                  "A plan that saves power changes the clock while forks run.")
              .mendedBy(Remedy.command("powercfg /setactive SCHEME_MIN")));
    }
    if (clock.governor().isEmpty()) {
      return place.linux() && place.procfs()
          ? Optional.of(
              Finding.info(
                  Check.GOVERNOR,
                  "not visible from here",
                  "The host decides about the clock; Gnomon spreads each benchmark's forks over the whole run against its drift."))
          : Optional.empty();
    }
    String governor = clock.governor().get();
    String driver = clock.driver().orElse("");
    String found = governor + (driver.isEmpty() ? "" : " (driver " + driver + ")");
    boolean slow = ADAPTING.contains(governor) && !DYNAMIC_DRIVERS.contains(driver);
    boolean dynamic = ADAPTING.contains(governor) && DYNAMIC_DRIVERS.contains(driver);
    Remedy remedy = Remedy.command("sudo cpupower frequency-set --governor performance");
    return Optional.of(
        slow
            ? Finding.warning(
                    Check.GOVERNOR,
                    found,
                    "The clock follows the load with a lag, so forks begin slow. Gnomon's warm-up covers some of it.")
                .mendedBy(remedy)
            : dynamic
                ? Finding.info(
                        Check.GOVERNOR,
                        found,
                        "Reaches full speed under load, after a moment; Gnomon's warm-up covers that.")
                    .mendedBy(remedy)
                : Finding.ok(Check.GOVERNOR, found, "The clock does not follow the load."));
  }

  private static Finding turbo(String turbo, Optional<String> turboSwitch) {
    if (!turbo.equals("on")) {
      return Finding.ok(Check.TURBO, turbo, "The clock does not depend on heat and neighbours.");
    }
    Finding finding =
        Finding.info(
            Check.TURBO,
            turbo,
            "The clock depends on heat and on how many cores are busy; Gnomon spreads each benchmark's forks over the whole run.");
    return turboSwitch
        .map(
            file ->
                finding.mendedBy(
                    // intel_pstate asks the other way round.
                    Remedy.command(
                        "echo %d | sudo tee %s"
                            .formatted(file.endsWith("no_turbo") ? 1 : 0, file))))
        .orElse(finding);
  }

  private static Finding smt(String smt) {
    return smt.equals("on")
        ? Finding.info(
                Check.SMT,
                "two threads share a core",
                "A busy sibling slows a benchmark by up to a quarter, with no waiting to show for it.")
            .mendedBy(Remedy.command("echo off | sudo tee /sys/devices/system/cpu/smt/control"))
        : Finding.ok(Check.SMT, "off", "No sibling shares a core, as far as this kernel knows.");
  }

  private static Optional<Finding> virtualisation(MachineState.Place place) {
    return place
        .virtualisation()
        .map(
            kind ->
                kind.equals("vm")
                    ? Finding.info(
                        Check.VIRTUALISATION,
                        "a virtual machine"
                            + place.product().map(product -> " (" + product + ")").orElse(""),
                        "Neighbours on the host slow it without a trace in it. Gnomon spreads each benchmark's forks over the whole run, so that a short disturbance hits few of them.")
                    : Finding.ok(
                        Check.VIRTUALISATION, "none", "Nobody shares this machine unseen."));
  }

  private static Finding container(String kind) {
    return Finding.info(
        Check.CONTAINER,
        kind,
        "Load of the host and of other containers counts as other processes. Gnomon counts quota and cpuset.");
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
