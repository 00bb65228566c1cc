package dev.gnomon.maven.base;

import dev.gnomon.environment.probe.Command.Outcome;
import dev.gnomon.report.text.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the submodules of a worktree from those of the checkout, without a network: those that are
 * not there are not built on the candidate's side either.
 *
 * @param git the repository
 * @param root top directory of the worktree
 */
record Submodules(Git git, Path root) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int LONGEST = 100;

  /** What could not be filled, in sentences; empty where all was, or where there are none. */
  List<String> update() {
    List<String> notes = new ArrayList<>();
    git.answer("rev-parse", "--git-common-dir")
        .map(path -> git.directory().resolve(path).normalize().resolve("modules"))
        .ifPresent(modules -> update(root, modules, notes));
    return notes;
  }

  private static void update(Path checkout, Path modules, List<String> notes) {
    if (!Files.isRegularFile(checkout.resolve(".gitmodules"))) {
      return;
    }
    Git here = new Git(checkout);
    for (String name : names(here)) {
      Path local = modules.resolve(name).normalize();
      Optional<String> path = setting(here, name, "path");
      boolean sane = local.startsWith(modules) && !name.contains("=") && path.isPresent();
      if (!sane || !Files.isDirectory(local)) {
        notes.add(
            "Submodule %s is not checked out here, so the base is built without it."
                .formatted(Visible.line(name, LONGEST)));
        continue;
      }
      Outcome outcome = fill(here, name, local, path.get());
      if (outcome.ok()) {
        update(checkout.resolve(path.get()), local.resolve("modules"), notes);
      } else {
        notes.add(
            "Submodule %s of the base could not be checked out: %s."
                .formatted(Visible.line(name, LONGEST), Git.said(outcome)));
      }
    }
  }

  /** Settings of one command: those of the repository are shared by all its worktrees. */
  private static Outcome fill(Git here, String name, Path local, String path) {
    return here.run(
        PATIENCE,
        "-c",
        "protocol.file.allow=always",
        "-c",
        "submodule." + name + ".url=" + local,
        "submodule",
        "update",
        "--checkout",
        "--",
        path);
  }

  private static List<String> names(Git here) {
    String keys =
        here.answer(
                "config",
                "--file",
                ".gitmodules",
                "--name-only",
                "--get-regexp",
                "^submodule\\..*\\.path$")
            .orElse("");
    return keys.lines()
        .map(key -> key.substring("submodule.".length(), key.length() - ".path".length()))
        .toList();
  }

  private static Optional<String> setting(Git here, String name, String key) {
    return here.answer("config", "--file", ".gitmodules", "--get", "submodule." + name + "." + key);
  }
}
