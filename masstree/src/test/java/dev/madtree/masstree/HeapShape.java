package dev.madtree.masstree;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jol.info.GraphLayout;

/** What a tree keeps alive: objects of each class, and bytes in all. */
record HeapShape(long bytes, Map<String, Long> objects) {

  static {
    // A tree refers to a record, whose fields the tool finds in this way alone.
    System.setProperty("jol.magicFieldOffset", "true");
  }

  /** Walks over everything that is reachable. */
  static HeapShape of(Object root) {
    GraphLayout layout = GraphLayout.parseInstance(root);
    Map<String, Long> objects = new TreeMap<>();
    for (Class<?> type : layout.getClasses()) {
      objects.put(type.getTypeName(), layout.getClassCounts().count(type));
    }
    return new HeapShape(layout.totalSize(), objects);
  }
}
