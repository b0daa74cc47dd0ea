import type pg from "pg";

/** Everything that the migrations make in a schema, in lines that can be compared with another database's; the queue's tables apart. */
export async function describeTables(pool: pg.Pool, schema = "public"): Promise<string[]> {
  const text = `
    WITH tables AS (
      SELECT oid, relname, reloptions FROM pg_class
      WHERE relnamespace = to_regnamespace(quote_ident($1)) AND relkind = 'r' AND relname !~ '^_private_|^migrations$'
    )
    SELECT 'table ' || relname || ' ' || coalesce(reloptions::text, '') FROM tables
    UNION ALL
    SELECT format('column %s.%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
    FROM pg_attribute a JOIN tables t ON t.oid = attrelid LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND adnum = attnum
    WHERE attnum > 0 AND NOT attisdropped
    UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN tables t ON t.oid = indrelid
    UNION ALL SELECT relname || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN tables t ON t.oid = conrelid
    UNION ALL SELECT pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN tables t ON t.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = to_regnamespace(quote_ident($1)) AND proname ~ 'batch'
    ORDER BY 1`;
  const { rows } = await pool.query({ text, values: [schema], rowMode: "array" });
  return rows.map(([line]) => line.replaceAll(`${schema}.`, "").replaceAll(`"${schema}".`, ""));
}
