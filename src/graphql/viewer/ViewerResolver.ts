import { Ctx, Field, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { type Actor, type Role as ActorRole, roles } from "../../domain/actor.js";
import type { Context } from "../context.js";
import { enumOf } from "../scalars.js";

const meanings: Record<ActorRole, string> = {
  READER: "Reads everything, and validates batches.",
  WORKER: "Claims jobs and reports about them, and nothing else.",
  OPERATOR: "Reads, changes batches, jobs and job types, and does what a worker does.",
  ADMIN: "Does everything.",
};

const Role = enumOf(roles);
registerEnumType(Role, {
  name: "Role",
  description: "What a caller may do.",
  valuesConfig: Object.fromEntries(roles.map((role) => [role, { description: meanings[role] }])),
});

@ObjectType({ simpleResolvers: true, description: "Who asks." })
export class Viewer {
  @Field(() => String, { description: "The name that histories show; `Anonymous` where nothing tells callers apart." })
  name!: string;

  @Field(() => Role)
  role!: ActorRole;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who asks, and what they may do." })
  viewer(@Ctx() { actor }: Context): Actor {
    return actor;
  }
}
