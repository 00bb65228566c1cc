package dev.gnomon.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several builds that ask from one cache at once. */
class SharedCacheTest {
  private static final int RUNS = 30;

  @TempDir Path directory;

  private DirectoryArchive archive;

  @BeforeEach
  void fillAnArchive() {
    archive = new DirectoryArchive(directory.resolve("archive"));
    for (int i = 0; i < RUNS; i++) {
      archive.add(
          SmallRuns.of(
              SmallRuns.revision("main", "a"),
              SmallRuns.NOON.plus(Duration.ofHours(i)),
              new Environment(List.of())));
    }
  }

  private CacheProcess process(String task) throws Exception {
    return CacheProcess.start(task, directory.resolve("archive"), directory.resolve("cache"));
  }

  private QueryCache cache(Duration patience) {
    return new QueryCache(
        SqlEngine.of(getClass().getClassLoader()), directory.resolve("cache"), patience);
  }

  private static List<List<Object>> count(QueryCache cache) {
    return new ArchiveQuery(cache, QueryLimits.USUAL)
        .ask(Question.ofSql("SELECT count(*) FROM run"), Map.of())
        .rows();
  }

  @Test
  void processesThatAskAtOnceWaitForEachOther() throws Exception {
    List<CacheProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        processes.add(process("ask"));
      }
      for (CacheProcess process : processes) {
        assertThat(process.rest()).isEqualTo(Collections.nCopies(10, "[[" + RUNS + "]]"));
      }
    } finally {
      for (CacheProcess process : processes) {
        process.close();
      }
    }
    QueryCache cache = cache(Duration.ZERO);
    assertThat(cache.refresh(archive, "dev.example:root", List.of("core"), false).added()).isZero();
    assertThat(count(cache)).isEqualTo(List.of(List.of((long) RUNS)));
  }

  @Test
  void threadsOfOneProcessWaitForEachOtherToo() {
    List<List<List<Object>>> counts =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> {
                  QueryCache cache = cache(Duration.ofMinutes(2));
                  cache.refresh(archive, "dev.example:root", List.of("core"), false);
                  return count(cache);
                })
            .toList();
    assertThat(counts).isEqualTo(Collections.nCopies(8, List.of(List.of((long) RUNS))));
  }

  @Test
  void whoWaitsTooLongIsToldWhatFor() throws Exception {
    QueryCache cache = cache(Duration.ofMillis(100));
    try (CacheProcess holder = process("hold")) {
      assertThat(holder.line()).isEqualTo("held");
      ProblemException problem =
          catchThrowableOfType(
              ProblemException.class,
              () -> cache.refresh(archive, "dev.example:root", List.of("core"), false));
      assertThat(problem.code()).isEqualTo("query-cache-unusable");
      assertThat(problem).hasMessageContaining("another process has used it");
      assertThat(catchThrowableOfType(ProblemException.class, () -> count(cache)).code())
          .isEqualTo("query-cache-unusable");
    }
    // The system takes the lock back from who was killed.
    QueryCache patient = cache(Duration.ofMinutes(1));
    patient.refresh(archive, "dev.example:root", List.of("core"), false);
    assertThat(count(patient)).isEqualTo(List.of(List.of((long) RUNS)));
    assertThat(Files.exists(directory.resolve("cache/archive.lock"))).isTrue();
  }
}
