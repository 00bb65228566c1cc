package dev.gnomon.maven;

import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.maven.base.BasePreparation;
import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.base.Preparation;
import dev.gnomon.maven.base.Preparation.ModuleNotInBase;
import dev.gnomon.maven.base.Preparation.NothingToCompare;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.build.Dependencies;
import dev.gnomon.maven.build.Upgrade;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.layout.ModulePaths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two sides that are to be compared.
 *
 * @param candidate the side that is judged
 * @param base the side that it is compared with
 * @param choice why that one, as a part of a sentence
 */
record Opponent(ModulePaths candidate, PreparedBase base, String choice) {

  /** The working tree and the commit that it began from; empty, and said so, without one. */
  static Optional<Opponent> mergeBase(BeforeMergeMojo mojo) {
    BaseRequest request =
        mojo.baseRequest(new Setting("perf.base", mojo.base).value(), mojo.deepen);
    Preparation preparation = new BasePreparation(mojo.getLog()::info).prepare(request);
    if (preparation instanceof NothingToCompare nothing) {
      mojo.getLog().info(nothing.why());
    } else if (preparation instanceof ModuleNotInBase absent) {
      mojo.getLog().info(absent.why());
    } else if (preparation instanceof Ready ready) {
      ready.base().notes().forEach(mojo.getLog()::info);
      return Optional.of(
          new Opponent(
              mojo.module().paths(),
              ready.base(),
              "compared side by side with %s, from which this change began"
                  .formatted(SideBySide.revision(ready.base()).label())));
    }
    return Optional.empty();
  }

  /** The working tree with other versions of dependencies, and as it is. */
  static Optional<Opponent> upgrade(BeforeMergeMojo mojo, List<Upgrade> asked) {
    Dependencies dependencies =
        new Dependencies(mojo.project, mojo.jars(mojo.project.getRemoteProjectRepositories()));
    List<Upgrade> upgrades =
        asked.stream()
            .filter(upgrade -> !upgrade.version().equals(dependencies.version(upgrade)))
            .toList();
    if (upgrades.isEmpty()) {
      mojo.getLog()
          .info(
              "There is nothing to compare: %s has %s already."
                  .formatted(mojo.module().name(), joined(asked)));
      return Optional.empty();
    }
    ModulePaths paths = mojo.module().paths();
    String before =
        upgrades.stream()
            .map(upgrade -> upgrade.name() + ":" + dependencies.version(upgrade))
            .collect(Collectors.joining(", "));
    String note =
        "The candidate is this working tree on %s instead of %s. Its code was compiled once, against %s."
            .formatted(joined(upgrades), before, before);
    mojo.getLog().info(note);
    String commit = new GitProbe(System.getenv()).revision(mojo.module().base()).commit();
    return Optional.of(
        new Opponent(
            dependencies.with(paths, upgrades),
            new PreparedBase(
                commit, before, dependencies.with(paths, List.of()), false, List.of(note)),
            "compared side by side with the same code on " + before));
  }

  private static String joined(List<Upgrade> upgrades) {
    return upgrades.stream().map(Upgrade::toString).collect(Collectors.joining(", "));
  }
}
