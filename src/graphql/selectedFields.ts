import { type FieldNode, type GraphQLResolveInfo, getNamedType, isObjectType } from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";

/**
 * Looks ahead: which fields are selected of the objects that a field leads to.
 * @param paths the ways to them, by fields, such as `["edges", "node"]`; aliases are seen through
 */
export function selectedFields(info: GraphQLResolveInfo, ...paths: readonly (readonly string[])[]): Set<string> {
  const selected = new Set<string>();
  for (const path of paths) {
    let nodes: readonly FieldNode[] = info.fieldNodes;
    let type = getNamedType(info.returnType);
    for (const step of path) {
      nodes = subfields(info, type, nodes).filter((node) => node.name.value === step);
      if (!isObjectType(type)) break;
      const field = type.getFields()[step];
      if (!field) throw new Error(`${type.name} has no field ${step}`);
      type = getNamedType(field.type);
    }
    for (const node of subfields(info, type, nodes)) selected.add(node.name.value);
  }
  return selected;
}

function subfields(info: GraphQLResolveInfo, type: unknown, nodes: readonly FieldNode[]): FieldNode[] {
  if (nodes.length === 0 || !isObjectType(type)) return [];
  const { schema, fragments, variableValues } = info;
  return [...collectSubfields(schema, fragments, variableValues, type, nodes).values()].flat();
}
