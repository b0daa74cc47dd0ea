import { Ctx, ObjectType, Query, Resolver } from "type-graphql";
import { type Actor, roles } from "../../domain/actor.js";
import type { Context } from "../context.js";
import { leaf, RowFields } from "../rowFields.js";
import { enumType } from "../scalars.js";

const Role = enumType("Role", "What a caller may do.", roles, {
  READER: "Reads everything but webhooks, and validates batches.",
  WORKER: "Claims jobs and reports about them, and reads nothing but what belongs to its jobs.",
  OPERATOR: "Reads, changes batches, jobs, job types and webhooks, and does what a worker does.",
  ADMIN: "Does what an operator does, and what the settings keep for administrators.",
});

@ObjectType({ simpleResolvers: true, description: "Who asks." })
@RowFields({
  name: leaf(String, { description: "The name that histories show; `Anonymous` where nothing tells callers apart." }),
  role: leaf(Role),
})
export class Viewer {
  declare readonly row: Actor;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who asks, and what they may do." })
  viewer(@Ctx() { actor }: Context): Actor {
    return actor;
  }
}
