import type { Context } from "../context.js";
import { isPromise, mapAll, whenKnown } from "./maybePromise.js";
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
  const texts = await mapAll(fields, (field) => (isPlain(field, objects[0]) ? null : writeField(field, objects, context)));
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
function isPlain({ constant, property }: FieldPlan, object: unknown): boolean {
  if (constant !== null) return true;
  if (property === null) return false;
  const value = (object as Row)[property];
  return typeof value !== "function" && !isPromise(value);
}

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
  const values = plan.reference
    ? readReferences(plan, objects as Row[], context)
    : mapAll(objects, (object) => readValue(plan, object as Row, context));
  return whenKnown(values, (known) => writeValues(plan, known, context));
}

/** As graphql-js reads a field: by its resolver, or as a property, which may be a function. */
function readValue({ field, args, info }: FieldPlan, object: Row, context: Context): unknown {
  if (field?.resolve) return field.resolve(object, args, context, info);
  const property = object[info.fieldName];
  return typeof property === "function" ? property.call(object, args, context, info) : property;
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
  if (!plan.list) return writeItems(plan, values, plan.isNullable, context);
  const { hasNullableItems } = plan.list;
  return whenKnown(
    mapAll(values, (value) => readList(plan, value)),
    (lists) => {
      const members = lists.flatMap((list) => list ?? []);
      return whenKnown(writeItems(plan, members, hasNullableItems, context), (texts) => joinLists(lists, texts));
    },
  );
}

function readList(plan: FieldPlan, list: unknown): unknown[] | Promise<unknown[]> | null {
  if (list === null || list === undefined) return nullText(plan, plan.isNullable) && null;
  if (list instanceof Error) throw list;
  if (typeof list !== "object") throw new TypeError(`${nameOf(plan)} is no list`);
  return mapAll([...(list as Iterable<unknown>)], (member) => member);
}

/** Put together piece by piece: Array.join would copy the whole text once more. */
function joinLists(lists: readonly (readonly unknown[] | null)[], texts: Texts): Texts {
  let next = 0;
  return lists.map((list) => {
    if (list === null) return "null";
    let text = "[";
    for (let i = 0; i < list.length; i++) text += i === 0 ? texts[next++] : `,${texts[next++]}`;
    return `${text}]`;
  });
}

function writeItems(plan: FieldPlan, items: readonly unknown[], isNullable: boolean, context: Context): Texts | Promise<Texts> {
  if (plan.write) return items.map((item) => writeLeaf(plan, item, isNullable));
  const positions = new Map<unknown, number>();
  for (const item of items) {
    if (item instanceof Error) throw item;
    if (item === null || item === undefined) nullText(plan, isNullable);
    else if (typeof item !== "object") throw new TypeError(`${nameOf(plan)} is no object`);
    else if (!positions.has(item)) positions.set(item, positions.size);
  }
  if (positions.size === 0) return items.map(() => "null");
  return writeObjects(plan.object as ObjectPlan, [...positions.keys()], context).then((texts) =>
    items.map((item) => texts[positions.get(item) ?? -1] ?? "null"),
  );
}

function nullText(plan: FieldPlan, isNullable: boolean): "null" {
  if (!isNullable) throw new TypeError(`${nameOf(plan)} is null`);
  return "null";
}

const nameOf = ({ info }: FieldPlan): string => `${info.parentType.name}.${info.fieldName}`;
