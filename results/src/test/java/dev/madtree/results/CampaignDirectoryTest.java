package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignDirectoryTest {
  @TempDir Path root;

  private CampaignDirectory campaign(String id) throws IOException {
    CampaignDirectory campaign = CampaignDirectory.create(root, id);
    Journal.open(campaign.journalCsv()).close();
    return campaign;
  }

  @Test
  void list_holdsCampaignsAlone_oldestFirst() throws IOException {
    assertEquals(List.of(), CampaignDirectory.list(root.resolve("missing")));
    campaign("20260102T000000Z_quick_b").markLatest();
    campaign("20260101T000000Z_quick_a");
    Files.createDirectory(root.resolve("other"));
    assertEquals(
        List.of("20260101T000000Z_quick_a", "20260102T000000Z_quick_b"),
        CampaignDirectory.list(root).stream().map(CampaignDirectory::id).toList());
  }

  @Test
  void latest_followsTheLinkAndElseTheName() throws IOException {
    assertEquals(Optional.empty(), CampaignDirectory.latest(root));
    CampaignDirectory a = campaign("a");
    CampaignDirectory b = campaign("b");
    assertEquals("b", CampaignDirectory.latest(root).get().id());
    a.markLatest();
    assertEquals("a", CampaignDirectory.latest(root).get().id());
    assertEquals(Path.of("a"), Files.readSymbolicLink(root.resolve("latest")));
    b.markLatest();
    assertEquals("b", CampaignDirectory.latest(root).get().id());
    assertEquals("b", CampaignDirectory.open(root.resolve("latest")).id());
  }

  @Test
  void create_badOrTakenName_isRefused() throws IOException {
    for (String bad : List.of("", "..", "../x", "a/b", "latest", ".hidden", "a b", "a\nb")) {
      assertThrows(IllegalArgumentException.class, () -> CampaignDirectory.create(root, bad), bad);
    }
    campaign("a");
    assertThrows(FileAlreadyExistsException.class, () -> CampaignDirectory.create(root, "a"));
  }

  @Test
  void open_noCampaign_saysSo() throws IOException {
    assertThrows(NoSuchFileException.class, () -> CampaignDirectory.open(root.resolve("no")));
    Path folder = Files.createDirectory(root.resolve("empty"));
    Exception e = assertThrows(NoSuchFileException.class, () -> CampaignDirectory.open(folder));
    assertTrue(e.getMessage().contains("campaign.json"), e.getMessage());
  }

  @Test
  void markLatest_whereAFolderStands_isRefused() throws IOException {
    CampaignDirectory a = campaign("a");
    Files.createDirectory(root.resolve("latest"));
    assertThrows(FileAlreadyExistsException.class, a::markLatest);
  }
}
