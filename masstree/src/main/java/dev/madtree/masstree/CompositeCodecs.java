package dev.madtree.masstree;

import java.io.Serializable;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The codecs of keys made of several components.
 *
 * <p>Each component's bytes are followed by 0x00 0x00, and a 0x00 within them is written 0x00 0xFF.
 * A component that ends is thereby below every component that goes on, whatever comes after it.
 */
final class CompositeCodecs {

  private CompositeCodecs() {}

  /** Pairs, as map entries. */
  record Pairs<A, B>(KeyCodec<A> first, KeyCodec<B> second) implements KeyCodec<Map.Entry<A, B>> {

    Pairs {
      if (first == null || second == null) {
        throw new NullPointerException("Expected a codec for each component of a pair");
      }
    }

    @Override
    public byte[] encode(Map.Entry<A, B> key) {
      ComponentWriter writer = new ComponentWriter();
      writer.write(first.encode(key.getKey()));
      writer.write(second.encode(key.getValue()));
      return writer.toByteArray();
    }

    @Override
    public Map.Entry<A, B> decode(byte[] bytes) {
      ComponentReader reader = new ComponentReader(bytes);
      A a = first.decode(reader.read());
      B b = second.decode(reader.read());
      reader.requireEnd();
      return new SimpleImmutableEntry<>(a, b);
    }

    @Override
    public Comparator<Map.Entry<A, B>> comparator() {
      return new PairOrder<>(this);
    }
  }

  private record PairOrder<A, B>(Pairs<A, B> codec)
      implements Comparator<Map.Entry<A, B>>, Serializable {

    @Override
    public int compare(Map.Entry<A, B> a, Map.Entry<A, B> b) {
      int order = codec.first.comparator().compare(a.getKey(), b.getKey());
      return order != 0 ? order : codec.second.comparator().compare(a.getValue(), b.getValue());
    }
  }

  /** Tuples, as lists of a fixed length. */
  record Tuples(List<KeyCodec<?>> components) implements KeyCodec<List<?>> {

    Tuples {
      components = List.copyOf(components);
      if (components.isEmpty()) {
        throw new IllegalArgumentException("Expected at least one component codec, found none");
      }
    }

    @Override
    public byte[] encode(List<?> key) {
      if (key.size() != components.size()) {
        throw new IllegalArgumentException(
            "Expected a tuple of " + components.size() + " components, found " + key.size());
      }
      ComponentWriter writer = new ComponentWriter();
      for (int i = 0; i < components.size(); i++) {
        writer.write(encode(components.get(i), key.get(i)));
      }
      return writer.toByteArray();
    }

    @SuppressWarnings("unchecked") // The component's codec throws ClassCastException itself.
    private static <T> byte[] encode(KeyCodec<T> codec, Object component) {
      return codec.encode((T) component);
    }

    @Override
    public List<?> decode(byte[] bytes) {
      ComponentReader reader = new ComponentReader(bytes);
      Object[] key = new Object[components.size()];
      for (int i = 0; i < key.length; i++) {
        key[i] = components.get(i).decode(reader.read());
      }
      reader.requireEnd();
      return List.of(key);
    }

    @Override
    public Comparator<List<?>> comparator() {
      return new TupleOrder(this);
    }
  }

  private record TupleOrder(Tuples codec) implements Comparator<List<?>>, Serializable {

    @Override
    public int compare(List<?> a, List<?> b) {
      for (int i = 0; i < codec.components.size(); i++) {
        int order = compare(codec.components.get(i), a.get(i), b.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    @SuppressWarnings("unchecked") // The component's comparator throws ClassCastException itself.
    private static <T> int compare(KeyCodec<T> codec, Object a, Object b) {
      return codec.comparator().compare((T) a, (T) b);
    }
  }

  /** Collects escaped components in a growing array. */
  private static final class ComponentWriter {

    private byte[] bytes = new byte[32];
    private int length;

    void write(byte[] component) {
      for (byte b : component) {
        append(b);
        if (b == 0) {
          append((byte) 0xFF);
        }
      }
      append((byte) 0);
      append((byte) 0);
    }

    private void append(byte b) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, length));
      }
      bytes[length++] = b;
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, length);
    }
  }

  /** Takes escaped components off an array one by one. */
  private static final class ComponentReader {

    private final byte[] bytes;
    private int at;

    ComponentReader(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] read() {
      byte[] component = new byte[bytes.length - at];
      int length = 0;
      while (at < bytes.length) {
        byte b = bytes[at++];
        if (b == 0) {
          int mark = at < bytes.length ? bytes[at++] : -2;
          if (mark == 0) {
            return Arrays.copyOf(component, length);
          }
          if (mark != -1) {
            throw new IllegalArgumentException(
                "Malformed composite key: expected 0x00 or 0xFF after the 0x00 before byte " + at);
          }
        }
        component[length++] = b;
      }
      throw new IllegalArgumentException(
          "Malformed composite key: expected 0x00 0x00 after a component, found the end");
    }

    void requireEnd() {
      if (at != bytes.length) {
        throw new IllegalArgumentException(
            "Malformed composite key: expected the end after the last component at byte "
                + at
                + ", found "
                + (bytes.length - at)
                + " bytes more");
      }
    }
  }
}
