package dev.gnomon.maven.goal;

import dev.gnomon.maven.config.BenchmarkParams;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The benchmark whose profile is meant.
 *
 * @param name {@code perf.benchmark}: a part of {@code package.Class.method}
 * @param params {@code perf.params}: one value a parameter
 */
public record ProfiledBenchmark(Setting name, Setting params) {
  private static final int MOST_SHOWN = 10;

  /** A benchmark that no run needs to know, of one thread; empty where none is named. */
  public Optional<BenchmarkId> id() {
    return name.value().map(text -> BenchmarkId.of(text, values(), Mode.AVERAGE_TIME, 1));
  }

  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    BenchmarkParams.read(params)
        .forEach(
            (key, all) -> {
              if (all.size() != 1) {
                throw params.invalid("one value for each parameter");
              }
              values.put(key, all.get(0));
            });
    return values;
  }

  /**
   * The one benchmark of a run that is meant, among those that left a profile.
   *
   * @param where the run, for messages
   * @throws ProblemException {@code benchmark-unknown} where none or several are
   */
  public Series in(Run run, String where) {
    List<Series> profiled =
        run.series().stream()
            .filter(series -> series.goodForks().stream().anyMatch(f -> f.profile().present()))
            .toList();
    List<Series> meant = profiled.stream().filter(series -> meant(series.id())).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    List<Series> shown = meant.isEmpty() ? profiled : meant;
    throw new ProblemException(
        "benchmark-unknown",
        "perf.benchmark is \"%s\"%s: %s of %s are meant. Expected one that has a profile, named as far as it takes: -Dperf.benchmark=Class.method and, with parameters, -Dperf.params=name=value. There %s: %s"
            .formatted(
                name.value().orElse(""),
                params.value().map(text -> " with perf.params=" + text).orElse(""),
                meant.size(),
                where,
                profiled.isEmpty() ? "is no profile" : "are",
                list(shown)));
  }

  private boolean meant(BenchmarkId id) {
    return name.value().map(id.benchmark()::contains).orElse(true)
        && id.params().entrySet().containsAll(values().entrySet());
  }

  private static String list(List<Series> series) {
    List<String> names =
        series.stream()
            .limit(MOST_SHOWN)
            .map(s -> s.id().benchmark() + (s.id().params().isEmpty() ? "" : " " + s.id().params()))
            .map(text -> text.replaceAll("\\p{Cntrl}", "?"))
            .toList();
    return String.join(", ", names) + (series.size() > MOST_SHOWN ? ", …" : "");
  }
}
