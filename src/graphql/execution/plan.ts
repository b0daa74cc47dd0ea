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
  type OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { getArgumentValues } from "graphql/execution/values.js";
import { propertyAsItStands, type Reference, referenceOf } from "../reference.js";
import { type LeafWriter, leafWriter } from "./leafWriter.js";

/** What is read of the objects of one type: an operation's selection, its fragments and directives resolved. */
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
  /** The property that a leaf is read from as it stands; null where it takes a resolver, and where the value is no single leaf. */
  readonly property: string | null;
  readonly reference: Reference | null;
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
  readonly isNullable: boolean;
  /** Set for a list: whether its items may be null. */
  readonly list: { readonly hasNullableItems: boolean } | null;
  /** Either the value is a leaf, or an object. */
  readonly write: LeafWriter | null;
  readonly object: ObjectPlan | null;
}

/** An operation that is to be planned. Variables are coerced. */
export interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

/** The operation has something that only graphql-js itself can do: introspection, abstract types, types that tell their objects, lists of lists. */
export class NotPlannable extends Error {}

/**
 * Plans a query: fields are collected by graphql-js's own functions, so fragments, aliases, merging, `@skip` and `@include` mean what
 * they mean there.
 * @throws {NotPlannable}
 */
export function planQuery(query: PlannedOperation): ObjectPlan {
  const { schema, operation, fragments, variables } = query;
  const root = schema.getQueryType();
  if (!root || operation.operation !== "query") throw new NotPlannable();
  return planObject(query, root, collectFields(schema, fragments, variables, root, operation.selectionSet));
}

function planObject(query: PlannedOperation, type: GraphQLObjectType, selection: Map<string, readonly FieldNode[]>): ObjectPlan {
  const fields = [...selection].map(([name, nodes], i) => planField(query, type, `${i === 0 ? "{" : ","}${JSON.stringify(name)}:`, nodes));
  return { fields };
}

function planField(query: PlannedOperation, parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
  const node = nodes[0] as FieldNode;
  const field = parentType.getFields()[node.name.value];
  if (!field) {
    if (node.name.value !== "__typename") throw new NotPlannable();
    const info = infoOf(query, parentType, node.name.value, nodes, new GraphQLNonNull(parentType));
    const leaf = { isNullable: false, list: null, write: null, object: null };
    return { key, constant: JSON.stringify(parentType.name), field: null, property: null, reference: null, args: {}, info, ...leaf };
  }
  const value = getNullableType(field.type);
  const list = isListType(value) ? { hasNullableItems: !(value.ofType instanceof GraphQLNonNull) } : null;
  const item: unknown = isListType(value) ? getNullableType(value.ofType) : value;
  return {
    key,
    constant: null,
    field,
    property: isLeafType(value) ? propertyAsItStands(field) : null,
    reference: referenceOf(field),
    args: getArgumentValues(field, node, query.variables),
    info: infoOf(query, parentType, field.name, nodes, field.type),
    isNullable: value === field.type,
    list,
    write: isLeafType(item) ? leafWriter(item as GraphQLLeafType) : null,
    object: isLeafType(item) ? null : planSelection(query, item, nodes),
  };
}

function planSelection(query: PlannedOperation, type: unknown, nodes: readonly FieldNode[]): ObjectPlan {
  if (!isObjectType(type) || type.isTypeOf) throw new NotPlannable();
  const { schema, fragments, variables } = query;
  return planObject(query, type, collectSubfields(schema, fragments, variables, type, nodes));
}

/** What a resolver may ask about where it is called; but for the path, which differs for each object. */
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
