package dev.gnomon.report;

import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One profile that looks like a real one, with a few hostile names. */
public final class ExampleProfiles {
  private static final String RUNNER =
      "java/lang/Thread.run;java/util/concurrent/ThreadPoolExecutor.runWorker;"
          + "dev/gnomon/jmh_generated/TokenizerBenchmark_parse_jmhTest.parse_avgt_jmhStub;"
          + "dev/gnomon/sample/text/TokenizerBenchmark.parse;";

  private static final String TEXT =
      String.join(
              "\n",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;dev/gnomon/sample/text/Tokenizer.next 410",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;dev/gnomon/sample/text/Tokenizer.next;java/lang/Character.isLetterOrDigit 222",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;java/lang/String.substring;java/lang/StringLatin1.newString;java/util/Arrays.copyOfRange 180",
              RUNNER + "dev/gnomon/sample/text/Tokenizer.tokens;java/util/ArrayList.add 64",
              RUNNER
                  + "dev/gnomon/sample/text/Tokenizer.tokens;java/util/ArrayList.add;java/util/ArrayList.grow 21",
              RUNNER + "org/openjdk/jmh/infra/Blackhole.consume 18",
              RUNNER + "<img src=x onerror=alert(1)>;\"quoted'\u202ename 9",
              RUNNER + "y".repeat(10_000) + " 5",
              "start_thread;thread_native_entry(Thread*);G1ServiceThread::run_service();clock_nanosleep_[k] 33",
              "start_thread;C2Compiler::compile_method 71")
          + "\n";

  /** The same for every fork. */
  public static final Profiles ALL = of(TEXT);

  private ExampleProfiles() {}

  /** That profile with so many stacks more. */
  public static Profile profile(int extra) {
    StringBuilder text = new StringBuilder(TEXT);
    for (int i = 0; i < extra; i++) {
      text.append(RUNNER)
          .append("a/P%d.p;a/Q%d.q;a/R%d.r %d%n".formatted(i % 17, i % 331, i, 1 + i % 50));
    }
    return read(text.toString());
  }

  /** A profile from its collapsed stacks. */
  public static Profile read(String text) {
    try {
      return CollapsedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same text for every fork. */
  public static Profiles of(String text) {
    return ref -> Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A run all of whose forks have such a profile. */
  public static Run refer(Run run, ProfileRef ref) {
    List<Series> series =
        run.series().stream()
            .map(s -> new Series(s.id(), s.plan(), s.bytecodeHash(), refer(s.forks(), ref)))
            .toList();
    return new Run(
        run.origin(),
        run.revision(),
        run.startedAt(),
        run.took(),
        run.environment(),
        run.sampling(),
        series,
        run.notes());
  }

  private static List<Fork> refer(List<Fork> forks, ProfileRef ref) {
    return forks.stream()
        .map(
            f ->
                new Fork(
                    f.round(),
                    f.startedAt(),
                    f.warmup(),
                    f.iterations(),
                    f.secondary(),
                    f.noise(),
                    ref,
                    f.failure()))
        .toList();
  }
}
