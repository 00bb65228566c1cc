package dev.gnomon.trend;

import java.util.List;

/** Stretches between neighbouring places, from the first value to the last. */
final class Segments {
  private final List<Integer> places;
  private final int length;

  Segments(List<Integer> places, int length) {
    this.places = List.copyOf(places);
    this.length = length;
  }

  int count() {
    return places.size() + 1;
  }

  /** Position of the segment's first value. */
  int start(int segment) {
    return segment == 0 ? 0 : places.get(segment - 1);
  }

  /** Position after the segment's last value. */
  int end(int segment) {
    return segment == places.size() ? length : places.get(segment);
  }
}
