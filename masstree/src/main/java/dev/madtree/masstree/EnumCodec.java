package dev.madtree.masstree;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Comparator;

/**
 * The codec of an enum's constants: their ordinals in two bytes, which is more than a class file
 * can declare constants.
 *
 * @param <E> the enum
 */
final class EnumCodec<E extends Enum<E>> implements KeyCodec<E> {

  private static final long serialVersionUID = 1L;

  private final Class<E> type;
  private transient E[] constants;

  EnumCodec(Class<E> type) {
    this.type = type;
    this.constants = type.getEnumConstants();
    if (constants == null) {
      throw new IllegalArgumentException("Expected the class of an enum, found " + type.getName());
    }
  }

  @Override
  public byte[] encode(E key) {
    // The erased parameter type admits the constants of every enum.
    return BigEndian.twoBytes(type.cast(key).ordinal());
  }

  @Override
  public E decode(byte[] bytes) {
    BigEndian.requireLength(bytes, 2, "an enum");
    int ordinal = BigEndian.getTwoBytes(bytes, 0);
    if (ordinal >= constants.length) {
      throw new IllegalArgumentException(
          "Expected the ordinal of one of the "
              + constants.length
              + " constants of "
              + type.getName()
              + ", found "
              + ordinal);
    }
    return constants[ordinal];
  }

  @Override
  public Comparator<E> comparator() {
    return Comparator.naturalOrder();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnumCodec<?> codec && type == codec.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "EnumCodec[" + type.getName() + "]";
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    constants = type == null ? null : type.getEnumConstants();
    if (constants == null) {
      throw new InvalidObjectException("Expected the class of an enum, found " + type);
    }
  }
}
