package dev.madtree.masstree;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The codec of strings, with so many equal bytes before each: where they end decides in which layer
 * and at which byte of a slice the keys begin to differ.
 */
record PrefixedStringCodec(int prefix) implements KeyCodec<String> {

  @Override
  public byte[] encode(String key) {
    byte[] string = KeyCodec.strings().encode(key);
    byte[] bytes = new byte[prefix + string.length];
    Arrays.fill(bytes, 0, prefix, (byte) 'p');
    System.arraycopy(string, 0, bytes, prefix, string.length);
    return bytes;
  }

  @Override
  public String decode(byte[] bytes) {
    return KeyCodec.strings().decode(Arrays.copyOfRange(bytes, prefix, bytes.length));
  }

  @Override
  public Comparator<String> comparator() {
    return Comparator.naturalOrder();
  }
}
