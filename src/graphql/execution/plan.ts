import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { getArgumentValues } from "graphql/execution/values.js";
import { isBatchReference } from "../../domain/batch/read/batchView.js";
import { type LeafWriter, leafWriter } from "./leafWriter.js";
import { leafOf, type Reference, referenceOf } from "./reference.js";

/** What is read of the objects of one type: an operation's selection, with its fragments and directives resolved. */
export interface ObjectPlan {
  readonly fields: readonly FieldPlan[];
}

/** How one field is read and written. */
export interface FieldPlan {
  /** What stands before the value in the JSON text: `{"name":` or `,"name":`. */
  readonly key: string;
  /** `__typename`: the text is known beforehand. */
  readonly constant: string | null;
  readonly field: GraphQLField<unknown, unknown> | null;
  /** The property that a leaf is made from; null where a resolver makes the value, and where the value is no single leaf. */
  readonly property: string | null;
  readonly reference: Reference | null;
  /** How the object is read that the row itself carries; null where the row does not have all that is selected of it. */
  readonly carried: CarriedPlan | null;
  /** The values of the arguments; null where they depend on variables. */
  readonly args: Record<string, unknown> | null;
  readonly info: GraphQLResolveInfo;
  readonly isNullable: boolean;
  /** Set for a list: whether its items may be null. */
  readonly list: { readonly hasNullableItems: boolean } | null;
  /** Set where the value, or each item of the list, is a leaf. Otherwise `object` is set. */
  readonly write: LeafWriter | null;
  readonly object: ObjectPlan | null;
}

/** How an object is read from columns of the row that carries it. */
export interface CarriedPlan {
  /** The column of its id. */
  readonly key: string;
  readonly object: ObjectPlan;
}

/** An operation that is to be planned. Of its coerced variables, the plan depends only on those that directives ask. */
export interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

/**
 * What only graphql-js can execute: several mutations, of which each waits for the one before; introspection; fields whose type is an
 * interface or a union, or has an `isTypeOf`; lists of lists; and directives that ask a variable which is null, since it depends on the data
 * whether that is an error.
 */
export type Unplannable = "SEVERAL_MUTATIONS" | "INTROSPECTION" | "ABSTRACT_TYPE" | "LIST_OF_LISTS" | "NULL_SWITCH";

/** A selection can't be planned. */
export class NotPlannable extends Error {
  constructor(readonly reason: Unplannable) {
    super(reason);
  }
}

/**
 * Plans an operation. Fields are collected by graphql-js's own functions, so fragments, aliases, merging, `@skip` and `@include` mean what
 * they mean there.
 * @throws {NotPlannable}
 */
export function planOperation(planned: PlannedOperation): ObjectPlan {
  const { schema, operation, fragments, variables } = planned;
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  const plan = planObject(planned, root, collectFields(schema, fragments, variables, root, operation.selectionSet));
  const asked = plan.fields.filter(({ constant }) => constant === null);
  if (operation.operation === "mutation" && asked.length > 1) throw new NotPlannable("SEVERAL_MUTATIONS");
  return plan;
}

function planObject(query: PlannedOperation, type: GraphQLObjectType, selection: Map<string, readonly FieldNode[]>): ObjectPlan {
  const fields = [...selection].map(([name, nodes], i) => planField(query, type, `${i === 0 ? "{" : ","}${JSON.stringify(name)}:`, nodes));
  return { fields };
}

function planField(query: PlannedOperation, parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
  const node = nodes[0] as FieldNode;
  const field = parentType.getFields()[node.name.value];
  if (!field) {
    if (node.name.value !== "__typename") throw new NotPlannable("INTROSPECTION");
    const info = infoOf(query, parentType, node.name.value, nodes, new GraphQLNonNull(parentType));
    const leaf = { property: null, isNullable: false, list: null, write: null, object: null };
    return { key, constant: JSON.stringify(parentType.name), field: null, reference: null, carried: null, args: {}, info, ...leaf };
  }
  const value = getNullableType(field.type);
  const list = isListType(value) ? { hasNullableItems: !(value.ofType instanceof GraphQLNonNull) } : null;
  const item: unknown = isListType(value) ? getNullableType(value.ofType) : value;
  const leaf = isLeafType(value) ? leafOf(field) : null;
  const convert = leaf?.convert ?? null;
  const reference = referenceOf(field);
  const object = isLeafType(item) ? null : planSelection(query, item, nodes);
  return {
    key,
    constant: null,
    field,
    property: leaf?.property ?? null,
    reference,
    carried: reference && object && (planId(object, reference) ?? (isOfRow(reference) ? planCarried(object, reference, "") : null)),
    args: usesVariables(node) ? null : getArgumentValues(field, node),
    info: infoOf(query, parentType, field.name, nodes, field.type),
    isNullable: value === field.type,
    list,
    write: isLeafType(item) ? leafWriter(item as GraphQLLeafType, convert && ((raw) => convert(raw, parentType.name))) : null,
    object,
  };
}

function planSelection(query: PlannedOperation, type: unknown, nodes: readonly FieldNode[]): ObjectPlan {
  if (isListType(type)) throw new NotPlannable("LIST_OF_LISTS");
  if (!isObjectType(type) || type.isTypeOf) throw new NotPlannable("ABSTRACT_TYPE");
  const { schema, fragments, variables } = query;
  return planObject(query, type, collectSubfields(schema, fragments, variables, type, nodes));
}

const isOfRow = ({ key, step }: Reference): boolean => key === `${step}.id`;

/** The plan of an object of which nothing but its id is selected, and which surely is there; null for any other. */
function planId({ fields }: ObjectPlan, { key, isThere }: Reference): CarriedPlan | null {
  if (!isThere || fields.some(({ constant, property }) => constant === null && property !== "id")) return null;
  return { key, object: { fields: fields.map((plan) => ({ ...plan, property: plan.property && key })) } };
}

/**
 * The plan of an object that the row of a batch brings along: each of its properties is a column of that row.
 * @param prefix of the paths to the columns of the object that refers to it: empty for a batch
 * @returns null where the row can't have all that is selected of it
 */
function planCarried({ fields }: ObjectPlan, { step }: Reference, prefix: string): CarriedPlan | null {
  const path = `${prefix}${step}`;
  if (!isBatchReference(path)) return null;
  const moved: FieldPlan[] = [];
  for (const plan of fields) {
    const { constant, property, reference, object } = plan;
    if (constant !== null) moved.push(plan);
    else if (property !== null) moved.push({ ...plan, property: `${path}.${property}` });
    else if (reference) {
      const key = `${path}.${reference.step === null ? reference.key : `${reference.step}.id`}`;
      moved.push({
        ...plan,
        reference: { ...reference, key, isInRow: false },
        carried: object && planCarried(object, reference, `${path}.`),
      });
    } else return null;
  }
  return { key: `${path}.id`, object: { fields: moved } };
}

function usesVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  }
  return found;
}

/**
 * What a resolver may ask about where it is called. The variables, which differ for each request, are put in when it is called. The path,
 * which differs for each object, is that of the field alone.
 */
function infoOf(
  { schema, operation, fragments, variables }: PlannedOperation,
  parentType: GraphQLObjectType,
  fieldName: string,
  fieldNodes: readonly FieldNode[],
  returnType: GraphQLOutputType,
): GraphQLResolveInfo {
  const path = { prev: undefined, key: fieldName, typename: parentType.name };
  return {
    schema,
    operation,
    fragments,
    variableValues: variables,
    parentType,
    fieldName,
    fieldNodes,
    returnType,
    path,
    rootValue: undefined,
  };
}
