package dev.gnomon.report.view;

import java.util.List;

/**
 * What to keep in mind.
 *
 * @param caveats doubts about the run as a whole
 * @param blind for each benchmark the smallest change that this gate would have found
 * @param blindNote what that means
 * @param reproduce the command that repeats it, without words where it is not known
 */
public record DoubtsView(
    List<String> caveats, DataView blind, String blindNote, StepView reproduce) {
  public DoubtsView {
    caveats = List.copyOf(caveats);
  }
}
