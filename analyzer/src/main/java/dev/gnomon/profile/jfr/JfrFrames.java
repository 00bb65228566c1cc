package dev.gnomon.profile.jfr;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.FrameNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/** The frames of recorded stacks; most repeat, and are kept once. */
final class JfrFrames {
  private static final int MOST_FRAMES = 512;
  private static final int MOST_DIMENSIONS = 8;
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "B", "byte", "C", "char", "D", "double", "F", "float", "I", "int", "J", "long", "S",
          "short", "Z", "boolean");

  private final Map<String, Frame> known = new HashMap<>();

  /** Outermost first; empty where the stack is. */
  List<Frame> of(JfrSample sample) {
    List<Frame> stack = new ArrayList<>();
    sample.ending().ifPresent(type -> stack.add(frame(readable(type) + "_[i]")));
    for (RecordedFrame frame : sample.stack().getFrames()) {
      if (stack.size() == MOST_FRAMES) {
        break;
      }
      stack.add(frame(text(frame)));
    }
    Collections.reverse(stack);
    return stack;
  }

  /** The JVM's recorder calls an array {@code [B}, the profiler {@code byte[]}. */
  private static String readable(String type) {
    int dimensions = 0;
    while (dimensions < type.length() && type.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = type.substring(dimensions);
    String name =
        dimensions > 0 && element.length() == 1
            ? PRIMITIVES.getOrDefault(element, element)
            : element.startsWith("L") && element.endsWith(";") && dimensions > 0
                ? element.substring(1, element.length() - 1)
                : element;
    return name.replace('/', '.') + "[]".repeat(Math.min(dimensions, MOST_DIMENSIONS));
  }

  private Frame frame(String raw) {
    return known.computeIfAbsent(raw, FrameNames::parse);
  }

  /** As async-profiler prints it, so that one reader of names serves both. */
  private static String text(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    if (method == null) {
      return "unknown";
    }
    RecordedClass type = method.getType();
    String owner = type == null || type.getName() == null ? "" : type.getName();
    String name = method.getName() == null ? "unknown" : method.getName();
    if ("Kernel".equals(frame.getType())) {
      return name + "_[k]";
    }
    boolean java = frame.isJavaFrame() && !owner.isEmpty();
    return java ? owner.replace('.', '/') + "." + name : name;
  }
}
