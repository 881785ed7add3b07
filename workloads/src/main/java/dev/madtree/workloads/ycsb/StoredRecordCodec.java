package dev.madtree.workloads.ycsb;

import dev.madtree.masstree.ValueCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Records as bytes: a mark, the number of fields, then each field's name, length and bytes. */
final class StoredRecordCodec implements ValueCodec<StoredRecord> {

  /** Tells records from the values of some other checkpoint. */
  private static final int MARK = 0x59435342;

  /** Every record has the same few names; one string of each is enough. */
  private final Map<String, String> names = new HashMap<>();

  @Override
  public void write(StoredRecord value, DataOutput out) throws IOException {
    out.writeInt(MARK);
    out.writeInt(value.fields().size());
    for (Map.Entry<String, byte[]> each : value.fields().entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
  }

  @Override
  public StoredRecord read(DataInput in) throws IOException {
    if (in.readInt() != MARK) {
      throw new IOException(
          "the value is not a YCSB record; expected a checkpoint that a YCSB load wrote");
    }
    int count = in.readInt();
    Map<String, byte[]> fields = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = names.computeIfAbsent(in.readUTF(), same -> same);
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      fields.put(name, bytes);
    }
    return StoredRecord.of(fields);
  }
}
