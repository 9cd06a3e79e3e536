package org.twinprop.data.check;

import java.util.List;
import org.twinprop.data.pen.Chance;

/**
 * What is printed and written on a check beside the amount; all of it is made up.
 *
 * @param micr the line for magnetic readers: routing and account number
 */
record Names(
    String payer,
    String street,
    String town,
    String bank,
    String number,
    String payee,
    String date,
    String memo,
    String micr) {
  private static final List<String> FIRST =
      List.of(
          "Rosa", "Edwin", "Mei", "Tomas", "Nadia", "Walter", "Ivy", "Omar", "Lena", "Hugo",
          "Priya", "Marcus", "Anh", "Ruth");
  private static final List<String> LAST =
      List.of(
          "Albright",
          "Castillo",
          "Ferreira",
          "Grant",
          "Huang",
          "Jensen",
          "Kowalski",
          "Mbeki",
          "Novak",
          "Okafor",
          "Quinn",
          "Reyes",
          "Tanaka",
          "Underwood");
  private static final List<String> STREETS =
      List.of("Maple Street", "Harbor Road", "2nd Avenue", "Mill Lane", "Orchard Drive");
  private static final List<String> TOWNS =
      List.of("Fairview, OH 44000", "Lakeside, MN 55000", "Riverton, NJ 07000", "Mesa, AZ 85000");
  private static final List<String> BANKS =
      List.of(
          "First Harbor Bank",
          "Citizens of the Valley",
          "Prairie Savings Bank",
          "Union Trust of Lakeside",
          "Meridian Credit Union");
  private static final List<String> COMPANIES =
      List.of(
          "Northside Plumbing",
          "Green Valley Market",
          "City Water Works",
          "Bright Dental",
          "Oak Hill School",
          "Parker Auto Repair");
  private static final List<String> MEMOS =
      List.of("rent", "invoice 204", "thank you", "tuition", "repairs", "gift", "dues", "loan");
  private static final List<String> MONTHS =
      List.of(
          "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec");

  static Names draw(Chance chance) {
    String number = "%04d".formatted(101 + chance.below(9000));
    return new Names(
        person(chance),
        100 + chance.below(9000) + " " + chance.oneOf(STREETS),
        chance.oneOf(TOWNS),
        chance.oneOf(BANKS),
        number,
        chance.happens(0.5) ? person(chance) : chance.oneOf(COMPANIES),
        "%s %d, 20%02d"
            .formatted(chance.oneOf(MONTHS), 1 + chance.below(28), 10 + chance.below(16)),
        chance.oneOf(MEMOS),
        "A%09dA %010dC %s".formatted(chance.below(999_999_999), chance.below(999_999_999), number));
  }

  private static String person(Chance chance) {
    return chance.oneOf(FIRST) + " " + chance.oneOf(LAST);
  }
}
