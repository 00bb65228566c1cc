package dev.gnomon.report.view;

import java.util.List;

/**
 * Something to do.
 *
 * @param text what
 * @param words the words of the command, between which a line may break; empty for none
 */
public record StepView(String text, List<String> words) {
  public StepView {
    words = List.copyOf(words);
  }

  static StepView of(String text, String command) {
    return new StepView(text, command.isEmpty() ? List.of() : List.of(command.split(" ", -1)));
  }
}
