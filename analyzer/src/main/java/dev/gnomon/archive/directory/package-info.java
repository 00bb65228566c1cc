/** An archive in a directory, and single run files: whole or not there at all. */
package dev.gnomon.archive.directory;
