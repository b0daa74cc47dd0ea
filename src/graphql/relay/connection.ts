import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { DomainError } from "../../domain/errors.js";
import { type KeyValues, type Page, readPageSize, type Window } from "../../domain/page.js";

/** The arguments of a connection, by the Relay specification. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: "The most edges to return, from the start: 0 to 1000. 100 where neither first nor last is given.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only edges behind this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "The most edges to return, from the end: 0 to 1000." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only edges before this cursor." })
  before?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: () => string | null;

  @Field(() => String, { nullable: true })
  endCursor!: () => string | null;
}

/** A connection as its fields read it. Cursors are made only where they are selected. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; cursor(): string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Called only where the field is selected: counting costs more than reading the page. */
  totalCount(): Promise<number>;
}

/**
 * Makes the types of a connection: `XConnection` and `XEdge`.
 * @param name of the node's type
 */
export function connectionTypes<Node extends object>(name: string, node: () => ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: "A node of a list, and its position." })
  class Edge {
    @Field(() => String, { description: "The edge's position in the list, in its order. Opaque." })
    cursor!: () => string;

    @Field(node)
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: "A window of a list." })
  class ConnectionOf implements Connection<Node> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node()])
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many there are on all pages. Counted only when asked for." })
    totalCount!: () => Promise<number>;
  }
  return ConnectionOf as unknown as ClassType<Connection<Node>>;
}

/**
 * Reads the arguments of a connection.
 * @param order names the list's order: a cursor is good only in the order that it was given for
 * @throws {DomainError} that names the argument
 */
export function readWindow(args: ConnectionArgs, order: string): Window {
  const pageSize = readPageSize(args);
  // The spread comes last, as in `createContext`.
  return { after: readCursor("after", args.after, order), before: readCursor("before", args.before, order), ...pageSize };
}

/** @param order as for `readWindow` */
export function toConnection<Row>(page: Page<Row>, order: string, totalCount: () => Promise<number>): Connection<Row> {
  const { rows, hasNextPage, hasPreviousPage } = page;
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : toCursor(order, page.keysOf(row)));
  return {
    edges: rows.map((node) => ({ node, cursor: () => cursorOf(node) as string })),
    nodes: rows,
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: () => cursorOf(rows[0]), endCursor: () => cursorOf(rows.at(-1)) },
    totalCount,
  };
}

const toCursor = (order: string, keys: KeyValues): string => Buffer.from(JSON.stringify([order, ...keys])).toString("base64url");

function readCursor(argument: "after" | "before", cursor: string | null | undefined, order: string): KeyValues | null {
  if (cursor === null || cursor === undefined) return null;
  const parts = parseJson(Buffer.from(cursor, "base64url").toString());
  const isCursor = Array.isArray(parts) && parts.length > 1 && parts.every((part) => typeof part === "string");
  const [cursorOrder, ...keys] = isCursor ? (parts as string[]) : [];
  // A cursor is taken only as it was made: encoded anew, it must be the same.
  if (cursorOrder === undefined || toCursor(cursorOrder, keys) !== cursor) throw invalid(argument, "is not a cursor of this list");
  if (cursorOrder !== order) throw invalid(argument, "is a cursor of another list, or of another order");
  return keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const invalid = (argument: string, message: string) => new DomainError({ code: "INVALID", path: [argument], message });

/** Values of a list that a filter compares with. REST needs no such limit, because addresses are too short for more. */
export const maxListSize = 1000;

/** @throws {DomainError} TOO_LARGE that names the argument */
export function checkListSize(path: readonly string[], list: readonly unknown[] | null | undefined): void {
  if (!list || list.length <= maxListSize) return;
  throw new DomainError({ code: "TOO_LARGE", path, message: `must have at most ${maxListSize} values` });
}
