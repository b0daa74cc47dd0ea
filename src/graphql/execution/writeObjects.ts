import type { Context } from "../context.js";
import type { FieldPlan, ObjectPlan } from "./plan.js";

type Row = Record<string, unknown>;
type Texts = readonly string[];

/**
 * Reads and writes objects of one type, breadth first: a field is read of all of them before the next level is begun, so loaders
 * get whole levels at once, and an object that several refer to is written once.
 * @returns the JSON text of each object
 * @throws whatever a resolver throws, or where a field that must not be null is: the caller then lets graphql-js say it properly
 */
export async function writeObjects({ fields }: ObjectPlan, objects: readonly unknown[], context: Context): Promise<Texts> {
  // All may be skipped by directives.
  if (fields.length === 0) return objects.map(() => "{}");
  const columns: (Texts | Promise<Texts> | null)[] = [];
  let isAsync = false;
  for (const field of fields) {
    const column = isPlain(field, objects[0]) ? null : writeField(field, objects, context);
    if (column instanceof Promise) isAsync = true;
    columns.push(column);
  }
  const texts = (isAsync ? await Promise.all(columns) : columns) as (Texts | null)[];
  const all: string[] = [];
  for (let i = 0; i < objects.length; i++) {
    const object = objects[i];
    let text = "";
    for (let c = 0; c < fields.length; c++) {
      const field = fields[c] as FieldPlan;
      text += field.key;
      text += texts[c]?.[i] ?? writePlain(field, object as Row);
    }
    all.push(`${text}}`);
  }
  return all;
}

/** Whether a field is a leaf that stands in the row as it is: most are, and those need no lists of their own. */
const isPlain = ({ constant, property, write }: FieldPlan, object: unknown): boolean =>
  constant !== null || (property !== null && write !== null && typeof (object as Row)[property] !== "function");

function writePlain(plan: FieldPlan, object: Row): string {
  if (plan.constant !== null) return plan.constant;
  return writeLeaf(plan, object[plan.property as string], plan.isNullable);
}

function writeLeaf(plan: FieldPlan, value: unknown, isNullable: boolean): string {
  if (value === null || value === undefined) return nullText(plan, isNullable);
  if (value instanceof Error) throw value;
  return (plan.write as NonNullable<FieldPlan["write"]>)(value);
}

function writeField(plan: FieldPlan, objects: readonly unknown[], context: Context): Texts | Promise<Texts> {
  const values = plan.reference ? readReferences(plan, objects as Row[], context) : readValues(plan, objects, context);
  return values instanceof Promise ? values.then((settled) => writeValues(plan, settled, context)) : writeValues(plan, values, context);
}

/** As graphql-js reads a field: by its resolver, or as a property, which may be a function. */
function readValues({ field, args, info }: FieldPlan, objects: readonly unknown[], context: Context): unknown[] | Promise<unknown[]> {
  let isAsync = false;
  const values = objects.map((object) => {
    const property = field?.resolve ? field.resolve(object, args, context, info) : (object as Row)[info.fieldName];
    const value = typeof property === "function" ? property.call(object, args, context, info) : property;
    if (value instanceof Promise) isAsync = true;
    return value;
  });
  return isAsync ? Promise.all(values) : values;
}

/** Follows references of all rows at once: each object is asked for once, not once for each row that refers to it. */
function readReferences({ reference }: FieldPlan, rows: readonly Row[], { load }: Context): unknown[] | Promise<unknown[]> {
  const { key, loader, inRow } = reference as NonNullable<FieldPlan["reference"]>;
  const missing = new Set<number>();
  const values = rows.map((row) => {
    if (row[key] === null) return null;
    const value = inRow(row);
    if (value === null) missing.add(row[key] as number);
    return value;
  });
  if (missing.size === 0) return values;
  const keys = [...missing];
  return load[loader].loadMany(keys).then((found: readonly unknown[]) => {
    const byKey = new Map(found.map((value, i) => [keys[i], value]));
    return rows.map((row, i) => values[i] ?? byKey.get(row[key] as number));
  });
}

function writeValues(plan: FieldPlan, values: readonly unknown[], context: Context): Texts | Promise<Texts> {
  const { list, isNullable } = plan;
  if (!list) return writeItems(plan, values, isNullable, context);
  const lists = values.map((value) => {
    if (value === null || value === undefined) return nullText(plan, isNullable) && null;
    if (value instanceof Error) throw value;
    return [...(value as Iterable<unknown>)];
  });
  const items = writeItems(
    plan,
    lists.flatMap((members) => members ?? []),
    list.hasNullableItems,
    context,
  );
  let next = 0;
  // Put together piece by piece: Array.join would copy the whole text once more.
  const join = (texts: Texts) =>
    lists.map((members) => {
      if (members === null) return "null";
      let text = "[";
      for (let i = 0; i < members.length; i++) text += i === 0 ? texts[next++] : `,${texts[next++]}`;
      return `${text}]`;
    });
  return items instanceof Promise ? items.then(join) : join(items);
}

function writeItems(plan: FieldPlan, items: readonly unknown[], isNullable: boolean, context: Context): Texts | Promise<Texts> {
  if (plan.write) return items.map((item) => writeLeaf(plan, item, isNullable));
  const positions = new Map<unknown, number>();
  for (const item of items) {
    if (item instanceof Error) throw item;
    if (item === null || item === undefined) nullText(plan, isNullable);
    else if (!positions.has(item)) positions.set(item, positions.size);
  }
  if (positions.size === 0) return items.map(() => "null");
  return writeObjects(plan.object as ObjectPlan, [...positions.keys()], context).then((texts) =>
    items.map((item) => texts[positions.get(item) ?? -1] ?? "null"),
  );
}

function nullText({ info }: FieldPlan, isNullable: boolean): "null" {
  if (!isNullable) throw new TypeError(`${info.parentType.name}.${info.fieldName} is null`);
  return "null";
}
