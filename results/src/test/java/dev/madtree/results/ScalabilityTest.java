package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalabilityTest {
  private static double law(double n, double lambda, double sigma, double kappa) {
    return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
  }

  @Test
  void fit_plantedLaw_isFound() {
    double[] threads = {1, 2, 4, 8, 16, 32};
    double[] throughput = Arrays.stream(threads).map(n -> law(n, 3e6, 0.04, 0.0007)).toArray();
    ScalabilityLaw found = ScalabilityLaw.fit(threads, throughput);
    assertEquals(3e6, found.lambda(), 1);
    assertEquals(0.04, found.sigma(), 1e-9);
    assertEquals(0.0007, found.kappa(), 1e-11);
  }

  @Test
  void fit_betterThanLinear_staysInsideTheLaw() {
    double[] threads = {1, 2, 3, 4, 5};
    double[] throughput = {1, 2.1, 3.3, 4.6, 6};
    ScalabilityLaw found = ScalabilityLaw.fit(threads, throughput);
    assertEquals(0, found.sigma());
    assertEquals(0, found.kappa());
    assertTrue(found.lambda() > 1 && found.lambda() < 1.2, "lambda " + found.lambda());
  }

  private static List<ScalabilityRow> rows(int cores, int... threadCounts) {
    List<ForkRecord> forks = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int threads : threadCounts) {
        CellKey cell = Forks.cell("masstree", "a", threads);
        forks.add(Forks.ok(cell, round, (round + 1) * law(threads, 1e6, 0.1, 0.01)));
      }
    }
    return new Scalabilities(cores).rows(CellForks.group(forks));
  }

  @Test
  void rows_fewThreadCounts_giveSpeedupsAlone() {
    List<ScalabilityRow> rows = rows(2, 2, 1);
    assertEquals(1, rows.size());
    assertEquals(2, rows.get(0).cell().threads());
    assertEquals(1, rows.get(0).baseThreads());
    assertEquals(3, rows.get(0).rounds());
    assertEquals(2 / 1.12, rows.get(0).speedup(), 1e-12);
    assertEquals(rows.get(0).speedup(), rows.get(0).speedupLow(), 1e-9, "drift is taken out");
    assertTrue(Double.isNaN(rows.get(0).uslSigma()));
  }

  @Test
  void rows_fiveThreadCountsInsideTheCores_giveTheLaw() {
    List<ScalabilityRow> rows = rows(16, 1, 2, 4, 8, 16, 64);
    assertEquals(5, rows.size());
    assertEquals(0.1, rows.get(4).uslSigma(), 1e-9);
    assertEquals(0.01, rows.get(4).uslKappa(), 1e-9);
    assertTrue(Double.isNaN(rows(8, 1, 2, 4, 8, 16).get(0).uslSigma()), "one lies outside");
  }

  @Test
  void rows_oneThreadCount_giveNone() {
    assertEquals(List.of(), rows(8, 1));
  }
}
