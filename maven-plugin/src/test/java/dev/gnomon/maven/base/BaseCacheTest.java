package dev.gnomon.maven.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.maven.layout.ModulePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final BuildKey KEY = new BuildKey("a".repeat(40), "1".repeat(64));

  @TempDir Path directory;
  private Path worktree;
  private Path jar;
  private Path base;
  private BaseCache cache;
  private ModulePaths built;

  @BeforeEach
  void aModuleIsBuilt() throws IOException {
    worktree = Files.createDirectory(directory.resolve("tree"));
    base = Files.createDirectory(directory.resolve("module"));
    jar = write(directory.resolve("repository/a b+c%20.jar"), "jar");
    Path main = worktree.resolve("app/target/classes");
    Path test = worktree.resolve("app/target/test-classes");
    Path library = worktree.resolve("library/target/classes");
    Path committed = write(worktree.resolve("libs/committed.jar"), "committed");
    write(test.resolve("it/Suite.class"), "suite");
    write(test.resolve("META-INF/BenchmarkList"), "list");
    write(library.resolve("it/Sum.class"), "sum");
    built =
        new ModulePaths(
            "app",
            worktree.resolve("app"),
            main,
            test,
            List.of(main, library, jar, committed),
            List.of(test, main, library, jar, committed));
    cache = new BaseCache(directory.resolve("cache"));
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private ModulePaths store() throws IOException {
    return cache.store(KEY, built, worktree, base, NOW);
  }

  @Test
  void whatIsKeptNeedsNoWorktree() throws IOException {
    ModulePaths stored = store();
    FileTree.delete(worktree);

    assertThat(cache.find(KEY, base, NOW)).contains(stored);
    assertThat(stored.base()).isEqualTo(base);
    assertThat(stored.mainClasses()).isEmptyDirectory();
    assertThat(stored.testClasses().resolve("it/Suite.class")).hasContent("suite");
    assertThat(stored.testPath()).hasSize(5).startsWith(stored.testClasses(), stored.mainClasses());
    assertThat(stored.testPath().get(2).resolve("it/Sum.class")).hasContent("sum");
    assertThat(stored.testPath().get(3)).isEqualTo(jar);
    assertThat(stored.testPath().get(4)).hasContent("committed").hasExtension("jar");
    assertThat(stored.runtimePath()).startsWith(stored.mainClasses()).hasSize(4);
    assertThat(directory.resolve("cache").toFile().list())
        .containsExactly("a".repeat(12) + "-11111111");
  }

  @Test
  void anotherCommitOrAnotherBuildOfItIsNotFound() throws IOException {
    store();

    assertThat(cache.find(new BuildKey("b".repeat(40), KEY.digest()), base, NOW)).isEmpty();
    assertThat(cache.find(new BuildKey(KEY.commit(), "2".repeat(64)), base, NOW)).isEmpty();
    // The name of the directory says little: the entry itself must say what it is.
    String similar = "1".repeat(8) + "2".repeat(56);
    assertThat(cache.find(new BuildKey(KEY.commit(), similar), base, NOW)).isEmpty();
  }

  @Test
  void anEntryWhoseFilesChangedIsNotBelieved() throws IOException {
    ModulePaths stored = store();

    Path suite = stored.testClasses().resolve("it/Suite.class");
    Files.writeString(suite, "SUITE");
    assertThat(cache.find(KEY, base, NOW)).isEmpty();

    Files.writeString(suite, "suite");
    assertThat(cache.find(KEY, base, NOW)).isPresent();

    Files.delete(suite);
    assertThat(cache.find(KEY, base, NOW)).isEmpty();

    Files.writeString(suite, "suite");
    write(stored.mainClasses().resolve("Added.class"), "");
    assertThat(cache.find(KEY, base, NOW)).isEmpty();
  }

  @Test
  void anEntryWhoseJarsChangedOrAreGoneIsNotBelieved() throws IOException {
    store();

    Files.setLastModifiedTime(jar, FileTime.from(NOW));
    assertThat(cache.find(KEY, base, NOW)).isEmpty();

    store();
    assertThat(cache.find(KEY, base, NOW)).isPresent();
    Files.delete(jar);
    assertThat(cache.find(KEY, base, NOW)).isEmpty();
  }

  @Test
  void aDamagedOrForgedManifestIsNotBelievedAndReplaced() throws IOException {
    store();
    Path manifest = directory.resolve("cache").resolve(KEY.directory()).resolve("manifest");
    String good = Files.readString(manifest);
    for (String bad :
        List.of(
            "",
            "key",
            "%zz",
            good.substring(0, good.length() / 2),
            good.replace("own%2F00", "..%2F..%2Fmodule"),
            good + "testPath %2Ftmp%2Fevil.jar\n",
            good.replaceAll("own own%2F01 .*\n", ""))) {
      Files.writeString(manifest, bad);
      assertThat(cache.find(KEY, base, NOW)).as(bad).isEmpty();
    }

    store();
    assertThat(cache.find(KEY, base, NOW)).isPresent();
  }

  @Test
  void whatAKilledBuildLeftUnfinishedIsNeitherFoundNorInTheWay() throws IOException {
    write(directory.resolve("cache/unfinished/own/00/it/Suite.class"), "half");

    assertThat(cache.find(KEY, base, NOW)).isEmpty();
    store();

    assertThat(cache.find(KEY, base, NOW)).isPresent();
    assertThat(directory.resolve("cache/unfinished")).doesNotExist();
  }

  @Test
  void theSixteenCommitsUsedLastAreKeptWithAllTheirBuilds() throws IOException {
    for (int i = 0; i < 16; i++) {
      BuildKey key = new BuildKey("%02x".formatted(i).repeat(20), KEY.digest());
      cache.store(key, built, worktree, base, NOW.plusSeconds(i));
    }
    BuildKey oldest = new BuildKey("0".repeat(40), KEY.digest());
    BuildKey sibling = new BuildKey("0".repeat(40), "2".repeat(64));
    cache.store(sibling, built, worktree, base, NOW);
    assertThat(cache.find(oldest, base, NOW.plusSeconds(10))).isPresent();

    store();
    cache.store(KEY, built, worktree, base, NOW.plusSeconds(20));

    assertThat(cache.find(oldest, base, NOW)).isPresent();
    assertThat(cache.find(sibling, base, NOW)).isPresent();
    assertThat(cache.find(new BuildKey("01".repeat(20), KEY.digest()), base, NOW)).isEmpty();
    assertThat(cache.find(new BuildKey("02".repeat(20), KEY.digest()), base, NOW)).isPresent();
    assertThat(cache.find(KEY, base, NOW)).isPresent();
  }
}
