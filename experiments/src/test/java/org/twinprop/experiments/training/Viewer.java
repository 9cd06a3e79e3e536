package org.twinprop.experiments.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Looks at a run as a browser would, though more often. */
final class Viewer {
  private static final long PAUSE_MILLISECONDS = 50;

  private Viewer() {}

  /** The pages that a run showed until it was over, each once. */
  static List<String> watch(int port, Future<?> run) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port))).build();
    List<String> pages = new ArrayList<>();
    while (!run.isDone()) {
      try {
        String page = client.send(request, BodyHandlers.ofString()).body();
        if (pages.isEmpty() || !pages.get(pages.size() - 1).equals(page)) {
          pages.add(page);
        }
      } catch (IOException e) {
        // not there yet, or not there any more
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
    return pages;
  }
}
