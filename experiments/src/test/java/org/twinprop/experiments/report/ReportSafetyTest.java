package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

class ReportSafetyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><style>@import 'http://example.org'</style>",
        "{{ data.title }}{% raw %}",
        "new\nline\r\n\ttab",
        "&lt;b&gt; &amp; \u2028 \u202Egnirts",
        "数字 Ünï 👩‍🏫",
        "]]><!--"
      })
  void hostileNamesAreTextAndNothingElse(String name) throws Exception {
    Document page = Jsoup.parse(Report.render(named(name)));
    assertEquals(structure(Jsoup.parse(Report.render(named("harmless")))), structure(page));
    assertEquals(Set.of(), handlers(page));
    assertTrue(names(page).contains(name), "not in the charts");
    assertEquals(folded(name), folded(page.select("#groups tbody th").get(1).wholeText()));
    assertEquals(folded(name), folded(page.title()));
  }

  /** A report in which everything that comes from data is called like this. */
  private static ReportData named(String name) {
    ReportData sample = SampleRun.complete();
    List<GroupErrorRate> groups =
        List.of(
            SampleRun.rate("handwritten", "overall", "everyone", 200, 20),
            SampleRun.rate("handwritten", name, name, 100, 15),
            SampleRun.rate("handwritten", name, "others", 100, 5));
    List<VerificationReport> checks =
        List.of(
            new VerificationReport(
                0,
                List.of(new GradientComparison(0, name, name, 1e-9, 1e-9, name, true)),
                List.of(name)));
    String image = sample.gallery().get(0).image();
    return new ReportData(
        name,
        name,
        List.of(name),
        List.of("note " + name),
        sample.score(),
        Map.of(name, name),
        sample.metrics(),
        checks,
        groups,
        List.of(new WrongDigit(name, name, 0.9, name, image)),
        Optional.empty(),
        sample.provenance());
  }

  /** The tags of the page in order: text that became markup would change them. */
  private static List<String> structure(Document page) {
    return page.getAllElements().stream().map(Element::tagName).toList();
  }

  private static Set<String> handlers(Document page) {
    return page.getAllElements().stream()
        .flatMap(element -> element.attributes().asList().stream())
        .map(Attribute::getKey)
        .filter(key -> key.startsWith("on"))
        .collect(Collectors.toSet());
  }

  private static List<String> names(Document page) throws Exception {
    JsonNode drawing =
        new ObjectMapper().readTree(page.selectFirst("[data-kind=intervals]").attr("data-drawing"));
    return drawing.findValuesAsText("name");
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void thePageAsksNothingOfAnyNetwork() {
    Document page = Jsoup.parse(Report.render(SampleRun.complete()));
    for (Element element : page.select("[src], [href], [srcset], [data], [action], [poster]")) {
      String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
      assertTrue(target.startsWith("data:") || target.startsWith("#"), element.tagName() + target);
    }
    assertEquals(
        List.of(), page.select("script[src], iframe, object, embed, base, form").eachAttr("src"));
    for (Element style : page.select("style")) {
      assertFalse(style.data().contains("@import"));
      assertFalse(style.data().contains("url("));
    }
  }

  @Test
  void onlyTheTwoScriptsOfTheReportMayRun() throws NoSuchAlgorithmException {
    Document page = Jsoup.parse(Report.render(SampleRun.complete()));
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertEquals(2, page.select("script").size());
    assertEquals(2, policy.split("'sha256-", -1).length - 1, policy);
    for (Element script : page.select("script")) {
      byte[] text = script.data().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    }
  }

  @Test
  void theChartLibraryIsInThePage() {
    Document page = Jsoup.parse(Report.render(SampleRun.complete()));
    assertTrue(page.select("script").first().data().contains("Apache Software Foundation"));
  }
}
