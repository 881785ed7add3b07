package dev.madtree.masstree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A history as text: what went wrong with it, for a person to follow, in lines that begin with
 * {@code #}, and what to play, for {@link #read}.
 *
 * <pre>
 * seed 2012
 * inline true
 * filled false
 * key 0x00ff before 7                 each key in order; -1 for absent
 * call 0 1 PUT 0 17 5                 thread, place, action, index of the key, argument, expected
 * </pre>
 */
final class HistoryFile {

  private static final String HEX = "0x";

  private HistoryFile() {}

  /**
   * Writes a history.
   *
   * @param wrong what is wrong with it
   * @param few the calls that show it, as they were played
   */
  static String text(History history, String wrong, List<Call> few) {
    StringBuilder text = new StringBuilder();
    (wrong + "\n" + history.describe(few))
        .lines()
        .forEach(line -> text.append("# ").append(line).append('\n'));
    text.append("seed ").append(history.seed).append('\n');
    text.append("inline ").append(history.inline).append('\n');
    text.append("filled ").append(history.filledFirst).append('\n');
    for (int i = 0; i < history.keys.length; i++) {
      text.append("key ").append(HEX).append(HexFormat.of().formatHex(history.keys[i]));
      text.append(" before ").append(history.start[i]).append('\n');
    }
    for (Call call : history.calls()) {
      text.append("call ").append(call.thread).append(' ').append(call.place);
      text.append(' ').append(call.action).append(' ').append(call.key);
      text.append(' ').append(call.argument).append(' ').append(call.expected).append('\n');
    }
    return text.toString();
  }

  /** Reads the history of a file, not yet played. */
  static History read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new IOException(
          file + " is no history: " + malformed.getMessage() + "; expected what a hunt has written",
          malformed);
    }
  }

  /** Reads the text of a history, not yet played. */
  static History parse(String text) {
    long seed = 0;
    boolean inline = false;
    boolean filled = false;
    List<byte[]> keys = new ArrayList<>();
    List<Long> start = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "#", "" -> {}
        case "seed" -> seed = Long.parseLong(words[1]);
        case "inline" -> inline = Boolean.parseBoolean(words[1]);
        case "filled" -> filled = Boolean.parseBoolean(words[1]);
        case "key" -> {
          keys.add(HexFormat.of().parseHex(words[1].substring(HEX.length())));
          start.add(Long.parseLong(words[3]));
        }
        case "call" -> calls.add(call(words));
        default -> throw new IllegalArgumentException("unknown line \"" + line + "\"");
      }
    }
    return new History(
        seed,
        inline,
        filled,
        keys.toArray(byte[][]::new),
        start.stream().mapToLong(value -> value).toArray(),
        calls);
  }

  private static Call call(String[] words) {
    return new Call(
        Action.valueOf(words[3]),
        Integer.parseInt(words[4]),
        Long.parseLong(words[5]),
        Long.parseLong(words[6]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]));
  }
}
