package dev.gnomon.json;

import dev.gnomon.json.UnreadableException.Kind;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.profile.Stack;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The profiles of a run as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. All
 * stacks share one tree of calls, since most of them occur in many forks. The same profiles give
 * the same bytes.
 */
public final class ProfilesJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-profiles/1";

  private static final int ROOT = -1;

  private ProfilesJson() {}

  /** Writes profiles as plain JSON in ASCII. */
  public static byte[] encode(RunProfiles profiles) {
    Tree tree = new Tree();
    List<Row> rows = new ArrayList<>();
    profiles.byFile().forEach((file, profile) -> rows.add(tree.row(file, profile)));
    return JsonOut.document(
        SCHEMA,
        out ->
            out.texts("frames", tree.frames.stream().map(Frame::name).toList())
                .texts("kinds", tree.frames.stream().map(f -> f.kind().name()).toList())
                .reals("callers", numbers(tree.callers))
                .reals("calls", numbers(tree.calls))
                .objects(
                    "profiles",
                    rows,
                    (o, row) ->
                        o.text("file", row.file())
                            .whole("skipped", row.skipped())
                            .reals("stacks", numbers(row.nodes()))
                            .reals("weights", numbers(row.weights()))));
  }

  /**
   * Reads profiles, plain or gzipped.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source
   * @throws ProblemException {@code profiles-unreadable}
   */
  public static RunProfiles decode(InputStream in, String name) {
    try {
      return JsonDocument.read(in, SCHEMA).as(ProfilesJson::profiles);
    } catch (UnreadableException e) {
      throw new ProblemException(
          "profiles-unreadable",
          "%s cannot be read as the profiles of a run: %s. Restore it from a copy, or delete it to do without these profiles; the run itself is not touched."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private static double[] numbers(List<? extends Number> whole) {
    return whole.stream().mapToDouble(Number::doubleValue).toArray();
  }

  /** One profile: its stacks as nodes of the tree, and what each weighs. */
  private record Row(String file, long skipped, List<Integer> nodes, List<Long> weights) {}

  private static final class Tree {
    private final List<Frame> frames = new ArrayList<>();
    private final List<Integer> callers = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();
    private final Map<Frame, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> nodes = new HashMap<>();

    Row row(String file, Profile profile) {
      List<Map.Entry<Stack, Long>> stacks =
          profile.samples().entrySet().stream()
              .sorted(Comparator.comparing(entry -> text(entry.getKey())))
              .toList();
      return new Row(
          file,
          profile.skipped(),
          stacks.stream().map(entry -> node(entry.getKey())).toList(),
          stacks.stream().map(Map.Entry::getValue).toList());
    }

    private static String text(Stack stack) {
      return stack.frames().toString();
    }

    private int node(Stack stack) {
      int node = ROOT;
      for (Frame frame : stack.frames()) {
        int number = numbers.computeIfAbsent(frame, this::number);
        int caller = node;
        node = nodes.computeIfAbsent(((long) caller << 32) | number, key -> called(caller, number));
      }
      return node;
    }

    private int number(Frame frame) {
      frames.add(frame);
      return frames.size() - 1;
    }

    private int called(int caller, int frame) {
      callers.add(caller);
      calls.add(frame);
      return callers.size() - 1;
    }
  }

  private static RunProfiles profiles(Fields in) {
    List<Frame> frames = frames(in.texts("frames"), in.texts("kinds"));
    double[] callers = in.reals("callers");
    double[] calls = in.reals("calls");
    if (callers.length != calls.length) {
      throw invalid("it has %d callers and %d calls".formatted(callers.length, calls.length));
    }
    for (int i = 0; i < callers.length; i++) {
      index(calls[i], frames.size());
      if (callers[i] != ROOT) {
        index(callers[i], i);
      }
    }
    Stacks stacks = new Stacks(frames, callers, calls);
    Map<String, Profile> byFile = new HashMap<>();
    for (Fields profile : in.objects("profiles")) {
      byFile.put(profile.text("file"), profile.as(fields -> profile(fields, stacks)));
    }
    return new RunProfiles(byFile);
  }

  private static List<Frame> frames(List<String> names, List<String> kinds) {
    if (names.size() != kinds.size()) {
      throw invalid("it has %d frames of %d kinds".formatted(names.size(), kinds.size()));
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      frames.add(new Frame(names.get(i), Frame.Kind.valueOf(kinds.get(i))));
    }
    return frames;
  }

  /** The stacks that the tree's nodes stand for, each made once and only where it is asked for. */
  private static final class Stacks {
    private final List<Frame> frames;
    private final double[] callers;
    private final double[] calls;
    private final Map<Integer, Stack> made = new HashMap<>();
    private long length;

    Stacks(List<Frame> frames, double[] callers, double[] calls) {
      this.frames = frames;
      this.callers = callers;
      this.calls = calls;
    }

    Stack at(double number) {
      return made.computeIfAbsent(index(number, calls.length), this::stack);
    }

    private Stack stack(int leaf) {
      Deque<Frame> stack = new ArrayDeque<>();
      for (int node = leaf; node != ROOT; node = (int) callers[node]) {
        stack.addFirst(frames.get((int) calls[node]));
        length++;
        if (stack.size() > Limits.FRAMES || length > Limits.STACKED) {
          throw new UnreadableException(Kind.HOSTILE, "its stacks have too many frames");
        }
      }
      return new Stack(List.copyOf(stack));
    }
  }

  private static Profile profile(Fields in, Stacks stacks) {
    in.text("file");
    double[] nodes = in.reals("stacks");
    double[] weights = in.reals("weights");
    if (nodes.length != weights.length || nodes.length > Limits.STACKS) {
      throw invalid(
          "a profile has %d stacks and %d weights, expected as many, and at most %d"
              .formatted(nodes.length, weights.length, Limits.STACKS));
    }
    Map<Stack, Long> samples = new HashMap<>();
    for (int i = 0; i < nodes.length; i++) {
      if (!(weights[i] >= 1 && weights[i] <= Long.MAX_VALUE >> 10)) {
        throw invalid("a stack weighs " + weights[i]);
      }
      samples.put(stacks.at(nodes[i]), (long) weights[i]);
    }
    return new Profile(samples, in.whole("skipped"));
  }

  private static int index(double number, int size) {
    if (!(number >= 0 && number < size && number == Math.rint(number))) {
      throw invalid("it names entry %s of %d".formatted(number, size));
    }
    return (int) number;
  }

  private static UnreadableException invalid(String what) {
    return new UnreadableException(Kind.INVALID, what);
  }
}
