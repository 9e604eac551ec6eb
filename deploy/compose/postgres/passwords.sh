#!/bin/bash
# Runs once, at the first start of an empty server, after the roles exist: their passwords, and the database.
set -euo pipefail

set_password() { # role password
  psql -v ON_ERROR_STOP=1 --username postgres -v role="$1" -v password="$2" --quiet <<'SQL'
ALTER ROLE :"role" PASSWORD :'password';
SQL
}

set_password pawprint_owner "$PAWPRINT_OWNER_DB_PASSWORD"
set_password pawprint_listener "$PAWPRINT_LISTENER_DB_PASSWORD"
set_password pawprint_catalogue "$PAWPRINT_CATALOGUE_DB_PASSWORD"
set_password pawprint_ssa "$PAWPRINT_SSA_DB_PASSWORD"
set_password pawprint_datalink "$PAWPRINT_DATALINK_DB_PASSWORD"

psql -v ON_ERROR_STOP=1 --username postgres --quiet <<'SQL'
CREATE DATABASE pawprint OWNER pawprint_owner;
REVOKE ALL ON DATABASE pawprint FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE pawprint
  TO pawprint_owner, pawprint_listener, pawprint_catalogue, pawprint_ssa, pawprint_datalink;
SQL
