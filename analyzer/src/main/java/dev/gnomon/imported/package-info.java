/** Results of other tools as runs of an environment of their own. */
package dev.gnomon.imported;
