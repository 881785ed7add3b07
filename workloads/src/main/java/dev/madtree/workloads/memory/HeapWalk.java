package dev.madtree.workloads.memory;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jol.vm.VM;
import org.openjdk.jol.vm.VirtualMachine;

/**
 * A walk over everything that an object keeps alive, each object counted once.
 *
 * <p>JOL tells sizes and reads fields. Its own walks remember the way to each object, or tell no
 * objects apart; here there is one identity to remember for each, so that millions fit.
 */
final class HeapWalk {

  private static final VirtualMachine JVM = quietly();

  /** A class as JOL sees it: the size of its objects, and where their references are. */
  private record Shape(long size, long[] references) {}

  private final Predicate<Object> isValue;
  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();
  private long keys;
  private long values;
  private long structure;

  private HeapWalk(Predicate<Object> isValue) {
    this.isValue = isValue;
  }

  /**
   * Walks over all that is reachable, but for classes, their loaders and threads, which are the
   * JVM's.
   *
   * @param isValue tells the values of the structure's entries
   */
  static Footprint of(Object root, Predicate<Object> isValue) {
    HeapWalk walk = new HeapWalk(isValue);
    walk.reach(root);
    while (!walk.waiting.isEmpty()) {
      walk.count(walk.waiting.pop());
    }
    return new Footprint(walk.keys, walk.values, walk.structure);
  }

  /** Returns the bytes of one object. */
  static long sizeOf(Object object) {
    return new HeapWalk(each -> false).size(object);
  }

  private void reach(Object object) {
    boolean isTheJvms =
        object == null
            || object instanceof Class
            || object instanceof ClassLoader
            || object instanceof Module
            || object instanceof Thread;
    if (!isTheJvms && seen.add(object)) {
      waiting.push(object);
    }
  }

  private void count(Object object) {
    long size = size(object);
    if (isValue.test(object)) {
      values += size;
    } else if (object instanceof byte[] || object instanceof String || object instanceof Long) {
      keys += size;
    } else {
      structure += size;
    }
    if (object instanceof Object[] elements) {
      for (Object element : elements) {
        reach(element);
      }
    } else if (!object.getClass().isArray()) {
      for (long offset : shape(object).references) {
        reach(JVM.getObject(object, offset));
      }
    }
  }

  private long size(Object object) {
    Class<?> type = object.getClass();
    if (!type.isArray()) {
      return shape(object).size;
    }
    String element = type.getComponentType().getName();
    long bytes =
        JVM.arrayBaseOffset(element)
            + (long) JVM.arrayIndexScale(element) * Array.getLength(object);
    long alignment = JVM.objectAlignment();
    return (bytes + alignment - 1) / alignment * alignment;
  }

  private Shape shape(Object object) {
    Shape known = shapes.get(object.getClass());
    if (known == null) {
      known = new Shape(JVM.sizeOf(object), references(object.getClass()));
      shapes.put(object.getClass(), known);
    }
    return known;
  }

  private static long[] references(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
        .flatMap(each -> Stream.of(each.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getType().isPrimitive())
        .mapToLong((Field field) -> JVM.fieldOffset(field))
        .toArray();
  }

  /**
   * Makes JOL do without what it would have to attach to this JVM for, of which it complains on
   * standard output: what it finds out by itself is enough for sizes.
   */
  private static VirtualMachine quietly() {
    // Fields of records and hidden classes are found in this way alone.
    System.setProperty("jol.magicFieldOffset", "true");
    System.setProperty("jol.skipDynamicAttach", "true");
    System.setProperty("jol.skipHotspotSAAttach", "true");
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      return VM.current();
    } finally {
      System.setOut(out);
    }
  }
}
