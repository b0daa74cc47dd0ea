import { getArgumentValues } from "graphql/execution/values.js";
import { FlatRow } from "../../domain/batch/read/batchView.js";
import type { Context } from "../context.js";
import { AnswerTooLarge, maxAnswer } from "./answerSize.js";
import { loaderOf } from "./attachResolvers.js";
import { objectInRow } from "./carried.js";
import { failField, UnusualValue } from "./FieldError.js";
import { isPromise, mapAll, whenKnown } from "./maybePromise.js";
import type { FieldPlan, ObjectPlan } from "./plan.js";
import type { Reference } from "./reference.js";

type Row = Record<string, unknown>;
type Texts = readonly string[];

/** What differs from one run of a plan to the next. */
export interface Run {
  readonly context: Context;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  /** Characters that leaves may still take. */
  left: number;
}

/**
 * Reads and writes objects of one type, breadth first: a field is read of all of them before the next level is begun. So loaders get whole
 * levels at once, and an object that several others refer to is written once.
 * @returns the JSON text of each object
 * @throws {AnswerTooLarge} as soon as the answer is too large
 * @throws {FieldError}
 */
export function writeObjects({ fields }: ObjectPlan, objects: readonly unknown[], run: Run): Texts | Promise<Texts> {
  // Directives may skip all fields.
  if (fields.length === 0) return objects.map(() => "{}");
  const texts = mapAll(fields, (field) => (isPlain(field, objects[0]) ? null : writeField(field, objects, run)));
  return whenKnown(texts, (known) => putTogether(fields, objects, known, run));
}

function putTogether(fields: readonly FieldPlan[], objects: readonly unknown[], texts: readonly (Texts | null)[], run: Run): Texts {
  const all: string[] = [];
  let length = 0;
  // Flat rows of one list come of one statement, so all have the first one's columns.
  const places = objects[0] instanceof FlatRow ? fields.map(({ property }) => (objects[0] as FlatRow).places.get(property as string)) : [];
  for (let i = 0; i < objects.length; i++) {
    let text = "";
    for (let c = 0; c < fields.length; c++) {
      const field = fields[c] as FieldPlan;
      text += field.key;
      text += texts[c]?.[i] ?? field.constant ?? writeLeaf(field, leafValue(objects[i], field, places[c]), field.isNullable, run);
      if (text.length > maxAnswer) throw new AnswerTooLarge();
    }
    length += text.length;
    if (length > maxAnswer) throw new AnswerTooLarge();
    all.push(`${text}}`);
  }
  return all;
}

/** What a leaf is made from. @param place where it is in a flat row */
const leafValue = (object: unknown, { property }: FieldPlan, place: number | undefined): unknown =>
  place === undefined ? (object as Row)[property as string] : (object as FlatRow).values[place];

/** Whether a field is a leaf that stands in the row as it is. Most fields are, and they need no list of their texts. */
function isPlain({ constant, property }: FieldPlan, object: unknown): boolean {
  if (constant !== null) return true;
  if (property === null) return false;
  const value = (object as Row)[property];
  return typeof value !== "function" && !isPromise(value);
}

/**
 * Writes a leaf, and counts its text, because it takes new memory. A text that is put together from others shares their memory until the
 * answer is sent.
 */
function writeLeaf(plan: FieldPlan, value: unknown, isNullable: boolean, run: Run): string {
  if (value === null || value === undefined) return nullText(plan, isNullable);
  const text = (plan.write as NonNullable<FieldPlan["write"]>)(value);
  run.left -= text.length;
  if (run.left < 0) throw new AnswerTooLarge();
  return text;
}

function writeField(plan: FieldPlan, objects: readonly unknown[], run: Run): Texts | Promise<Texts> {
  const { carried, reference } = plan;
  const rows = objects as readonly Row[];
  if (carried) return writeByKey(plan, carried.key, rows, (distinct) => writeObjects(carried.object, distinct, run));
  if (!reference) return whenKnown(readValues(plan, rows, run), (values) => writeValues(plan, values, run));
  return writeByKey(plan, reference.key, rows, (distinct) =>
    whenKnown(follow(plan, reference, distinct, run), (values) => writeValues(plan, values, run)),
  );
}

