package org.pawprint.core.event;

/** Exchanges, queues and routing keys of the virtual host {@code pawprint}. */
public final class BrokerNames {
  /** Topic exchange on which PAWS announces reductions. */
  public static final String EVENTS_EXCHANGE = "paws.events";

  /** Direct exchange from reduction-listener to catalogue-service; routing key is the lane. */
  public static final String STAGE_EXCHANGE = "pawprint.stage";

  /** Topic exchange of notices to partners and the live feed. */
  public static final String NOTICES_EXCHANGE = "spectra.events";

  /** Topic exchange on which parked events are announced. */
  public static final String PARKED_EXCHANGE = "pawprint.parked";

  public static final String PARKED_QUEUE = "pawprint.parked";

  private BrokerNames() {}

  public static String reductionRoutingKey(Lane lane) {
    return "reduction.completed." + lane.word();
  }

  public static String reductionQueue(Lane lane) {
    return "pawprint.reduction." + lane.word();
  }

  public static String stageQueue(Lane lane) {
    return "pawprint.stage." + lane.word();
  }
}
