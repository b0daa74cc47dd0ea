import { type FieldNode, type GraphQLResolveInfo, getNamedType, isObjectType } from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { propertyOf } from "./reference.js";

/**
 * Looks ahead: which properties of their rows the selected fields of objects are made from.
 * @param fields of the same type as the one that is resolved
 * @param paths the ways from them to the objects, by fields, such as `["edges", "node"]`; aliases and fragments are seen through
 */
export function selectedProperties(
  info: GraphQLResolveInfo,
  fields: readonly FieldNode[],
  paths: readonly (readonly string[])[],
): Set<string> {
  const { schema, fragments, variableValues } = info;
  const properties = new Set<string>();
  for (const path of paths) {
    let nodes = fields;
    let type = getNamedType(info.returnType);
    for (const step of [...path, null]) {
      if (!isObjectType(type) || nodes.length === 0) break;
      const fields = type.getFields();
      nodes = [...collectSubfields(schema, fragments, variableValues, type, nodes).values()].flat();
      if (step === null) {
        for (const { name } of nodes) {
          const field = fields[name.value];
          if (field) properties.add(propertyOf(field));
        }
      } else {
        nodes = nodes.filter(({ name }) => name.value === step);
        type = getNamedType((fields[step] as (typeof fields)[string]).type);
      }
    }
  }
  return properties;
}

/** All of the operation's fields that are the one that is resolved, whatever their aliases. */
export function rootFields({ schema, fragments, variableValues, operation, parentType, fieldName }: GraphQLResolveInfo): FieldNode[] {
  const fields = [...collectFields(schema, fragments, variableValues, parentType, operation.selectionSet).values()].flat();
  return fields.filter(({ name }) => name.value === fieldName);
}
