package dev.madtree.masstree;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Writes the entries of a trie, as a scan passes them, in the {@link CheckpointFormat}. */
final class CheckpointWriter {

  private final CheckpointOutput out;
  private byte[] last = new byte[64];
  private int lastLength;

  private CheckpointWriter(OutputStream out, CheckpointFormat.Kind kind) throws IOException {
    this.out = new CheckpointOutput(Objects.requireNonNull(out, "out"), kind);
  }

  /** Writes a trie whose values are references; returns the number of entries. */
  static long write(Trie trie, ValueCodec<?> codec, OutputStream out) throws IOException {
    Objects.requireNonNull(codec, "codec");
    @SuppressWarnings("unchecked") // A tree holds values of its own type only.
    ValueCodec<Object> ofTree = (ValueCodec<Object>) codec;
    CheckpointWriter writer = new CheckpointWriter(out, CheckpointFormat.Kind.REFERENCE);
    ValueBytes bytes = new ValueBytes();
    DataOutputStream values = new DataOutputStream(bytes);
    Scan scan = new Scan(trie, KeyRange.all(), false);
    long entries = 0;
    while (scan.advance()) {
      bytes.reset();
      ofTree.write(scan.value(), values);
      writer.writeKey(scan.entryKey(), entries == 0);
      bytes.writeTo(writer.out);
      entries++;
    }
    writer.out.finish(entries);
    return entries;
  }

  /** Writes a trie whose values are inline; returns the number of entries. */
  static long writeInline(Trie trie, OutputStream out) throws IOException {
    CheckpointWriter writer = new CheckpointWriter(out, CheckpointFormat.Kind.INLINE);
    Scan scan = new Scan(trie, KeyRange.all(), false);
    long entries = 0;
    while (scan.advance()) {
      writer.writeKey(scan.entryKey(), entries == 0);
      writer.out.writeLong(scan.inline());
      entries++;
    }
    writer.out.finish(entries);
    return entries;
  }

  private void writeKey(KeyView key, boolean first) throws IOException {
    int length = key.length();
    int shared = first ? 0 : shared(key, Math.min(length, lastLength));
    if (length > last.length) {
      last = Arrays.copyOf(last, Math.max(length, last.length + (last.length >> 1)));
    }
    for (int i = shared; i < length; i += Key.SLICE) {
      Key.write(key.longAt(i), Math.min(Key.SLICE, length - i), last, i);
    }
    lastLength = length;
    out.writeVarint(shared);
    out.writeVarint(length - shared);
    out.write(last, shared, length - shared);
  }

  /** How many of the first bytes are those of the key before. */
  private int shared(KeyView key, int most) {
    int shared = 0;
    while (shared + Key.SLICE <= most && key.longAt(shared) == Key.slice(last, shared)) {
      shared += Key.SLICE;
    }
    while (shared < most && key.byteAt(shared) == last[shared]) {
      shared++;
    }
    return shared;
  }

  /** The bytes of one value, whose number must be known before they are written. */
  private static final class ValueBytes extends ByteArrayOutputStream {

    void writeTo(CheckpointOutput out) throws IOException {
      out.writeVarint(count);
      out.write(buf, 0, count);
    }
  }
}
