package dev.gnomon.json;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Evidence;
import dev.gnomon.compare.Side;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.unit.Direction;
import java.util.Arrays;
import java.util.List;

/** The verdict on one metric of one benchmark. */
final class JudgementJson {
  private JudgementJson() {}

  static void write(JsonOut out, Judgement judgement) {
    SeriesJson.writeId(out, judgement.id());
    out.object("metric", o -> write(o, judgement.metric()))
        .text("verdict", judgement.verdict().name())
        .text("effect", judgement.effect().name())
        .text("reason", judgement.reason())
        .object("rule", o -> write(o, judgement.rule()));
    judgement.change().ifPresent(change -> out.object("change", o -> write(o, change)));
  }

  private static void write(JsonOut out, Metric metric) {
    out.text("name", metric.name())
        .text("unit", metric.unit())
        .text("direction", metric.direction().name());
  }

  static void write(JsonOut out, Rule rule) {
    out.text("benchmarks", rule.benchmarks())
        .text("metric", rule.metric())
        .real("threshold", rule.threshold())
        .real("floor", rule.floor())
        .text("onRegression", rule.onRegression().name())
        .text("onInconclusive", rule.onInconclusive().name())
        .text("owner", rule.owner());
  }

  private static void write(JsonOut out, Change change) {
    out.object("baseline", o -> write(o, change.baseline()))
        .object("candidate", o -> write(o, change.candidate()))
        .real("logRatio", change.logRatio())
        .object("interval", o -> write(o, change.interval()))
        .object("evidence", o -> write(o, change.evidence()))
        .objects("caveats", change.caveats(), JudgementJson::write);
  }

  private static void write(JsonOut out, Side side) {
    out.realLists("values", side.values())
        .real("center", side.center())
        .real("spread", side.spread());
  }

  static void write(JsonOut out, ConfidenceInterval interval) {
    out.real("lower", interval.lower())
        .real("upper", interval.upper())
        .real("level", interval.level());
  }

  private static void write(JsonOut out, Evidence evidence) {
    out.real("pWorse", evidence.pWorse())
        .real("pBetter", evidence.pBetter())
        .real("standardError", evidence.standardError())
        .real("degreesOfFreedom", evidence.degreesOfFreedom())
        .real("minimumDetectable", evidence.minimumDetectable())
        .whole("forksToDecide", evidence.forksToDecide());
  }

  static void write(JsonOut out, Caveat caveat) {
    out.text("code", caveat.code()).text("text", caveat.text());
  }

  static Judgement read(Fields in) {
    return new Judgement(
        SeriesJson.readId(in),
        in.object("metric").as(JudgementJson::metric),
        in.constant("verdict", Verdict.class),
        in.constant("effect", Effect.class),
        in.text("reason"),
        in.object("rule").as(JudgementJson::rule),
        in.objectIfAny("change").map(change -> change.as(JudgementJson::change)));
  }

  private static Metric metric(Fields in) {
    return new Metric(in.text("name"), in.text("unit"), in.constant("direction", Direction.class));
  }

  static Rule rule(Fields in) {
    return new Rule(
        in.text("benchmarks"),
        in.text("metric"),
        in.real("threshold"),
        in.real("floor"),
        in.constant("onRegression", Effect.class),
        in.constant("onInconclusive", Effect.class),
        in.text("owner"));
  }

  private static Change change(Fields in) {
    return new Change(
        in.object("baseline").as(JudgementJson::side),
        in.object("candidate").as(JudgementJson::side),
        in.real("logRatio"),
        in.object("interval").as(JudgementJson::interval),
        in.object("evidence").as(JudgementJson::evidence),
        caveats(in));
  }

  private static Side side(Fields in) {
    List<List<Double>> values =
        in.realLists("values").stream().map(v -> Arrays.stream(v).boxed().toList()).toList();
    return new Side(values, in.real("center"), in.real("spread"));
  }

  static ConfidenceInterval interval(Fields in) {
    return new ConfidenceInterval(in.real("lower"), in.real("upper"), in.real("level"));
  }

  private static Evidence evidence(Fields in) {
    return new Evidence(
        in.real("pWorse"),
        in.real("pBetter"),
        in.real("standardError"),
        in.real("degreesOfFreedom"),
        in.real("minimumDetectable"),
        in.count("forksToDecide"));
  }

  static List<Caveat> caveats(Fields in) {
    return in.objects("caveats").stream()
        .map(c -> c.as(f -> new Caveat(f.text("code"), f.text("text"))))
        .toList();
  }
}
