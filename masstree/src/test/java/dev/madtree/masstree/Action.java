package dev.madtree.masstree;

/**
 * The operations of a history: what they do on a tree and what they do on the sequential model.
 *
 * <p>The model's state is an array with the value of each key, {@link #ABSENT} where there is none;
 * an operation changes at most the element of its own key. A result is one long: a value, 0 or 1
 * for no or yes, or for an entry the index of its key and its value.
 */
enum Action {
  GET(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return value(subject.get(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return state[call.key];
    }
  },
  GET_ELEMENT(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      throw new AssertionError("elements are performed as a batch");
    }

    @Override
    long apply(long[] state, Call call) {
      return state[call.key];
    }
  },
  CONTAINS(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return subject.containsKey(keys[call.key]) ? 1 : 0;
    }

    @Override
    long apply(long[] state, Call call) {
      return state[call.key] == ABSENT ? 0 : 1;
    }
  },
  PUT(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return value(subject.put(keys[call.key], call.argument));
    }

    @Override
    long apply(long[] state, Call call) {
      return exchange(state, call.key, call.argument);
    }
  },
  PUT_IF_ABSENT(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return value(subject.putIfAbsent(keys[call.key], call.argument));
    }

    @Override
    long apply(long[] state, Call call) {
      long present = state[call.key];
      return present == ABSENT ? exchange(state, call.key, call.argument) : present;
    }
  },
  REPLACE_IF(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return subject.replace(keys[call.key], call.expected, call.argument) ? 1 : 0;
    }

    @Override
    long apply(long[] state, Call call) {
      boolean same = state[call.key] == call.expected;
      if (same) {
        state[call.key] = call.argument;
      }
      return same ? 1 : 0;
    }
  },
  ADD(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return value(subject.add(keys[call.key], call.argument));
    }

    @Override
    long apply(long[] state, Call call) {
      long present = state[call.key];
      state[call.key] = present == ABSENT ? call.argument : present + call.argument;
      return state[call.key];
    }
  },
  REMOVE(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return value(subject.remove(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return exchange(state, call.key, ABSENT);
    }
  },
  REMOVE_IF(false) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return subject.remove(keys[call.key], call.expected) ? 1 : 0;
    }

    @Override
    long apply(long[] state, Call call) {
      boolean same = state[call.key] == call.expected;
      if (same) {
        state[call.key] = ABSENT;
      }
      return same ? 1 : 0;
    }
  },
  FIRST(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.first());
    }

    @Override
    long apply(long[] state, Call call) {
      return upwards(state, 0);
    }
  },
  LAST(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.last());
    }

    @Override
    long apply(long[] state, Call call) {
      return downwards(state, state.length - 1);
    }
  },
  FLOOR(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.floor(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return downwards(state, call.key);
    }
  },
  LOWER(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.lower(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return downwards(state, call.key - 1);
    }
  },
  CEILING(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.ceiling(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return upwards(state, call.key);
    }
  },
  HIGHER(true) {
    @Override
    long perform(Subject subject, byte[][] keys, Call call) {
      return entry(keys, subject.higher(keys[call.key]));
    }

    @Override
    long apply(long[] state, Call call) {
      return upwards(state, call.key + 1);
    }
  };

  /** Stands for no value; no history puts it. */
  static final long ABSENT = -1;

  /** Stands for an entry whose key is none of the history's. */
  private static final long FOREIGN = -2;

  private static final int VALUE_BITS = 32;

  private final boolean readsOnly;

  Action(boolean readsOnly) {
    this.readsOnly = readsOnly;
  }

  /** Does the call on a tree and returns its result. */
  abstract long perform(Subject subject, byte[][] keys, Call call);

  /** Does the call on the model and returns the result that it has there. */
  abstract long apply(long[] state, Call call);

  boolean readsOnly() {
    return readsOnly;
  }

  /** Whether the result depends on more keys than the call's own. */
  boolean navigates() {
    return compareTo(FIRST) >= 0;
  }

  String show(long result) {
    if (result < 0) {
      return result == ABSENT ? "absent" : "a foreign key";
    }
    return navigates()
        ? "key " + (result >>> VALUE_BITS) + " value " + (result & ((1L << VALUE_BITS) - 1))
        : Long.toString(result);
  }

  private static long value(Long value) {
    return value == null ? ABSENT : value;
  }

  private static long entry(byte[][] keys, Entry<Long> entry) {
    if (entry == null) {
      return ABSENT;
    }
    int index = HistoryKeys.indexOf(keys, entry.key());
    return index < 0 ? FOREIGN : ((long) index << VALUE_BITS) | entry.value();
  }

  private static long exchange(long[] state, int key, long value) {
    long previous = state[key];
    state[key] = value;
    return previous;
  }

  private static long upwards(long[] state, int from) {
    for (int i = from; i < state.length; i++) {
      if (state[i] != ABSENT) {
        return ((long) i << VALUE_BITS) | state[i];
      }
    }
    return ABSENT;
  }

  private static long downwards(long[] state, int from) {
    for (int i = from; i >= 0; i--) {
      if (state[i] != ABSENT) {
        return ((long) i << VALUE_BITS) | state[i];
      }
    }
    return ABSENT;
  }
}
