import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, isObjectType } from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { type BatchPath, isBatchPath, isBatchReference } from "../../domain/batch/read/batchView.js";
import { propertiesOf, referenceOf } from "./reference.js";

type Nodes = readonly FieldNode[];

/** The paths of each selection. The selection of a document that was planned once is the same array at each request. */
const known = new WeakMap<Nodes, readonly BatchPath[]>();
/** Lists of paths, by the paths in them. So equal lists are one array, as long as clients do not ask for very many different ones. */
const lists = new Map<string, readonly BatchPath[]>();
const maxLists = 200;

/**
 * Looks ahead: finds the columns that rows of batches need for all that is selected of them. The path of a selection is the path of a
 * column.
 * @param ways the fields that lead from the field that is resolved to the batches, such as `["edges", "node"]`
 * @param nodes the nodes of the field that is resolved, and of others of its kind that are read together with it
 */
export function selectedPaths(
  info: GraphQLResolveInfo,
  ways: readonly (readonly string[])[] = [[]],
  nodes: () => Nodes = () => info.fieldNodes,
): readonly BatchPath[] {
  const before = known.get(info.fieldNodes);
  if (before) return before;
  const found = new Set<BatchPath>(["id"]);
  const batch = info.schema.getType("Batch") as GraphQLObjectType;
  for (const way of ways) addPaths(info, batch, nodesAt(info, way, nodes()), "", found);
  const names = [...found].join();
  const paths = lists.get(names) ?? [...found];
  if (lists.size < maxLists) lists.set(names, paths);
  known.set(info.fieldNodes, paths);
  return paths;
}

/** All root fields of the operation that have the name of the field that is resolved, whatever their aliases. */
export function rootFields({ schema, fragments, variableValues, operation, parentType, fieldName }: GraphQLResolveInfo): FieldNode[] {
  const fields = [...collectFields(schema, fragments, variableValues, parentType, operation.selectionSet).values()].flat();
  return fields.filter(({ name }) => name.value === fieldName);
}

/** Whether a field of the object that is resolved is selected, under whatever alias. */
export function isSelected(info: GraphQLResolveInfo, field: string): boolean {
  const type = getNamedType(info.returnType);
  return isObjectType(type) && subfields(info, type, info.fieldNodes).has(field);
}

/** Whether all that is selected of an object is made from its id, by the nodes that lead to it: in a list they are the same array. */
const onlyIds = new WeakMap<Nodes, boolean>();

/** Whether nothing is selected of the object that is resolved but what is made from its id. */
export function readsIdAlone(info: GraphQLResolveInfo): boolean {
  const before = onlyIds.get(info.fieldNodes);
  if (before !== undefined) return before;
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const isIt = [...subfields(info, type, info.fieldNodes).keys()].every((name) => {
    const field = type.getFields()[name];
    return field === undefined || propertiesOf(field).every((property) => property === "id");
  });
  onlyIds.set(info.fieldNodes, isIt);
  return isIt;
}

/** The nodes to which a way leads, field by field. */
function nodesAt(info: GraphQLResolveInfo, way: readonly string[], start: Nodes): Nodes {
  let nodes = start;
  let type = getNamedType(info.returnType);
  for (const step of way) {
    if (!isObjectType(type)) return [];
    nodes = subfields(info, type, nodes).get(step) ?? [];
    type = getNamedType((type.getFields()[step] as { type: typeof info.returnType }).type);
  }
  return nodes;
}

/** The nodes of an object's fields, by the fields' names. Aliases and fragments are resolved. */
function subfields(info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: Nodes): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  if (nodes.length === 0) return fields;
  for (const node of [...collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes).values()].flat()) {
    fields.set(node.name.value, [...(fields.get(node.name.value) ?? []), node]);
  }
  return fields;
}

/** @param prefix of the paths to the columns of the objects: empty for batches, `creatorJob.` for their creator jobs */
function addPaths(info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: Nodes, prefix: string, found: Set<BatchPath>): void {
  const add = (path: string) => {
    if (isBatchPath(path)) found.add(path);
  };
  for (const [name, fieldNodes] of subfields(info, type, nodes)) {
    const field = type.getFields()[name];
    if (!field) continue;
    for (const property of propertiesOf(field)) add(prefix + property);
    const step = referenceOf(field)?.step;
    if (!step) continue;
    add(`${prefix}${step}.id`);
    const target = getNamedType(field.type);
    if (isObjectType(target) && isBatchReference(prefix + step)) addPaths(info, target, fieldNodes, `${prefix}${step}.`, found);
  }
}
