package dev.madtree.workloads.replay;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.madtree.results.ForkRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What parent and fork tell each other, in JSON files that are whole or absent. */
public final class ForkRecords {

  private static final Gson GSON =
      new GsonBuilder().serializeSpecialFloatingPointValues().setPrettyPrinting().create();

  private ForkRecords() {}

  /** Writes what a fork shall do. */
  public static void write(Path file, ReplaySpec spec) throws IOException {
    writeWhole(file, GSON.toJson(spec));
  }

  /** Writes what a fork has measured. */
  public static void write(Path file, ForkRecord record) throws IOException {
    writeWhole(file, GSON.toJson(record));
  }

  /**
   * Reads what a fork shall do.
   *
   * @throws IOException if the file cannot be read or is not what {@link #write} wrote
   */
  public static ReplaySpec readSpec(Path file) throws IOException {
    return read(file, ReplaySpec.class);
  }

  /**
   * Reads what a fork has measured.
   *
   * @throws IOException if the file cannot be read or is not what {@link #write} wrote
   */
  public static ForkRecord readRecord(Path file) throws IOException {
    return read(file, ForkRecord.class);
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      T value = GSON.fromJson(Files.readString(file), type);
      if (value == null) {
        throw new IOException(file + " is empty");
      }
      return value;
    } catch (JsonParseException e) {
      throw new IOException(file + " is not what was expected: " + e.getMessage(), e);
    }
  }

  private static void writeWhole(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(temporary, text);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
