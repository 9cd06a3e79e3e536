package org.twinprop.experiments.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.BadInput;

/** By requests over sockets, byte by byte: clients would mend what must be refused. */
class ReportServerTest {
  private static final int PATIENCE_MILLISECONDS = 10_000;

  private static final String PAGE = "<!DOCTYPE html><title>Größe</title>";
  private ReportServer server;
  private int port;

  @BeforeEach
  void start() {
    server = ReportServer.on(0);
    port = URI.create(server.address()).getPort();
    server.publish("1", PAGE);
  }

  @AfterEach
  void stop() {
    server.publish("end", "over");
    CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> request("GET", "/"));
    server.close();
    reader.join();
  }

  private String request(String method, String path) {
    return exchange("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(method, path, port));
  }

  /** What the server says to a request that ends after these lines. */
  private String exchange(String lines) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      // a server that ends may leave a connection open that it has just accepted
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      String all = lines + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "no answer: " + e;
    }
  }

  @Test
  void getHasThePageAndHeadAllButThePage() {
    String got = request("GET", "/");
    assertTrue(got.startsWith("HTTP/1.1 200 "), got);
    assertTrue(got.endsWith("\r\n\r\n" + PAGE), got);
    assertTrue(got.contains("Content-type: text/html; charset=utf-8"), got);
    assertTrue(got.contains("Etag: \"1\""), got);
    String head = request("HEAD", "/");
    assertTrue(head.startsWith("HTTP/1.1 200 "), head);
    assertTrue(head.contains("Content-length: " + PAGE.getBytes(StandardCharsets.UTF_8).length));
    assertTrue(head.endsWith("\r\n\r\n"), head);
  }

  @Test
  void whatIsPublishedLaterTakesItsPlace() {
    server.publish("2", "newer");
    String got = request("GET", "/");
    assertTrue(got.contains("Etag: \"2\"") && got.endsWith("newer"), got);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /report.html, 404",
    "GET, /?run=1, 404",
    "GET, //, 400",
    "GET, /../../etc/passwd, 404",
    "GET, /%2e%2e/run.json, 404",
    "GET, http://example.org/, 404",
    "HEAD, /favicon.ico, 404",
    "POST, /, 405",
    "PUT, /, 405",
    "DELETE, /, 405",
    "OPTIONS, /, 405",
    "TRACE, /, 405"
  })
  void allElseIsRefused(String method, String path, int status) {
    String answer = request(method, path);
    assertTrue(answer.startsWith("HTTP/1.1 %d ".formatted(status)), answer);
    assertFalse(answer.contains("Größe"), answer);
  }

  @ParameterizedTest
  @CsvSource({"example.org", "example.org:%d", "127.0.0.1", "127.0.0.1.example.org:%d", "[::1]:%d"})
  void aRequestToAnotherNameIsRefused(String host) {
    String answer = exchange("GET / HTTP/1.1\r\nHost: %s\r\n".formatted(host.formatted(port)));
    assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
    assertFalse(answer.contains("Größe"), answer);
  }

  @Test
  void aRequestToNoNameIsRefused() {
    String answer = exchange("GET / HTTP/1.1\r\n");
    assertTrue(answer.matches("(?s)HTTP/1\\.1 4\\d\\d .*"), answer);
    assertFalse(answer.contains("Größe"), answer);
  }

  @Test
  void noOtherAddressOfThisMachineAnswers() throws IOException {
    List<InetAddress> others =
        Stream.concat(
                Stream.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("::1")),
                NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
            .toList();
    for (InetAddress other : others) {
      try (Socket socket = new Socket()) {
        assertThrows(
            IOException.class,
            () -> socket.connect(new InetSocketAddress(other, port), 1000),
            () -> "it listens on " + other);
      }
    }
  }

  @Test
  void aPortThatIsTakenIsOneLine() {
    BadInput taken = assertThrows(BadInput.class, () -> ReportServer.on(port));
    assertTrue(
        taken.getMessage().startsWith("--watch-port " + port + " cannot be listened on: "),
        taken.getMessage());
    assertEquals(1, taken.getMessage().lines().count());
  }

  @Test
  void whoIsWatchingGetsTheLastPageAndThenNobodyAnswers() throws Exception {
    request("HEAD", "/");
    server.publish("end", "the last");
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    assertTrue(request("GET", "/").endsWith("the last"));
    closing.get(10, TimeUnit.SECONDS);
    assertTrue(request("GET", "/").startsWith("no answer"));
  }
}
