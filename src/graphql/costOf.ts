import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { getFieldDef } from "graphql/execution/execute.js";
import { getArgumentValues } from "graphql/execution/values.js";
import { Extensions } from "type-graphql";
import { defaultPageSize, maxPageSize } from "../domain/page.js";
import { type Reference, referenceOf } from "./execution/reference.js";

/** What things cost. A unit is about a microsecond of a processor, the gateway's and PostgreSQL's together. */
const costs = {
  /** The time that graphql-js takes for a field. It executes operations over WebSockets and event streams, and several mutations at once. */
  field: 2,
  /** A row that is read, whether anything of it is shown or not. */
  row: 20,
  statement: 1500,
};
/** The assumed length of a list of objects that has no page size: jobs of a recipe, events of a batch, fields of a type. */
const usualListSize = 10;

interface CostExtensions {
  /** What a field costs for each object, beyond the cost of every field. The name is type-graphql's. */
  readonly complexity?: number;
  readonly countCost?: (args: Record<string, unknown>) => number;
  /** The assumed length of a list, where it is not the usual one. */
  readonly listSize?: number;
  readonly atHand?: Reference["loader"];
}

/** Declares what it costs to count a connection, for each object that has one. */
export const CountCosts = (countCost: (args: never) => number) => Extensions({ countCost });

export const ListSize = (listSize: number) => Extensions({ listSize });

/** Declares that what this loader finds is not read for objects below the field: it was read before, once for many operations. */
export const AtHand = (atHand: Reference["loader"]) => Extensions({ atHand });

/** The operation has more fields than are looked at: fragments within fragments can stand for any number of fields. */
export class TooManyFields extends Error {}

/** An operation whose document is valid, and its coerced variables. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

/** Where fields are selected. */
interface Place {
  readonly type: GraphQLObjectType;
  /** How many objects there can be. */
  readonly objects: number;
  /** Of a connection: its page size, and what counting it costs. */
  readonly pageSize?: number;
  readonly countCost?: number;
  readonly atHand?: Reference["loader"] | undefined;
}

type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Works out what an operation costs at most, before any of it is done. Each list is one statement, however many parents it is for. Added to
 * the statements are the rows that they read, the fields to write, and what fields are declared to cost besides. Pages count as full.
 * @throws {GraphQLError} where an argument is null that must not be
 * @throws {TooManyFields}
 */
export function costOf(operation: CostedOperation, maxFields: number): number {
  const { schema, fragments, variables } = operation;
  let [cost, fieldsLeft] = [0, maxFields];

  function addSelection(place: Place, selection: Selection): void {
    for (const nodes of selection.values()) {
      if (--fieldsLeft < 0) throw new TooManyFields();
      const field = getFieldDef(schema, place.type, nodes[0] as FieldNode);
      if (field) addField(place, field, nodes);
    }
  }

  function addField(place: Place, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): void {
    const { objects, pageSize, countCost, atHand } = place;
    const args = getArgumentValues(field, nodes[0] as FieldNode, variables);
    const extensions = field.extensions as CostExtensions;
    const type = getNamedType(field.type);
    const reference = referenceOf(field);
    const isAtHand = reference !== null && reference.loader === atHand;
    cost += objects * (costs.field + (isAtHand ? 0 : (extensions.complexity ?? 0)));
    if (field.name === "totalCount" && countCost !== undefined) cost += costs.statement + objects * countCost;
    const isList = isListType(getNullableType(field.type));
    const isRead = place.type === schema.getQueryType() || (reference !== null && !isAtHand);
    let below: Omit<Place, "type"> = {
      objects: objects * (isList ? (pageSize ?? extensions.listSize ?? usualListSize) : 1),
      atHand: extensions.atHand,
    };
    if (type.name.endsWith("Connection")) {
      below = { objects, pageSize: pageSizeOf(args), countCost: extensions.countCost?.(args) ?? costs.row };
      // One row more is read, to see whether there is a next page.
      cost += costs.statement + objects * (pageSizeOf(args) + 1) * costs.row;
    } else if (isRead) cost += costs.statement + below.objects * costs.row;
    for (const one of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      if (isObjectType(one)) addSelection({ ...below, type: one }, collectSubfields(schema, fragments, variables, one, nodes));
    }
  }

  const root = schema.getRootType(operation.operation.operation);
  if (root) addSelection({ type: root, objects: 1 }, collectFields(schema, fragments, variables, root, operation.operation.selectionSet));
  return cost;
}

/** A page size beyond the limit counts as the limit here. It is refused later, in words that name the argument. */
const pageSizeOf = ({ first, last }: { first?: number | null; last?: number | null }): number =>
  Math.max(0, Math.min(maxPageSize, first ?? last ?? defaultPageSize));
