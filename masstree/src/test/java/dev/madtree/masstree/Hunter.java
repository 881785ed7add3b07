package dev.madtree.masstree;

import java.util.List;
import java.util.Locale;

/**
 * The tests that are sent after a seeded bug: each hunts until it finds one or its time is over.
 */
enum Hunter {

  /** Every operation of one thread against a sorted map, and the structure behind it. */
  MODEL {
    @Override
    void hunt(long seed, long deadlineNanos) {
      int[] longest = {8, 40, 2, 17, 9, 24};
      List<Fanout> fanouts = List.of(Fanout.SMALL, Fanout.SMALL, Fanout.PRODUCTION);
      for (int i = 0; i < MODEL_RUNS && System.nanoTime() < deadlineNanos; i++) {
        Fanout fanout = fanouts.get(i % fanouts.size());
        new ModelRun(seed + i, fanout, longest[i % longest.length], i % 2 == 1).play(MODEL_STEPS);
      }
    }
  },
  /** Random histories of real threads, searched for a linear order. */
  HISTORIES {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new HistoryHunt().run(seed, Long.MAX_VALUE, deadlineNanos);
    }
  },
  /** Concurrent scans, checked key by key against all writes. */
  SCANS {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new ScanHunt().run(seed, Long.MAX_VALUE, deadlineNanos);
    }
  },
  /** Histories of a put and a get each on two border nodes. */
  STORE_BUFFERING {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      new StoreBufferingHunt().run(deadlineNanos);
    }
  },
  /** Keys that stay in nodes that split and merge as fast as they can. */
  CHURN {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      RoundHunt.run(ChurnHunt::new, seed, deadlineNanos);
    }
  },
  /** Keys whose layers come and go. */
  LAYERS {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      RoundHunt.run(LayerHunt::new, seed, deadlineNanos);
    }
  },
  /** Neighbours of which one is there at every moment. */
  NEIGHBOURS {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      RoundHunt.run(NeighbourHunt::new, seed, deadlineNanos);
    }
  },
  /** Keys that stay, among neighbours that come and go. */
  NAVIGATION {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      new NavigationRaceTest().keysThatStay_whileNodesSplitAndMerge_areAlwaysFound();
    }
  },
  /** What navigation gives while the nearer key was absent. */
  NAVIGATION_VALUE {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      new NavigationValueTest().floor_pastALayerWithoutAnswer_returnsNoValueFromBefore();
    }
  },
  /** Slots that another key comes into. */
  SLOT_REUSE {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new SlotReuseTest().put_intoTheSlotOfARemovedKey_changesTheVersion();
    }
  },
  /** Permutations that come round. */
  WITNESSES {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new WitnessesTest().agree_nothingChanged_holds();
      new WitnessesTest().agree_freeSlotsCameRound_doesNotHold();
    }
  },
  /** Threads that are certain of their own keys. */
  OWNERSHIP {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      for (boolean inline : BOTH) {
        new OwnershipStressTest().ownKeys_amongThreadsThatWrite_areFoundAsLeft(true, inline);
      }
    }
  },
  /** Every operation at once. */
  MIXED {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      for (boolean inline : BOTH) {
        new MixedStressTest().everyOperation_amongThreads_losesAndDoublesNothing(true, inline);
      }
    }
  },
  /** Nodes that merge under a scan. */
  SCAN {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new ScanTest().scan_nodesMergeUnderIt_passesNothingTwice();
    }
  },
  /** Layers that vanish under a scan. */
  VANISHING_LAYER {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new ScanVanishingLayerTest().ascendingScan_lastLayerVanishes_ends();
      new ScanVanishingLayerTest().descendingScan_lastLayerVanishes_ends();
    }
  },
  /** Keys of any length on a small stack. */
  LONG_KEYS {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      for (boolean inline : BOTH) {
        LongKeyTest test = new LongKeyTest();
        test.zeroBytesAndPrefixesOfOthers_areKept(true, inline);
        test.everyByteAtSliceEdges_isKept(true, inline);
        test.keysUnderLongPrefixes_areKept(true, inline);
        test.keysOfEveryLength_areKept(true, inline);
      }
    }
  },
  /** Functions and visitors that use the tree that calls them. */
  REENTRANCY {
    @Override
    void hunt(long seed, long deadlineNanos) {
      ReentrancyTest test = new ReentrancyTest();
      test.function_thatWritesItsOwnKey_isCalledAgain();
      test.functions_thatUseTheMap_doNotBlock();
      test.visitors_thatWriteTheMap_seeWhatStays();
      test.functions_thatThrow_leaveNoLock();
    }
  },
  /** The order of encoded keys. */
  CODECS {
    @Override
    void hunt(long seed, long deadlineNanos) {
      KeyCodecOrderTest test = new KeyCodecOrderTest();
      KeyCodecOrderTest.samples().forEach(test::compare_allPairsOfEdges_agreesWithUnsignedBytes);
    }
  },
  /** Damaged checkpoints. */
  DAMAGE {
    @Override
    void hunt(long seed, long deadlineNanos) throws Exception {
      CheckpointDamageTest test = new CheckpointDamageTest();
      test.write();
      test.readFrom_aByteFlippedAnywhere_refuses();
    }
  },
  /** The permutation word against lists. */
  PERMUTATION {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new PermutationTest().insertAndRemove_againstLists_agree();
      new PermutationTest().truncate_atEachCount_keepsOrder();
    }
  };

  private static final boolean[] BOTH = {false, true};
  private static final int MODEL_RUNS = 60;
  private static final int MODEL_STEPS = 6_000;
  private static final String PAUSED = "paused-";

  /** Hunts from a seed on; returns if nothing was found in time. */
  abstract void hunt(long seed, long deadlineNanos) throws Exception;

  /** Whether a hunter of that name, such as {@code paused-histories}, needs a copy that pauses. */
  static boolean needsPauses(String name) {
    return name.startsWith(PAUSED);
  }

  /** The hunter of a name, with or without {@code paused-} before it. */
  static Hunter named(String name) {
    String plain = needsPauses(name) ? name.substring(PAUSED.length()) : name;
    return valueOf(plain.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
