package dev.gnomon.report.view;

import dev.gnomon.environment.Environment;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.Run;
import dev.gnomon.report.text.Advice;
import dev.gnomon.report.text.DriftText;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the top of the page. */
final class Heads {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Heads() {}

  static HeadView of(ReportInput input) {
    Evaluation evaluation = input.evaluation;
    return new HeadView(
        tone(evaluation),
        Marks.sentenceCase(Headline.outcome(evaluation)),
        Visible.line(evaluation.decision().sentence(), 600),
        Advice.of(evaluation).stream()
            .map(step -> StepView.of(step.text(), step.command()))
            .toList(),
        counts(evaluation),
        facts(input));
  }

  private static String tone(Evaluation evaluation) {
    return switch (evaluation.decision().outcome()) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case COULD_NOT_JUDGE -> "unjudged";
    };
  }

  private static List<CountView> counts(Evaluation evaluation) {
    Map<MarkView, Integer> counts = new LinkedHashMap<>();
    for (Judgement judgement : Tables.shown(evaluation)) {
      counts.merge(Marks.of(judgement), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> new CountView(e.getKey(), Integer.toString(e.getValue())))
        .toList();
  }

  private static List<FactView> facts(ReportInput input) {
    Run run = input.candidate;
    List<FactView> facts = new ArrayList<>();
    facts.add(new FactView("Candidate", Headline.revision(run.revision())));
    String baseline = Headline.baseline(input.evaluation);
    facts.add(new FactView("Baseline", baseline.replaceFirst("^baseline ", "")));
    facts.add(new FactView("Chosen", Visible.line(input.evaluation.baselineChoice(), 400)));
    input.evaluation.drift().ifPresent(drift -> facts.add(drift(drift)));
    facts.add(new FactView("Machine", machine(run.environment())));
    facts.add(new FactView("JVM", values(run.environment(), "jvm.vm", "jvm.version", "jvm.gc")));
    facts.add(
        new FactView(
            "Measured", TIME.format(run.startedAt()) + ", in " + Wording.time(run.took())));
    facts.add(
        new FactView(
            "Plan",
            "%s, %s a benchmark, seed %d"
                .formatted(
                    Visible.line(run.sampling().plan(), 40),
                    Wording.count(run.sampling().forks(), "fork"),
                    run.sampling().seed())));
    return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
  }

  private static FactView drift(Drift drift) {
    String counts = DriftText.since(drift) + ": " + DriftText.counts(drift);
    return new FactView("Drift", drift.judged() ? counts + "; " + DriftText.choice(drift) : counts);
  }

  private static String machine(Environment environment) {
    String cpus = environment.value("cpu.usable").map(n -> n + " CPUs").orElse("");
    return Stream.of(
            Visible.line(environment.value("cpu.model").orElse(""), 120),
            Visible.line(cpus, 40),
            Visible.line(environment.value("os.family").orElse(""), 40))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String values(Environment environment, String... names) {
    return Stream.of(names)
        .flatMap(name -> environment.value(name).stream())
        .map(value -> Visible.line(value, 120))
        .collect(Collectors.joining(", "));
  }
}
