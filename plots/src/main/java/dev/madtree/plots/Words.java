package dev.madtree.plots;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns figures and labels of the record into the words of charts and reports. */
final class Words {
  private static final Map<String, String> YCSB =
      Map.of(
          "a", "YCSB A (50 % read, 50 % update)",
          "b", "YCSB B (95 % read, 5 % update)",
          "c", "YCSB C (100 % read)",
          "d", "YCSB D (95 % read, 5 % insert)",
          "e", "YCSB E (95 % scan, 5 % insert)",
          "f", "YCSB F (50 % read, 50 % read-modify-write)");

  private static final Map<String, String> OTHERS =
      Map.of(
          "insert", "insert (new keys only)",
          "delete", "delete (50 % remove, 50 % insert: a quarter of the keys goes and comes back)",
          "churn", "churn (50 % remove, 50 % insert, by turns)",
          "multiget", "multiget (100 % read, 16 keys at once)",
          "operations", "operations (one kind at a time)",
          "memory", "memory (bytes of an entry)");

  private static final Map<String, String> COLLECTORS =
      Map.of(
          "g1", "G1", "parallel", "Parallel GC", "serial", "Serial GC", "zgc", "ZGC", "z", "ZGC");

  private Words() {}

  /** The workload in full: "YCSB A (50 % read, 50 % update)". */
  static String workload(String label) {
    String key = label.toLowerCase(Locale.ROOT);
    if (key.startsWith("mttest:")) {
      return label + " (a test of the original’s)";
    }
    if (key.startsWith("crate:")) {
      return label + " (after the Rust crate’s)";
    }
    return YCSB.getOrDefault(key, OTHERS.getOrDefault(key, label));
  }

  /** The workload in short: "YCSB A". */
  static String workloadShort(String label) {
    return YCSB.containsKey(label.toLowerCase(Locale.ROOT))
        ? "YCSB " + label.toUpperCase(Locale.ROOT)
        : label;
  }

  /** "1 thread", "8 threads". */
  static String threads(int n) {
    return count(n, "thread");
  }

  /** "1 fork", "5 forks". */
  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** "both", "all 3". */
  static String every(int n) {
    return n == 2 ? "both" : "all " + n;
  }

  /** "10 M", "200 k", "512". */
  static String magnitude(double n) {
    if (n >= 1e9) {
      return trimmed(n / 1e9) + " G";
    }
    if (n >= 1e6) {
      return trimmed(n / 1e6) + " M";
    }
    return n >= 1e4 ? trimmed(n / 1e3) + " k" : trimmed(n);
  }

  /** "41.0 M ops/s". */
  static String throughput(double opsPerSecond) {
    return rate(opsPerSecond) + " ops/s";
  }

  /** "41.0 M", "850 k". */
  static String rate(double opsPerSecond) {
    if (opsPerSecond >= 1e6) {
      return significant(opsPerSecond / 1e6) + " M";
    }
    return opsPerSecond >= 1e3 ? significant(opsPerSecond / 1e3) + " k" : significant(opsPerSecond);
  }

  /** Three digits: "41.0", "0.724", "123". */
  static String significant(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double magnitude = Math.abs(value);
    int decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
    return decimal(value, decimals);
  }

  /** "64.1 B". */
  static String bytes(double bytes) {
    return (Math.abs(bytes) < 0.05 ? "0" : significant(bytes)) + " B";
  }

  /** "2.41×". */
  static String ratio(double ratio) {
    if (!Double.isFinite(ratio)) {
      return "–";
    }
    return decimal(ratio, ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2) + "×";
  }

  /** "2.20 to 2.63". */
  static String interval(double low, double high) {
    return decimal(low, low >= 10 ? 1 : 2) + " to " + decimal(high, high >= 10 ? 1 : 2);
  }

  /** "910 ns", "1.42 ms". */
  static String nanoseconds(double ns) {
    if (ns < 999.5) {
      return decimal(ns, 0) + " ns";
    }
    if (ns < 999.5e3) {
      return significant(ns / 1e3) + " µs";
    }
    return ns < 999.5e6 ? significant(ns / 1e6) + " ms" : significant(ns / 1e9) + " s";
  }

  /** "50 %", "99.9 %". */
  static String percentile(double percentile) {
    return trimmed(percentile) + " %";
  }

  /** The collector's usual name: "G1". */
  static String collector(String label) {
    return COLLECTORS.getOrDefault(label.toLowerCase(Locale.ROOT), label);
  }

  /** "4 GB" for 4096, "512 MB" for 512. */
  static String heap(int mebibytes) {
    return mebibytes % 1024 == 0 ? mebibytes / 1024 + " GB" : mebibytes + " MB";
  }

  /** "a", "a and b", "a, b and c". */
  static String list(List<String> items) {
    if (items.size() <= 1) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** The text with its first letter in upper case. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A figure with a fixed number of decimals, a true minus sign and no locale. */
  static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }

  /** A figure without needless zeros. */
  static String trimmed(double value) {
    String text = String.format(Locale.ROOT, "%.5f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
