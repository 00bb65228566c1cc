package dev.gnomon.report.html;

import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Our templates; making one of these costs more than using it. */
public final class Templates {
  /** What several pages have in common. */
  private static final String PARTS = "parts";

  private final TemplateEngine engine = new TemplateEngine();

  /** The templates that lie beside a class, and the parts that all of them may use. */
  public Templates(Class<?> beside) {
    ClassLoaderTemplateResolver parts = beside(Templates.class);
    parts.setResolvablePatterns(Set.of(PARTS));
    parts.setOrder(1);
    engine.addTemplateResolver(parts);
    engine.addTemplateResolver(beside(beside));
  }

  private static ClassLoaderTemplateResolver beside(Class<?> type) {
    // In a build tool's plugin the context class loader is not the one that has our templates.
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(type.getClassLoader());
    templates.setPrefix(type.getPackageName().replace('.', '/') + "/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    return templates;
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
