package dev.gnomon.report;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.Profiled;
import dev.gnomon.unit.Figures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the profiles of the benchmarks that get a section, and leaves a copy of them beside the
 * page.
 */
final class ProfileBook {
  /** Flame graphs are the largest part of a section, so not every section gets one. */
  private static final int MOST = 24;

  private static final int MOST_BYTES = 32 << 20;

  private final Run candidate;
  private final Profiles profiles;
  private final ReportOutput out;

  ProfileBook(Run candidate, Profiles profiles, ReportOutput out) {
    this.candidate = candidate;
    this.profiles = profiles;
    this.out = out;
  }

  /** The profiles of these benchmarks, in their order. */
  Map<BenchmarkId, Profiled> collect(List<BenchmarkId> ids) throws IOException {
    Map<BenchmarkId, Profiled> book = new LinkedHashMap<>();
    int drawn = 0;
    for (BenchmarkId id : ids) {
      Profiled profiled =
          drawn < MOST
              ? profiled(id, drawn + 1)
              : new Profiled(
                  Profile.EMPTY, "", "Only the first %d profiles are drawn.".formatted(MOST));
      drawn += profiled.file().isEmpty() ? 0 : 1;
      book.put(id, profiled);
    }
    return book;
  }

  private Profiled profiled(BenchmarkId id, int number) throws IOException {
    List<Fork> forks = candidate.series(id).map(Series::forks).orElse(List.of());
    Profile sum = Profile.EMPTY;
    int read = 0;
    String file = "profiles/%03d.collapsed".formatted(number);
    OutputStream copy = null;
    try {
      for (Fork fork : forks) {
        Optional<byte[]> text = text(fork.profile());
        if (text.isPresent() && text.get().length > 0) {
          copy = copy == null ? out.create("report/" + file) : copy;
          copy.write(text.get());
          copy.write('\n');
          sum = sum.plus(CollapsedReader.read(new ByteArrayInputStream(text.get())));
          read++;
        }
      }
    } finally {
      if (copy != null) {
        copy.close();
      }
    }
    return read == 0
        ? new Profiled(Profile.EMPTY, "", missing(forks))
        : new Profiled(sum, file, how(forks, read, sum));
  }

  /** A profile that is not there, or cannot be read, is no reason to have no report. */
  private Optional<byte[]> text(ProfileRef ref) {
    if (!ref.present()) {
      return Optional.empty();
    }
    try {
      Optional<InputStream> found = profiles.open(ref);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        return Optional.of(in.readNBytes(MOST_BYTES));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String missing(List<Fork> forks) {
    return forks.stream()
        .map(Fork::profile)
        .filter(ref -> !ref.present() && !ref.status().isEmpty())
        .findFirst()
        .map(ref -> "No profile: " + Visible.line(ref.status(), 300) + ".")
        .orElse(
            forks.isEmpty()
                ? "No profile: the benchmark did not run."
                : "The profile is not there any more.");
  }

  private static String how(List<Fork> forks, int read, Profile sum) {
    ProfileRef ref =
        forks.stream().map(Fork::profile).filter(ProfileRef::present).findFirst().orElseThrow();
    String interval =
        ref.intervalNs() > 0 ? " every " + Figures.quantity((double) ref.intervalNs(), "ns") : "";
    String engine = ref.engine().isEmpty() ? "" : " by " + Visible.line(ref.engine(), 40);
    return "%s, %s%s%s in the measured iterations of %s"
        .formatted(
            weight(sum, ref),
            Visible.line(ref.event(), 40),
            interval,
            engine,
            Wording.count(read, "fork"));
  }

  /** The profiler may count samples, or the time that they stand for. */
  private static String weight(Profile sum, ProfileRef ref) {
    long each = ref.intervalNs();
    boolean time = each > 1 && sum.samples().values().stream().allMatch(count -> count % each == 0);
    return time
        ? "%d samples, %s"
            .formatted(sum.total() / each, Figures.quantity((double) sum.total(), "ns"))
        : sum.total() + " samples";
  }
}
