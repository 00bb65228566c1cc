package dev.gnomon.json;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Sampling;
import java.util.Optional;

/** What a run says of itself before its measurements. */
final class HeadJson {
  private HeadJson() {}

  static void write(JsonOut out, Origin origin) {
    out.text("project", origin.project())
        .text("module", origin.module())
        .text("source", origin.source())
        .text("toolVersion", origin.toolVersion());
  }

  static void write(JsonOut out, Revision revision) {
    out.text("commit", revision.commit())
        .text("branch", revision.branch())
        .flag("dirty", revision.dirty());
    revision.committedAt().ifPresent(time -> out.text("committedAt", time.toString()));
  }

  static void write(JsonOut out, Fact fact) {
    out.text("name", fact.name()).text("value", fact.value()).flag("strict", fact.strict());
  }

  static void write(JsonOut out, Sampling sampling) {
    out.text("plan", sampling.plan())
        .whole("forks", sampling.forks())
        .whole("seed", sampling.seed())
        .flag("complete", sampling.complete());
  }

  static Origin origin(Fields in) {
    return new Origin(
        in.text("project"), in.text("module"), in.text("source"), in.text("toolVersion"));
  }

  static Revision revision(Fields in) {
    return new Revision(
        in.text("commit"),
        in.text("branch"),
        in.flag("dirty"),
        in.has("committedAt") ? Optional.of(in.instant("committedAt")) : Optional.empty());
  }

  static Environment environment(Fields in) {
    return new Environment(
        in.objects("environment").stream().map(fact -> fact.as(HeadJson::fact)).toList());
  }

  private static Fact fact(Fields in) {
    return new Fact(in.text("name"), in.text("value"), in.flag("strict"));
  }

  static Sampling sampling(Fields in) {
    return new Sampling(in.text("plan"), in.count("forks"), in.whole("seed"), in.flag("complete"));
  }
}
