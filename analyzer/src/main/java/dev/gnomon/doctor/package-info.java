/** How well a machine can measure: what was seen of it, judged, with what would mend it. */
package dev.gnomon.doctor;
