package dev.madtree.masstree;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Fills an empty trie, which nobody else sees yet, from a checkpoint in the {@link
 * CheckpointFormat}. The keys come in order, so that its nodes become full.
 */
final class CheckpointReader {

  private static final byte[] NOTHING = {};

  private final CheckpointInput in;
  private byte[] key;
  private long entries;

  /**
   * A reader that has read the header.
   *
   * @param file for messages, or null
   */
  private CheckpointReader(InputStream in, Path file, CheckpointFormat.Kind kind)
      throws IOException {
    this.in = new CheckpointInput(Objects.requireNonNull(in, "in"), file, kind);
  }

  /** Reads a checkpoint whose values are references. Leaves what follows it in the stream. */
  static void read(InputStream in, Trie trie, ValueCodec<?> codec) throws IOException {
    read(in, null, trie, codec);
  }

  /** Reads a file whose values are references. */
  static void read(Path file, Trie trie, ValueCodec<?> codec) throws IOException {
    Objects.requireNonNull(codec, "codec");
    try (InputStream in = CheckpointFile.open(file)) {
      read(in, file, trie, codec).requireEnd();
    }
  }

  private static CheckpointInput read(InputStream in, Path file, Trie trie, ValueCodec<?> codec)
      throws IOException {
    Objects.requireNonNull(codec, "codec");
    CheckpointReader reader = new CheckpointReader(in, file, CheckpointFormat.Kind.REFERENCE);
    ValueBytes bytes = new ValueBytes();
    DataInputStream values = new DataInputStream(bytes);
    while (reader.nextKey()) {
      Object value = reader.value(codec, bytes, values);
      Update.put(new Cursor(trie, reader.key), value);
    }
    return reader.in;
  }

  /** Reads a checkpoint whose values are inline. Leaves what follows it in the stream. */
  static void readInline(InputStream in, Trie trie) throws IOException {
    readInline(in, null, trie);
  }

  /** Reads a file whose values are inline. */
  static void readInline(Path file, Trie trie) throws IOException {
    try (InputStream in = CheckpointFile.open(file)) {
      readInline(in, file, trie).requireEnd();
    }
  }

  private static CheckpointInput readInline(InputStream in, Path file, Trie trie)
      throws IOException {
    CheckpointReader reader = new CheckpointReader(in, file, CheckpointFormat.Kind.INLINE);
    while (reader.nextKey()) {
      long value = reader.in.readLong();
      InlineUpdate.put(new Cursor(trie, reader.key), value, 0);
    }
    return reader.in;
  }

  /** Goes to the next key; returns false at the end, if all entries were there. */
  private boolean nextKey() throws IOException {
    if (!in.hasMore()) {
      in.requireEntries(entries);
      return false;
    }
    int shared = in.readVarint();
    int rest = in.readVarint();
    byte[] before = key == null ? NOTHING : key;
    if (shared > before.length) {
      throw in.malformed("a key that has " + shared + " bytes of one with " + before.length);
    }
    byte[] next = in.append(before, shared, rest);
    if (key != null && !follows(next, shared)) {
      throw in.malformed("key of entry " + (entries + 1) + " not above the one before");
    }
    key = next;
    entries++;
    return true;
  }

  private boolean follows(byte[] next, int shared) {
    return next.length > shared
        && (shared == key.length || (next[shared] & 0xFF) > (key[shared] & 0xFF));
  }

  private Object value(ValueCodec<?> codec, ValueBytes bytes, DataInputStream values)
      throws IOException {
    int length = in.readVarint();
    ByteBuffer slice = in.slice(length);
    if (slice == null) {
      slice = ByteBuffer.wrap(in.append(NOTHING, 0, length));
    }
    bytes.reset(slice);
    Object value;
    try {
      value = codec.read(values);
    } catch (EOFException exception) {
      throw in.foreignValue(
          entries, "the codec reads more than its " + length + " bytes", exception);
    } catch (IOException exception) {
      throw in.foreignValue(entries, "the codec fails: " + exception.getMessage(), exception);
    }
    if (value == null) {
      throw in.foreignValue(entries, "the codec gives null", null);
    }
    if (bytes.available() > 0) {
      throw in.foreignValue(
          entries, "the codec leaves " + bytes.available() + " of its " + length + " bytes", null);
    }
    return value;
  }

  /** The bytes of one value, where they lie; ends where the value ends. */
  private static final class ValueBytes extends ByteArrayInputStream {

    ValueBytes() {
      super(NOTHING);
    }

    void reset(ByteBuffer value) {
      buf = value.array();
      pos = value.position();
      mark = pos;
      count = value.limit();
    }
  }
}