/** Writes the objects that rows lead to by a key. An object that many rows lead to is written once. */
function writeByKey(
  plan: FieldPlan,
  key: string,
  rows: readonly Row[],
  write: (distinct: readonly Row[]) => Texts | Promise<Texts>,
): Texts | Promise<Texts> {
  const known = new Map<unknown, number>();
  const distinct: Row[] = [];
  const positions = rows.map((row): number | null => {
    const value = row[key];
    if (value === null) return nullText(plan, plan.isNullable) && null;
    const position = known.get(value) ?? distinct.push(row) - 1;
    known.set(value, position);
    return position;
  });
  if (distinct.length === 0) return rows.map(() => "null");
  return whenKnown(write(distinct), (texts) => positions.map((position) => (position === null ? "null" : (texts[position] as string))));
}

/** Gets the objects that a reference of some rows leads to: those in the rows, and the others by loading them all at once. */
function follow(
  { info }: FieldPlan,
  reference: Reference,
  rows: readonly Row[],
  { context: { load } }: Run,
): unknown[] | Promise<unknown[]> {
  const values = rows.map((row) => objectInRow(reference, info.fieldName, row));
  const missing = rows.flatMap((row, i) => (values[i] === null || values[i] === undefined ? [row[reference.key] as number] : []));
  if (missing.length === 0) return values;
  return loaderOf(reference, load, info)
    .loadMany(missing)
    .then((loaded: readonly unknown[]) => {
      const rest = loaded.values();
      return values.map((value) => value ?? rest.next().value);
    });
}

/** Reads a field as graphql-js does: by its resolver, or as a property, which may be a function. */
function readValues({ field, args, info, property }: FieldPlan, objects: readonly Row[], run: Run): unknown[] | Promise<unknown[]> {
  const { context, variables } = run;
  const values =
    args ?? getArgumentValues(field as NonNullable<typeof field>, info.fieldNodes[0] as (typeof info.fieldNodes)[0], variables);
  const asked = { ...info, variableValues: variables };
  const read = mapAll(objects, (object) => {
    if (property === null && field?.resolve) return field.resolve(object, values, context, asked);
    const value = object[property ?? info.fieldName];
    return typeof value === "function" ? value.call(object, values, context, asked) : value;
  });
  return read instanceof Promise ? read.catch(failField) : read;
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
  if (list instanceof Error) failField(list);
  if (typeof list !== "object" || !(Symbol.iterator in list)) failField(`${nameOf(plan)} is no list`);
  const members = mapAll([...(list as Iterable<unknown>)], (member) => member);
  return members instanceof Promise ? members.catch(failField) : members;
}

/** Each text is put together piece by piece, because Array.join would copy it as a whole once more. */
function joinLists(lists: readonly (readonly unknown[] | null)[], texts: Texts): Texts {
  let next = 0;
  return lists.map((list) => {
    if (list === null) return "null";
    let text = "[";
    for (let i = 0; i < list.length; i++) {
      text += i === 0 ? texts[next++] : `,${texts[next++]}`;
      if (text.length > maxAnswer) throw new AnswerTooLarge();
    }
    return `${text}]`;
  });
}

function writeItems(plan: FieldPlan, items: readonly unknown[], isNullable: boolean, run: Run): Texts | Promise<Texts> {
  if (plan.write) return items.map((item) => writeLeaf(plan, item, isNullable, run));
  const objects = items.filter((item) => isObject(plan, item, isNullable));
  if (objects.length === 0) return items.map(() => "null");
  const texts = writeObjects(plan.object as ObjectPlan, objects, run);
  if (objects.length === items.length) return texts;
  return whenKnown(texts, (known) => {
    const rest = known.values();
    return items.map((item) => (item === null || item === undefined ? "null" : (rest.next().value as string)));
  });
}

/** Whether an item is an object; false where it is null, and may be. */
function isObject(plan: FieldPlan, item: unknown, isNullable: boolean): boolean {
  if (item instanceof Error) failField(item);
  if (item === null || item === undefined) return nullText(plan, isNullable) !== "null";
  if (typeof item !== "object") throw new UnusualValue(`${nameOf(plan)} is no object`);
  return true;
}

function nullText(plan: FieldPlan, isNullable: boolean): "null" {
  if (!isNullable) failField(`${nameOf(plan)} is null`);
  return "null";
}

const nameOf = ({ info }: FieldPlan): string => `${info.parentType.name}.${info.fieldName}`;
