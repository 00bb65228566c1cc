package dev.gnomon.report.junit;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Run;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * One test case for each judgement: failed where it fails the build, skipped where nothing could be
 * told. A build that fails for another reason than a benchmark has a test case of its own for it.
 */
public final class JunitXml {
  private static final int LONGEST = 2000;

  private final Evaluation evaluation;
  private final Run candidate;
  private final Labels labels;

  private JunitXml(Evaluation evaluation, Run candidate) {
    this.evaluation = evaluation;
    this.candidate = candidate;
    this.labels = Labels.of(evaluation);
  }

  /** The whole file. */
  public static String text(Evaluation evaluation, Run candidate) {
    StringWriter text = new StringWriter();
    try {
      XmlLines xml = new XmlLines(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
      new JunitXml(evaluation, candidate).suite(xml);
      xml.end();
    } catch (XMLStreamException e) {
      throw new AssertionError("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  private void suite(XmlLines xml) throws XMLStreamException {
    List<Judgement> judgements = evaluation.judgements();
    boolean gate = failsForAnotherReason();
    long failures = judgements.stream().filter(j -> j.effect() == Effect.FAILS).count();
    xml.start(
        "testsuite",
        "name",
        "perf " + Visible.line(evaluation.candidate().origin().module(), 200),
        "tests",
        Integer.toString(judgements.size() + (gate ? 1 : 0)),
        "failures",
        Long.toString(failures + (gate ? 1 : 0)),
        "errors",
        "0",
        "skipped",
        Long.toString(judgements.stream().filter(JunitXml::skipped).count()),
        "time",
        seconds(evaluation.candidate().took().toNanos()),
        "timestamp",
        evaluation.candidate().startedAt().toString());
    if (gate) {
      gate(xml);
    }
    for (Judgement judgement : judgements) {
      testcase(judgement, xml);
    }
    xml.close();
  }

  private boolean failsForAnotherReason() {
    return evaluation.decision().outcome() != Outcome.PASSED
        && evaluation.judgements().stream().noneMatch(j -> j.effect() == Effect.FAILS);
  }

  private void gate(XmlLines xml) throws XMLStreamException {
    xml.start("testcase", "classname", "perf", "name", "gate", "time", "0.000");
    xml.start(
        "failure",
        "type",
        evaluation.decision().outcome().name(),
        "message",
        Visible.line(evaluation.decision().sentence(), LONGEST));
    xml.text(lines(evaluation.decision().reasons().stream()));
    xml.close();
    xml.close();
  }

  private void testcase(Judgement judgement, XmlLines xml) throws XMLStreamException {
    xml.start(
        "testcase",
        "classname",
        className(judgement.id()),
        "name",
        name(judgement),
        "time",
        seconds(Wording.isTime(judgement.metric()) ? measuredNs(judgement.id()) : 0));
    String reason = Visible.line(judgement.reason(), LONGEST);
    if (judgement.effect() == Effect.FAILS) {
      xml.start("failure", "type", judgement.verdict().name(), "message", reason);
      xml.text(details(judgement));
      xml.close();
    } else if (skipped(judgement)) {
      xml.empty("skipped", "message", Wording.word(judgement) + ": " + reason);
    } else {
      xml.start("system-out");
      xml.text(Wording.word(judgement) + ": " + details(judgement));
      xml.close();
    }
    xml.close();
  }

  private static boolean skipped(Judgement judgement) {
    boolean untold =
        judgement.verdict() == Verdict.INCONCLUSIVE || judgement.verdict() == Verdict.INCOMPARABLE;
    return untold && judgement.effect() != Effect.FAILS;
  }

  private static String className(BenchmarkId id) {
    int method = id.benchmark().lastIndexOf('.');
    return Visible.line(method < 0 ? id.benchmark() : id.benchmark().substring(0, method), 400);
  }

  private String name(Judgement judgement) {
    String label = labels.of(judgement.id());
    return Wording.isTime(judgement.metric())
        ? label
        : label + " " + Wording.metric(judgement.metric());
  }

  private String details(Judgement judgement) {
    Stream<String> caveats =
        judgement.change().stream().flatMap(c -> c.caveats().stream()).map(c -> c.text());
    Stream<String> output =
        candidate
            .series(judgement.id())
            .flatMap(series -> series.failure())
            .map(Failure::lastLines)
            .stream()
            .flatMap(List::stream);
    return lines(Stream.concat(Stream.of(judgement.reason()), Stream.concat(caveats, output)));
  }

  private long measuredNs(BenchmarkId id) {
    return candidate.series(id).stream()
        .flatMap(series -> series.forks().stream())
        .flatMap(JunitXml::iterations)
        .mapToLong(iteration -> Math.max(0, iteration.workers().windowNs()))
        .sum();
  }

  private static Stream<Iteration> iterations(Fork fork) {
    return Stream.concat(fork.warmup().stream(), fork.iterations().stream());
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> Visible.line(line, LONGEST)).collect(Collectors.joining("\n"));
  }

  private static String seconds(long ns) {
    return String.format(Locale.ROOT, "%.3f", ns / 1e9);
  }
}
