package dev.gnomon.archive;

import dev.gnomon.environment.Fingerprint;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every run of an archive whole, its profiles too, and tells which are not what they should
 * be.
 */
public final class ArchiveCheck {
  private ArchiveCheck() {}

  /**
   * A run that cannot be relied on.
   *
   * @param address where it lies
   * @param found what is wrong, naming the file
   */
  public record Damage(RunAddress address, String found) {}

  /**
   * Checks each run: its hash, its schema, and whether it lies where a run of its project, module
   * and environment belongs.
   *
   * @return what is wrong, newest first; empty for a sound archive
   * @throws ProblemException where the archive itself cannot be read
   */
  public static List<Damage> of(KeptArchive archive) {
    List<Damage> damages = new ArrayList<>();
    for (RunAddress address : archive.all()) {
      try {
        Run run = archive.read(address);
        archive.profiles(address);
        String home =
            RunName.module(run.origin().project(), run.origin().module())
                + "/"
                + Fingerprint.of(run.environment())
                + "/";
        if (!address.path().startsWith(home)) {
          damages.add(
              new Damage(
                  address,
                  "%s: %s belongs under %s".formatted(archive.place(), address.path(), home)));
        }
      } catch (ProblemException e) {
        if (e.code().equals("archive-not-readable")) {
          throw e;
        }
        damages.add(new Damage(address, e.getMessage()));
      }
    }
    return damages;
  }
}
