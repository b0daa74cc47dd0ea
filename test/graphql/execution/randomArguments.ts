import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";
import type { NodeType } from "../../../src/graphql/relay/globalId.js";
import { globalId } from "../../support/graphql.js";
import type { Dice } from "./dice.js";
import type { Known } from "./known.js";

/** Values by the names of arguments: JSON, enum values by their names. What is undefined is absent. */
export type Arguments = Record<string, unknown>;

const times = [
  "2016-01-01T00:00:00Z",
  "2016-02-01T00:00:00.000001Z",
  "2016-02-02T01:00:00.5+01:00",
  "2016-02-03T00:00:00Z",
  "2099-12-31T23:59:59Z",
];
const titles = ["", "a", "april", "%", "\\", '"', "ünï", "\n", "nothing has this"];
const names = ["scene", "mosaic", "changing", "idle", "nobody", ""];
const people = ["ada", "Anonymous", "nobody"];

/** Chooses arguments that make sense for what there is; now and then one that is refused. */
export class RandomArguments {
  /** A request is refused for one reason at most: which of several comes first is a matter of time. */
  #isFaulty = false;

  constructor(
    private readonly dice: Dice,
    private readonly known: Known,
  ) {}

  /** @param most of the edges of a connection */
  of(field: GraphQLField<unknown, unknown>, most: number): Arguments {
    const others = field.args.filter(({ name }) => !["first", "last", "after", "before", "orderBy"].includes(name));
    const choices = others.map(({ name, type }) => [name, this.#value(field.name, name, type)]);
    return { ...Object.fromEntries(choices), ...(field.args.length !== others.length && this.#window(field, most)) };
  }

  #window(field: GraphQLField<unknown, unknown>, most: number): Arguments {
    const { dice, known } = this;
    const { orderBy, cursors } =
      field.name === "batches"
        ? dice.pick(known.orders)
        : { orderBy: undefined, cursors: known.cursors[field.name as keyof Known["cursors"]] ?? [] };
    const window: Arguments = orderBy === undefined ? {} : { orderBy: orderBy ?? dice.pick([null, undefined, []]) };
    const [direction, other] = dice.pick([["first", "last"] as const, ["last", "first"] as const]);
    window[direction] = most < 20 || dice.chance(60) ? dice.pick([most, dice.int(0, most)]) : dice.pick([null, undefined]);
    window[other] = dice.pick([null, undefined]);
    for (const bound of ["after", "before"]) {
      if (cursors.length > 0 && dice.chance(20)) window[bound] = dice.pick(cursors);
      else if (dice.chance(10)) window[bound] = null;
    }
    if (this.#fault())
      Object.assign(window, dice.pick([{ first: -1 }, { last: 1001, first: null }, { first: 1, last: 1 }, { after: "no cursor" }]));
    if (orderBy !== undefined && window.after === undefined && window.before === undefined && dice.chance(30))
      window.orderBy = this.#order();
    return window;
  }

  #order() {
    const fields = [
      "ID",
      "TITLE",
      "STATUS",
      "CREATED",
      "LAST_MODIFIED",
      "CREATED_COUNT",
      "FAILED_COUNT",
      "TOTAL_COUNT",
      "RECIPE_TYPE_NAME",
      "RECIPE_TYPE_VERSION",
    ];
    return this.dice.some(fields, 3).map((field) => ({ field, direction: this.dice.pick(["ASC", "DESC", undefined]) }));
  }

  #value(owner: string, name: string, type: GraphQLInputType): unknown {
    const { dice } = this;
    if (name === "id") return this.#id(owner);
    if (!isNonNullType(type)) {
      if (dice.chance(40)) return undefined;
      if (dice.chance(10)) return null;
    }
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      return Object.fromEntries(
        Object.values(named.getFields()).map((field) => [
          field.name,
          dice.chance(80) ? undefined : this.#value(name, field.name, field.type),
        ]),
      );
    }
    const one = () => this.#leaf(owner, name, type);
    return isListType(getNullableType(type)) ? Array.from({ length: dice.chance(10) ? 0 : dice.int(1, 3) }, one) : one();
  }

  #leaf(owner: string, name: string, type: GraphQLInputType): unknown {
    const { dice } = this;
    const named = getNamedType(type);
    if (isEnumType(named)) return dice.pick(named.getValues()).name;
    if (isScalarType(named) && named.name === "Boolean") return dice.chance(50);
    if (isScalarType(named) && named.name === "Int") return dice.int(1, 5);
    if (owner === "compareBatches") return this.#id("batch");
    if (name === "recipeTypeId") return this.#id("recipeType");
    if (name === "started" || name === "ended") return dice.pick(times);
    return dice.pick(name === "title" ? titles : name === "createdBy" ? people : names);
  }

  #id(owner: string): string | number {
    const { dice, known } = this;
    const types = Object.keys(known.ids) as NodeType[];
    const type = types.find((one) => one.toLowerCase() === owner.toLowerCase()) ?? dice.pick(types);
    if (dice.chance(8))
      return dice.pick(["no id", "", 999_999, globalId("Banana", 1), globalId(type, 999_999), globalId(dice.pick(types), 1)]);
    const id = dice.pick(known.ids[type]);
    return owner === "node" ? globalId(type, id) : dice.pick([id, String(id), globalId(type, id)]);
  }

  #fault(): boolean {
    if (this.#isFaulty || !this.dice.chance(2)) return false;
    this.#isFaulty = true;
    return true;
  }
}
