package dev.gnomon.report.html;

import dev.gnomon.report.view.ReportView;
import java.io.Writer;

/** Prints the page's record by its template. */
public final class HtmlPage {
  private final Templates templates = new Templates(HtmlPage.class);

  /** Prints one page; the same record gives the same text. */
  public void print(ReportView report, Writer out) {
    templates.print("report", "report", report, out);
  }
}
