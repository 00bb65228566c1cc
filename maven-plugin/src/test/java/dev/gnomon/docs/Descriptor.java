package dev.gnomon.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The plugin as Maven sees it.
 *
 * @param goals what each goal does, by its name
 * @param settings what can be set, by the name of its property; by that of its element where only a
 *     POM can set it
 */
record Descriptor(NavigableMap<String, String> goals, NavigableMap<String, Setting> settings) {

  /**
   * One thing that can be set.
   *
   * @param element its element in a POM's configuration
   * @param absent what holds where it is not set; empty where the goal decides
   * @param description what it does
   * @param goals which goals know it
   */
  record Setting(String element, String absent, String description, List<String> goals) {}

  /** Reads the descriptor that the build of this module wrote. */
  static Descriptor read() throws Exception {
    Element plugin =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile())
            .getDocumentElement();
    Descriptor descriptor = new Descriptor(new TreeMap<>(), new TreeMap<>());
    for (Element mojo : children(child(plugin, "mojos"))) {
      descriptor.add(mojo);
    }
    return descriptor;
  }

  private void add(Element mojo) {
    String goal = text(mojo, "goal");
    goals.put(goal, text(mojo, "description"));
    for (Element parameter : children(child(mojo, "parameters"))) {
      if (text(parameter, "editable").equals("true")) {
        String element = text(parameter, "name");
        Element value = child(child(mojo, "configuration"), element);
        String property = value.getTextContent().replaceAll("[${}]", "");
        // Those of the help goal are not ours.
        if (property.isEmpty() || property.startsWith("perf.")) {
          String absent = value.getAttribute("default-value");
          Setting fresh =
              new Setting(element, absent, text(parameter, "description"), new ArrayList<>());
          settings
              .computeIfAbsent(property.isEmpty() ? element : property, unseen -> fresh)
              .goals()
              .add(goal);
        }
      }
    }
  }

  private static Element child(Element parent, String tag) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(tag))
        .findFirst()
        .orElse(parent.getOwnerDocument().createElement(tag));
  }

  private static String text(Element parent, String tag) {
    return child(parent, tag)
        .getTextContent()
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll(" ([.,;])( |$)", "$1$2");
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int node = 0; node < nodes.getLength(); node++) {
      if (nodes.item(node).getNodeType() == Node.ELEMENT_NODE) {
        children.add((Element) nodes.item(node));
      }
    }
    return children;
  }
}
