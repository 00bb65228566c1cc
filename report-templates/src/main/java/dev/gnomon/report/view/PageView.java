package dev.gnomon.report.view;

/**
 * The page itself.
 *
 * @param title title of the document
 * @param external whether style and script lie beside the page
 * @param css the style, empty where it is external; ours
 * @param js the script of the page, empty where it is external; ours
 * @param flame the script of flame graphs, empty where it is external; ours
 * @param generated one line: which version wrote the page of which run
 */
public record PageView(
    String title, boolean external, String css, String js, String flame, String generated) {}
