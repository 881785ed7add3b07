package dev.madtree.masstree;

import java.util.List;

/**
 * Passes everything on to another subject: what a test makes wrong on purpose is derived from it.
 */
class ForwardingSubject implements Subject {

  private final Subject subject;

  ForwardingSubject(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Trie trie() {
    return subject.trie();
  }

  @Override
  public Long get(byte[] key) {
    return subject.get(key);
  }

  @Override
  public boolean containsKey(byte[] key) {
    return subject.containsKey(key);
  }

  @Override
  public Long put(byte[] key, long value) {
    return subject.put(key, value);
  }

  @Override
  public Long putIfAbsent(byte[] key, long value) {
    return subject.putIfAbsent(key, value);
  }

  @Override
  public boolean replace(byte[] key, long expected, long update) {
    return subject.replace(key, expected, update);
  }

  @Override
  public Long remove(byte[] key) {
    return subject.remove(key);
  }

  @Override
  public boolean remove(byte[] key, long expected) {
    return subject.remove(key, expected);
  }

  @Override
  public Long add(byte[] key, long delta) {
    return subject.add(key, delta);
  }

  @Override
  public Long[] getAll(byte[][] keys) {
    return subject.getAll(keys);
  }

  @Override
  public void putAll(byte[][] keys, long[] values) {
    subject.putAll(keys, values);
  }

  @Override
  public Entry<Long> first() {
    return subject.first();
  }

  @Override
  public Entry<Long> last() {
    return subject.last();
  }

  @Override
  public Entry<Long> floor(byte[] key) {
    return subject.floor(key);
  }

  @Override
  public Entry<Long> lower(byte[] key) {
    return subject.lower(key);
  }

  @Override
  public Entry<Long> ceiling(byte[] key) {
    return subject.ceiling(key);
  }

  @Override
  public Entry<Long> higher(byte[] key) {
    return subject.higher(key);
  }

  @Override
  public Entry<Long> pollFirst() {
    return subject.pollFirst();
  }

  @Override
  public Entry<Long> pollLast() {
    return subject.pollLast();
  }

  @Override
  public List<Entry<Long>> scan(KeyRange range, long limit, boolean descending) {
    return subject.scan(range, limit, descending);
  }

  @Override
  public List<Long> scanValues(KeyRange range, long limit) {
    return subject.scanValues(range, limit);
  }

  @Override
  public long countRange(KeyRange range) {
    return subject.countRange(range);
  }

  @Override
  public long removeRange(KeyRange range) {
    return subject.removeRange(range);
  }
}
