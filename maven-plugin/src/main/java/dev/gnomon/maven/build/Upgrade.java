package dev.gnomon.maven.build;

import dev.gnomon.maven.config.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dependency in another version, older or newer.
 *
 * @param group its group id
 * @param artifact its artifact id
 * @param version the version to take
 */
public record Upgrade(String group, String artifact, String version) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_.-]+):([A-Za-z0-9_.-]+):([A-Za-z0-9_.+-]+)");

  /**
   * Reads {@code group:artifact:version}, several of them with commas between.
   *
   * @return empty where nothing is set
   * @throws dev.gnomon.problem.ProblemException {@code invalid-setting}
   */
  public static List<Upgrade> read(Setting setting) {
    return setting.value().stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .map(text -> parsed(setting, text))
        .toList();
  }

  private static Upgrade parsed(Setting setting, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw setting.invalid("group:artifact:version, such as org.example:parser:1.4.0");
    }
    return new Upgrade(form.group(1), form.group(2), form.group(3));
  }

  /** Group and artifact. */
  public String name() {
    return group + ":" + artifact;
  }

  boolean of(String otherGroup, String otherArtifact) {
    return group.equals(otherGroup) && artifact.equals(otherArtifact);
  }

  @Override
  public String toString() {
    return name() + ":" + version;
  }
}
