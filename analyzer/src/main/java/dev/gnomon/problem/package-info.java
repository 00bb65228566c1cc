/** How anything that a user can mend is reported. */
package dev.gnomon.problem;
