package dev.madtree.masstree;

/**
 * A chain of layers with one entry each, down to the layer in which two keys with a shared prefix
 * part. It is built off-line, from its end up, and becomes part of the tree in one step.
 */
final class Twig {

  private Twig() {}

  /**
   * Builds the layers that hold two keys, given what is left of them.
   *
   * @param present what is left of the key in a slot of {@code node}, whose value is copied
   * @param added what is left of the new key; it differs from {@code present}
   */
  static Layer over(
      Trie trie,
      BorderNode node,
      int slot,
      byte[] present,
      byte[] added,
      Object value,
      long inline) {
    int shared = sharedSlices(present, added);
    int offset = shared * Key.SLICE;
    BorderNode end = trie.newBorder();
    long presentInline = node.isInline() ? node.inlineAcquire(slot) : 0;
    Object presentValue = node.entryAcquire(slot);
    if (precedes(present, added, offset)) {
      append(end, present, offset, presentValue, presentInline);
      append(end, added, offset, value, inline);
    } else {
      append(end, added, offset, value, inline);
      append(end, present, offset, presentValue, presentInline);
    }
    end.unlock();
    Layer layer = new Layer(end);
    for (int i = shared - 1; i >= 0; i--) {
      BorderNode link = trie.newBorder();
      link.reserveLayers();
      link.fill(0, Key.slice(present, i * Key.SLICE), BorderNode.LAYER, null, layer, 0);
      link.setPermutationRelease(Permutation.ofFirst(1));
      link.unlock();
      layer = new Layer(link);
    }
    return layer;
  }

  /** The number of leading slices that both share and behind which both go on. */
  static int sharedSlices(byte[] present, byte[] added) {
    int shared = 0;
    int longest = Math.min(present.length, added.length) - Key.LONGER;
    for (int offset = 0; offset <= longest; offset += Key.SLICE) {
      if (Key.slice(present, offset) != Key.slice(added, offset)) {
        break;
      }
      shared++;
    }
    return shared;
  }

  private static boolean precedes(byte[] present, byte[] added, int offset) {
    long slice = Key.slice(present, offset);
    long other = Key.slice(added, offset);
    return slice == other ? present.length < added.length : Key.less(slice, other);
  }

  private static void append(BorderNode end, byte[] rest, int offset, Object value, long inline) {
    int slot = Permutation.count(end.permutation());
    int code = Key.lengthCode(rest.length - offset);
    byte[] suffix = null;
    if (code == Key.LONGER) {
      suffix = Key.suffix(rest, offset);
      end.reserveSuffixes();
    }
    end.fill(slot, Key.slice(rest, offset), code, suffix, value, inline);
    end.setPermutationRelease(Permutation.ofFirst(slot + 1));
  }
}
