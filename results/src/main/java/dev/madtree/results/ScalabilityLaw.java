package dev.madtree.results;

/**
 * Gunther's Universal Scalability Law: n threads do {@code lambda n / (1 + sigma (n - 1) + kappa n
 * (n - 1))}.
 *
 * @param lambda the throughput of one thread
 * @param sigma the share of serial work, at least 0
 * @param kappa the cost of coherency, at least 0
 */
record ScalabilityLaw(double lambda, double sigma, double kappa) {
  /** Fewer points than this cannot tell three parameters from noise. */
  static final int FEWEST_POINTS = 5;

  private static final int PARAMETERS = 3;

  /**
   * Fits the law by least squares of relative errors. In the form {@code n / X = a + b (n - 1) + c
   * n (n - 1)} it is linear; a parameter that comes out negative is held at 0.
   *
   * @param threads thread counts, at least five different ones
   * @param throughput the throughput at each, above 0
   */
  static ScalabilityLaw fit(double[] threads, double[] throughput) {
    boolean[] free = {true, true, true};
    while (true) {
      double[] abc = leastSquares(threads, throughput, free);
      if (abc[2] < 0) {
        free[2] = false;
      } else if (abc[1] < 0) {
        free[1] = false;
      } else {
        return new ScalabilityLaw(1 / abc[0], abc[1] / abc[0], abc[2] / abc[0]);
      }
    }
  }

  private static double[] leastSquares(double[] threads, double[] throughput, boolean[] free) {
    double[][] normal = new double[PARAMETERS][PARAMETERS + 1];
    for (int i = 0; i < threads.length; i++) {
      double n = threads[i];
      double share = throughput[i] / n;
      double[] terms = {share, (n - 1) * share, n * (n - 1) * share, 1};
      for (int row = 0; row < PARAMETERS; row++) {
        for (int column = 0; column <= PARAMETERS; column++) {
          normal[row][column] += terms[row] * terms[column];
        }
      }
    }
    for (int held = 0; held < PARAMETERS; held++) {
      if (!free[held]) {
        for (int i = 0; i < PARAMETERS; i++) {
          normal[i][held] = 0;
          normal[held][i] = 0;
        }
        normal[held][held] = 1;
        normal[held][PARAMETERS] = 0;
      }
    }
    return solve(normal);
  }

  /** Gauss and Jordan's elimination; the matrix of normal equations needs no exchange of rows. */
  private static double[] solve(double[][] equations) {
    for (int pivot = 0; pivot < PARAMETERS; pivot++) {
      for (int row = 0; row < PARAMETERS; row++) {
        double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
        for (int column = pivot; column <= PARAMETERS; column++) {
          equations[row][column] -= factor * equations[pivot][column];
        }
      }
    }
    double[] solution = new double[PARAMETERS];
    for (int i = 0; i < PARAMETERS; i++) {
      solution[i] = equations[i][PARAMETERS] / equations[i][i];
    }
    return solution;
  }
}
