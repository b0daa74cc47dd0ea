import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
} from "graphql";
import type { Dice } from "./dice.js";
import type { Known } from "./known.js";
import { RandomArguments } from "./randomArguments.js";
import { RandomVariables } from "./randomVariables.js";

/** A document with an operation to run. */
export interface RandomQuery {
  readonly source: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  /** The names under which the answer may have objects of which only their ids are known. */
  readonly nodeNames: ReadonlySet<string>;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** Where something is selected. */
interface Place {
  /** What may be selected of. */
  readonly type: Composite;
  /** The type of the object's field; a fragment on another type stays in it: whatever is selected there may be merged. */
  readonly scope: string;
  readonly depth: number;
  /** About how many objects there are of this kind: lists within lists would not come to an end. */
  readonly fan: number;
}

interface Fragment {
  readonly name: string;
  readonly type: Composite;
  readonly scope: string;
  readonly text: string;
  /** What it uses no variables of, other operations may use, too. */
  readonly isShared: boolean;
}

const maxDepth = 10;
const maxFan = 300;
const aliases = ["a", "b", "id", "title", "node", "edges", "_", "__proto__", "constructor", "toJSON", "then", "A1"];

/** Makes a valid document of the schema. */
export function randomQuery(dice: Dice, schema: GraphQLSchema, known: Known): RandomQuery {
  const writer = new QueryWriter(dice, schema, known);
  const count = dice.chance(15) ? dice.int(2, 3) : 1;
  const names = Array.from({ length: count }, (_, i) => (count === 1 && dice.chance(60) ? "" : `Query${i}`));
  const operations = names.map((name) => ({ name, ...writer.operation(name) }));
  const { name, variables } = dice.pick(operations);
  const wrong = dice.chance(2) ? Object.keys(variables).at(-1) : undefined;
  if (wrong && dice.chance(30)) delete variables[wrong];
  else if (wrong) variables[wrong] = dice.pick([{}, "wrong", 1.5]);
  const other = names[0] !== "" && dice.chance(10) ? "mutation Other { pauseBatch(id: 1) { batch { id } } }" : "";
  const isNamed = name !== "" && (count > 1 || other !== "" || dice.chance(50));
  const source = [...operations.map(({ text }) => text), other, ...writer.fragmentTexts].join("\n");
  return { source, variables, nodeNames: writer.nodeNames, ...(isNamed && { operationName: name }) };
}

class QueryWriter {
  /** By scope and response name: what the name stands for. The same name must mean the same wherever it may be merged. */
  readonly #meanings = new Map<string, string>();
  readonly #fragments: Fragment[] = [];
  readonly #arguments: RandomArguments;
  #variables: RandomVariables;
  #fieldsLeft = 0;
  #fragmentsMade = 0;

  constructor(
    private readonly dice: Dice,
    private readonly schema: GraphQLSchema,
    known: Known,
  ) {
    this.#arguments = new RandomArguments(dice, known);
    this.#variables = new RandomVariables(dice);
  }

  get fragmentTexts(): string[] {
    return this.#fragments.map(({ text }) => text);
  }

