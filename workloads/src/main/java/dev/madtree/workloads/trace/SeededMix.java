package dev.madtree.workloads.trace;

import dev.madtree.workloads.distributions.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import site.ycsb.generator.DiscreteGenerator;
import site.ycsb.workloads.CoreWorkload;

/** YCSB's choice of the next operation, from a seed. */
final class SeededMix extends DiscreteGenerator {

  private record Share(double upTo, String operation) {}

  private final List<Share> shares = new ArrayList<>();
  private final SplittableRandom random;
  private double total;
  private String last;

  private SeededMix(SplittableRandom random) {
    this.random = random;
  }

  /** Returns the mix of a workload's proportions, with YCSB's names and defaults. */
  static SeededMix of(Properties properties, SplittableRandom random) {
    SeededMix mix = new SeededMix(random);
    mix.add(
        properties,
        CoreWorkload.READ_PROPORTION_PROPERTY,
        CoreWorkload.READ_PROPORTION_PROPERTY_DEFAULT,
        "READ");
    mix.add(
        properties,
        CoreWorkload.UPDATE_PROPORTION_PROPERTY,
        CoreWorkload.UPDATE_PROPORTION_PROPERTY_DEFAULT,
        "UPDATE");
    mix.add(
        properties,
        CoreWorkload.INSERT_PROPORTION_PROPERTY,
        CoreWorkload.INSERT_PROPORTION_PROPERTY_DEFAULT,
        "INSERT");
    mix.add(
        properties,
        CoreWorkload.SCAN_PROPORTION_PROPERTY,
        CoreWorkload.SCAN_PROPORTION_PROPERTY_DEFAULT,
        "SCAN");
    mix.add(
        properties,
        CoreWorkload.READMODIFYWRITE_PROPORTION_PROPERTY,
        CoreWorkload.READMODIFYWRITE_PROPORTION_PROPERTY_DEFAULT,
        "READMODIFYWRITE");
    return mix;
  }

  private void add(Properties properties, String property, String whenAbsent, String operation) {
    double share = Double.parseDouble(properties.getProperty(property, whenAbsent));
    if (share > 0) {
      addValue(share, operation);
    }
  }

  @Override
  public void addValue(double weight, String value) {
    total += weight;
    shares.add(new Share(total, value));
  }

  @Override
  public String nextValue() {
    double drawn = Draws.unit(random) * total;
    int i = 0;
    while (i < shares.size() - 1 && drawn >= shares.get(i).upTo()) {
      i++;
    }
    last = shares.get(i).operation();
    return last;
  }

  @Override
  public String lastValue() {
    return last == null ? nextValue() : last;
  }
}
