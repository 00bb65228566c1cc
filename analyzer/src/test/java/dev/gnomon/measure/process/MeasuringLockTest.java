package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringLockTest {
  @TempDir Path directory;

  @Test
  void theSecondWaitsAndIsToldForWhom() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    MeasuringLock first = MeasuringLock.acquire(directory, "shop,\u001b[31m process 1", x -> {});
    Thread second =
        new Thread(
            () -> {
              try {
                MeasuringLock.acquire(directory, "second", told::add).close();
                told.add("got it");
              } catch (InterruptedException e) {
                told.add("interrupted");
              }
            });
    second.start();

    assertThat(told.take())
        .as("no control character of a stranger")
        .isEqualTo("shop, [31m process 1");
    assertThat(second.isAlive()).isTrue();
    first.close();
    assertThat(told.take()).isEqualTo("got it");
    second.join();
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    MeasuringLock first = MeasuringLock.acquire(directory, "first", x -> {});
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Thread second =
        new Thread(
            () -> {
              try {
                MeasuringLock.acquire(directory, "second", told::add).close();
              } catch (InterruptedException e) {
                told.add("interrupted");
              }
            });
    second.start();
    told.take();
    second.interrupt();

    assertThat(told.take()).isEqualTo("interrupted");
    first.close();
  }

  @Test
  void everyUserOfTheMachineMayTakeTheLock() throws Exception {
    MeasuringLock.acquire(directory, "x", x -> {}).close();

    Path file = directory.resolve("gnomon-measuring.lock");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-rw-");
  }

  @Test
  void aLinkInTheSharedDirectoryIsNotFollowed() throws Exception {
    Path victim = directory.resolve("victim");
    Files.writeString(victim, "precious");
    Files.createSymbolicLink(directory.resolve("gnomon-measuring.lock"), victim);

    assertThatThrownBy(() -> MeasuringLock.acquire(directory, "x", x -> {}))
        .isInstanceOfSatisfying(
            ProblemException.class, p -> assertThat(p.code()).isEqualTo("lock-not-writable"))
        .hasMessageContaining("It keeps two builds from measuring at once");
    assertThat(victim).hasContent("precious");
  }
}
