package dev.gnomon.profile;

import dev.gnomon.profile.Frame.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Reads frames as async-profiler prints them. */
public final class FrameNames {
  /** Longer names are cut: nobody reads them, and a hostile profile must not fill the memory. */
  public static final int LONGEST = 500;

  /** In the name of the method that JMH generates around a benchmark, and times. */
  public static final String STUB = "_jmhStub";

  /** How a frame was run, as the option {@code ann} appends it. */
  private static final Pattern SUFFIX = Pattern.compile("_\\[[jik01]\\]$");

  /** Numbers of hidden classes and lambdas differ between two JVMs that run the same code. */
  private static final Pattern HIDDEN =
      Pattern.compile("(\\$\\$Lambda|LambdaForm\\$\\w{1,40}|/0x)[$.+/0-9a-fx]{1,40}(?=\\.|$)");

  /**
   * A method of a class in a package, with slashes as the JVM writes it. The class of a lambda ends
   * in an address after a dot on JDK 17.
   */
  private static final Pattern JAVA =
      Pattern.compile(
          "[\\p{L}\\p{N}_$/]{1,400}(?:\\.0x[0-9a-fA-F]{1,16})?\\.[\\p{L}\\p{N}_$<>]{1,100}");

  private FrameNames() {}

  /** The frame that a text stands for; any text is a frame. */
  public static Frame parse(String raw) {
    String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String suffix =
        SUFFIX.matcher(cut).find() ? cut.substring(cut.length() - 2, cut.length() - 1) : "";
    String name = suffix.isEmpty() ? cut : cut.substring(0, cut.length() - 4);
    if (suffix.equals("k")) {
      return new Frame(name, Kind.KERNEL);
    }
    if (!suffix.isEmpty() || JAVA.matcher(name).matches()) {
      return new Frame(stable(name.replace('/', '.')), Kind.JAVA);
    }
    return new Frame(name, Kind.NATIVE);
  }

  /**
   * The frames above what JMH's runner put below every benchmark; all of them where there is no
   * benchmark's stub among them.
   */
  public static List<Frame> withoutRunner(List<Frame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).name().contains("_jmhTest.")) {
        return frames.subList(i, frames.size());
      }
    }
    return frames;
  }

  private static String stable(String name) {
    return name.contains("Lambda") || name.contains("/0x")
        ? HIDDEN.matcher(name).replaceAll("$1")
        : name;
  }
}
