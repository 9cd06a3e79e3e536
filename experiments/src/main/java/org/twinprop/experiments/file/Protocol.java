package org.twinprop.experiments.file;

import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.curves.CurveSettings;
import org.twinprop.experiments.folds.FoldSettings;
import org.twinprop.experiments.training.Mitigation;

/**
 * What is done with an experiment: one run, or many; at most one of these is there.
 *
 * @param folds how it is cross-validated
 * @param curves which learning curves are drawn
 */
public record Protocol(Optional<FoldSettings> folds, Optional<CurveSettings> curves) {
  /** One run. */
  public static final Protocol ONE_RUN = new Protocol(Optional.empty(), Optional.empty());

  /**
   * @throws BadInput if a setting cannot be, or does not go with the others; names its place
   */
  public static Protocol of(Settings settings) {
    Protocol protocol = new Protocol(folds(settings), curves(settings));
    if (!protocol.equals(ONE_RUN)) {
      refuseThresholds(settings);
      refuseReading(settings);
    }
    if (protocol.folds.isPresent() && protocol.curves.isPresent()) {
      throw new BadInput(
          "%s: folds and learning curves are two experiments: leave one out"
              .formatted(place(settings, SettingKeys.FOLDS)));
    }
    return protocol;
  }

  private static Optional<FoldSettings> folds(Settings settings) {
    Optional<Integer> folds = settings.find(SettingKeys.FOLDS);
    if (folds.isEmpty()) {
      refuse(settings, SettingKeys.FOLD_BY, "folds");
      refuse(settings, SettingKeys.STRATIFY, "folds");
    }
    return folds.map(
        count ->
            new FoldSettings(
                count, settings.find(SettingKeys.FOLD_BY), settings.find(SettingKeys.STRATIFY)));
  }

  private static Optional<CurveSettings> curves(Settings settings) {
    boolean bySize = settings.find(SettingKeys.LEARNING_CURVE).orElse(false);
    List<Double> widths = settings.find(SettingKeys.MODEL_SIZES).orElse(List.of());
    List<String> networks = settings.find(SettingKeys.NETWORKS).orElse(List.of());
    if (!bySize) {
      refuse(settings, SettingKeys.SIZES, "learning_curve: true");
    }
    if (!bySize && widths.isEmpty() && networks.isEmpty()) {
      refuse(settings, SettingKeys.SEEDS, "learning_curve: true");
      return Optional.empty();
    }
    return Optional.of(
        new CurveSettings(
            bySize,
            settings.find(SettingKeys.SIZES).orElse(List.of()),
            widths,
            networks,
            settings.get(SettingKeys.SEEDS)));
  }

  /**
   * What is done for groups that the network fails; empty for nothing.
   *
   * @throws BadInput if a setting cannot be, or lacks another; names its place
   */
  public static Optional<Mitigation> mitigation(Settings settings) {
    Optional<String> kind = settings.find(SettingKeys.MITIGATION);
    if (kind.isEmpty()) {
      refuse(settings, SettingKeys.MITIGATE_BY, "mitigation");
      refuse(settings, SettingKeys.DRO_STEP, "mitigation: group-dro");
      return Optional.empty();
    }
    String by =
        settings
            .find(SettingKeys.MITIGATE_BY)
            .orElseThrow(
                () ->
                    new BadInput(
                        "%s: mitigation needs mitigate_by, the group column that it is about, as in population"
                            .formatted(place(settings, SettingKeys.MITIGATION))));
    return Optional.of(
        new Mitigation(Mitigation.Kind.of(kind.get()), by, settings.get(SettingKeys.DRO_STEP)));
  }

  private static void refuseThresholds(Settings settings) {
    if (settings.find(SettingKeys.MITIGATION).equals(Optional.of("thresholds"))) {
      throw new BadInput(
          "%s: thresholds are chosen on the validation part of a single run: leave folds and curves out, or take another mitigation"
              .formatted(place(settings, SettingKeys.MITIGATION)));
    }
  }

  private static void refuseReading(Settings settings) {
    if (settings.find(SettingKeys.READ).orElse(0) > 0) {
      throw new BadInput(
          "%s: whole checks are read at the end of a single run: leave read out, or folds and curves"
              .formatted(place(settings, SettingKeys.READ)));
    }
  }

  private static String place(Settings settings, SettingKey<?> key) {
    return settings.written(key.name()).orElseThrow().place();
  }

  private static void refuse(Settings settings, SettingKey<?> key, String needed) {
    settings
        .written(key.name())
        .ifPresent(
            setting -> {
              throw new BadInput(
                  "%s: %s says nothing without %s: add it, or leave %s out"
                      .formatted(setting.place(), key.name(), needed, key.name()));
            });
  }
}
