/** An archive in PostgreSQL, for a whole organisation; the driver is brought by the caller. */
package dev.gnomon.archive.postgres;
