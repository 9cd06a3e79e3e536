package org.twinprop.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;
import org.twinprop.data.Mnist;
import org.twinprop.data.RawIdx;
import org.twinprop.data.RealData;
import org.twinprop.data.Sha256;

class MnistDownloadTest {
  private static final String NAME = "t10k-images-idx3-ubyte.gz";
  private static final Patience SHORT =
      new Patience(3, Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

  @TempDir Path folder;
  private FileServer server;
  private byte[] packed;
  private String sha256;

  @BeforeEach
  void serveRealFile() throws IOException {
    Path real = RealData.mnist().resolve(NAME);
    packed = Files.readAllBytes(real);
    sha256 = Sha256.of(new ByteArrayInputStream(RawIdx.unpack(real)));
    server = new FileServer();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aFileArrivesWholeWithItsProgressAndWithoutATrace() throws IOException {
    Log log = new Log();
    get(log, server.serve("/a/" + NAME, FileServer.content(packed)));

    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertEquals(List.of(NAME), names());
    assertEquals(packed.length, log.received.get(log.received.size() - 1));
    assertEquals(log.received.stream().sorted().toList(), log.received);
    assertEquals(List.of((long) packed.length), log.totals.stream().distinct().toList());
    assertEquals(List.of("finished " + NAME), log.lines);
  }

  @Test
  void whatIsThereAndRightIsNotFetchedAgain() throws IOException {
    URI address = server.serve("/a/" + NAME, FileServer.content(packed));
    get(ProgressListener.NONE, address);
    Log log = new Log();
    get(log, address);
    assertEquals(List.of("already there " + NAME), log.lines);
    assertEquals(1, server.requests().size());
  }

  @Test
  void whatIsThereAndDamagedIsReplaced() throws IOException {
    Files.write(folder.resolve(NAME), Arrays.copyOf(packed, 1000));
    get(ProgressListener.NONE, server.serve("/a/" + NAME, FileServer.content(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
  }

  @Test
  void aConnectionThatBreaksIsContinuedWhereItBroke() throws IOException {
    Log log = new Log();
    get(log, server.serve("/a/" + NAME, FileServer.broken(packed, 300_000)));

    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertTrue(server.requests().size() >= 6, server.requests().toString());
    long continued =
        server.requests().stream().filter(request -> request.contains(" bytes=")).count();
    assertEquals(server.requests().size() - 1, continued, "all but the first ask for a range");
    assertEquals(
        server.requests().size() - 1,
        log.lines.stream().filter(line -> line.startsWith("failed")).count());
  }

  @Test
  void aPartialFileOfAnEarlierRunIsContinued() throws IOException {
    Files.write(folder.resolve(NAME + ".part"), Arrays.copyOf(packed, 700_000));
    get(ProgressListener.NONE, server.serve("/a/" + NAME, FileServer.content(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertEquals(List.of("/a/" + NAME + " bytes=700000-"), server.requests());
  }

  @Test
  void aPartialFileThatIsWholeNeedsNoServer() throws IOException {
    Files.write(folder.resolve(NAME + ".part"), packed);
    get(ProgressListener.NONE, server.uri("/nothing/here"));
    assertEquals(List.of(NAME), names());
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aServerWithoutRangesSendsTheWholeFileAgain() throws IOException {
    Files.write(folder.resolve(NAME + ".part"), Arrays.copyOf(packed, 700_000));
    get(ProgressListener.NONE, server.serve("/a/" + NAME, FileServer.withoutRanges(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
  }

  @Test
  void aPartialFileOfOtherContentIsDroppedAndFetchedAnew() throws IOException {
    byte[] other = new byte[700_000];
    Files.write(folder.resolve(NAME + ".part"), other);
    Log log = new Log();
    get(log, server.serve("/a/" + NAME, FileServer.content(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertEquals(List.of("/a/" + NAME + " bytes=700000-", "/a/" + NAME), server.requests());
    assertEquals("failed localhost has other content than expected", log.lines.get(0));
  }

  @Test
  void aPartialFileLongerThanTheFileIsDropped() throws IOException {
    Files.write(folder.resolve(NAME + ".part"), new byte[packed.length + 5]);
    get(ProgressListener.NONE, server.serve("/a/" + NAME, FileServer.content(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
  }

  @Test
  void theNextMirrorIsAskedWhenOneHasNothingOrSomethingElse() throws IOException {
    Log log = new Log();
    get(
        log,
        server.serve("/gone/" + NAME, FileServer.status(404)),
        server.serve(
            "/portal/" + NAME,
            FileServer.content(
                "<html>Please log in</html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
        server.serve(
            "/old/" + NAME,
            FileServer.content(
                Files.readAllBytes(RealData.mnist().resolve("t10k-labels-idx1-ubyte.gz")))),
        server.serve(
            "/good/" + NAME,
            FileServer.redirect(server.serve("/moved/" + NAME, FileServer.content(packed)))));

    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertEquals(
        List.of(
            "/gone/" + NAME, "/portal/" + NAME, "/old/" + NAME, "/good/" + NAME, "/moved/" + NAME),
        server.requests());
    assertEquals(
        List.of(
            "failed localhost answers with status 404",
            "failed localhost has other content than expected",
            "failed localhost has other content than expected",
            "finished " + NAME),
        log.lines);
  }

  @Test
  void theSameContentPackedInAnotherWayIsAccepted() throws IOException {
    Path repacked = folder.resolve("repacked");
    RawIdx.pack(repacked, RawIdx.unpack(RealData.mnist().resolve(NAME)));
    byte[] other = Files.readAllBytes(repacked);
    Files.delete(repacked);
    assertFalse(Arrays.equals(packed, other));
    get(ProgressListener.NONE, server.serve("/a/" + NAME, FileServer.content(other)));
    assertArrayEquals(other, Files.readAllBytes(folder.resolve(NAME)));
  }

  @Test
  void aServerThatFallsSilentIsLeftForTheNext() throws IOException {
    Patience impatient =
        new Patience(1, Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(2));
    Log log = new Log();
    get(
        impatient,
        log,
        server.serve("/silent/" + NAME, FileServer.silentAfter(packed, 1_000)),
        server.serve("/good/" + NAME, FileServer.content(packed)));
    assertArrayEquals(packed, Files.readAllBytes(folder.resolve(NAME)));
    assertTrue(
        log.lines.get(0).startsWith("failed localhost fell silent for 2.0 s"),
        log.lines.toString());
  }

  @Test
  void whenEveryMirrorFailsOneLineSaysWhatEachAnsweredAndWhatArrivedIsKept() throws IOException {
    URI unreachable = URI.create("http://localhost:" + unusedPort() + "/" + NAME);
    BadInput failed =
        assertThrows(
            BadInput.class,
            () ->
                get(
                    ProgressListener.NONE,
                    server.serve("/gone/" + NAME, FileServer.status(503)),
                    unreachable,
                    server.serve("/breaks/" + NAME, FileServer.broken(packed, 1_000))));
    assertTrue(
        failed
            .getMessage()
            .startsWith(
                NAME
                    + " cannot be fetched: localhost answers with status 503; localhost cannot be reached; localhost "),
        failed.getMessage());
    assertTrue(
        failed.getMessage().endsWith("or copy the file into " + folder), failed.getMessage());
    assertFalse(failed.getMessage().contains("\n"));
    assertEquals(List.of(NAME + ".part"), names());
    assertArrayEquals(
        Arrays.copyOf(packed, (int) Files.size(folder.resolve(NAME + ".part"))),
        Files.readAllBytes(folder.resolve(NAME + ".part")));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    BadInput failed =
        assertThrows(BadInput.class, () -> MnistDownload.get(file, ProgressListener.NONE));
    assertTrue(
        failed.getMessage().startsWith("cannot create the folder " + file.resolve("mnist")),
        failed.getMessage());
  }

  /**
   * The training images beside the project are a rebuilt copy, so their checksum must not agree.
   */
  @Test
  void theChecksumsAreThoseOfTheRealFiles() throws IOException {
    assertEquals(6, MnistDownload.FILES.size());
    for (RemoteFile file : MnistDownload.FILES) {
      byte[] content = RawIdx.unpack(RealData.mnist().resolve(file.name()));
      String actual = Sha256.of(new ByteArrayInputStream(content));
      if (file.name().equals("train-images-idx3-ubyte.gz") && hasNoPixelOfValueOne(content)) {
        assertNotEquals(file.contentSha256(), actual, file.name());
      } else {
        assertEquals(file.contentSha256(), actual, file.name());
      }
      assertEquals(2, file.addresses().size());
      for (URI address : file.addresses()) {
        assertEquals("https", address.getScheme());
        assertTrue(address.getPath().endsWith("/" + file.name()));
      }
    }
  }

  @Test
  void allSixFilesTogetherMakeACompleteFolder() throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    for (RemoteFile file : MnistDownload.FILES) {
      Path real = RealData.mnist().resolve(file.name());
      URI address =
          server.serve(
              "/all/" + file.name(), FileServer.broken(Files.readAllBytes(real), 2_000_000));
      files.add(
          new RemoteFile(
              file.name(),
              Sha256.of(new ByteArrayInputStream(RawIdx.unpack(real))),
              List.of(address)));
    }
    Path cache = folder.resolve("cache");
    assertFalse(Mnist.isComplete(cache));
    Path mnist = MnistDownload.get(files, cache.resolve("mnist"), SHORT, ProgressListener.NONE);
    assertTrue(Mnist.isComplete(cache));
    assertEquals(70_000, Mnist.load(mnist).train().size() + Mnist.load(cache).test().size());
  }

  private void get(ProgressListener listener, URI... addresses) {
    get(SHORT, listener, addresses);
  }

  private void get(Patience patience, ProgressListener listener, URI... addresses) {
    MnistDownload.get(
        List.of(new RemoteFile(NAME, sha256, List.of(addresses))), folder, patience, listener);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean hasNoPixelOfValueOne(byte[] images) {
    for (int i = 16; i < images.length; i++) {
      if (images[i] == 1) {
        return false;
      }
    }
    return true;
  }

  private static final class Log implements ProgressListener {
    private final List<String> lines = new ArrayList<>();
    private final List<Long> received = new ArrayList<>();
    private final List<Long> totals = new ArrayList<>();

    @Override
    public void alreadyThere(String file) {
      lines.add("already there " + file);
    }

    @Override
    public void received(String file, long bytes, long total) {
      received.add(bytes);
      totals.add(total);
    }

    @Override
    public void finished(String file) {
      lines.add("finished " + file);
    }

    @Override
    public void failed(String file, URI address, String reason) {
      lines.add("failed " + address.getHost() + " " + reason);
    }
  }
}
