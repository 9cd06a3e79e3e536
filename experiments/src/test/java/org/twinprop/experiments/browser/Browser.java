package org.twinprop.experiments.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final double CENTIMETRES_OF_INCH = 2.54;

  // it warns of protocols that nobody here uses
  private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Empty where this machine has no Chromium, or not the driver to lead it. */
  static Optional<Browser> start() {
    Optional<File> binary = NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
    Optional<File> chromedriver = onPath("chromedriver");
    if (binary.isEmpty() || chromedriver.isEmpty()) {
      return Optional.empty();
    }
    LOGGER.setLevel(Level.SEVERE);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get())
            .usingAnyFreePort()
            .build();
    return Optional.of(new Browser(new ChromeDriver(service, options(binary.get()))));
  }

  private static Optional<File> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toFile);
  }

  private static ChromeOptions options(File binary) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary);
    options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage");
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox"); // Chromium refuses to sandbox itself as root
    }
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  /** Opens a page as on a screen of this width, forgetting what was logged before. */
  void open(String address, int width, String scheme) {
    screen(width, 900);
    media("", scheme);
    messages();
    requests();
    driver.get(address);
  }

  private void screen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** As on paper, or on a screen if {@code medium} is empty. */
  private void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Lays the page out as on paper of which so many pixels can be printed on. */
  void layOutOnPaper(int width) {
    screen(width, 900);
    media("print", "light");
    script("window.dispatchEvent(new Event('beforeprint'))");
  }

  Object script(String text, Object... arguments) {
    return driver.executeScript(text, arguments);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** What the page wrote to the console, errors of scripts and policies included. */
  List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** The addresses that the page asked for since it was opened, itself included. */
  List<String> requests() {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = json(entry.getMessage()).get("message");
      if (event.get("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(event.get("params").get("request").get("url").asText());
      }
    }
    return addresses;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The page as a PDF on paper of this size, in centimetres. */
  byte[] print(double width, double height) {
    media("", "light");
    Map<String, Object> pdf =
        driver.executeCdpCommand(
            "Page.printToPDF",
            Map.of(
                "paperWidth",
                width / CENTIMETRES_OF_INCH,
                "paperHeight",
                height / CENTIMETRES_OF_INCH,
                "printBackground",
                false));
    return Base64.getDecoder().decode((String) pdf.get("data"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
