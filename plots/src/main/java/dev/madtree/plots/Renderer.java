package dev.madtree.plots;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;

/** Turns charts into the bytes of PNG and SVG files, within a time limit. */
final class Renderer {
  private static final long LIMIT_SECONDS = 30;

  private Renderer() {}

  /** The chart as a PNG of twice its logical size. */
  static byte[] png(Chart chart) {
    return limited(chart, () -> paintPng(chart));
  }

  /** The chart as an SVG whose text is text. */
  static String svg(Chart chart) {
    return limited(chart, () -> paintSvg(chart));
  }

  private static byte[] paintPng(Chart chart) throws IOException {
    BufferedImage image =
        new BufferedImage(
            Theme.WIDTH * Theme.SCALE, Theme.HEIGHT * Theme.SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(Theme.SCALE, Theme.SCALE);
    chart.paint(new Ink(graphics));
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this JVM has no PNG writer");
    }
    return bytes.toByteArray();
  }

  private static String paintSvg(Chart chart) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(new Ink(graphics));
    Document document =
        new SVGProcessor()
            .getDocument(graphics.getCommands(), new PageSize(0, 0, Theme.WIDTH, Theme.HEIGHT));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.writeTo(bytes);
    return SvgText.standalone(bytes.toString(StandardCharsets.UTF_8), chart);
  }

  /** A drawing library that hangs must not hang the campaign. */
  private static <T> T limited(Chart chart, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "draw " + chart.slug());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ChartException(
          "drawing " + chart.slug() + " took longer than " + LIMIT_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new ChartException("drawing " + chart.slug() + " failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChartException("drawing " + chart.slug() + " was interrupted", e);
    }
  }
}
