package org.pawprint.standalone.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Documents that mean more than they hold: entities that grow, and entities from elsewhere. */
final class EntityDamage {
  private static final int DECLARED_LEVELS = 12;

  /**
   * Nothing is there and nobody answers: whoever follows one fails with an I/O error, which is no
   * refusal.
   */
  private static final List<String> ELSEWHERE =
      List.of(
          "file:///nonexistent/pawprint-fuzz.dtd",
          "http://127.0.0.1:1/pawprint-fuzz.dtd",
          "ftp://127.0.0.1:1/pawprint-fuzz.dtd",
          "jar:file:///nonexistent/pawprint-fuzz.jar!/x.dtd",
          "nonexistent/pawprint-fuzz.dtd");

  private EntityDamage() {}

  /** Entities of entities, or one long one many times over. */
  static String expanding(String text, SplittableRandom dice) {
    StringBuilder declared = new StringBuilder();
    String used;
    if (dice.nextInt(3) == 0) {
      declared.append(entity("e0", "1 ".repeat(1 << dice.nextInt(4, 17))));
      used = "&e0;".repeat(1 << dice.nextInt(1, 13));
    } else {
      declared.append(entity("e0", "1 1 1 1 1 "));
      for (int level = 1; level <= DECLARED_LEVELS; level++) {
        declared.append(entity("e" + level, ("&e" + (level - 1) + ";").repeat(10)));
      }
      // The last of all once declares itself by itself.
      declared.append(entity("loop", "&loop;"));
      used = dice.nextInt(8) == 0 ? "&loop;" : "&e" + dice.nextInt(DECLARED_LEVELS + 1) + ";";
    }
    return used(withDoctype(text, "VOTABLE [" + declared + "]"), used, dice);
  }

  private static String entity(String name, String value) {
    return "<!ENTITY " + name + " \"" + value + "\">";
  }

  /** A document type, entities or a stream to be fetched. */
  static String external(String text, SplittableRandom dice) {
    String address = ELSEWHERE.get(dice.nextInt(ELSEWHERE.size()));
    return switch (dice.nextInt(6)) {
      case 0 -> withDoctype(text, "VOTABLE SYSTEM \"" + address + "\"");
      case 1 -> withDoctype(text, "VOTABLE PUBLIC \"-//x//y\" \"" + address + "\"");
      case 2 ->
          used(withDoctype(text, "VOTABLE [<!ENTITY x SYSTEM \"" + address + "\">]"), "&x;", dice);
      case 3 -> withDoctype(text, "VOTABLE [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]");
      case 4 ->
          text.replaceFirst(
              "<VOTABLE",
              "<VOTABLE xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                  + " xsi:schemaLocation=\"http://www.ivoa.net/xml/VOTable/v1.3 "
                  + address
                  + "\"");
      default -> text.replaceFirst("<STREAM", "<STREAM href=\"" + address + "\"");
    };
  }

  private static String withDoctype(String text, String type) {
    int after = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
    return text.substring(0, after) + "<!DOCTYPE " + type + ">" + text.substring(after);
  }

  /** Names an entity in the first attribute, cell or element of the document proper. */
  private static String used(String text, String reference, SplittableRandom dice) {
    String before = List.of("value=\"", "<TD>", "base64\">", "<TABLE ").get(dice.nextInt(4));
    int at = text.indexOf(before, Math.max(0, text.indexOf("<VOTABLE")));
    if (at < 0) {
      return text;
    }
    int place = before.equals("<TABLE ") ? at : at + before.length();
    return text.substring(0, place) + reference + text.substring(place);
  }
}
