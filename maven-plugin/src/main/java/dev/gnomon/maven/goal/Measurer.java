package dev.gnomon.maven.goal;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;

/** Whatever measures: a host JVM, or a test's own idea. */
@FunctionalInterface
public interface Measurer {
  /** Measures; where the thread is interrupted, what was measured until then. */
  Measured measure(HostCommand command, MeasurementRequest request, MeasurementListener listener);
}
