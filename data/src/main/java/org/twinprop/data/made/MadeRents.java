package org.twinprop.data.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.twinprop.data.table.Table;

/**
 * Listings of a city of three made-up boroughs, in the columns of real ones. Rents follow
 *
 * <pre>
 * rent = 1.4 (300 + size * price of the neighborhood * age factor) * height factor + amenities
 *        + what the building is worth beyond that, + chance
 * age factor    = 1.25 for up to 15 years, falling to 0.9 at 60, and up to 1.1 at 120: new and old
 *                 are dear, the years between are not
 * height factor = 1 + 0.012 * floor with an elevator, 1 - 0.02 * floor without one
 * </pre>
 *
 * so that a straight line cannot give them: price multiplies size, age bends, and the same floor is
 * dear with an elevator and cheap without. In the borough Eastbank, listings are few, and their
 * rents vary twice as much by chance.
 */
public final class MadeRents {
  private static final int BUILDINGS = 900;
  private static final int MOST_LISTINGS = 6;
  private static final List<String> BOROUGHS = List.of("Centre", "Hillside", "Eastbank");
  private static final double[] SHARES = {0.65, 0.92, 1};
  private static final double[] PRICES = {4.2, 3.0, 2.4};
  private static final int NEIGHBORHOODS = 6;
  private static final List<String> HEADER =
      List.of(
          "rental_id",
          "building_id",
          "rent",
          "bedrooms",
          "bathrooms",
          "size_sqft",
          "floor",
          "building_age_yrs",
          "has_elevator",
          "has_doorman",
          "has_washer_dryer",
          "neighborhood",
          "borough");

  private final SplittableRandom random;
  private final List<String[]> rows = new ArrayList<>();

  private MadeRents(SplittableRandom random) {
    this.random = random;
  }

  /**
   * About 3,000 listings of 900 buildings.
   *
   * @param seed the same seed gives the same listings on every machine
   */
  public static Table table(long seed) {
    MadeRents made = new MadeRents(new SplittableRandom(seed));
    for (int building = 0; building < BUILDINGS; building++) {
      made.building(100_000 + building);
    }
    return new Table("made listings", HEADER, made.rows);
  }

  private void building(int id) {
    double draw = random.nextDouble();
    int borough = draw < SHARES[0] ? 0 : draw < SHARES[1] ? 1 : 2;
    int neighborhood = random.nextInt(NEIGHBORHOODS);
    int age = 1 + random.nextInt(120);
    boolean elevator = random.nextInt(10) < 4;
    boolean doorman = elevator && random.nextBoolean();
    double price = PRICES[borough] * (0.8 + 0.08 * neighborhood);
    double worth = 120 * normal();
    int listings = 1 + random.nextInt(MOST_LISTINGS);
    for (int i = 0; i < listings; i++) {
      int bedrooms = random.nextInt(4);
      int bathrooms = 1 + (bedrooms > 1 ? random.nextInt(2) : 0);
      int size = (int) Math.round(380 + 260 * bedrooms + 120 * (bathrooms - 1) + 70 * normal());
      int floor = 1 + random.nextInt(elevator ? 20 : 6);
      boolean washer = random.nextInt(5) == 0;
      double height = elevator ? 1 + 0.012 * floor : 1 - 0.02 * floor;
      double chance = (borough == 2 ? 240 : 120) * normal();
      double rent =
          1.4 * (300 + Math.max(250, size) * price * ageFactor(age)) * height
              + (doorman ? 250 : 0)
              + (washer ? 150 : 0)
              + worth
              + chance;
      rows.add(
          new String[] {
            Integer.toString(500_000 + rows.size()),
            Integer.toString(id),
            Long.toString(Math.max(600, 5 * Math.round(rent / 5))),
            Integer.toString(bedrooms),
            Integer.toString(bathrooms),
            Integer.toString(Math.max(250, size)),
            Integer.toString(floor),
            Integer.toString(age),
            flag(elevator),
            flag(doorman),
            flag(washer),
            String.format(Locale.ROOT, "%s %d", BOROUGHS.get(borough), neighborhood + 1),
            BOROUGHS.get(borough)
          });
    }
  }

  private static double ageFactor(int age) {
    if (age <= 15) {
      return 1.25;
    }
    return age <= 60 ? 1.25 - 0.35 * (age - 15) / 45 : 0.9 + 0.2 * (age - 60) / 60;
  }

  private static String flag(boolean is) {
    return is ? "1" : "0";
  }

  /** Box and Muller (1958). */
  private double normal() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
