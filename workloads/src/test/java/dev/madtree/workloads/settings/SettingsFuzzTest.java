package dev.madtree.workloads.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bytes as a profile: they become settings, or every problem is told. */
class SettingsFuzzTest {

  @FuzzTest
  void profile_anyBytes_isReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".properties");
    try {
      Files.write(file, bytes);
      CampaignSettings.of(
          List.of(Profile.defaults().settings(), Profile.of(file.toString()).settings()));
    } catch (ConfigurationException refused) {
      assertFalse(refused.getMessage().isBlank());
    } finally {
      Files.delete(file);
    }
  }
}
