package dev.gnomon.report.html;

import java.io.Writer;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Our templates; making one of these costs more than using it. */
public final class Templates {
  private final TemplateEngine engine = new TemplateEngine();

  /** The templates that lie beside a class. */
  public Templates(Class<?> beside) {
    // In a build tool's plugin the context class loader is not the one that has our templates.
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(beside.getClassLoader());
    templates.setPrefix(beside.getPackageName().replace('.', '/') + "/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  /**
   * Prints one page; the same record gives the same text.
   *
   * @param template its name, without the suffix
   * @param variable what the template calls the record
   */
  public void print(String template, String variable, Object view, Writer out) {
    Context context = new Context(Locale.ROOT);
    context.setVariable(variable, view);
    engine.process(template, context, out);
  }
}
