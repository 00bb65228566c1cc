/** Where the level of a history of runs shifted. */
package dev.gnomon.trend;
