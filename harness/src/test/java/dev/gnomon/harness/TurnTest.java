package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TurnTest {
  @TempDir Path directory;

  private Path file(int... bytes) throws IOException {
    Path file = directory.resolve("turns");
    byte[] octets = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      octets[i] = (byte) bytes[i];
    }
    return Files.write(file, octets);
  }

  @Test
  void twoThatTakeTurnsAlternate() throws Exception {
    Path file = file(0, 0, 0);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int place = 0; place < 2; place++) {
      int own = place;
      Thread thread =
          new Thread(
              () -> {
                Turn turn = Turn.of(file, own);
                for (int i = 0; i < 20; i++) {
                  turn.await();
                  order.add(own);
                  turn.pass();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(50).toMillis());
    }

    assertThat(order).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(order.get(i)).isEqualTo(i % 2);
    }
  }

  @Test
  void whoHasLeftIsNotWaitedFor() throws IOException {
    Turn turn = Turn.of(file(0, 1, 0), 1);

    turn.await();
    turn.pass();
    turn.await();

    assertThat(Files.readAllBytes(directory.resolve("turns"))).containsExactly(0, 1, 0);
  }

  @Test
  void aForkThatMeasuresAloneAlwaysHasItsTurn() {
    Turn turn = Turn.ofThisFork();

    turn.await();
    turn.pass();
    turn.await();
    assertThat(System.getProperty(Turn.FILE)).isNull();
  }
}
