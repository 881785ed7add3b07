package dev.madtree.workloads.mttest;

/**
 * The random numbers of the original's test clients: a linear congruential generator of 32 bits
 * whose outputs are joined to 31 bits each.
 *
 * <p>Not thread-safe; every client has its own.
 */
public final class ClientRandom {

  private static final int MULTIPLIER = 1664525;
  private static final int INCREMENT = 1013904223;
  private static final int FIRST_SEED = 31949;
  private static final int SEEDS = 48;
  private static final double TWO_TO_62 = 0x1.0p62;

  private int state;

  /** Makes a generator of a seed. */
  public ClientRandom(int seed) {
    this.state = seed;
  }

  /** Returns the generator that a client begins with. */
  public static ClientRandom ofClient(int client) {
    return new ClientRandom(FIRST_SEED + client % SEEDS);
  }

  /** Returns a number from 0 to below 2^31. */
  public int next() {
    int low = twoSteps();
    int high = twoSteps();
    return (low >>> 15) | ((high & 0x7FFE) << 16);
  }

  /**
   * Returns a number from 0 to below a bound.
   *
   * @param bound from 1
   */
  public long below(long bound) {
    return next() % bound;
  }

  /** Returns true with a probability. */
  public boolean withProbability(double probability) {
    long low = next();
    long high = next();
    return (low + (high << 31)) / TWO_TO_62 < probability;
  }

  private int twoSteps() {
    state = state * MULTIPLIER + INCREMENT;
    state = state * MULTIPLIER + INCREMENT;
    return state;
  }
}
