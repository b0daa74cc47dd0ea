import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from "graphql";
import { expect, it } from "vitest";
import { isBatchPath, isBatchReference } from "../../src/domain/batch/read/batchView.js";
import { leafOf, referenceOf } from "../../src/graphql/execution/reference.js";
import { buildGraphqlSchema } from "../../src/graphql/schema.js";

/** The leaves of an object that a batch's row brings along, and of what that leads to, as paths. */
function leavesAt(type: GraphQLObjectType, prefix: string): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const [leaf, reference, target] = [leafOf(field), referenceOf(field), getNamedType(field.type)];
    const path = `${prefix}${reference?.step}`;
    if (reference) return isObjectType(target) && isBatchReference(path) ? leavesAt(target, `${path}.`) : [];
    return leaf && isLeafType(target) ? [prefix + leaf.property] : [];
  });
}

it("Every leaf of a batch, and of what its row brings along, is a column of the row", async () => {
  const leaves = leavesAt((await buildGraphqlSchema()).getType("Batch") as GraphQLObjectType, "");
  expect(leaves).toContain("creatorJob.jobType.iconCode");
  expect(leaves.filter((path) => !isBatchPath(path))).toEqual([]);
});
