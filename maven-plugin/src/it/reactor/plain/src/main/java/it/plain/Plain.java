package it.plain;

/** No benchmark here, and no JMH either. */
public final class Plain {}
