import type { Context } from "../context.js";
import type { FieldPlan, ObjectPlan } from "./plan.js";

/**
 * Reads and writes objects of one type, breadth first: a field is read of all of them before the next level is begun, so loaders
 * get whole levels at once, and an object that several refer to is written once.
 * @returns the JSON text of each object
 * @throws whatever a resolver throws, or where a field that must not be null is: the caller then lets graphql-js say it properly
 */
export async function writeObjects({ fields }: ObjectPlan, objects: readonly unknown[], context: Context): Promise<string[]> {
  const columns: (string[] | Promise<string[]>)[] = [];
  let isAsync = false;
  for (const field of fields) {
    const column = writeField(field, objects, context);
    if (column instanceof Promise) isAsync = true;
    columns.push(column);
  }
  const texts = (isAsync ? await Promise.all(columns) : columns) as string[][];
  return objects.map((_, i) => {
    let text = "{";
    for (let c = 0; c < texts.length; c++) {
      if (c > 0) text += ",";
      text += (fields[c] as FieldPlan).key + (texts[c] as string[])[i];
    }
    return `${text}}`;
  });
}

function writeField(plan: FieldPlan, objects: readonly unknown[], context: Context): string[] | Promise<string[]> {
  const { constant } = plan;
  if (constant !== null) return objects.map(() => constant);
  const values = objects.map((object) => readField(plan, object, context));
  return values.some(isPromise)
    ? Promise.all(values).then((settled) => writeValues(plan, settled, context))
    : writeValues(plan, values, context);
}

/** As graphql-js reads a field: by its resolver, or as a property, which may be a function. */
function readField({ field, args, info }: FieldPlan, object: unknown, context: Context): unknown {
  if (!field) return undefined;
  if (field.resolve) return field.resolve(object, args, context, info);
  const property = (object as Record<string, unknown>)[field.name];
  return typeof property === "function" ? property.call(object, args, context, info) : property;
}

function writeValues(plan: FieldPlan, values: readonly unknown[], context: Context): string[] | Promise<string[]> {
  const { list, isNullable } = plan;
  if (!list) return writeItems(plan, values, isNullable, context);
  const lists = values.map((value) => (value === null || value === undefined ? null : [...(value as Iterable<unknown>)]));
  if (!isNullable && lists.includes(null)) throw new NullError(plan);
  const items = writeItems(
    plan,
    lists.flatMap((members) => members ?? []),
    list.hasNullableItems,
    context,
  );
  const join = (texts: string[]) => {
    let start = 0;
    return lists.map((members) => {
      if (members === null) return "null";
      start += members.length;
      return `[${texts.slice(start - members.length, start).join(",")}]`;
    });
  };
  return items instanceof Promise ? items.then(join) : join(items);
}

function writeItems(plan: FieldPlan, items: readonly unknown[], isNullable: boolean, context: Context): string[] | Promise<string[]> {
  const { write, object } = plan;
  if (write) return items.map((item) => (isNull(item) ? nullText(plan, isNullable) : write(refuseError(item))));
  const distinct = new Map<unknown, number>();
  for (const item of items) {
    if (isNull(item)) nullText(plan, isNullable);
    else if (!distinct.has(refuseError(item))) distinct.set(item, distinct.size);
  }
  if (distinct.size === 0) return items.map(() => "null");
  return writeObjects(object as ObjectPlan, [...distinct.keys()], context).then((texts) =>
    items.map((item) => (isNull(item) ? "null" : (texts[distinct.get(item) as number] as string))),
  );
}

/** A field that must not be null is. */
class NullError extends Error {
  constructor({ info }: FieldPlan) {
    super(`${info.parentType.name}.${info.fieldName} is null`);
  }
}

function nullText(plan: FieldPlan, isNullable: boolean): string {
  if (!isNullable) throw new NullError(plan);
  return "null";
}

function refuseError(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

const isNull = (value: unknown): boolean => value === null || value === undefined;
const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;
