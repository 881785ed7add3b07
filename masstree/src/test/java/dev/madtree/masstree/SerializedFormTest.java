package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A serialized form in which something is missing is refused, with what was expected. */
class SerializedFormTest {

  private static final String LOST = "lost";

  /** Writes null in the place of an object. */
  private static final class LosingStream extends ObjectOutputStream {

    private final Object lost;

    LosingStream(OutputStream out, Object lost) throws IOException {
      super(out);
      this.lost = lost;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      return object == lost ? null : object;
    }
  }

  private static byte[] write(Object object, Object lost) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new LosingStream(bytes, lost)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] bytes, String message) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      InvalidObjectException exception = assertThrows(InvalidObjectException.class, in::readObject);
      assertTrue(exception.getMessage().contains(message), exception::getMessage);
    }
  }

  private static MasstreeMap<Integer, String> map() {
    MasstreeMap<Integer, String> map = MasstreeMap.ofIntegers();
    map.put(7, LOST);
    return map;
  }

  @Test
  void map_withoutItsCodec_isRefused() throws IOException {
    assertRefused(write(map(), KeyCodec.integers()), "the codec of a MasstreeMap, found null");
  }

  @Test
  void map_withoutAValue_isRefused() throws IOException {
    assertRefused(write(map(), LOST), "a value for the key 7, found null");
  }

  @Test
  void view_withoutItsMap_isRefused() throws IOException {
    MasstreeMap<Integer, String> map = map();
    assertRefused(write(map.headMap(9), map), "the map of a view, found null");
  }

  @Test
  void enumCodec_withoutItsEnum_isRefused() throws IOException {
    // The codec's only field is its class, the last thing in the stream.
    byte[] bytes = write(KeyCodec.enums(DayOfWeek.class), LOST);
    int field = bytes.length - 1;
    while (bytes[field - 1] != ObjectStreamConstants.TC_NULL
        || bytes[field] != ObjectStreamConstants.TC_CLASS) {
      field--;
    }
    bytes[field] = ObjectStreamConstants.TC_NULL;
    assertRefused(Arrays.copyOf(bytes, field + 1), "the class of an enum, found null");
  }

  @Test
  void enumCodec_equals_isByItsEnum() {
    KeyCodec<DayOfWeek> codec = KeyCodec.enums(DayOfWeek.class);
    assertEquals(codec, KeyCodec.enums(DayOfWeek.class));
    assertEquals(codec.hashCode(), KeyCodec.enums(DayOfWeek.class).hashCode());
    assertNotEquals(codec, KeyCodec.enums(Month.class));
    assertNotEquals(codec, (Object) "codec");
    assertEquals("EnumCodec[java.time.DayOfWeek]", codec.toString());
  }

  @Test
  void pairs_withoutACodec_areRefused() {
    KeyCodec<Integer> some = KeyCodec.integers();
    assertThrows(NullPointerException.class, () -> KeyCodec.pairs(null, some));
    assertThrows(NullPointerException.class, () -> KeyCodec.pairs(some, null));
  }

  @Test
  void instants_nanosecondsBelowZero_areRefused() {
    byte[] bytes = new byte[12];
    bytes[0] = (byte) 0x80;
    KeyCodec.instants().decode(bytes);
    bytes[8] = (byte) 0xFF;
    assertThrows(IllegalArgumentException.class, () -> KeyCodec.instants().decode(bytes));
  }
}
