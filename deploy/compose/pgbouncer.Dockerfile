FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends pgbouncer && rm -rf /var/lib/apt/lists/*
USER postgres
# pgbouncer knows its users by a file.
CMD ["sh", "-c", "printf '\"batches\" \"%s\"\\n' \"$POSTGRES_PASSWORD\" >/tmp/userlist.txt && exec pgbouncer /etc/pgbouncer/pgbouncer.ini"]
