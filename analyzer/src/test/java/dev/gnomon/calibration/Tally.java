package dev.gnomon.calibration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how often each rule in common use said "slower". */
final class Tally {
  private final Map<OtherRules, Share> shares = new EnumMap<>(OtherRules.class);

  /** Counts every rule that calls at least one of these slower. */
  void add(List<Draw> draws) {
    for (OtherRules rule : OtherRules.values()) {
      shares.computeIfAbsent(rule, r -> new Share()).add(draws.stream().anyMatch(rule::slower));
    }
  }

  void into(Figures figures, String prefix) {
    shares.forEach((rule, share) -> figures.reference(prefix + "." + rule, share.value()));
  }
}
