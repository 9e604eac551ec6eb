package org.pawprint.catalogue.ops;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.store.catalogue.WithdrawalScope;
import org.pawprint.store.catalogue.WithdrawalScope.OfCollection;
import org.pawprint.store.catalogue.WithdrawalScope.OfReduction;
import org.pawprint.store.catalogue.WithdrawalScope.OfSpectrum;
import org.pawprint.store.catalogue.Withdrawals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Withdraws spectra, reductions and whole releases. */
@RestController
class WithdrawalController {
  private static final Logger log = LoggerFactory.getLogger(WithdrawalController.class);
  private static final int MOST_AT_ONCE = 10_000;
  private static final int LONGEST_REASON = 500;

  private final Withdrawals withdrawals;

  WithdrawalController(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.withdrawals = new Withdrawals(jdbc, transaction, clock);
  }

  /**
   * What to withdraw: {@code did}, or {@code collection} with {@code reduction}, or {@code
   * collection} alone.
   *
   * @param reason for those who hold the name of a spectrum
   * @param dry only count
   */
  record Order(
      @Nullable String did,
      @Nullable String collection,
      @Nullable String reduction,
      @Nullable String source,
      @Nullable String reason,
      @Nullable Boolean dry) {}

  /**
   * What was done.
   *
   * @param withdrawn spectra withdrawn by this order
   * @param left spectra that are still to be withdrawn: order again
   */
  record Answer(int withdrawn, long left) {}

  @PostMapping("/ops/withdrawals")
  Answer withdraw(@RequestBody Order order) {
    WithdrawalScope scope = scope(order);
    if (Boolean.TRUE.equals(order.dry())) {
      return new Answer(0, withdrawals.left(scope));
    }
    String reason = reason(order);
    int withdrawn = withdrawals.withdraw(scope, reason, MOST_AT_ONCE);
    log.warn("withdraw scope={} spectra={} reason=\"{}\"", scope, withdrawn, reason);
    return new Answer(withdrawn, withdrawn < MOST_AT_ONCE ? 0 : withdrawals.left(scope));
  }

  private static String reason(Order order) {
    String reason = order.reason() == null ? "" : order.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON || !reason.matches("[^\\p{Cntrl}]+")) {
      throw Refusal.of("reason: expected one line of 1 to " + LONGEST_REASON + " characters");
    }
    return reason;
  }

  private static WithdrawalScope scope(Order order) {
    String did = order.did();
    String collection = order.collection();
    String reduction = order.reduction();
    if (did != null && collection == null && reduction == null) {
      try {
        return new OfSpectrum(PublisherDid.parse(did));
      } catch (IllegalArgumentException e) {
        throw Refusal.of("did '" + did + "': expected a publisher DID, " + e.getMessage());
      }
    }
    if (did == null && collection != null) {
      return reduction == null
          ? new OfCollection(collection)
          : new OfReduction(collection, reduction, Optional.ofNullable(order.source()));
    }
    throw Refusal.of("expected did, or collection and reduction, or collection alone");
  }
}
