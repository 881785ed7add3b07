package dev.madtree.masstree;

import java.util.List;

/** What the model test asks of a storage mode: one face of longs for both. */
interface Subject {

  static Subject of(boolean inline, Fanout fanout) {
    return inline ? new InlineSubject(fanout) : new ReferenceSubject(fanout);
  }

  Trie trie();

  Long get(byte[] key);

  boolean containsKey(byte[] key);

  Long put(byte[] key, long value);

  Long putIfAbsent(byte[] key, long value);

  boolean replace(byte[] key, long expected, long update);

  Long remove(byte[] key);

  boolean remove(byte[] key, long expected);

  Long add(byte[] key, long delta);

  Long[] getAll(byte[][] keys);

  void putAll(byte[][] keys, long[] values);

  Entry<Long> first();

  Entry<Long> last();

  Entry<Long> floor(byte[] key);

  Entry<Long> lower(byte[] key);

  Entry<Long> ceiling(byte[] key);

  Entry<Long> higher(byte[] key);

  Entry<Long> pollFirst();

  Entry<Long> pollLast();

  List<Entry<Long>> scan(KeyRange range, long limit, boolean descending);

  List<Long> scanValues(KeyRange range, long limit);

  long countRange(KeyRange range);

  long removeRange(KeyRange range);
}
