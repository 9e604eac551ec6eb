package org.pawprint.datalink.links;

/** Words with which an error message begins (DataLink 1.1, 3.4). */
enum LinkFault {
  NOT_FOUND("NotFoundFault"),
  TRANSIENT("TransientFault");

  private final String word;

  LinkFault(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
