/**
 * What a survey loader is, and the list of them. A loader knows its files and nothing of the
 * broker, the network, the clock or the database.
 */
@NullMarked
package org.pawprint.catalogue.survey;

import org.jspecify.annotations.NullMarked;
