const tables = ["recipe", "recipe_file", "recipe_job", "job", "trigger_event", "batch_recipe", "batch_job"];
/** @returns what tells how many rows were made since now */
export async function rowsMade(pool) {
    const before = await count(pool);
    return async () => {
        const after = await count(pool);
        return Object.fromEntries(tables.map((table) => [table, after[table] - before[table]]));
    };
}
async function count(pool) {
    const { rows } = await pool.query(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})::int AS ${table}`).join(", ")}`);
    return rows[0];
}
/** @throws where two ways of re-processing made different rows; a batch has an event and a job of its own besides */
export function expectSameRows(one, other) {
    const different = tables.filter((table) => Math.abs(one[table] - other[table]) > 1);
    if (different.length > 0)
        throw new Error(`Different rows were made: ${JSON.stringify(one)}, ${JSON.stringify(other)}`);
}
