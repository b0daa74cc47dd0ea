import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type IsolationLevel, type SqlQuery, type SqlResultSet, type Transaction } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** The members of the adapter's transaction that its type leaves out. */
interface PgTransaction extends Transaction {
  readonly client: pg.PoolClient;
  onError(error: unknown): never;
}

/**
 * Prisma's adapter for the pool. It makes a hand-written statement return the same values in a transaction as outside of one: those that
 * the pool's own parsers make. By itself, Prisma converts each value by the type that the adapter reports for its column. It would make a
 * Date of a `timestamptz`, and a BigInt of a `bigint`. It leaves texts as they are, so this adapter reports every column as a text.
 */
export class StatementAdapter extends PrismaPg {
  /** @param statements the hand-written statements that transactions run: their texts, and the names under which sessions keep them */
  constructor(
    pool: pg.Pool,
    schema: string,
    private readonly statements: ReadonlyMap<string, string | undefined>,
  ) {
    super(pool, { schema });
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level?: IsolationLevel) => this.#withStatements((await start(level)) as PgTransaction);
    return adapter;
  }

  #withStatements(transaction: PgTransaction): Transaction {
    const queryModel = transaction.queryRaw.bind(transaction);
    transaction.queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
      const { sql: text, args: values } = query;
      if (!this.statements.has(text)) return queryModel(query);
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
