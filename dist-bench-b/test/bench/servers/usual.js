var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
/** The usual stack, as its tutorials put it together: Apollo Server, type-graphql and Prisma with `include`. */
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { PrismaPg } from "@prisma/adapter-pg";
import { Arg, buildSchema, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { PrismaClient } from "../../../src/db/generated/client.js";
/** Declares a type by a list of its fields, `name` or `name?`: sixty lines shall be enough. */
function objectType(name, fields) {
    const type = { [name]: class {
        } }[name];
    for (const [field, typeOf] of Object.entries(fields)) {
        Field(typeOf, { nullable: field.endsWith("?") })(type.prototype, field.replace("?", ""));
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
const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) });
const prisma = new PrismaClient({ adapter });
let BatchResolver = class BatchResolver {
    async batches(first) {
        const rows = await prisma.batch.findMany({
            take: first + 1,
            orderBy: [{ lastModified: "asc" }, { id: "asc" }],
            include: { recipeType: true, event: true, creatorJob: { include: { jobType: true } } },
        });
        const edges = rows.slice(0, first).map((node) => ({ cursor: Buffer.from(String(node.id)).toString("base64url"), node }));
        const [startCursor, endCursor] = [edges[0]?.cursor, edges.at(-1)?.cursor];
        return { edges, pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: false, startCursor, endCursor } };
    }
};
__decorate([
    Query(() => BatchConnection),
    __param(0, Arg("first", () => Int))
], BatchResolver.prototype, "batches", null);
BatchResolver = __decorate([
    Resolver()
], BatchResolver);
const server = new ApolloServer({ schema: await buildSchema({ resolvers: [BatchResolver], validate: false }) });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
console.log(url);
process.once("SIGTERM", () => process.exit(0));
