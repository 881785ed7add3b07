package dev.madtree.workloads.settings;

/**
 * A setting's text and the place it comes from, for messages.
 *
 * @param text what was written
 * @param where an option, or a file with line and column
 */
public record Given(String text, String where) {}
