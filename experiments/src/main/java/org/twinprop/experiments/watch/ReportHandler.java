package org.twinprop.experiments.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Answers GET and HEAD of {@code /} with the page, and everything else with a refusal. A request
 * must be addressed to this machine by name or number: a page from elsewhere, whose own name has
 * been made to point here, learns nothing.
 */
final class ReportHandler implements HttpHandler {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int MISDIRECTED_REQUEST = 421;
  private static final int NO_BODY = -1;

  /** A browser that watches asks every second. */
  private static final long WATCHING_NANOSECONDS = TimeUnit.SECONDS.toNanos(4);

  private static final long PATIENCE_SECONDS = 4;

  private static final String PREPARING =
      "<!DOCTYPE html><html lang=\"en\"><meta http-equiv=\"refresh\" content=\"1\">"
          + "<title>Twinprop</title><p>The run is being prepared.</p></html>";

  private final Set<String> hosts;
  private volatile Version page = new Version("none", PREPARING);
  private volatile long lastAsked = System.nanoTime() - WATCHING_NANOSECONDS;

  ReportHandler(int port) {
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  void publish(Version newer) {
    page = newer;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int refusal = refusal(exchange);
      if (refusal == OK) {
        answer(exchange, page);
      } else {
        exchange.sendResponseHeaders(refusal, NO_BODY);
      }
    }
  }

  private int refusal(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host)) {
      return MISDIRECTED_REQUEST;
    }
    if (!exchange.getRequestURI().toString().equals("/")) {
      return NOT_FOUND;
    }
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return METHOD_NOT_ALLOWED;
    }
    return OK;
  }

  private void answer(HttpExchange exchange, Version version) throws IOException {
    lastAsked = System.nanoTime();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("ETag", version.tag());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(version.bytes().length));
      exchange.sendResponseHeaders(OK, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(OK, version.bytes().length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(version.bytes());
    }
    version.read().countDown();
  }

  /** Waits a moment for who asked just now to fetch the page as it is at the end. */
  void awaitLastReader() {
    if (System.nanoTime() - lastAsked >= WATCHING_NANOSECONDS) {
      return;
    }
    try {
      page.read().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
