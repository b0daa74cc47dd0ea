import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
/**
 * Prisma's adapter for the pool. It makes a hand-written statement return the same values in a transaction as outside of one: those that
 * the pool's own parsers make. By itself, Prisma converts each value by the type that the adapter reports for its column. It would make a
 * Date of a `timestamptz`, and a BigInt of a `bigint`. It leaves texts as they are, so this adapter reports every column as a text.
 */
export class StatementAdapter extends PrismaPg {
    statements;
    /** @param statements the hand-written statements that transactions run: their texts, and the names under which sessions keep them */
    constructor(pool, schema, statements) {
        super(pool, { schema });
        this.statements = statements;
    }
    async connect() {
        const adapter = await super.connect();
        const start = adapter.startTransaction.bind(adapter);
        adapter.startTransaction = async (level) => this.#withStatements((await start(level)));
        return adapter;
    }
    #withStatements(transaction) {
        const queryModel = transaction.queryRaw.bind(transaction);
        transaction.queryRaw = async (query) => {
            const { sql: text, args: values } = query;
            if (!this.statements.has(text))
                return queryModel(query);
            const result = await transaction.client
                .query({ name: this.statements.get(text), text, values, rowMode: "array" })
                .catch((error) => transaction.onError(error));
            return {
                columnNames: result.fields.map(({ name }) => name),
                columnTypes: result.fields.map(() => ColumnTypeEnum.Text),
                rows: result.rows,
            };
        };
        return transaction;
    }
}
