package dev.gnomon.report.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML with one element a line, indented. */
final class XmlLines {
  private final XMLStreamWriter xml;

  /** For each open element whether it holds text, which must not be indented. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  XmlLines(XMLStreamWriter xml) throws XMLStreamException {
    this.xml = xml;
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** Opens an element; attributes come as name, value, name, value. */
  void start(String element, String... attributes) throws XMLStreamException {
    indent();
    xml.writeStartElement(element);
    attributes(attributes);
    open.push(false);
  }

  void empty(String element, String... attributes) throws XMLStreamException {
    indent();
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  void text(String text) throws XMLStreamException {
    xml.writeCharacters(text);
    open.pop();
    open.push(true);
  }

  void close() throws XMLStreamException {
    if (!open.pop()) {
      indent();
    }
    xml.writeEndElement();
  }

  void end() throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.flush();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(open.size()));
  }
}
