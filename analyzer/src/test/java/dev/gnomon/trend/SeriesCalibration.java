package dev.gnomon.trend;

import dev.gnomon.calibration.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how well change points are found, and fails where a target is missed that does not depend
 * on the machine.
 */
public final class SeriesCalibration {
  private SeriesCalibration() {}

  /** Takes the file of labelled histories, or a dash, and the file of figures. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Figures figures = new Figures();
    out.println("== Change points");
    if (arguments[0].equals("-")) {
      out.println("labelled histories: skipped, -Dcalibration.series=FILE is not set");
    } else {
      new LabelledTrial(LabelledSeries.read(Path.of(arguments[0]))).run(out, figures);
    }
    new NoiseTrial().run(out, figures);
    List<String> missed = figures.missed();
    new SpeedTrial().run(out, figures);
    figures.write(Path.of(arguments[1]));
    if (!missed.isEmpty()) {
      throw new IllegalStateException("figures that miss their target: " + missed);
    }
  }
}
