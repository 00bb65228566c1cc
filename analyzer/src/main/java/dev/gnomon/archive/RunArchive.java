package dev.gnomon.archive;

import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.profile.RunProfiles;
import java.util.List;

/**
 * Runs that are kept. Append-only and content-addressed: adding the same run twice stores it once,
 * and nothing that was added ever changes. Every method fails with an {@link
 * dev.gnomon.problem.ProblemException} that names the place and the remedy.
 */
public interface RunArchive {

  /**
   * Stores a run; it is whole and durable when this returns, or was not stored at all.
   *
   * @return where it lies
   */
  RunAddress add(Run run);

  /** Addresses of all runs of one module of one project, newest first; empty if there are none. */
  List<RunAddress> list(String project, String module);

  /** Reads what stands at the start of a run, without its measurements. */
  RunHead readHead(RunAddress address);

  /** Reads one run back. */
  Run read(RunAddress address);

  /**
   * Reads the profiles of a run; none where none were kept, as by an archive that keeps none.
   *
   * @throws dev.gnomon.problem.ProblemException {@code profiles-unreadable} where they are damaged
   */
  default RunProfiles profiles(RunAddress address) {
    return RunProfiles.NONE;
  }
}
