package dev.gnomon.archive;

import dev.gnomon.environment.Fingerprint;
import dev.gnomon.model.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run's file: {@code 20261101T120000000Z-3f2c1ab0d9e8-5d41402a.json.gz}, its start,
 * its commit and the hash of its JSON.
 *
 * @param startedAt when measuring began, to the millisecond
 * @param commit first 12 digits, fewer where no more are known, or {@code unknown}
 * @param hash first 8 digits of the SHA-256 of the unzipped JSON
 */
public record RunName(Instant startedAt, String commit, String hash) {
  private static final String VERSION = "v1";
  private static final String RUN = ".json.gz";
  private static final String PROFILES = ".profiles.gz";
  private static final String UNKNOWN = "unknown";
  private static final int COMMIT_DIGITS = 12;
  private static final int HASH_DIGITS = 8;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final Pattern NAME =
      Pattern.compile("([0-9]{8}T[0-9]{9}Z)-([0-9a-f]{7,12}|unknown)-([0-9a-f]{8})\\.json\\.gz");
  private static final String PART = "[a-z0-9_~][a-z0-9._+~-]*";
  private static final Pattern PATH =
      Pattern.compile(
          "(?<directory>v1/%s/%s/(?<environment>%s)/[0-9]{4}/[0-9]{2})/(?<file>[^/]+)"
              .formatted(PART, PART, PART));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu/MM", Locale.ROOT);

  /** The name of a run whose JSON is given. */
  static RunName of(Run run, byte[] json) {
    String commit = run.revision().commit().toLowerCase(Locale.ROOT);
    return new RunName(
        run.startedAt().truncatedTo(ChronoUnit.MILLIS),
        COMMIT.matcher(commit).matches()
            ? commit.substring(0, Math.min(COMMIT_DIGITS, commit.length()))
            : UNKNOWN,
        Sha256.hex(json).substring(0, HASH_DIGITS));
  }

  /** Reads a file's name; empty where it is none of a run. */
  public static Optional<RunName> parse(String file) {
    Matcher matcher = NAME.matcher(file);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant start = LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new RunName(start, matcher.group(2), matcher.group(3)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The address of a run that has this name. */
  RunAddress address(Run run) {
    String environment = Fingerprint.of(run.environment());
    String month = MONTH.format(startedAt.atOffset(ZoneOffset.UTC));
    String directory = module(run.origin().project(), run.origin().module());
    return address(directory + "/" + environment + "/" + month, environment);
  }

  /** Directory of a module below the root of an archive. */
  public static String module(String project, String module) {
    return project(project) + PathPart.of(module);
  }

  /** What the paths of all runs of a project begin with. */
  public static String project(String project) {
    return VERSION + "/" + PathPart.of(project) + "/";
  }

  /** The directory below the root that holds all runs. */
  public static String top() {
    return VERSION;
  }

  /**
   * The address that a path spells; empty where it is not {@code
   * v1/<project>/<module>/<environment>/<yyyy>/<mm>/<name>}.
   */
  public static Optional<RunAddress> locate(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? parse(matcher.group("file"))
            .map(name -> name.address(matcher.group("directory"), matcher.group("environment")))
        : Optional.empty();
  }

  /** The address of a run of this name in a directory. */
  public RunAddress address(String directory, String environment) {
    return new RunAddress(
        directory + "/" + file(), environment, startedAt, commit.equals(UNKNOWN) ? "" : commit);
  }

  /** The name of the profiles of the run of this name, or the path of those at this path. */
  static String profiles(String run) {
    return run.substring(0, run.length() - RUN.length()) + PROFILES;
  }

  /** The run whose profiles this is the name or the path of; empty where it is of none. */
  public static Optional<String> ofProfiles(String path) {
    return path.endsWith(PROFILES)
        ? Optional.of(path.substring(0, path.length() - PROFILES.length()) + RUN)
        : Optional.empty();
  }

  private String file() {
    return TIME.format(startedAt.atOffset(ZoneOffset.UTC)) + "-" + commit + "-" + hash + RUN;
  }

  /** Whether an unzipped file is what its name says. */
  public boolean names(byte[] json) {
    return Sha256.hex(json).startsWith(hash);
  }
}
