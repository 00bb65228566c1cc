package dev.gnomon.calibration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how right the gate is on recorded forks, beside what it should be and beside rules that
 * others use.
 */
public final class GateCalibration {
  private GateCalibration() {}

  /**
   * Takes a file of forks and a file of contended forks, each possibly a dash, the file of figures,
   * and the seed of the random splits.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long seed = Long.parseLong(arguments[3]);
    Figures figures = new Figures();
    out.println("== Gate, with random splits by seed " + seed);
    if (arguments[0].equals("-")) {
      out.println("forks: skipped, -Dcalibration.forks=FILE is not set");
    } else {
      List<Population> populations = Population.read(Path.of(arguments[0]));
      out.printf("%d benchmarks of identical forks from %s%n", populations.size(), arguments[0]);
      new ForkFigures(populations, seed, figures).all();
      new SteadyFigures(ForkFile.read(Path.of(arguments[0])), seed, out, figures).all();
    }
    if (arguments[1].equals("-")) {
      out.println("contended forks: skipped, -Dcalibration.contended=FILE is not set");
    } else {
      List<ForkFile.Line> contended = ForkFile.read(Path.of(arguments[1]));
      new ContendedFigures(contended, seed, out, figures).all();
      SteadyFigures.contended(contended, out, figures);
    }
    out.println(figures.table());
    figures.write(Path.of(arguments[2]));
    out.println("missed: " + figures.missed());
  }
}
