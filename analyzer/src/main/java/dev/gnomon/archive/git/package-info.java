/** An archive on an orphan branch of a git repository, through the git command. */
package dev.gnomon.archive.git;
