package dev.gnomon.report;

import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.chart.Weighed;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.view.FactView;
import dev.gnomon.report.view.Profiled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up the profiles of one benchmark's forks on one side, and copies them. */
final class ForkProfiles {
  /** Of one profile, and of the recordings of a side together. */
  private static final int MOST_BYTES = 32 << 20;

  private static final String RECORDING = ".jfr";

  private final String side;
  private final String of;
  private final List<Fork> forks;
  private final Profiles profiles;
  private final ReportOutput out;

  /**
   * The profiles of a side.
   *
   * @param of what the note says after the number of forks: which run, or nothing
   */
  ForkProfiles(String side, String of, List<Fork> forks, Profiles profiles, ReportOutput out) {
    this.side = side;
    this.of = of;
    this.forks = List.copyOf(forks);
    this.profiles = profiles;
    this.out = out;
  }

  /** Reads them, and copies them under names that start with a path below the page's directory. */
  Profiled copy(String stem) throws IOException {
    String file = stem + ".collapsed";
    List<Fork> read = new ArrayList<>();
    Profile sum = stacks(file, read);
    List<FactView> recordings = recordings(stem);
    if (read.isEmpty()) {
      String note = (recorded() == 0 ? missing() : "") + told(recordings.size());
      return new Profiled(side, sum, Weighed.SAMPLES, note.strip(), recordings);
    }
    List<FactView> downloads = new ArrayList<>();
    downloads.add(new FactView("Collapsed stacks", file));
    downloads.addAll(recordings);
    SamplingNote note = new SamplingNote(read, sum);
    return new Profiled(
        side, sum, note.weighed(), note.text() + of + "." + told(recordings.size()), downloads);
  }

  /** What cannot be read, or has no sample, is left out. */
  private Profile stacks(String file, List<Fork> read) throws IOException {
    Profile sum = Profile.EMPTY;
    OutputStream copy = null;
    try {
      for (Fork fork : sampled()) {
        byte[] text = bytes(fork.profile(), MOST_BYTES);
        Profile profile = CollapsedReader.read(new ByteArrayInputStream(text));
        if (profile.total() > 0) {
          copy = copy == null ? out.create("report/" + file) : copy;
          copy.write(text);
          copy.write('\n');
          sum = sum.plus(profile);
          read.add(fork);
        }
      }
    } finally {
      if (copy != null) {
        copy.close();
      }
    }
    return sum;
  }

  /** Samples of two events do not add up, so those of the first count. */
  private List<Fork> sampled() {
    List<Fork> all =
        forks.stream().filter(f -> f.profile().present() && !isRecording(f.profile())).toList();
    return all.stream()
        .filter(f -> f.profile().event().equals(all.get(0).profile().event()))
        .toList();
  }

  /** A recording that was cut could not be read, so it is there as a whole or not at all. */
  private List<FactView> recordings(String stem) throws IOException {
    List<FactView> copied = new ArrayList<>();
    int left = MOST_BYTES;
    for (int i = 0; i < forks.size(); i++) {
      ProfileRef ref = forks.get(i).profile();
      byte[] recording = isRecording(ref) ? bytes(ref, left + 1) : new byte[0];
      if (recording.length > 0 && recording.length <= left) {
        String file = "%s-%d%s".formatted(stem, i + 1, RECORDING);
        try (OutputStream copy = out.create("report/" + file)) {
          copy.write(recording);
        }
        left -= recording.length;
        copied.add(new FactView("JFR recording of fork " + (i + 1), file));
      }
    }
    return copied;
  }

  private long recorded() {
    return forks.stream().filter(fork -> isRecording(fork.profile())).count();
  }

  private static boolean isRecording(ProfileRef ref) {
    return ref.file().endsWith(RECORDING);
  }

  /** A profile that is not there, or cannot be read, is no reason to have no report. */
  private byte[] bytes(ProfileRef ref, int most) {
    try {
      Optional<InputStream> found = profiles.open(ref);
      if (found.isEmpty()) {
        return new byte[0];
      }
      try (InputStream in = found.get()) {
        return in.readNBytes(most);
      }
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private String told(int copied) {
    String there = copied > 0 ? " Recordings of JFR are not drawn here." : "";
    long missing = recorded() - copied;
    return missing == 0
        ? there
        : there
            + " %d of %d recordings of JFR are left out: they are not there any more, or larger than %d MiB together."
                .formatted(missing, recorded(), MOST_BYTES >> 20);
  }

  private String missing() {
    return forks.stream()
        .map(Fork::profile)
        .filter(ref -> !ref.present() && !ref.status().isEmpty())
        .findFirst()
        .map(ref -> "No profile: " + Visible.line(ref.status(), 300) + ".")
        .orElse(
            forks.isEmpty()
                ? "No profile: the benchmark did not run."
                : "The profile is not there any more, or has no sample.");
  }
}
