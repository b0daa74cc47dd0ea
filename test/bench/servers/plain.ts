/**
 * A server of the list's first page, written from the tables and the documented answers, without knowledge of the gateway. It has node:http,
 * pg with its own types, one prepared join for a page, and JSON.stringify. It counts batches once, at the first request.
 */
import pg from "pg";
import { listen } from "./listen.js";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) });

const from = `FROM batch b JOIN recipe_type rt ON rt.id = b.recipe_type_id JOIN trigger_event e ON e.id = b.event_id
  LEFT JOIN job j ON j.id = b.creator_job_id LEFT JOIN job_type jt ON jt.id = j.job_type_id ORDER BY b.last_modified, b.id`;

const own = "b.id, b.title, b.description, b.status, b.created_count, b.failed_count, b.total_count, b.created, b.last_modified";

const graphqlPage = {
  name: "graphql",
  text: `SELECT ${own}, rt.id AS rt_id, rt.name AS rt_name, rt.version AS rt_version, rt.title AS rt_title, e.type AS e_type, e.occurred,
    j.id AS j_id, j.status AS j_status, j.priority, j.num_exes, j.created AS j_created, j.queued, j.started, j.ended,
    jt.id AS jt_id, jt.name AS jt_name, jt.version AS jt_version, jt.title AS jt_title, jt.category, jt.icon_code ${from} LIMIT 101`,
};

const restPage = {
  name: "rest",
  text: `SELECT ${own}, rt.id AS rt_id, rt.name AS rt_name, rt.version AS rt_version, rt.title AS rt_title, rt.description AS rt_description,
    e.id AS e_id, e.type AS e_type, e.rule_id, e.occurred, j.id AS j_id, j.job_type_rev_id, j.event_id, j.error_id, j.status AS j_status,
    j.priority, j.num_exes, jt.id AS jt_id, jt.name AS jt_name, jt.version AS jt_version, jt.title AS jt_title,
    jt.description AS jt_description, jt.category, jt.author_name, jt.author_url, jt.is_system, jt.is_long_running, jt.is_active,
    jt.is_operational, jt.is_paused, jt.icon_code ${from} LIMIT 100`,
};

const globalId = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString("base64url");

async function graphql(): Promise<unknown> {
  const { rows } = await pool.query(graphqlPage);
  const edges = rows.slice(0, 100).map((r) => ({
    cursor: Buffer.from(JSON.stringify(["default", r.last_modified, r.id])).toString("base64url"),
    node: {
      id: globalId("Batch", r.id),
      title: r.title,
      description: r.description,
      status: r.status,
      createdCount: r.created_count,
      failedCount: r.failed_count,
      totalCount: r.total_count,
      created: r.created,
      lastModified: r.last_modified,
      recipeType: { id: globalId("RecipeType", r.rt_id), name: r.rt_name, version: r.rt_version, title: r.rt_title },
      event: { type: r.e_type, occurred: r.occurred },
      creatorJob: r.j_id && {
        id: globalId("Job", r.j_id),
        status: r.j_status,
        priority: r.priority,
        numExes: r.num_exes,
        created: r.j_created,
        queued: r.queued,
        started: r.started,
        ended: r.ended,
        jobType: {
          id: globalId("JobType", r.jt_id),
          name: r.jt_name,
          version: r.jt_version,
          title: r.jt_title,
          category: r.category,
          iconCode: r.icon_code,
        },
      },
    },
  }));
  const pageInfo = {
    hasNextPage: rows.length > 100,
    hasPreviousPage: false,
    startCursor: edges[0]?.cursor,
    endCursor: edges.at(-1)?.cursor,
  };
  return { data: { batches: { edges, pageInfo } } };
}

const count = async () => Number((await pool.query("SELECT count(*) FROM batch")).rows[0].count);
let counted: Promise<number> | undefined;

async function rest(host: string): Promise<unknown> {
  counted ??= count();
  const [total, { rows }] = await Promise.all([counted, pool.query(restPage)]);
  const results = rows.map((r) => ({
    id: r.id,
    title: r.title,
    description: r.description,
    status: r.status === "CREATED" ? "CREATED" : "SUBMITTED",
    recipe_type: { id: r.rt_id, name: r.rt_name, version: r.rt_version, title: r.rt_title, description: r.rt_description },
    event: { id: r.e_id, type: r.e_type, rule: r.rule_id && { id: r.rule_id }, occurred: r.occurred },
    creator_job: r.j_id && {
      id: r.j_id,
      job_type: {
        id: r.jt_id,
        name: r.jt_name,
        version: r.jt_version,
        title: r.jt_title,
        description: r.jt_description,
        category: r.category,
        author_name: r.author_name,
        author_url: r.author_url,
        is_system: r.is_system,
        is_long_running: r.is_long_running,
        is_active: r.is_active,
        is_operational: r.is_operational,
        is_paused: r.is_paused,
        icon_code: r.icon_code,
      },
      job_type_rev: { id: r.job_type_rev_id },
      event: { id: r.event_id },
      error: r.error_id && { id: r.error_id },
      status: r.j_status,
      priority: r.priority,
      num_exes: r.num_exes,
    },
    created_count: r.created_count,
    failed_count: r.failed_count,
    total_count: r.total_count,
    created: r.created,
    last_modified: r.last_modified,
  }));
  const next = total > 100 ? `http://${host}/batches/?page=2` : null;
  return { count: total, next, previous: null, results };
}

listen(pool, async (request) => {
  request.resume();
  return JSON.stringify(await (request.url === "/graphql" ? graphql() : rest(request.headers.host ?? "")));
});
