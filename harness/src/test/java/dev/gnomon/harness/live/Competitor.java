package dev.gnomon.harness.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A neighbour on the machine: a process that computes and rests in turns, 4 s each on average. */
final class Competitor {
  private static final double MEAN_NS = 4e9;

  private Competitor() {}

  public static void main(String[] args) throws InterruptedException {
    Random random = new Random(Long.parseLong(args[0]));
    double sink = 0;
    while (true) {
      long until = System.nanoTime() + duration(random);
      while (System.nanoTime() < until) {
        for (int i = 1; i < 100_000; i++) {
          sink += Math.sqrt(i);
        }
      }
      Thread.sleep(duration(random) / 1_000_000 + (sink < 0 ? 1 : 0));
    }
  }

  private static long duration(Random random) {
    return (long) (-MEAN_NS * Math.log(1 - random.nextDouble()));
  }

  /** Starts so many of them; they end with this JVM, or when they are destroyed. */
  static List<Process> start(int count) throws IOException {
    List<Process> competitors = new ArrayList<>();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    for (int i = 0; i < count; i++) {
      Process process =
          new ProcessBuilder(
                  java.toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Competitor.class.getName(),
                  Integer.toString(i))
              .inheritIO()
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      competitors.add(process);
    }
    return competitors;
  }
}
