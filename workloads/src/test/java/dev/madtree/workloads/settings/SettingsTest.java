package dev.madtree.workloads.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Map<Setting, Given> SKIP_LIST =
      Map.of(Setting.STRUCTURES, new Given("skiplist", "--structures"));

  private static CampaignSettings read(Map<Setting, Given> more) throws ConfigurationException {
    return CampaignSettings.of(List.of(Profile.defaults().settings(), SKIP_LIST, more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "quick", "standard", "full"})
  void shippedProfile_withAStructureThatIsThere_isValid(String name) throws Exception {
    Profile profile = Profile.of(name);
    CampaignSettings settings =
        CampaignSettings.of(List.of(Profile.defaults().settings(), profile.settings(), SKIP_LIST));
    assertEquals(List.of("skiplist"), settings.structures());
    assertTrue(Profile.description(name).length() > 10);
  }

  @Test
  void of_laterLayer_replacesAnEarlierOne() throws Exception {
    CampaignSettings settings = read(Map.of(Setting.KEYS, new Given("10k, 2m", "--keys")));
    assertEquals(List.of(10_000L, 2_000_000L), settings.keys());
    assertEquals(2048, settings.heapMb());
  }

  @Test
  void of_traceOperations_areWholeBatches() throws Exception {
    CampaignSettings settings =
        read(Map.of(Setting.TRACE_OPERATIONS, new Given("1000", "--set trace-operations")));
    assertEquals(1024, settings.traceOperations());
  }

  @Test
  void of_severalProblems_areToldAtOnceWithTheirPlaces(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.properties");
    Files.writeString(file, "# mine\nthreads = 1, many\n  rounds =    0\nworkloads = a, z\n");
    Profile profile = Profile.of(file.toString());
    ConfigurationException problems =
        assertThrows(ConfigurationException.class, () -> read(profile.settings()));
    String text = problems.getMessage();
    assertTrue(text.contains("mine.properties:2:11: threads: expected"), text);
    assertTrue(text.contains("found \"many\""), text);
    assertTrue(text.contains("mine.properties:3:15: rounds: expected a number from 1"), text);
    assertTrue(text.contains("mine.properties:4:13: workloads: there is no workload \"z\""), text);
    assertTrue(text.contains("Expected one of: a, b, c, d, e, f"), text);
  }

  @Test
  void drivers_unknownName_saysWhatIsMeantAndWhatThereIs() {
    ConfigurationException problems =
        assertThrows(
            ConfigurationException.class,
            () ->
                read(
                    Map.of(
                        Setting.DRIVERS, new Given("replai", "--drivers"),
                        Setting.WORKLOADS, new Given("z", "--workloads"))));
    String text = problems.getMessage();
    assertTrue(text.contains("--drivers: there is no driver \"replai\""), text);
    assertTrue(text.contains("did you mean \"replay\"?"), text);
    assertTrue(text.contains("--workloads: there is no workload \"z\""), text);
  }

  @Test
  void drivers_noneThatHasTheWorkload_saysWhichDo() {
    ConfigurationException problem =
        assertThrows(
            ConfigurationException.class,
            () -> read(Map.of(Setting.DRIVERS, new Given("mttest", "--drivers"))));
    assertTrue(
        problem
            .getMessage()
            .contains("--drivers: workload \"a\" is asked by none of mttest. These do: replay"),
        problem.getMessage());
  }

  @Test
  void drivers_workloadWithItsOwn_needsNotBeChosen() throws Exception {
    CampaignSettings settings =
        read(Map.of(Setting.WORKLOADS, new Given("a, mttest:rw1", "--workloads")));
    assertEquals(
        Set.of("replay a", "mttest mttest:rw1"),
        AskedCells.of(settings).stream()
            .map(cell -> cell.driver().label() + " " + cell.workload())
            .collect(Collectors.toSet()));
  }

  @Test
  void profile_linesThatAreNone_areToldAtOnce(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.properties");
    Files.writeString(file, "thread = 1\nrounds\nkeys = 1m\nkeys = 2m\n");
    ConfigurationException problems =
        assertThrows(ConfigurationException.class, () -> Profile.of(file.toString()));
    String text = problems.getMessage();
    assertTrue(text.contains("mine.properties:1:1: there is no key \"thread\""), text);
    assertTrue(text.contains("did you mean \"threads\"?"), text);
    assertTrue(text.contains("mine.properties:2:1: expected \"key = value\""), text);
    assertTrue(text.contains("mine.properties:4:8: keys: is set twice"), text);
  }

  @Test
  void profile_unknownName_saysWhatThereIs() {
    ConfigurationException problem =
        assertThrows(ConfigurationException.class, () -> Profile.of("quik"));
    assertTrue(problem.getMessage().contains("did you mean \"quick\"?"), problem.getMessage());
  }

  @Test
  void jvm_thatIsNone_isRefused() {
    ConfigurationException problem =
        assertThrows(
            ConfigurationException.class,
            () -> read(Map.of(Setting.JVM, new Given("/nowhere", "--jvm"))));
    assertTrue(problem.getMessage().contains("--jvm: expected the home of a JVM"));
  }

  @ParameterizedTest
  @CsvSource({"1m, 1000000", "10k, 10000", "7, 7", "1.5k, 1500", "2g, 2000000000"})
  void count_suffix_multiplies(String text, long expected) {
    assertEquals(expected, Quantity.count(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1", "1.5", "1x", "0x10", "1e6"})
  void count_nonsense_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Quantity.count(text));
  }

  @ParameterizedTest
  @CsvSource({"250ms, 0.25", "1.5s, 1.5", "30m, 1800", "2h, 7200", "1min, 60", "3, -1"})
  void seconds_unit_isNeeded(String text, double expected) {
    if (expected < 0) {
      assertThrows(IllegalArgumentException.class, () -> Quantity.seconds(text));
    } else {
      assertEquals(expected, Quantity.seconds(text), 1e-12);
    }
  }

  @Test
  void quantity_tooMuch_isRefused() {
    String many = "9".repeat(400);
    assertThrows(IllegalArgumentException.class, () -> Quantity.seconds(many + "s"));
    assertThrows(IllegalArgumentException.class, () -> Quantity.seconds("300000h"));
    assertThrows(IllegalArgumentException.class, () -> Quantity.mebibytes("3000000g"));
    assertThrows(IllegalArgumentException.class, () -> Quantity.count(many));
  }

  @Test
  void mebibytes_unit_isNeeded() {
    assertEquals(2048, Quantity.mebibytes("2g"));
    assertEquals(512, Quantity.mebibytes("512M"));
    assertThrows(IllegalArgumentException.class, () -> Quantity.mebibytes("512"));
  }

  @Test
  void nearestName_ofANearMiss_isTheOneMeant() {
    List<String> names = List.of("masstree", "skiplist", "blink");
    assertEquals(Optional.of("skiplist"), NearestName.of("skip-list", names));
    assertEquals(Optional.of("blink"), NearestName.of("b-link", names));
    assertEquals(Optional.empty(), NearestName.of("completely-different", names));
  }
}
