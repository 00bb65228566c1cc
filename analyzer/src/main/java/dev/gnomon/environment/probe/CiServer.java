package dev.gnomon.environment.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a CI server says about a checkout in environment variables. They speak of the server's own
 * checkout: where the server also names its commit, and another one is at hand (a worktree of a
 * merge base), they say nothing.
 */
final class CiServer {
  private static final List<String> BRANCH =
      List.of(
          "GITHUB_HEAD_REF",
          "GITHUB_REF_NAME",
          "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
          "CI_COMMIT_BRANCH",
          "CHANGE_BRANCH",
          "BRANCH_NAME",
          "GIT_LOCAL_BRANCH",
          "GIT_BRANCH",
          "BUILD_SOURCEBRANCH",
          "BITBUCKET_BRANCH",
          "CIRCLE_BRANCH",
          "BUILDKITE_BRANCH");
  private static final List<String> TARGET =
      List.of(
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "CHANGE_TARGET",
          "SYSTEM_PULLREQUEST_TARGETBRANCH",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "BUILDKITE_PULL_REQUEST_BASE_BRANCH");
  private static final List<String> DEFAULT =
      List.of("CI_DEFAULT_BRANCH", "BUILDKITE_PIPELINE_DEFAULT_BRANCH");
  private static final List<String> COMMIT =
      List.of(
          "GITHUB_SHA",
          "CI_COMMIT_SHA",
          "GIT_COMMIT",
          "BUILD_SOURCEVERSION",
          "BITBUCKET_COMMIT",
          "CIRCLE_SHA1",
          "BUILDKITE_COMMIT");

  private final Map<String, String> variables;

  CiServer(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * The branch of a commit that is checked out without one. A change from a copy of the project
   * whose own branch is called {@code main} is not {@code main}: where a change's branch and its
   * target have one name, the change keeps its reference.
   */
  Optional<String> branch(String commit) {
    if (first(COMMIT).map(told -> !told.equals(commit)).orElse(false)) {
      return Optional.empty();
    }
    if ("tag".equals(variables.get("GITHUB_REF_TYPE"))) {
      return Optional.empty();
    }
    Optional<String> branch = first(BRANCH);
    return branch.isPresent() && branch.equals(target())
        ? Optional.of(change(branch.get()))
        : branch;
  }

  private String change(String branch) {
    return Optional.ofNullable(variables.get("GITHUB_REF"))
        .or(() -> Optional.ofNullable(variables.get("BRANCH_NAME")))
        .filter(reference -> !reference.equals(branch))
        .orElse("change/" + branch);
  }

  /** The branch that the change at hand is meant for, if it is a change. */
  Optional<String> target() {
    return first(TARGET);
  }

  /** The project's main branch, where the server knows it. */
  Optional<String> defaultBranch() {
    return first(DEFAULT);
  }

  private Optional<String> first(List<String> names) {
    return names.stream()
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .map(value -> value.replaceFirst("^(refs/heads/|origin/)", ""))
        .findFirst();
  }
}
