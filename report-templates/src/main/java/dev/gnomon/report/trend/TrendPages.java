package dev.gnomon.report.trend;

import dev.gnomon.report.html.Templates;
import java.io.StringWriter;

/** Prints the records of the site's pages by their templates. */
final class TrendPages {
  private final Templates templates = new Templates(TrendPages.class);

  String overview(OverviewView view) {
    return print("overview", view);
  }

  String benchmark(BenchmarkView view) {
    return print("benchmark", view);
  }

  String change(EventView view) {
    return print("change", view);
  }

  private String print(String template, Object view) {
    StringWriter out = new StringWriter(1 << 14);
    templates.print(template, "page", view, out);
    return out.toString();
  }
}
