package dev.madtree.plots;

import java.util.List;
import java.util.Optional;

/** What a map that keeps its keys in order pays for it, by the hash map that does not. */
final class PriceOfOrder {
  private PriceOfOrder() {}

  /** The range of Masstree's throughput over the hash map's, if both were measured anywhere. */
  static Optional<String> sentence(Campaign campaign) {
    List<Double> shares =
        campaign.cells().stream()
            .filter(c -> c.structure().isSubject() && c.measured())
            .flatMap(c -> unordered(campaign, c).map(hash -> c.mean() / hash.mean()).stream())
            .sorted()
            .toList();
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    String least = Words.ratio(shares.get(0));
    String most = Words.ratio(shares.get(shares.size() - 1));
    return Optional.of(
        "The price of order: where the hash map, which keeps none, can answer at all, Masstree"
            + " does "
            + (least.equals(most) ? least : least + " to " + most)
            + " its throughput, over "
            + Words.count(shares.size(), "cell")
            + ". It bounds point operations and competes with nobody.");
  }

  private static Optional<Cell> unordered(Campaign campaign, Cell masstree) {
    return campaign.cells().stream()
        .filter(c -> c.key().structure().equals(Structure.UNORDERED_LABEL) && c.measured())
        .filter(c -> Setting.of(c.key()).equals(Setting.of(masstree.key())))
        .filter(c -> c.place().equals(masstree.place()))
        .findFirst();
  }
}
