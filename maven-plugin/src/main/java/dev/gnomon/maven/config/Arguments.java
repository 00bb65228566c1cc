package dev.gnomon.maven.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a command line's text, as a shell would: blanks part, quotes keep together. */
public final class Arguments {
  private static final Pattern ARGUMENT =
      Pattern.compile("((?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++)\\s*+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private Arguments() {}

  /** Reads arguments; empty where nothing is set. Nothing is expanded or unescaped. */
  public static List<String> read(Setting setting) {
    return setting.value().map(text -> split(setting, text)).orElse(List.of());
  }

  private static List<String> split(Setting setting, String text) {
    List<String> arguments = new ArrayList<>();
    Matcher matcher = ARGUMENT.matcher(text);
    while (matcher.lookingAt()) {
      arguments.add(unquoted(matcher.group(1)));
      matcher.region(matcher.end(), text.length());
    }
    if (matcher.regionStart() < text.length()) {
      throw setting.invalid("arguments parted by blanks, with every quote closed");
    }
    return arguments;
  }

  private static String unquoted(String argument) {
    return QUOTED.matcher(argument).replaceAll(match -> Matcher.quoteReplacement(inner(match)));
  }

  private static String inner(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(2);
  }
}
