package dev.madtree.plots;

import java.util.List;

/** One kind of chart: makes as many pictures of a campaign as it has something to say about. */
@FunctionalInterface
interface ChartFamily {
  /** The charts of this kind, none if the campaign did not measure what they show. */
  List<Chart> of(Campaign campaign);
}
