package org.pawprint.listener;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the listener looks after its own.
 *
 * @param poll pause between looks for events that are due again
 * @param sweep pause between collections of what crashes left behind
 */
@ConfigurationProperties("pawprint.listener")
record ListenerProperties(@DefaultValue("1s") Duration poll, @DefaultValue("1h") Duration sweep) {}
