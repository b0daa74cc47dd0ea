import { getArgumentValues } from "graphql/execution/values.js";
import type { Context } from "../context.js";
import { objectInRow } from "../reference.js";
import { isPromise, mapAll, whenKnown } from "./maybePromise.js";
import type { CarriedPlan, FieldPlan, ObjectPlan } from "./plan.js";

type Row = Record<string, unknown>;
type Texts = readonly string[];

/** What differs from one run of a plan to the next. */
export interface Run {
  readonly context: Context;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
}

/**
 * Reads and writes objects of one type, breadth first: a field is read of all of them before the next level is begun, so loaders
 * get whole levels at once, and an object that several refer to is written once.
 * @returns the JSON text of each object
 * @throws whatever a resolver throws, or where a field that must not be null is: the caller then lets graphql-js say it properly
 */
export function writeObjects({ fields }: ObjectPlan, objects: readonly unknown[], run: Run): Texts | Promise<Texts> {
  // All may be skipped by directives.
  if (fields.length === 0) return objects.map(() => "{}");
  const texts = mapAll(fields, (field) => (isPlain(field, objects[0]) ? null : writeField(field, objects, run)));
  return whenKnown(texts, (known) => putTogether(fields, objects, known));
}

function putTogether(fields: readonly FieldPlan[], objects: readonly unknown[], texts: readonly (Texts | null)[]): Texts {
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
  return (plan.write as NonNullable<FieldPlan["write"]>)(value);
}

function writeField(plan: FieldPlan, objects: readonly unknown[], run: Run): Texts | Promise<Texts> {
  if (plan.carried && objects.every((row) => carries(plan.carried as CarriedPlan, row as Row))) {
    return writeCarried(plan, plan.carried, objects as Row[], run);
  }
  const values = plan.reference ? readReferences(plan, objects as Row[], run) : readValues(plan, objects as Row[], run);
  return whenKnown(values, (known) => writeValues(plan, known, run));
}

const carries = ({ key, mark }: CarriedPlan, row: Row): boolean => row[mark] !== undefined || row[key] === null;

/** Writes what the rows carry: an object that several carry, once. */
function writeCarried(plan: FieldPlan, { key, object }: CarriedPlan, rows: readonly Row[], run: Run): Texts | Promise<Texts> {
  const positions = new Map<unknown, number>();
  const carriers: Row[] = [];
  for (const row of rows) {
    if (row[key] === null) nullText(plan, plan.isNullable);
    else if (!positions.has(row[key])) positions.set(row[key], carriers.push(row) - 1);
  }
  return whenKnown(writeObjects(object, carriers, run), (texts) => rows.map((row) => texts[positions.get(row[key]) ?? -1] ?? "null"));
}

/** As graphql-js reads a field: by its resolver, or as a property, which may be a function. */
function readValues({ field, args, info, property }: FieldPlan, objects: readonly Row[], run: Run): unknown[] | Promise<unknown[]> {
  const { context, variables } = run;
  const values =
    args ?? getArgumentValues(field as NonNullable<typeof field>, info.fieldNodes[0] as (typeof info.fieldNodes)[0], variables);
  const asked = { ...info, variableValues: variables };
  return mapAll(objects, (object) => {
    if (property === null && field?.resolve) return field.resolve(object, values, context, asked);
    const value = object[property ?? info.fieldName];
    return typeof value === "function" ? value.call(object, values, context, asked) : value;
  });
}

/** Follows references of all rows at once: each object is asked for once, not once for each row that refers to it. */
function readReferences({ reference, info }: FieldPlan, rows: readonly Row[], { context: { load } }: Run): unknown[] | Promise<unknown[]> {
  if (!reference) throw new TypeError("What a carried object refers to did not come along");
  const { key, loader } = reference;
  const found = new Map<unknown, unknown>([[null, null]]);
  const missing = new Set<number>();
  for (const row of rows) {
    if (found.has(row[key])) continue;
    const value = objectInRow(reference, info.fieldName, row);
    if (value === null || value === undefined) missing.add(row[key] as number);
    else found.set(row[key], value);
  }
  const values = () => rows.map((row) => found.get(row[key]));
  if (missing.size === 0) return values();
  const keys = [...missing];
  return load[loader].loadMany(keys).then((loaded: readonly unknown[]) => {
    for (const [i, value] of loaded.entries()) found.set(keys[i], value);
    return values();
  });
}

function writeValues(plan: FieldPlan, values: readonly unknown[], run: Run): Texts | Promise<Texts> {
  if (!plan.list) return writeItems(plan, values, plan.isNullable, run);
  const { hasNullableItems } = plan.list;
  return whenKnown(
    mapAll(values, (value) => readList(plan, value)),
    (lists) => {
      const members = lists.flatMap((list) => list ?? []);
      return whenKnown(writeItems(plan, members, hasNullableItems, run), (texts) => joinLists(lists, texts));
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

function writeItems(plan: FieldPlan, items: readonly unknown[], isNullable: boolean, run: Run): Texts | Promise<Texts> {
  if (plan.write) return items.map((item) => writeLeaf(plan, item, isNullable));
  const positions = new Map<unknown, number>();
  for (const item of items) {
    if (item instanceof Error) throw item;
    if (item === null || item === undefined) nullText(plan, isNullable);
    else if (typeof item !== "object") throw new TypeError(`${nameOf(plan)} is no object`);
    else if (!positions.has(item)) positions.set(item, positions.size);
  }
  if (positions.size === 0) return items.map(() => "null");
  return whenKnown(writeObjects(plan.object as ObjectPlan, [...positions.keys()], run), (texts) =>
    items.map((item) => texts[positions.get(item) ?? -1] ?? "null"),
  );
}

function nullText(plan: FieldPlan, isNullable: boolean): "null" {
  if (!isNullable) throw new TypeError(`${nameOf(plan)} is null`);
  return "null";
}

const nameOf = ({ info }: FieldPlan): string => `${info.parentType.name}.${info.fieldName}`;
