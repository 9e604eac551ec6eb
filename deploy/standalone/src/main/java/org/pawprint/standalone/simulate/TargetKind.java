package org.pawprint.standalone.simulate;

/** What a programme fibre looks at. */
public enum TargetKind {
  STAR_FORMING_GALAXY("Galaxy"),
  EARLY_GALAXY("Galaxy"),
  STAR_A("Star"),
  STAR_G("Star"),
  STAR_M("Star"),
  QUASAR("QSO"),
  SUPERNOVA_IA("Transient"),
  SUPERNOVA_II("Transient");

  private final String fieldFileWord;

  TargetKind(String fieldFileWord) {
    this.fieldFileWord = fieldFileWord;
  }

  /** First word of the target's comment in the field file. */
  String fieldFileWord() {
    return fieldFileWord;
  }
}
