package dev.madtree.results;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.madtree.results.csv.AtomicFile;
import dev.madtree.results.csv.MalformedFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Records to and from JSON, in which a missing figure, NaN, is {@code null}. */
final class Json {
  private static final Gson COMPACT = builder().create();
  private static final Gson PRETTY = builder().setPrettyPrinting().create();

  private Json() {}

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .serializeNulls()
        .registerTypeAdapter(double.class, new NumberOrNull())
        .registerTypeAdapter(Double.class, new NumberOrNull());
  }

  /** Writes a value on one line. */
  static String compact(Object value) {
    return COMPACT.toJson(value);
  }

  /** Reads what {@link #compact} wrote. */
  static <T> T parse(String text, Class<T> type) {
    try {
      T value = COMPACT.fromJson(text, type);
      if (value == null) {
        throw new JsonParseException("is empty");
      }
      return value;
    } catch (JsonParseException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new JsonParseException(innermost(e), e);
    }
  }

  /** Replaces a file by a value, indented. */
  static void write(Path file, Object value) throws IOException {
    AtomicFile.replace(file, PRETTY.toJson(value) + "\n");
  }

  /** Reads a file that {@link #write} wrote. */
  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return parse(Files.readString(file), type);
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(file.toString(), null, "the file is missing");
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, 0, "is not UTF-8 text");
    } catch (JsonParseException e) {
      throw new MalformedFileException(
          file,
          0,
          String.format(Locale.ROOT, "is no %s in JSON: %s", type.getSimpleName(), innermost(e)));
    }
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  private static final class NumberOrNull extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (value == null || value.isNaN()) {
        out.nullValue();
      } else if (value.isInfinite()) {
        out.value(value.toString());
      } else {
        out.value(value);
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return Double.NaN;
      }
      return in.peek() == JsonToken.STRING
          ? Double.valueOf(in.nextString())
          : Double.valueOf(in.nextDouble());
    }
  }
}
