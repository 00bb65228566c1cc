package dev.gnomon.maven.base;

import java.util.Map;
import java.util.Optional;

/**
 * What a base is wanted for.
 *
 * @param module the module that is measured
 * @param base {@code perf.base}: a branch, a tag or a commit
 * @param deepen whether history that is missing may be fetched
 * @param environment environment variables, by which CI servers name the branch to merge into
 * @param maven what builds it
 */
public record BaseRequest(
    ModulePlace module,
    Optional<String> base,
    boolean deepen,
    Map<String, String> environment,
    ChildMaven maven) {
  public BaseRequest {
    environment = Map.copyOf(environment);
  }
}
