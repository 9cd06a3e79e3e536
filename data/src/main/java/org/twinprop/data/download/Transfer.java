package org.twinprop.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One attempt to fetch one address into a file, going on where the file ends. */
final class Transfer {
  /** Far above any file fetched here: a server that sends without end is cut off. */
  private static final long MOST_BYTES = 1L << 28;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** RFC 9110, 14.4. */
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final HttpClient client;
  private final Patience patience;

  Transfer(Patience patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience.connect())
            .followRedirects(Redirect.NORMAL)
            .build();
  }

  /** Told how many bytes are there and how many are expected, -1 if unknown. */
  @FunctionalInterface
  interface Progress {
    void at(long received, long total);
  }

  /** The server answered, and will give the same answer again. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * Returns when the server has sent the file to its end. What arrived before a failure stays in
   * the file, unless it does not fit what the server has.
   *
   * @throws Refused if the server answers with an error
   * @throws IOException if it cannot be reached, breaks off or falls silent, or if the file cannot
   *     be written
   */
  void fetch(URI address, Path part, Progress progress) throws IOException, InterruptedException {
    long there = Files.exists(part) ? Files.size(part) : 0;
    HttpResponse<InputStream> response =
        client.send(request(address, there), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK ->
            save(
                body,
                part,
                0,
                response.headers().firstValueAsLong("Content-Length").orElse(-1),
                progress);
        case PARTIAL_CONTENT ->
            save(body, part, there, totalOfRange(response, part, there), progress);
        case RANGE_NOT_SATISFIABLE -> throw doesNotFit(part);
        default -> throw new Refused("answers with status " + response.statusCode());
      }
    }
  }

  private HttpRequest request(URI address, long there) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience.silence())
            .header("User-Agent", "twinprop");
    return there == 0 ? request.build() : request.header("Range", "bytes=" + there + "-").build();
  }

  private static long totalOfRange(HttpResponse<?> response, Path part, long there)
      throws IOException {
    Matcher range =
        CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != there) {
      throw doesNotFit(part);
    }
    return range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
  }

  private static IOException doesNotFit(Path part) throws IOException {
    Files.deleteIfExists(part);
    return new IOException("has a file that the partial one here does not fit");
  }

  private void save(InputStream body, Path part, long there, long total, Progress progress)
      throws IOException {
    StandardOpenOption mode =
        there == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    long received = there;
    try (SilenceGuard guard = new SilenceGuard(body, patience.silence());
        OutputStream out =
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = guard.read(buffer); read >= 0; read = guard.read(buffer)) {
        out.write(buffer, 0, read);
        received += read;
        progress.at(received, total);
        if (received > MOST_BYTES) {
          throw new Refused(String.format(Locale.ROOT, "sends more than %,d bytes", MOST_BYTES));
        }
      }
    }
    if (total >= 0 && received != total) {
      throw new IOException(
          String.format(Locale.ROOT, "broke off after %,d of %,d bytes", received, total));
    }
  }
}
