package dev.gnomon.report.view;

import java.util.List;

/**
 * Everything that the page shows.
 *
 * @param page title and assets
 * @param head the verdict and what to do about it
 * @param table one row a judgement, worst first
 * @param details a section for each benchmark that deserves one
 * @param place where it ran
 * @param doubts what to keep in mind
 */
public record ReportView(
    PageView page,
    HeadView head,
    TableView table,
    List<DetailView> details,
    PlaceView place,
    DoubtsView doubts) {
  private static final int FEW = 40;

  public ReportView {
    details = List.copyOf(details);
  }

  /** Class of the sections: {@code many} where laying all of them out would take long. */
  public String density() {
    return details.size() > FEW ? "many" : "few";
  }
}
