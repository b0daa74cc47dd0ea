import pg from "pg";

/** What PostgreSQL says of a node of a plan. The actual numbers are there where the statement was run. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A statement, and the values of its parameters, as pg takes them. */
export interface SentStatement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/**
 * Explains a statement as PostgreSQL plans it where it comes with parameters.
 * @param runs whether it is run, too
 * @returns all nodes of its plan
 */
export async function explain(client: pg.ClientBase, { text, values = [] }: SentStatement, runs: boolean): Promise<PlanNode[]> {
  await client.query(`PREPARE explained AS ${text}`);
  try {
    const parameters = values.length > 0 ? `(${values.map(literal).join()})` : "";
    const { rows } = await client.query(`EXPLAIN (${runs ? "ANALYZE, " : ""}FORMAT JSON) EXECUTE explained${parameters}`);
    return nodesOf(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.query("DEALLOCATE explained");
  }
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value));
  const items = value.map((one) => (one === null ? "NULL" : typeof one === "string" ? JSON.stringify(one) : String(one)));
  return pg.escapeLiteral(`{${items.join()}}`);
}
