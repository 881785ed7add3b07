package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Simulated campaigns on machines that drift and forks that differ: what is the same must not be
 * told apart, what differs must be. The generator and its seed are fixed, so the outcome is too.
 */
class HonestyTest {
  private static final long SEED = 4_2026;
  private static final int COMPARISONS = 200;
  private static final int ROUNDS = 7;

  /** The fork means of two structures, a round a row. */
  private record Pair(double[] subject, double[] baseline) {}

  /** One cell: the machine drifts by 0.3 % a fork, and forks differ by a share of their own. */
  private static Pair simulate(Random random, double slowdown, double forkSpread, int rounds) {
    double[] subject = new double[rounds];
    double[] baseline = new double[rounds];
    double speed = 1e6;
    for (int round = 0; round < rounds; round++) {
      boolean subjectFirst = random.nextBoolean();
      for (int turn = 0; turn < 2; turn++) {
        speed *= 1 - 0.003 * random.nextDouble();
        double fork = speed * Math.exp(forkSpread * random.nextGaussian());
        if (turn == 0 == subjectFirst) {
          subject[round] = fork * (1 - slowdown);
        } else {
          baseline[round] = fork;
        }
      }
    }
    return new Pair(subject, baseline);
  }

  private static List<Verdict> verdicts(
      double slowdown, double spread, BiFunction<double[], double[], Comparison> compare) {
    System.out.printf("seed %d, slowdown %s, fork spread %s%n", SEED, slowdown, spread);
    Random random = new Random(SEED);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < COMPARISONS; i++) {
      Pair forks = simulate(random, slowdown, spread, ROUNDS);
      comparisons.add(compare.apply(forks.subject(), forks.baseline()));
    }
    double[] p =
        Statistics.benjaminiHochberg(comparisons.stream().mapToDouble(Comparison::p).toArray());
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < COMPARISONS; i++) {
      verdicts.add(Statistics.verdict(comparisons.get(i), p[i], 0.02, true));
    }
    return verdicts;
  }

  private static double share(List<Verdict> verdicts, Verdict... wanted) {
    List<Verdict> any = List.of(wanted);
    return (double) verdicts.stream().filter(any::contains).count() / verdicts.size();
  }

  @Test
  void sameAgainstSame_raisesHardlyAnyAlarm() {
    for (double spread : new double[] {0.005, 0.02, 0.1}) {
      double alarms =
          share(
              verdicts(0, spread, Statistics::paired),
              Verdict.FASTER,
              Verdict.SLOWER,
              Verdict.SMALL);
      assertTrue(alarms <= 0.05, alarms + " false alarms at a fork spread of " + spread);
    }
  }

  @Test
  void sameAgainstSame_betweenCampaigns_raisesHardlyAnyAlarm() {
    double alarms =
        share(verdicts(0, 0.02, Statistics::welch), Verdict.FASTER, Verdict.SLOWER, Verdict.SMALL);
    assertTrue(alarms <= 0.05, alarms + " false alarms");
  }

  @Test
  void singleComparisons_haveTheStatedErrorAndCoverage() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int comparisons = 4000;
    int rejected = 0;
    int covered = 0;
    for (int i = 0; i < comparisons; i++) {
      Pair forks = simulate(random, 0.05, 0.03, 5);
      Comparison comparison = Statistics.paired(forks.subject(), forks.baseline());
      covered += comparison.low() <= 0.95 && 0.95 <= comparison.high() ? 1 : 0;
      Pair same = simulate(random, 0, 0.03, 5);
      rejected += Statistics.paired(same.subject(), same.baseline()).p() < 0.05 ? 1 : 0;
    }
    assertTrue(Math.abs((double) rejected / comparisons - 0.05) < 0.012, rejected + " rejected");
    assertTrue(Math.abs((double) covered / comparisons - 0.95) < 0.012, covered + " covered");
  }

  @Test
  void plantedSlowdowns_areFound() {
    for (double slowdown : new double[] {0.05, 0.10}) {
      double found = share(verdicts(slowdown, 0.015, Statistics::paired), Verdict.SLOWER);
      assertTrue(found >= 0.95, "found " + found + " of slowdowns of " + slowdown);
      double missed = share(verdicts(slowdown, 0.015, Statistics::paired), Verdict.SAME);
      assertTrue(missed == 0, "a slowdown was called the same");
    }
  }

  /** The whole way from records to verdicts: each cell is a workload, in which two compete. */
  private static List<Verdict> summaryVerdicts(double slowdown) {
    System.out.println("seed " + SEED + ", slowdown " + slowdown);
    Random random = new Random(SEED);
    List<ForkRecord> forks = new ArrayList<>();
    for (int workload = 0; workload < COMPARISONS; workload++) {
      Pair cell = simulate(random, slowdown, 0.015, ROUNDS);
      for (int round = 0; round < ROUNDS; round++) {
        CellKey subject = Forks.cell("masstree", "w" + workload, 1);
        CellKey baseline = Forks.cell("skiplist", "w" + workload, 1);
        forks.add(Forks.ok(subject, round, cell.subject()[round]));
        forks.add(Forks.ok(baseline, round, cell.baseline()[round]));
      }
    }
    return new Summaries(CellForks.group(forks), 2, Statistics.DEFAULT_BAND)
        .rows().stream()
            .filter(row -> row.cell().structure().equals("masstree"))
            .map(SummaryRow::verdict)
            .toList();
  }

  @Test
  void summaries_ofSimulatedCampaigns_areHonest() {
    List<Verdict> same = summaryVerdicts(0);
    assertTrue(share(same, Verdict.FASTER, Verdict.SLOWER, Verdict.SMALL) <= 0.05, "" + same);
    assertTrue(share(summaryVerdicts(0.05), Verdict.SLOWER) >= 0.95, "5 % is found");
    assertTrue(share(summaryVerdicts(0.10), Verdict.SLOWER) >= 0.95, "10 % is found");
  }

  @Test
  void fewNoisyForks_areUnclearRatherThanTheSame() {
    List<Verdict> verdicts = verdicts(0.03, 0.1, Statistics::paired);
    assertTrue(share(verdicts, Verdict.UNCLEAR) > 0.9, "unclear " + verdicts);
    assertTrue(share(verdicts, Verdict.SAME) == 0, "never the same");
  }
}
