package org.pawprint.embedded;

import java.nio.file.Path;

/**
 * Where an embedded PostgreSQL keeps its files and how careful it is.
 *
 * @param data folder of this installation; the cluster is {@code postgres} below it, passwords are
 *     in {@code secrets}
 * @param cache folder for the unpacked programs, may be shared by installations
 * @param port TCP port on 127.0.0.1
 * @param durable whether a commit survives a power cut; false only where the data are thrown away
 */
public record PostgresSettings(Path data, Path cache, int port, boolean durable) {

  public PostgresSettings {
    data = data.toAbsolutePath().normalize();
    cache = cache.toAbsolutePath().normalize();
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
  }

  /** For {@code serve}: everything below one data folder, every commit on disk. */
  public static PostgresSettings durable(Path data, int port) {
    return new PostgresSettings(data, data.resolve("runtime"), port, true);
  }

  /** For tests: fast, and lost with the machine. */
  public static PostgresSettings throwaway(Path data, Path cache, int port) {
    return new PostgresSettings(data, cache, port, false);
  }

  Path cluster() {
    return data.resolve("postgres");
  }

  /**
   * The whole {@code postgresql.conf}, written at each start; an operator's own values go by {@code
   * ALTER SYSTEM}. Sized for one machine that also runs the services: some 300 MB with all
   * connections busy.
   */
  String configuration() {
    String common =
        """
        # Written by Pawprint at each start. Change values with ALTER SYSTEM.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        max_connections = 60
        shared_buffers = '128MB'
        work_mem = '8MB'
        maintenance_work_mem = '64MB'
        effective_cache_size = '1GB'
        random_page_cost = 1.1
        max_parallel_workers_per_gather = 2
        max_worker_processes = 6
        autovacuum_max_workers = 2
        jit = off
        min_wal_size = '128MB'
        max_wal_size = '2GB'
        wal_compression = 'pglz'
        checkpoint_timeout = '15min'
        checkpoint_completion_target = 0.9
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%%a.log'
        log_rotation_age = '1d'
        log_truncate_on_rotation = on
        log_line_prefix = '%%m [%%p] %%q%%u@%%d '
        log_min_duration_statement = '5s'
        """
            .formatted(port);
    String care =
        durable
            ? """
              fsync = on
              synchronous_commit = on
              full_page_writes = on
              """
            : """
              fsync = off
              synchronous_commit = off
              max_connections = 200
              full_page_writes = off
              """;
    return common + care;
  }
}
