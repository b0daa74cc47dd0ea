/** The usual stack, as its tutorials put it together: Apollo Server, type-graphql and Prisma with `include`. */
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { PrismaPg } from "@prisma/adapter-pg";
import { Arg, buildSchema, type ClassType, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { PrismaClient } from "../../../src/db/generated/client.js";

/** Declares a type by a list of its fields, `name` or `name?`: sixty lines shall be enough. */
function objectType(name: string, fields: Record<string, () => unknown>): ClassType<object> {
  const type = { [name]: class {} }[name] as ClassType<object>;
  for (const [field, typeOf] of Object.entries(fields)) {
    Field(typeOf as () => ClassType<object>, { nullable: field.endsWith("?") })(type.prototype, field.replace("?", ""));
  }
  ObjectType(name)(type);
  return type;
}

const [id, int, text, time, yes] = [() => ID, () => Int, () => String, () => Date, () => Boolean];
const JobType = objectType("JobType", { id, name: text, version: text, "title?": text, "category?": text, "iconCode?": text });
const jobTimes = { created: time, "queued?": time, "started?": time, "ended?": time };
const Job = objectType("Job", { id, status: text, priority: int, numExes: int, ...jobTimes, jobType: () => JobType });
const RecipeType = objectType("RecipeType", { id, name: text, version: text, "title?": text });
const TriggerEvent = objectType("TriggerEvent", { type: text, occurred: time });
const counts = { createdCount: int, failedCount: int, totalCount: int };
const plain = { id, "title?": text, "description?": text, status: text, ...counts, created: time, lastModified: time };
const Batch = objectType("Batch", { ...plain, recipeType: () => RecipeType, event: () => TriggerEvent, "creatorJob?": () => Job });
const PageInfo = objectType("PageInfo", { hasNextPage: yes, hasPreviousPage: yes, "startCursor?": text, "endCursor?": text });
const BatchEdge = objectType("BatchEdge", { cursor: text, node: () => Batch });
const BatchConnection = objectType("BatchConnection", { edges: () => [BatchEdge], pageInfo: () => PageInfo });

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL as string, max: Number(process.env.POOL_SIZE) });
const prisma = new PrismaClient({ adapter });

@Resolver()
class BatchResolver {
  @Query(() => BatchConnection)
  async batches(@Arg("first", () => Int) first: number): Promise<object> {
    const rows = await prisma.batch.findMany({
      take: first + 1,
      orderBy: [{ lastModified: "asc" }, { id: "asc" }],
      include: { recipeType: true, event: true, creatorJob: { include: { jobType: true } } },
    });
    const edges = rows.slice(0, first).map((node) => ({ cursor: Buffer.from(String(node.id)).toString("base64url"), node }));
    const [startCursor, endCursor] = [edges[0]?.cursor, edges.at(-1)?.cursor];
    return { edges, pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: false, startCursor, endCursor } };
  }
}

const server = new ApolloServer({ schema: await buildSchema({ resolvers: [BatchResolver], validate: false }) });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
console.log(url);
process.once("SIGTERM", () => process.exit(0));
