package dev.madtree.plots;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Renders a report's page as HTML and as Markdown. */
final class ReportTemplate {
  private ReportTemplate() {}

  /** One file that asks the network for nothing and runs no script. */
  static String html(ReportPage page) {
    String style = Typeface.fontFaces() + resource("report.css");
    Map<String, Object> model =
        Map.of("page", page, "style", style, "styleHash", "sha256-" + sha256(style));
    return Mustache.compiler()
        .withEscaper(Escaping.HTML)
        .compile(resource("report.html.mustache"))
        .execute(model);
  }

  /** The same in the same order, with the PNG files beside it. */
  static String markdown(ReportPage page) {
    return Mustache.compiler()
        .withEscaper(Escaping.MARKDOWN)
        .compile(resource("report.md.mustache"))
        .execute(Map.of("page", page));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportTemplate.class.getResourceAsStream("report/" + name)) {
      if (in == null) {
        throw new IOException("the jar lacks report/" + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