  get nodeNames(): Set<string> {
    const meanings = [...this.#meanings].filter(([key, meaning]) => key.startsWith("Query ") && meaning.startsWith("node"));
    return new Set(meanings.map(([key]) => key.replace("Query ", "")));
  }

  operation(name: string) {
    this.#variables = new RandomVariables(this.dice);
    this.#fieldsLeft = this.dice.int(1, 60);
    const type = this.schema.getQueryType() as Composite;
    const selection = this.#selectionSet({ type, scope: "Query", depth: 0, fan: 1 });
    const { definitions, values } = this.#variables;
    const keyword = name === "" && definitions === "" ? "" : `query ${name}${definitions} `;
    return { text: `${keyword}${selection}`, variables: values };
  }

  #selectionSet(place: Place): string {
    const count = this.dice.int(1, place.depth === 0 ? 3 : 6);
    const selections: string[] = [];
    for (let i = 0; i < count && (i === 0 || this.#fieldsLeft > 0); i++) selections.push(this.#selection(place));
    return `{ ${selections.join(" ")} }`;
  }

  #selection(place: Place): string {
    const kind = this.dice.int(0, 99);
    if (place.depth < maxDepth && this.#fieldsLeft > 0 && kind >= 75) return kind < 88 ? this.#inlineFragment(place) : this.#spread(place);
    return this.#field(place);
  }

  #field(place: Place): string {
    const { dice } = this;
    this.#fieldsLeft--;
    const fields = dice.chance(8) ? [] : this.#selectable(place);
    const deeper = fields.filter(({ type }) => !isLeafType(getNamedType(type)));
    const lists = deeper.filter((one) => this.#sizeOf(one) > 1);
    const choice = lists.length > 0 && dice.chance(25) ? lists : deeper.length > 0 && dice.chance(30) ? deeper : fields;
    const field = choice.length === 0 ? null : dice.pick(choice);
    if (!field) return `${this.#nameFor(place, "__typename", "")}${this.#directives()}`;
    const size = this.#sizeOf(field);
    const most = Math.max(1, Math.min(size, Math.floor(maxFan / place.fan)));
    const text = this.#argumentTexts(field, most);
    const name = this.#nameFor(place, field.name, `${text} ${getNullableType(field.type)}`);
    const head = `${name}${text}${this.#directives()}`;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return head;
    return `${head} ${this.#selectionSet({ type: type as Composite, scope: type.name, depth: place.depth + 1, fan: place.fan * Math.min(most, size) })}`;
  }

  /** The fields that don't lead too far. */
  #selectable({ type, depth, fan }: Place): GraphQLField<unknown, unknown>[] {
    const isEnough = depth >= maxDepth || this.#fieldsLeft <= 0;
    return Object.values(type.getFields()).filter((field: GraphQLField<unknown, unknown>) => {
      if (isLeafType(getNamedType(field.type))) return true;
      if (isEnough) return false;
      const isBounded = field.args.some(({ name }) => name === "first");
      return isBounded ? fan < maxFan : fan * this.#sizeOf(field) <= maxFan;
    });
  }

  /** About how many objects a field leads to. */
  #sizeOf(field: GraphQLField<unknown, unknown>): number {
    if (field.name === "batches") return 40;
    if (field.args.some(({ name }) => name === "first")) return 10;
    return isListType(getNullableType(field.type)) && !["edges", "nodes"].includes(field.name) ? 3 : 1;
  }

  #argumentTexts(field: GraphQLField<unknown, unknown>, most: number): string {
    const values = this.#arguments.of(field, most);
    const texts = field.args.flatMap(({ name, type, defaultValue }) => {
      const text = this.#variables.write(values[name], { type, hasDefault: defaultValue !== undefined, isItem: false });
      return text === null ? [] : [`${name}: ${text}`];
    });
    return texts.length === 0 ? "" : `(${texts.join(", ")})`;
  }

  /** The name alone, or an alias: whatever is free, or means the same already. */
  #nameFor({ scope }: Place, fieldName: string, meaning: string): string {
    const candidates = [...(this.dice.chance(70) ? [fieldName] : []), this.dice.pick(aliases), fieldName, `f${this.#meanings.size}`];
    for (const name of candidates) {
      const key = `${scope} ${name}`;
      const known = this.#meanings.get(key);
      if (known !== undefined && known !== fieldName + meaning) continue;
      this.#meanings.set(key, fieldName + meaning);
      return name === fieldName ? name : `${name}: ${fieldName}`;
    }
    throw new Error("The last candidate is always free");
  }

  #directives(): string {
    const { dice } = this;
    const skip = dice.chance(7) ? ` @skip(if: ${this.#variables.flag(20)})` : "";
    return dice.chance(7) ? `${skip} @include(if: ${this.#variables.flag(80)})` : skip;
  }

  #inlineFragment(place: Place): string {
    const type = this.dice.chance(40) ? null : this.#condition(place);
    const head = `...${type ? ` on ${type.name}` : ""}${this.#directives()}`;
    return `${head} ${this.#selectionSet({ ...place, type: type ?? place.type, depth: place.depth + 1 })}`;
  }

  #spread(place: Place): string {
    const type = this.#condition(place);
    const found = this.#fragments.filter((one) => one.type === type && one.scope === place.scope && one.isShared);
    const { name } = found.length > 0 && this.dice.chance(50) ? this.dice.pick(found) : this.#fragment({ ...place, type });
    return `...${name}${this.#directives()}`;
  }

  #fragment(place: Place): Fragment {
    const usesBefore = this.#variables.uses;
    const name = `Fragment${this.#fragmentsMade++}`;
    const text = `fragment ${name} on ${place.type.name} ${this.#selectionSet({ ...place, depth: place.depth + 1 })}`;
    const fragment = { name, type: place.type, scope: place.scope, text, isShared: this.#variables.uses === usesBefore };
    this.#fragments.push(fragment);
    return fragment;
  }

  /** A type that a fragment may be on: the object's own, an interface of it, or one that it may turn out to be of. */
  #condition({ type }: Place): Composite {
    return this.dice.pick([type, ...(isInterfaceType(type) ? this.schema.getPossibleTypes(type) : type.getInterfaces())]);
  }
}
