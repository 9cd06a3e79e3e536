package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Misread images of one group.
 *
 * @param name of the group; empty if groups do not matter
 * @param pictures surest first
 */
record GalleryGroup(String name, List<Picture> pictures) {
  /** An image and what is said about it. */
  record Picture(String image, String label, String predicted, String score) {}

  static List<GalleryGroup> of(List<WrongDigit> wrong) {
    Map<String, List<Picture>> groups = new LinkedHashMap<>();
    for (WrongDigit digit : wrong) {
      groups
          .computeIfAbsent(digit.group(), name -> new ArrayList<>())
          .add(
              new Picture(
                  digit.image(), digit.label(), digit.predicted(), Numbers.percent(digit.score())));
    }
    List<GalleryGroup> gallery = new ArrayList<>();
    groups.forEach((name, pictures) -> gallery.add(new GalleryGroup(name, pictures)));
    return gallery;
  }
}
