/** What a run observed; the fork structure is kept to the end. */
package dev.gnomon.model;
