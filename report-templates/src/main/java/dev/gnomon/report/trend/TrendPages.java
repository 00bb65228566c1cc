package dev.gnomon.report.trend;

import java.io.StringWriter;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the records of the site's pages by their templates. */
final class TrendPages {
  private final TemplateEngine engine = new TemplateEngine();

  TrendPages() {
    // In a build tool's plugin the context class loader is not the one that has our templates.
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(TrendPages.class.getClassLoader());
    templates.setPrefix("dev/gnomon/report/trend/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

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
    Context context = new Context(Locale.ROOT);
    context.setVariable("page", view);
    StringWriter out = new StringWriter(1 << 14);
    engine.process(template, context, out);
    return out.toString();
  }
}
