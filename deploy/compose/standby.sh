#!/bin/sh
# Copies the primary where there is no copy yet, and follows it.
set -eu
data=${PGDATA:-/var/lib/postgresql/data}
if [ ! -e "$data/PG_VERSION" ]; then
  chmod 700 "$data"
  # --write-recovery-conf has it follow the primary: it writes standby.signal, and how to connect.
  pg_basebackup --host=primary --username=batches --pgdata="$data" --slot=standby --write-recovery-conf --checkpoint=fast
fi
exec postgres -D "$data" -c hot_standby_feedback=on -c max_connections=120
