package dev.gnomon.json;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Series;

/** One benchmark in a run, and what identifies it. */
final class SeriesJson {
  private SeriesJson() {}

  static void write(JsonOut out, Series series) {
    writeId(out, series.id());
    out.text("bytecodeHash", series.bytecodeHash())
        .object("plan", plan -> write(plan, series.plan()))
        .objects("forks", series.forks(), ForkJson::write);
  }

  static void writeId(JsonOut out, BenchmarkId id) {
    out.text("benchmark", id.benchmark())
        .textsByName("params", id.params())
        .text("mode", id.mode().label())
        .whole("threads", id.threads());
  }

  private static void write(JsonOut out, ForkPlan plan) {
    out.whole("warmupIterations", plan.warmupIterations())
        .whole("warmupNs", plan.warmupNs())
        .whole("iterations", plan.iterations())
        .whole("iterationNs", plan.iterationNs())
        .whole("timeoutNs", plan.timeoutNs());
  }

  static Series read(Fields in) {
    return new Series(
        readId(in),
        in.object("plan").as(SeriesJson::plan),
        in.text("bytecodeHash"),
        in.objects("forks").stream().map(fork -> fork.as(ForkJson::read)).toList());
  }

  static BenchmarkId readId(Fields in) {
    return new BenchmarkId(
        in.text("benchmark"),
        in.textsByName("params"),
        Mode.ofLabel(in.text("mode")),
        in.count("threads"));
  }

  private static ForkPlan plan(Fields in) {
    return new ForkPlan(
        in.count("warmupIterations"),
        in.whole("warmupNs"),
        in.count("iterations"),
        in.whole("iterationNs"),
        in.whole("timeoutNs"));
  }
}
