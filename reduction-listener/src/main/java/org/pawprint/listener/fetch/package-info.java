/**
 * From announced files to durable originals: under a configured root, by no link, of the announced
 * size and digest. Knows files and the original store; no broker and no database.
 */
@NullMarked
package org.pawprint.listener.fetch;

import org.jspecify.annotations.NullMarked;
