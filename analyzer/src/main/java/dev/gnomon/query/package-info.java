/**
 * SQL over an archive: a disposable cache, its views, named questions, and a sandbox around them.
 */
package dev.gnomon.query;
