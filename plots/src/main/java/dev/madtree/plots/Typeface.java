package dev.madtree.plots;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/**
 * The one typeface of all charts, carried in the jar so that a chart looks the same on every host,
 * also on one without any fonts.
 */
public final class Typeface {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static final Font REGULAR = load("Inter-Regular.otf");
  private static final Font SEMI_BOLD = load("Inter-SemiBold.otf");

  private Typeface() {}

  /**
   * Tells AWT that there is no screen and where its font configuration is. Must run before any
   * other AWT class is loaded; running it again does no harm.
   */
  public static void prepare() {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty("sun.awt.fontconfig") != null) {
      return;
    }
    try (InputStream in = resource("fontconfig.properties")) {
      Path copy = Files.createTempFile("madtree-fontconfig", ".properties");
      copy.toFile().deleteOnExit();
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      System.setProperty("sun.awt.fontconfig", copy.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot place the font configuration", e);
    }
  }

  /**
   * The regular weight.
   *
   * @param size in pixels
   * @return the font
   */
  public static Font regular(double size) {
    return REGULAR.deriveFont((float) size);
  }

  /**
   * The semi-bold weight.
   *
   * @param size in pixels
   * @return the font
   */
  public static Font semiBold(double size) {
    return SEMI_BOLD.deriveFont((float) size);
  }

  /**
   * How wide a text is drawn.
   *
   * @param text the text
   * @param font its font
   * @return the width in pixels
   */
  public static double width(String text, Font font) {
    return font.getStringBounds(text, MEASURE).getWidth();
  }

  /**
   * The style sheet that gives a browser the same two weights, without a request.
   *
   * @return two {@code @font-face} rules with embedded fonts
   */
  public static String fontFaces() {
    return fontFace("Inter-Regular.woff2", 400) + fontFace("Inter-SemiBold.woff2", 600);
  }

  private static String fontFace(String file, int weight) {
    try (InputStream in = resource(file)) {
      String data = Base64.getEncoder().encodeToString(in.readAllBytes());
      return "@font-face{font-family:'Inter Charts';font-weight:"
          + weight
          + ";src:url(data:font/woff2;base64,"
          + data
          + ") format('woff2')}";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + file, e);
    }
  }

  private static Font load(String file) {
    prepare();
    try (InputStream in = resource(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("cannot load the font " + file + " from the jar", e);
    }
  }

  private static InputStream resource(String file) throws IOException {
    InputStream in = Typeface.class.getResourceAsStream("fonts/" + file);
    if (in == null) {
      throw new IOException("the jar lacks fonts/" + file + "; build it again");
    }
    return in;
  }
}
