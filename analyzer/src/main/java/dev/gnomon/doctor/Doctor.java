package dev.gnomon.doctor;

import dev.gnomon.doctor.Examined.Probe.End;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges what was found out about a machine; the same facts give the same diagnosis. */
public final class Doctor {
  private static final List<Function<Examined, Stream<Finding>>> JUDGES =
      List.of(
          ProbeJudge::judge,
          SteadinessJudge::judge,
          LoadJudge::judge,
          ProcessorJudge::judge,
          PermissionJudge::judge,
          ProfilerJudge::judge);

  private Doctor() {}

  /** Every finding, worst first, with the figures behind them. */
  public static Diagnosis diagnose(Examined examined) {
    List<Finding> findings =
        JUDGES.stream()
            .flatMap(judge -> judge.apply(examined))
            .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::check))
            .toList();
    return new Diagnosis(
        sentence(examined, findings),
        findings,
        RulerFigures.of(examined.ruler(), examined.machine().place().cpus()));
  }

  private static String sentence(Examined examined, List<Finding> findings) {
    long problems = count(findings, Severity.PROBLEM);
    long warnings = count(findings, Severity.WARNING);
    if (problems > 0) {
      return "%s measuring here; mend %s first."
          .formatted(
              problems == 1 ? "1 problem stands against" : problems + " problems stand against",
              problems == 1 ? "it" : "them");
    }
    if (examined.probe().end() == End.LEFT_OUT) {
      return "How steady this machine is was not measured; nothing else speaks against measuring here.";
    }
    return warnings > 0
        ? "This machine can measure, with %s."
            .formatted(warnings == 1 ? "1 warning" : warnings + " warnings")
        : "This machine measures well.";
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
