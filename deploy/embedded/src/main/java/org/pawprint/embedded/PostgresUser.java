package org.pawprint.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which user PostgreSQL's programs run. They refuse root, so a root process either runs them
 * in a user namespace of their own, where root has no special rights, or drops to {@code nobody}.
 *
 * @param prefix words put before each command; empty when Pawprint itself is an ordinary user
 * @param uid numeric user that owns the data directory, as seen from outside
 * @param dropped whether the programs run as another user than Pawprint
 */
record PostgresUser(List<String> prefix, int uid, boolean dropped) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  static final PostgresUser UNSHARED = new PostgresUser(List.of("unshare", "-U"), ROOT, false);
  static final PostgresUser NOBODY_BY_SETPRIV =
      new PostgresUser(
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), NOBODY, true);
  static final PostgresUser NOBODY_BY_RUNUSER =
      new PostgresUser(List.of("runuser", "-u", "nobody", "--"), NOBODY, true);

  PostgresUser {
    prefix = List.copyOf(prefix);
  }

  /** The first way that works on this machine. */
  static PostgresUser detect() {
    int self = ownUid();
    if (self != ROOT) {
      return new PostgresUser(List.of(), self, false);
    }
    for (PostgresUser way : List.of(UNSHARED, NOBODY_BY_SETPRIV, NOBODY_BY_RUNUSER)) {
      if (way.run(List.of("true")).succeeded()) {
        return way;
      }
    }
    throw new EmbeddedServerException(
        "PostgreSQL refuses to run as root, and root may neither use `unshare -U` nor `setpriv` nor"
            + " `runuser` here: start Pawprint as an ordinary user, or point it to an existing"
            + " PostgreSQL");
  }

  Command.Result run(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return Command.run(whole, LIMIT);
  }

  /** Hands a data directory of an earlier start, perhaps made by another way, to this user. */
  void own(Path directory) {
    try {
      Object owner = Files.getAttribute(directory, "unix:uid");
      if (!owner.equals(uid)) {
        Command.Result chown =
            Command.run(List.of("chown", "-R", uid + ":" + uid, directory.toString()), LIMIT);
        if (!chown.succeeded()) {
          throw new EmbeddedServerException(
              directory + " belongs to user " + owner + ", needed " + uid + ": " + chown.output());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("owner of " + directory, e);
    }
  }

  /** Fails with advice when this user cannot run the program or enter the folder. */
  void requireAccess(Path program, Path folder) {
    if (!dropped) {
      return;
    }
    for (List<String> test :
        List.of(List.of("test", "-x", program.toString()), List.of("test", "-w", "" + folder))) {
      if (!run(test).succeeded()) {
        throw new EmbeddedServerException(
            "PostgreSQL must run as the user nobody here (root may not use `unshare -U`), and"
                + " nobody cannot reach "
                + test.get(2)
                + ": put --data where every folder above it may be entered by others (mode 711), or"
                + " start Pawprint as an ordinary user");
      }
    }
  }

  private static int ownUid() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("own user id", e);
    }
  }
}
