package dev.gnomon.json;

import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.RunSummary;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.problem.ProblemException;
import java.io.InputStream;
import java.time.Duration;

/** An evaluation as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. */
public final class EvaluationJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-evaluation/1";

  private EvaluationJson() {}

  /** Writes an evaluation as JSON in ASCII; the same evaluation gives the same bytes. */
  public static byte[] encode(Evaluation evaluation) {
    return JsonOut.document(
        SCHEMA,
        out -> {
          out.object("decision", o -> write(o, evaluation.decision()))
              .object("candidate", o -> write(o, evaluation.candidate()))
              .objects("baseline", evaluation.baseline(), EvaluationJson::write)
              .text("baselineChoice", evaluation.baselineChoice())
              .object("policy", o -> write(o, evaluation.policy()))
              .objects("judgements", evaluation.judgements(), JudgementJson::write)
              .objects("caveats", evaluation.caveats(), JudgementJson::write)
              .objects("attributions", evaluation.attributions(), AttributionJson::write);
          evaluation.drift().ifPresent(drift -> out.object("drift", o -> write(o, drift)));
        });
  }

  private static void write(JsonOut out, Drift drift) {
    out.text("against", drift.against())
        .text("choice", drift.choice())
        .text("effect", drift.effect().name())
        .objects("judgements", drift.judgements(), JudgementJson::write);
  }

  private static void write(JsonOut out, GateDecision decision) {
    out.text("outcome", decision.outcome().name())
        .text("sentence", decision.sentence())
        .texts("reasons", decision.reasons());
  }

  private static void write(JsonOut out, RunSummary run) {
    out.object("origin", o -> HeadJson.write(o, run.origin()))
        .object("revision", o -> HeadJson.write(o, run.revision()))
        .text("startedAt", run.startedAt().toString())
        .whole("tookNs", run.took().toNanos())
        .object("sampling", o -> HeadJson.write(o, run.sampling()))
        .whole("benchmarks", run.benchmarks());
  }

  private static void write(JsonOut out, GatePolicy policy) {
    out.objects("rules", policy.rules(), JudgementJson::write)
        .real("alpha", policy.alpha())
        .text("onMissing", policy.onMissing().name())
        .text("onNoBaseline", policy.onNoBaseline().name())
        .text("onPartial", policy.onPartial().name())
        .text("onUnconfirmed", policy.onUnconfirmed().name());
  }

  /**
   * Reads an evaluation, plain or gzipped.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws ProblemException {@code evaluation-file-unreadable}
   */
  public static Evaluation decode(InputStream in, String name) {
    try {
      return JsonDocument.read(in, SCHEMA).as(EvaluationJson::evaluation);
    } catch (UnreadableException e) {
      throw new ProblemException(
          "evaluation-file-unreadable",
          name
              + " cannot be read as an evaluation: "
              + e.getMessage()
              + ". Run perf:check again with this version of the plugin to write a new one.",
          e);
    }
  }

  private static Evaluation evaluation(Fields in) {
    return new Evaluation(
        in.object("candidate").as(EvaluationJson::summary),
        in.objects("baseline").stream().map(run -> run.as(EvaluationJson::summary)).toList(),
        in.text("baselineChoice"),
        in.object("policy").as(EvaluationJson::policy),
        in.objects("judgements").stream().map(j -> j.as(JudgementJson::read)).toList(),
        in.object("decision").as(EvaluationJson::decision),
        JudgementJson.caveats(in),
        AttributionJson.all(in),
        in.objectIfAny("drift").map(drift -> drift.as(EvaluationJson::drift)));
  }

  private static Drift drift(Fields in) {
    return new Drift(
        in.text("against"),
        in.text("choice"),
        in.constant("effect", Effect.class),
        in.objects("judgements").stream().map(j -> j.as(JudgementJson::read)).toList());
  }

  private static RunSummary summary(Fields in) {
    return new RunSummary(
        in.object("origin").as(HeadJson::origin),
        in.object("revision").as(HeadJson::revision),
        in.instant("startedAt"),
        Duration.ofNanos(in.whole("tookNs")),
        in.object("sampling").as(HeadJson::sampling),
        in.count("benchmarks"));
  }

  private static GatePolicy policy(Fields in) {
    return new GatePolicy(
        in.objects("rules").stream().map(rule -> rule.as(JudgementJson::rule)).toList(),
        in.real("alpha"),
        in.constant("onMissing", Effect.class),
        in.constant("onNoBaseline", Effect.class),
        in.constant("onPartial", Effect.class),
        in.constant("onUnconfirmed", Effect.class));
  }

  private static GateDecision decision(Fields in) {
    return new GateDecision(
        in.constant("outcome", GateDecision.Outcome.class),
        in.text("sentence"),
        in.texts("reasons"));
  }
}
