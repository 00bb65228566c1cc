package dev.gnomon.report.trend;

import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.Shift;
import dev.gnomon.report.text.Markup;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The newest changes as Atom (RFC 4287). The id of an entry depends on the environment and the
 * first run at the new level alone, so a reader sees each change once however often the site is
 * written.
 */
final class AtomFeed {
  private static final int MOST = 100;
  private static final int TOLD = 20;

  private final Site site;
  private final String address;
  private final StringBuilder out = new StringBuilder();

  /** A feed; its links begin with the address, or are relative where it is empty. */
  AtomFeed(Site site, String address) {
    this.site = site;
    this.address = address.isEmpty() || address.endsWith("/") ? address : address + "/";
  }

  String text() {
    History history = site.history();
    String updated =
        history.runs().isEmpty()
            ? "1970-01-01T00:00:00Z"
            : history.runs().get(history.runs().size() - 1).startedAt().toString();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element("id", id("feed", history.project(), history.module(), history.branch()));
    element("title", "Changes of " + history.module() + " on " + history.branch());
    element("updated", updated);
    out.append("<author><name>Gnomon</name></author>\n");
    link("self", "feed.xml");
    link("alternate", "index.html");
    history.events().stream().limit(MOST).forEach(this::entry);
    return out.append("</feed>\n").toString();
  }

  private void entry(Event event) {
    History history = site.history();
    Shift leading = event.leading();
    long others = event.shifts().stream().map(s -> s.key().id()).distinct().count() - 1;
    out.append("<entry>\n");
    element("id", id(PageNames.key(event, history)));
    element(
        "title",
        "%s %s %s%s"
            .formatted(
                Telling.mark(leading).word(),
                site.label(leading.key().id()),
                Telling.change(leading),
                others == 0 ? "" : " and " + Wording.count(others, "other")));
    element("updated", history.runs().get(event.run()).startedAt().toString());
    link("alternate", site.page(event));
    element("summary", summary(event));
    out.append("</entry>\n");
  }

  private String summary(Event event) {
    List<Shift> shifts = event.shifts();
    String told =
        shifts.stream()
            .limit(TOLD)
            .map(
                s ->
                    "%s %s (%s)"
                        .formatted(site.label(s.key().id()), Telling.change(s), Telling.pair(s)))
            .collect(Collectors.joining("; "));
    return "Between %s: %s%s"
        .formatted(
            Telling.commits(event, site.history()),
            told,
            shifts.size() > TOLD ? "; and " + (shifts.size() - TOLD) + " more" : "");
  }

  private static String id(String... key) {
    byte[] name = String.join("\n", key).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }

  private void link(String rel, String path) {
    out.append("<link rel=\"").append(rel).append("\" href=\"");
    Markup.append(out, address + path);
    out.append("\"/>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>');
    Markup.append(out, Visible.line(text));
    out.append("</").append(name).append(">\n");
  }
}
