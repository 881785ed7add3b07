package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnDictionaryTest {
  @Test
  void readme_holdsTheDictionaryAsTheCodeHasIt() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String dictionary = ColumnDictionary.markdown();
    int start = readme.indexOf(dictionary.substring(0, dictionary.indexOf('\n')));
    assertTrue(start >= 0, "README.md has no column table; put this in:\n" + dictionary);
    int end = readme.indexOf("\n\n", start) + 1;
    assertEquals(dictionary, readme.substring(start, end > 0 ? end : readme.length()));
  }

  @Test
  void readme_holdsTheNoiseRuleAsTheCodeHasIt() throws IOException {
    String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");
    assertTrue(readme.contains(NoiseRule.inWords()), "put this in: " + NoiseRule.inWords());
  }

  @Test
  void columns_areInSnakeCaseBehindTheSameKey() {
    List<String> key = CellColumns.key().stream().map(Column::name).toList();
    assertEquals(
        "campaign_id,env_id,git_rev,structure,driver,workload,distribution,key_shape,key_bytes,"
            + "value_bytes,records,threads,jvm,gc,heap_mb,trace_hash,cell_id",
        String.join(",", key));
    for (Table<?> table : ColumnDictionary.tables()) {
      List<String> names = table.columns().stream().<String>map(Column::name).toList();
      assertEquals(key, names.subList(0, key.size()));
      assertEquals(names.size(), names.stream().distinct().count());
      names.forEach(name -> assertTrue(name.matches("[a-z][a-z0-9_]*"), name));
    }
  }
}
