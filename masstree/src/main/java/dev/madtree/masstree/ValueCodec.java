package dev.madtree.masstree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns the values of a {@link Masstree} into bytes and back, for a checkpoint.
 *
 * <p>What {@link #write} writes, {@link #read} must read, to the last byte: a checkpoint keeps the
 * length of every value and refuses a codec that reads less or more. A codec is called by the
 * thread that writes or reads the checkpoint, outside of every lock. What it throws ends the
 * checkpoint: nothing is replaced then, and nothing is restored.
 *
 * @param <V> the type of the values
 */
public interface ValueCodec<V> {

  /**
   * Writes one value.
   *
   * @param value the value, never null
   * @param out takes its bytes, during the call only
   * @throws IOException if the value cannot be written
   */
  void write(V value, DataOutput out) throws IOException;

  /**
   * Reads one value.
   *
   * @param in gives the bytes that were written for it and then ends, valid during the call only
   * @return the value, never null
   * @throws IOException if the bytes are not those of a value
   */
  V read(DataInput in) throws IOException;

  /** Returns the codec of longs: eight big-endian bytes. */
  static ValueCodec<Long> longs() {
    return StandardCodec.LONGS;
  }

  /** Returns the codec of strings of any length and content, unpaired surrogates included. */
  static ValueCodec<String> strings() {
    return StandardCodec.STRINGS;
  }

  /** Returns the codec of byte arrays of any length. A read gives a new array. */
  static ValueCodec<byte[]> bytes() {
    return StandardCodec.BYTES;
  }
}
