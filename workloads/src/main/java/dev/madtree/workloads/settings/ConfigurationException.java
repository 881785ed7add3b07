package dev.madtree.workloads.settings;

import java.util.List;

/** Says everything that is wrong with a configuration at once. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception of problems, each a full sentence with its place.
   *
   * @param problems what is wrong, at least one
   */
  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
