#!/bin/bash
# Makes the secrets of a new installation: .env for compose, secrets/users.json for the broker.
# Usage: make-env.sh AUTHORITY INCOMING
#   AUTHORITY  IVOA authority of all DIDs, e.g. archive.example.org; stays for ever
#   INCOMING   absolute folder that the pipeline writes its files to
set -euo pipefail
cd "$(dirname "$0")"
if [ $# -ne 2 ]; then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 2
fi
if [ -e .env ]; then
  echo "make-env.sh: .env is there already; its passwords are in use" >&2
  exit 1
fi
umask 077

{
  echo "PAWPRINT_AUTHORITY=$1"
  echo "PAWPRINT_INCOMING=$2"
  for name in POSTGRES_PASSWORD PAWPRINT_OWNER_DB_PASSWORD PAWPRINT_LISTENER_DB_PASSWORD \
    PAWPRINT_CATALOGUE_DB_PASSWORD PAWPRINT_SSA_DB_PASSWORD PAWPRINT_DATALINK_DB_PASSWORD PAWPRINT_OPS_TOKEN; do
    echo "$name=$(openssl rand -hex 24)"
  done
} > .env.new

# RabbitMQ keeps base64(salt + SHA-256(salt + password)), with four bytes of salt.
password=$(openssl rand -hex 24)
salt=$(openssl rand -hex 4 | sed 's/../\\x&/g')
hash=$({ printf '%b' "$salt"; { printf '%b' "$salt"; printf '%s' "$password"; } | openssl dgst -sha256 -binary; } | base64 -w 0)
mkdir -p secrets
cat > secrets/users.json <<JSON
{
  "users": [{"name": "pawprint", "password_hash": "$hash", "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": []}],
  "permissions": [{"user": "pawprint", "vhost": "pawprint", "configure": ".*", "write": ".*", "read": ".*"}]
}
JSON
# The broker's own user reads it; it holds no password, only a hash.
chmod 755 secrets && chmod 644 secrets/users.json
echo "PAWPRINT_BROKER_PASSWORD=$password" >> .env.new
mv .env.new .env
