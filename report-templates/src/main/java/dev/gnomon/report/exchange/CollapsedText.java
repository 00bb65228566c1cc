package dev.gnomon.report.exchange;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.Stack;
import dev.gnomon.report.text.Causes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A profile as collapsed stacks, {@code outer;inner 12}, as tools for flame graphs read them. */
public final class CollapsedText {
  /** What ends a frame or a line there. */
  private static final Pattern SEPARATOR = Pattern.compile("[;\\n\\r]");

  private CollapsedText() {}

  /** One line a stack, sorted; reading it gives the same stacks. */
  public static String of(Profile profile) {
    return profile.samples().entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .sorted()
        .collect(Collectors.joining());
  }

  private static String line(Stack stack, long weight) {
    return stack.frames().stream()
        .map(CollapsedText::frame)
        .collect(Collectors.joining(";", "", " " + weight + "\n"));
  }

  /** As async-profiler prints it, with a suffix where the name alone would be read as another. */
  private static String frame(Frame frame) {
    String name = SEPARATOR.matcher(frame.name()).replaceAll(" ");
    int method = name.lastIndexOf('.');
    boolean slashes = frame.kind() == Frame.Kind.JAVA && method > 0 && !Causes.isType(frame);
    String printed =
        slashes ? name.substring(0, method).replace('.', '/') + name.substring(method) : name;
    boolean alike = FrameNames.parse(printed).equals(new Frame(name, frame.kind()));
    return alike ? printed : name + suffix(frame);
  }

  private static String suffix(Frame frame) {
    return switch (frame.kind()) {
      case JAVA -> Causes.isType(frame) ? "_[i]" : "_[j]";
      case NATIVE -> "";
      case KERNEL -> "_[k]";
    };
  }
}
