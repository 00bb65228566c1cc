package dev.gnomon.maven.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of a side's own classes, and which of them a text may mean. A name that is found by
 * chance costs a measurement; one that is overlooked would hide a change, so this is generous.
 */
final class OwnNames {
  /** No class has a longer name: it would be no path. */
  private static final int LONGEST = 4096;

  /** What javac leaves in a text for each part that is only known at run time. */
  private static final Pattern HOLES = Pattern.compile("[\\u0001\\u0002]");

  private static final Pattern AROUND_TYPES = Pattern.compile("[;:<>]");

  private final Set<String> names;
  private final Map<String, List<String>> byPackage = new HashMap<>();

  /** Names as in class files, {@code a/b/Outer$Inner}. */
  OwnNames(Set<String> names) {
    this.names = names;
    for (String name : names) {
      for (int i = name.lastIndexOf('/'); i > 0; i = name.lastIndexOf('/', i - 1)) {
        byPackage.computeIfAbsent(name.substring(0, i), any -> new ArrayList<>()).add(name);
      }
    }
  }

  /** Classes that one of the texts names, in a descriptor, with dots, with slashes or as a file. */
  Set<String> in(Iterable<String> texts) {
    Set<String> found = new HashSet<>();
    for (String text : texts) {
      words(text, found);
      types(text, found);
    }
    return found;
  }

  /** Classes of the packages that one of the texts is the name of: something may search them. */
  Set<String> inPackagesOf(Iterable<String> texts, boolean evenShort) {
    Set<String> found = new HashSet<>();
    for (String text : texts) {
      for (String part : HOLES.split(text, -1)) {
        String name = part.replace('.', '/').replaceAll("^/+|[/*]+$", "");
        if (evenShort || name.indexOf('/') > 0) {
          found.addAll(byPackage.getOrDefault(name, List.of()));
        }
      }
    }
    return found;
  }

  /** Classes that a name with dots may mean: {@code a.b.C.D} is D in a.b.C, or nested in C. */
  Set<String> canonical(String dotted) {
    Set<String> found = new HashSet<>();
    nested(dotted.replace('.', '/'), found);
    return found;
  }

  /** Other languages than Java put blanks and almost anything else into names. */
  private void types(String text, Set<String> found) {
    if (text.length() > LONGEST) {
      return;
    }
    add(text, found);
    if (!text.isEmpty() && "([<L".indexOf(text.charAt(0)) >= 0) {
      for (String type : AROUND_TYPES.split(text, -1)) {
        afterEachL(type, found);
      }
    }
  }

  private void words(String text, Set<String> found) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && belongs(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        word(text.substring(start, i), found);
        start = -1;
      }
    }
  }

  private static boolean belongs(char c) {
    return c == '/'
        || c == '.'
        || c == '-'
        || c > 0x7f
        || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  private void word(String word, Set<String> found) {
    String name = word.replace('.', '/');
    nested(name, found);
    if (name.endsWith("/class")) {
      nested(name.substring(0, name.length() - "/class".length()), found);
    }
    afterEachL(name, found);
  }

  /** A descriptor (ILa/b/C;) reads ILa/b/C here: any L may be the one before the name. */
  private void afterEachL(String name, Set<String> found) {
    for (int i = name.indexOf('L'); i >= 0; i = name.indexOf('L', i + 1)) {
      if (name.length() - i <= LONGEST) {
        add(name.substring(i + 1), found);
      }
    }
  }

  private void nested(String name, Set<String> found) {
    String at = name.startsWith("/") ? name.substring(1) : name;
    if (at.length() > LONGEST) {
      return;
    }
    add(at, found);
    for (int i = at.lastIndexOf('/'); i > 0; i = at.lastIndexOf('/')) {
      at = at.substring(0, i) + '$' + at.substring(i + 1);
      add(at, found);
    }
  }

  private void add(String name, Set<String> found) {
    if (names.contains(name)) {
      found.add(name);
    }
  }
}
