import type { FastifyInstance } from "fastify";
import { get, post } from "../support/app.js";
import type { Door, Json, Pages, Refused } from "./door.js";

/** REST: the words are its own. */
export function restDoor(app: () => FastifyInstance): Door {
  const one = async (url: string) => {
    const { status, body } = await get(app(), url);
    return status === 404 ? null : body;
  };
  return {
    validate: async (input) => {
      const { status, body } = await post(app(), "/batches/validation/", input);
      if (status !== 200) return refusal(status, body);
      return { recipe_count: body.recipe_count, warnings: body.warnings };
    },
    create: async (input, key) => {
      const { status, body } = await post(app(), "/batches/", input, key === undefined ? {} : { "idempotency-key": key });
      return status === 201 ? withWholeDefinition(body) : refusal(status, body);
    },
    batch: async (id) => withWholeDefinition(await one(`/batches/${id}/`)),
    batches: ({ status, recipe_type_id, recipe_type_name, order, ...bounds }, pageSize) =>
      pagesOf(app(), "/batches/", { status, recipe_type_id, recipe_type_name, order, ...bounds }, pageSize),
    recipeType: (id) => one(`/recipe-types/${id}/`),
    recipeTypes: (question, pageSize) => pagesOf(app(), "/recipe-types/", { order: ["id"], ...question }, pageSize) as Promise<Pages>,
    job: (id) => one(`/jobs/${id}/`),
  };
}

/** `title: is wrong; definition.version: is wrong` blames two fields. */
function refusal(status: number, { detail }: { detail: string }): Refused {
  if (status < 400 || status >= 500) throw new Error(`${status} ${detail}`);
  return { refused: detail.split("; ").map((problem) => problem.split(":")[0] as string) };
}

async function pagesOf(app: FastifyInstance, path: string, question: Record<string, unknown>, pageSize: number): Promise<Pages | Refused> {
  const parameters = new URLSearchParams({ page_size: String(pageSize) });
  for (const [name, values] of Object.entries(question)) {
    for (const value of values === undefined ? [] : [values].flat()) parameters.append(name, String(value));
  }
  const pages: Json[][] = [];
  let count = 0;
  for (let next: string | null = `${path}?${parameters}`; next !== null; ) {
    const { status, body } = await get(app, next);
    if (status !== 200) return refusal(status, body);
    pages.push(body.results);
    count = body.count;
    next = body.next;
  }
  return { count, pages };
}

/** The definition with all of its keys, its bounds as instants. */
function withWholeDefinition(batch: Json): Json {
  if (batch === null) return null;
  const { version, date_range, job_names = null, all_jobs = false, priority = null } = batch.definition;
  const instant = (time: string | null | undefined) => (time ? new Date(time).toISOString() : null);
  const range = date_range && { type: date_range.type, started: instant(date_range.started), ended: instant(date_range.ended) };
  return { ...batch, definition: { version, date_range: range ?? null, job_names, all_jobs, priority } };
}
