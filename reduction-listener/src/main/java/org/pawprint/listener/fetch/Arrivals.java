package org.pawprint.listener.fetch;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.file.MeasuredFile;
import org.pawprint.store.file.OriginalDraft;
import org.pawprint.store.file.OriginalPlaces;
import org.pawprint.store.file.OriginalPlaces.Place;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.StoreWriteFailure;

/**
 * The files of one event on their way into the original store. Those accepted become originals
 * together; closing discards the rest. For one thread.
 */
final class Arrivals implements AutoCloseable {
  private final OriginalStore store;
  private final OriginalPlaces places;
  private final List<OriginalDraft> drafts = new ArrayList<>();
  private final List<OriginalDraft> accepted = new ArrayList<>();
  private final List<Place> inPlace = new ArrayList<>();

  Arrivals(OriginalStore store, OriginalPlaces places) {
    this.store = store;
    this.places = places;
  }

  /** A file that was read once. */
  interface Arrival {
    Sha256 sha256();

    /** More than the limit where the file is longer than that. */
    long bytes();

    /** It is to be an original. */
    void accept();
  }

  private record Copied(OriginalDraft draft, List<OriginalDraft> accepted) implements Arrival {
    @Override
    public Sha256 sha256() {
      return draft.sha256();
    }

    @Override
    public long bytes() {
      return draft.bytes();
    }

    @Override
    public void accept() {
      accepted.add(draft);
    }
  }

  private record InPlace(MeasuredFile file, Path path, List<Place> accepted) implements Arrival {
    @Override
    public Sha256 sha256() {
      return file.sha256();
    }

    @Override
    public long bytes() {
      return file.bytes();
    }

    @Override
    public void accept() {
      accepted.add(new Place(file.sha256(), path, file.bytes()));
    }
  }

  /** Copies a file; see {@link OriginalStore#copy}. */
  Arrival copy(ReadableByteChannel source, long limitBytes) throws IOException {
    OriginalDraft draft = store.copy(source, limitBytes);
    drafts.add(draft);
    return new Copied(draft, accepted);
  }

  /** Only reads a file, which stays where it is. */
  Arrival measure(Path path, ReadableByteChannel source, long limitBytes) throws IOException {
    return new InPlace(MeasuredFile.of(source, limitBytes), path, inPlace);
  }

  /** Makes what was accepted originals, durable when this returns. */
  void keep() throws StoreWriteFailure {
    store.keep(accepted);
    places.register(inPlace);
  }

  @Override
  public void close() throws StoreWriteFailure {
    for (OriginalDraft draft : drafts) {
      draft.close();
    }
  }
}
