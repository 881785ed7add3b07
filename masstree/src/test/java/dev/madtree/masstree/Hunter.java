package dev.madtree.masstree;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

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
        UnaryOperator<Subject> around =
            i % 5 == 0 ? EightByteSubject::new : UnaryOperator.identity();
        new ModelRun(seed + i, fanout, longest[i % longest.length], i % 2 == 1, around)
            .play(MODEL_STEPS);
      }
    }
  },
  /** Random histories of real threads, searched for a linear order. */
  HISTORIES {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new HistoryHunt().run(seed, Long.MAX_VALUE, deadlineNanos);
    }

    @Override
    void huntScheduled(long seed, long deadlineNanos) {
      new HistoryHunt().runScheduled(seed, deadlineNanos);
    }
  },
  /** Concurrent scans, checked key by key against all writes. */
  SCANS {
    @Override
    void hunt(long seed, long deadlineNanos) {
      new ScanHunt().run(seed, Long.MAX_VALUE, deadlineNanos);
    }

    @Override
    void huntScheduled(long seed, long deadlineNanos) {
      new ScanHunt().runScheduled(seed, deadlineNanos);
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
  CHURN(ChurnHunt::new),
  /** Full nodes that split at every put and merge at every removal. */
  BRIM(BrimHunt::new),
  /** Keys whose layers come and go. */
  LAYERS(LayerHunt::new),
  /** Neighbours of which one is there at every moment. */
  NEIGHBOURS(NeighbourHunt::new),
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
      test.valuesWhoseEqualsThrowsOrCallsBack_leaveNoLock();
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
      test.readFrom_framesOutOfPlace_refuses();
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
  private static final String SCHEDULED = "scheduled-";

  private final LongFunction<RoundHunt> rounds;

  Hunter() {
    this(null);
  }

  Hunter(LongFunction<RoundHunt> rounds) {
    this.rounds = rounds;
  }

  /** Hunts from a seed on; returns if nothing was found in time. */
  void hunt(long seed, long deadlineNanos) throws Exception {
    RoundHunt.run(rounds, seed, deadlineNanos);
  }

  /** Hunts with threads of which one runs at a time, as a schedule tells. */
  void huntScheduled(long seed, long deadlineNanos) {
    RoundHunt.runScheduled(rounds, seed, deadlineNanos);
  }

  /** Hunts as the hunter of a name does. {@code paused-} before the name changes the tree alone. */
  static void hunt(String name, long seed, long deadlineNanos) throws Exception {
    if (name.startsWith(SCHEDULED)) {
      named(name.substring(SCHEDULED.length())).huntScheduled(seed, deadlineNanos);
    } else {
      named(name.startsWith(PAUSED) ? name.substring(PAUSED.length()) : name)
          .hunt(seed, deadlineNanos);
    }
  }

  private static Hunter named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
