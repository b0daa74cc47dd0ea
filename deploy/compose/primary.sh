#!/bin/sh
# Runs once, when the primary is made: lets a standby stream from it.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --command "SELECT pg_create_physical_replication_slot('standby')"
echo "host replication $POSTGRES_USER all scram-sha-256" >>"$PGDATA/pg_hba.conf"
