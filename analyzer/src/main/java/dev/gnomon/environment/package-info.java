/** Where a run took place, and whether two runs may be compared. */
package dev.gnomon.environment;
