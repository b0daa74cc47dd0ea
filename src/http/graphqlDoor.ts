import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { type Context, createContext } from "../graphql/context.js";
import { buildGraphqlSchema } from "../graphql/schema.js";
import { startApolloServer } from "./apolloServer.js";
import { sendGraphiql, wantsGraphiql } from "./graphiql.js";

/** Opens the GraphQL door at `/graphql`: queries and mutations by POST, queries by GET, and GraphiQL for a browser. */
export async function graphqlDoor(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  const apollo = await startApolloServer(await buildGraphqlSchema(), app.log);
  app.addHook("onClose", () => apollo.stop());
  const answer = fastifyApolloHandler<Context>(apollo, { context: async (request) => createContext(database, request.actor) });
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler(request, reply) {
      return wantsGraphiql(request) ? sendGraphiql(request, reply) : answer.call(this, request, reply);
    },
  });
}
