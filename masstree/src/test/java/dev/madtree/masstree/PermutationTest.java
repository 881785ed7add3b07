package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationTest {

  private static final long SEED = 20121;

  @Test
  void insertAndRemove_againstLists_agree() {
    System.out.println("PermutationTest seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int width = 1; width <= Permutation.MAX_WIDTH; width++) {
      long word = Permutation.ofFirst(0);
      List<Integer> live = new ArrayList<>();
      List<Integer> free = new ArrayList<>();
      for (int slot = 0; slot < width; slot++) {
        free.add(slot);
      }
      for (int i = 0; i < 2_000; i++) {
        if (!free.isEmpty() && (live.isEmpty() || random.nextBoolean())) {
          int position = random.nextInt(live.size() + 1);
          live.add(position, free.remove(0));
          word = Permutation.insert(word, position);
        } else {
          int position = random.nextInt(live.size());
          free.add(live.remove(position));
          word = Permutation.remove(word, position, width);
        }
        check(word, live, free);
      }
    }
  }

  @Test
  void truncate_atEachCount_keepsOrder() {
    long word = Permutation.insert(Permutation.insert(Permutation.ofFirst(3), 0), 2);
    for (int count = 0; count <= 5; count++) {
      long cut = Permutation.truncate(word, count);
      assertEquals(count, Permutation.count(cut));
      for (int position = 0; position < Permutation.MAX_WIDTH; position++) {
        assertEquals(Permutation.slot(word, position), Permutation.slot(cut, position));
      }
    }
  }

  private static void check(long word, List<Integer> live, List<Integer> free) {
    assertEquals(live.size(), Permutation.count(word));
    for (int i = 0; i < live.size(); i++) {
      assertEquals(live.get(i), Permutation.slot(word, i));
    }
    for (int i = 0; i < free.size(); i++) {
      assertEquals(free.get(i), Permutation.slot(word, live.size() + i));
    }
  }
}
