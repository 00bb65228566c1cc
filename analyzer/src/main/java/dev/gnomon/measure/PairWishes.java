package dev.gnomon.measure;

import dev.gnomon.model.BenchmarkId;
import java.util.List;

/** Decides, from what was measured so far, which pairs are worth measuring next. */
@FunctionalInterface
public interface PairWishes {

  /**
   * What is wanted next. Where the time left does not suffice for all, those that come first are
   * measured.
   *
   * @param soFar both sides; benchmarks that have failed are left alone whatever is wanted
   * @return most urgent first; empty where everything is decided
   */
  List<Wish> next(PairedMeasured soFar);

  /**
   * One benchmark of which more is wanted.
   *
   * @param id which
   * @param pairs how many pairs more, at least 1
   */
  record Wish(BenchmarkId id, int pairs) {}
}
