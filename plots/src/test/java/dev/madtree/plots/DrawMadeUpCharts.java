package dev.madtree.plots;

import java.nio.file.*;

class DrawMadeUpCharts {
  public static void main(String[] a) throws Exception {
    Typeface.prepare();
    Path out = Path.of(a[0]);
    Files.createDirectories(out);
    for (ChartFamily f : Charts.ALL)
      for (Chart c : f.of(MadeUpCampaign.usual())) {
        Files.write(out.resolve(c.slug() + ".png"), Renderer.png(c));
        Files.writeString(out.resolve(c.slug() + ".svg"), Renderer.svg(c));
      }
  }
}
