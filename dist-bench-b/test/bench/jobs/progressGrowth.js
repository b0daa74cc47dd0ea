import { openDatabase } from "../../../src/db/database.js";
import { queue } from "../dataset/queue.js";
import { startGateway } from "../serverProcess.js";
import { median, short } from "../statistics.js";
import { timeCases } from "../stopwatch.js";
const fields = "status total created failed percent jobs { pending queued running completed failed total } work { state percent recipesCompleted }";
/**
 * Target 13: what a batch's progress takes, by how many jobs the batch has. Of the large batch there are the kept counts alone, as after
 * merges; of the small one's jobs there are as few. What is read is the same as with all of them.
 */
export async function progressGrowth({ options, databases, report }) {
    const databaseUrl = await databases.copy(queue(10_000), "progress_run");
    const database = openDatabase(databaseUrl, 1);
    const ids = [];
    for (const jobs of [10_000, 10_000_000]) {
        const { rows } = await database.pool.query(`WITH made AS (
         INSERT INTO batch (recipe_type_id, event_id, definition, status, created_count, total_count)
         SELECT recipe_type_id, event_id, definition, 'CREATED', $1::int / 3, $1::int / 3 FROM batch LIMIT 1 RETURNING id
       ), counted AS (
         INSERT INTO work_tally (batch_id, job_type_id, status, n)
         SELECT made.id, t.id, s.status, $1::int / 9 FROM made, job_type t, unnest(ARRAY['QUEUED', 'RUNNING', 'COMPLETED']) AS s (status)
         WHERE NOT t.is_system
       ) SELECT id FROM made`, [jobs]);
        ids.push(rows[0].id);
    }
    await database.close();
    const gateway = await startGateway({ databaseUrl });
    try {
        const cases = ids.map((id) => {
            const globalId = Buffer.from(`Batch:${id}`).toString("base64url");
            const body = JSON.stringify({ query: `query ($id: ID!) { batch(id: $id) { progress { ${fields} } } }`, variables: { id: globalId } });
            return {
                server: gateway,
                request: { method: "POST", path: "/graphql", headers: { "content-type": "application/json" }, body },
            };
        });
        const rounds = [];
        for (let round = 0; round < options.rounds; round++)
            rounds.push(await timeCases(cases, 200, options.seconds));
        const [small, large] = [0, 1].map((k) => median(rounds.map((round) => round[k])));
        const ratio = median(rounds.map(([one, other]) => other / one));
        report.find({
            target: 13,
            what: "progress of a batch of 10,000,000 jobs",
            goal: "≤ 1.2 × that of one of 10,000",
            measured: `${short(ratio)} × (${short(large)} and ${short(small)} ms)`,
            met: ratio <= 1.2,
        });
    }
    finally {
        await gateway.stop();
        await databases.drop("progress_run");
    }
}
