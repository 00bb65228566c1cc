package dev.gnomon.maven;

import dev.gnomon.maven.base.ClassPathFile;
import dev.gnomon.maven.build.Module;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes the class path of one module into a file. Goals that compare two commits run it on the one
 * that is not checked out; by itself it is of no use.
 */
@Mojo(name = "class-path", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ClassPathMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  /** Directory of the module; others write nothing. */
  @Parameter(property = "perf.classPathModule", required = true)
  File classPathModule;

  /** The file that is written. */
  @Parameter(property = "perf.classPathFile", required = true)
  File classPathFile;

  @Override
  public void execute() throws MojoExecutionException {
    try {
      Path wanted = classPathModule.toPath().toRealPath();
      if (project.getBasedir().toPath().toRealPath().equals(wanted)) {
        ClassPathFile.write(classPathFile.toPath(), new Module(project, session).paths());
      }
    } catch (IOException e) {
      throw new MojoExecutionException(
          "%s cannot be written for %s: %s"
              .formatted(classPathFile, classPathModule, e.getMessage()),
          e);
    }
  }
}
