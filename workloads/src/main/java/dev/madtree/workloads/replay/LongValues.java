package dev.madtree.workloads.replay;

/** Values of eight bytes: the stamp itself. */
final class LongValues implements Values<Long> {

  @Override
  public Long of(long stamp) {
    return stamp;
  }

  @Override
  public long stamp(Long value) {
    return value;
  }
}
