import type pg from "pg";

/** Which server, and which database of it, a connection leads to. */
export interface ServerFacts {
  /** What `initdb` has given to a cluster. Its copies have it, too. */
  readonly system: string;
  /** The database's oid, which copies have in common. */
  readonly database: string;
  readonly isStandby: boolean;
  /**
   * The timeline: a promotion begins a new one. Of a standby it is the timeline of what it has last written to its disk, which may be that of
   * before a promotion of its primary for as long as `checkpoint_timeout`.
   */
  readonly timeline: number;
  /** When the server started, in seconds since 1970, whatever the session's time zone. It tells one run of it from others, and from other servers behind the same name. */
  readonly started: string;
}

/** The functions that begin with `pg_control_` may be used by everybody, unless that was revoked. */
const text = `
  SELECT (pg_control_system()).system_identifier::text AS system,
    (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS database,
    pg_is_in_recovery() AS "isStandby",
    CASE WHEN pg_is_in_recovery()
      THEN greatest((pg_control_checkpoint()).timeline_id, (pg_control_recovery()).min_recovery_end_timeline)
      ELSE ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int
    END AS timeline,
    extract(epoch FROM pg_postmaster_start_time())::text AS started`;

export const readServerFacts = async (client: pg.ClientBase): Promise<ServerFacts> =>
  (await client.query({ name: "server_facts", text })).rows[0];
