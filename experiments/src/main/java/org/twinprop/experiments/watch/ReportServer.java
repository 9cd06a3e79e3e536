package org.twinprop.experiments.watch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.twinprop.data.BadInput;

/**
 * Shows one page to browsers on this machine, from construction to {@link #close}. It listens on
 * 127.0.0.1 alone, and has nothing but the page.
 */
public final class ReportServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 16;
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Daemons::of);
  private final ReportHandler handler;

  private ReportServer(HttpServer server) {
    this.server = server;
    handler = new ReportHandler(server.getAddress().getPort());
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * @param port from 1 to 65535; 0 for any that is free
   * @throws BadInput if it cannot be had
   */
  public static ReportServer on(int port) {
    try {
      InetAddress here = InetAddress.getByAddress(LOOPBACK);
      return new ReportServer(HttpServer.create(new InetSocketAddress(here, port), BACKLOG));
    } catch (IOException e) {
      throw new BadInput(
          "--watch-port %d cannot be listened on: %s. Name another, or none for any that is free"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** What to open in a browser. */
  public String address() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /**
   * From now on, this is the page.
   *
   * @param version differs from page to page: letters and digits
   * @param html the whole of it
   */
  public void publish(String version, String html) {
    handler.publish(new Version(version, html));
  }

  /** Ends; where somebody is watching, not before they have the last page. */
  @Override
  public void close() {
    handler.awaitLastReader();
    server.stop(0);
    threads.shutdownNow();
  }
}
