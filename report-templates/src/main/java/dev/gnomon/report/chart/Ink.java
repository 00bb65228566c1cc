package dev.gnomon.report.chart;

/**
 * A colour by what it means. The colour itself is for light paper; the page's style has one of the
 * same role for the dark.
 */
enum Ink {
  TEXT("text", "#1c1f24"),
  MUTED("muted", "#5b6470"),
  GRID("grid", "#d5dae1"),
  BAND("band", "#e9edf2"),
  LIMIT("limit", "#5b6470"),
  WORSE("worse", "#b8480b"),
  BETTER("better", "#1f5fbf"),
  NEUTRAL("neutral", "#5b6470"),
  FAINT("faint", "#aab2bd"),
  BASELINE("baseline", "#5b6470"),
  CANDIDATE("candidate", "#5336b8"),
  STRIP("strip", "#b9a9ea"),
  ON_CPU("oncpu", "#5336b8"),
  WAITING("waiting", "#d98a3d"),
  BLOCKED("blocked", "#b7c0cc"),
  PAPER("paper", "#ffffff"),
  JAVA("java", "#cdbff5"),
  NATIVE("native", "#d9dee5"),
  KERNEL("kernel", "#f3d3ae"),
  MUCH_MORE("muchmore", "#f0a868"),
  MORE("more", "#f7d9bd"),
  MUCH_LESS("muchless", "#8db7ee"),
  LESS("less", "#cfe0f8");

  private final String role;
  private final String colour;

  Ink(String role, String colour) {
    this.role = role;
    this.colour = colour;
  }

  String role() {
    return role;
  }

  String colour() {
    return colour;
  }
}
