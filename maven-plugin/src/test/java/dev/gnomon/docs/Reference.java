package dev.gnomon.docs;

import java.util.Map;

/** Writes {@code docs/reference.md} from the plugin's descriptor. */
final class Reference {
  private Reference() {}

  static String of(Descriptor plugin) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Reference

        Every goal and every property, as the plugin itself declares them. A property is set on the command line,
        `-Dperf.forks=10`, or as an element of the plugin's configuration, `<forks>10</forks>`; one without a property can only be
        an element.

        ## Goals

        | goal | what it does |
        |---|---|
        """);
    plugin.goals().forEach((goal, what) -> row(page, "`perf:" + goal + "`", what));
    page.append(
        """

        ## Properties

        | property | element | default | goals | what it sets |
        |---|---|---|---|---|
        """);
    plugin.settings().entrySet().forEach(setting -> setting(page, setting));
    return page.toString();
  }

  private static void setting(StringBuilder page, Map.Entry<String, Descriptor.Setting> setting) {
    Descriptor.Setting value = setting.getValue();
    row(
        page,
        setting.getKey().startsWith("perf.") ? "`" + setting.getKey() + "`" : "",
        "`" + value.element() + "`",
        value.absent().isEmpty() ? "" : "`" + value.absent() + "`",
        String.join(", ", value.goals()),
        value.description());
  }

  private static void row(StringBuilder page, String... cells) {
    page.append('|');
    for (String cell : cells) {
      page.append(' ').append(cell.replace("|", "\\|").replace("<", "&lt;")).append(" |");
    }
    page.append('\n');
  }
}
