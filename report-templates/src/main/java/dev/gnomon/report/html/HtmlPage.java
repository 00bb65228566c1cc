package dev.gnomon.report.html;

import dev.gnomon.report.view.ReportView;
import java.io.Writer;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the page's record by its template. */
public final class HtmlPage {
  private final TemplateEngine engine = new TemplateEngine();

  /** A printer of pages; making one costs more than using it. */
  public HtmlPage() {
    // In a build tool's plugin the context class loader is not the one that has our templates.
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(HtmlPage.class.getClassLoader());
    templates.setPrefix("dev/gnomon/report/html/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  /** Prints one page; the same record gives the same text. */
  public void print(ReportView report, Writer out) {
    Context context = new Context(Locale.ROOT);
    context.setVariable("report", report);
    engine.process("report", context, out);
  }
}
