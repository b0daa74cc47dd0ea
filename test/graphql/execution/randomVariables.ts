import { type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType } from "graphql";
import type { Dice } from "./dice.js";

/** Where a value stands: an argument or a field of an input may be left out, an item of a list not. */
interface Place {
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  readonly isItem: boolean;
}

/** Writes values into an operation: as literals, as variables, or as literals with variables in them. */
export class RandomVariables {
  readonly #declarations = new Map<string, string>();
  readonly #flags: string[] = [];
  readonly values: Record<string, unknown> = {};
  /** How often variables have been used. */
  uses = 0;

  constructor(private readonly dice: Dice) {}

  /** The definitions of the variables, as they stand behind the operation's name. */
  get definitions(): string {
    const definitions = [...this.#declarations].map(([name, type]) => `$${name}: ${type}`);
    return definitions.length === 0 ? "" : `(${definitions.join(", ")})`;
  }

  /** @returns the value's text, or null where it had better be left out */
  write(value: unknown, place: Place): string | null {
    if (value === undefined && !(this.#mayBeAbsent(place) && this.dice.chance(10))) return null;
    return value === undefined || this.dice.chance(25) ? this.#variable(value, place) : this.#literal(value, place.type, true);
  }

  /** A condition for `@skip` and `@include`. @param chance that it holds, where it is a literal */
  flag(chance: number): string {
    const { dice } = this;
    if (dice.chance(50)) return String(dice.chance(chance));
    if (this.#flags.length > 0 && dice.chance(60)) {
      this.uses++;
      return dice.pick(this.#flags);
    }
    const name = this.#declare(dice.pick(["Boolean!", "Boolean! = true", "Boolean = false"]));
    this.#flags.push(`$${name}`);
    if (this.#declarations.get(name) === "Boolean!" || dice.chance(50)) this.values[name] = dice.chance(50);
    return `$${name}`;
  }

  #variable(value: unknown, place: Place): string {
    const { dice } = this;
    const type = getNullableType(place.type);
    const isRequired = isNonNullType(place.type) && !place.hasDefault;
    if (value === undefined) return `$${this.#declare(String(type))}`;
    const kind = dice.int(0, 3);
    if (value === null || (kind === 0 && !isRequired)) return this.#set(String(type), value);
    if (kind < 3) return this.#set(`${type}!`, value);
    // A default: it counts, or another value goes before it.
    const withDefault = `${type} = ${this.#literal(value, type, false)}`;
    return dice.chance(50) ? this.#set(withDefault, value) : `$${this.#declare(withDefault)}`;
  }

  #set(type: string, value: unknown): string {
    const name = this.#declare(type);
    this.values[name] = value;
    return `$${name}`;
  }

  #declare(type: string): string {
    const name = `v${this.#declarations.size}`;
    this.#declarations.set(name, type);
    this.uses++;
    return name;
  }

  #literal(value: unknown, nonNullable: GraphQLInputType, mayVary: boolean): string {
    const type = getNullableType(nonNullable);
    if (value === null) return "null";
    if (isListType(type)) {
      const items = Array.isArray(value) ? value : [value];
      const texts = items.map((item) => this.#part(item, { type: type.ofType, hasDefault: false, isItem: true }, mayVary));
      // The brackets may be left out of a list of one; but a variable, or null, would then stand for the list.
      const [first] = texts;
      if (texts.length === 1 && first && !/^(\$|null)/.test(first) && this.dice.chance(30)) return first;
      return `[${texts.join(this.dice.pick([", ", " "]))}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const place = { type: field.type, hasDefault: field.defaultValue !== undefined, isItem: false };
        const text = this.#part((value as Record<string, unknown>)[field.name], place, mayVary);
        return text === null ? [] : [`${field.name}: ${text}`];
      });
      return `{${fields.join(", ")}}`;
    }
    if (isEnumType(type) || (isScalarType(type) && typeof value !== "string")) return String(value);
    return JSON.stringify(value);
  }

  #part(value: unknown, place: Place, mayVary: boolean): string | null {
    if (mayVary) return this.write(value, place);
    return value === undefined ? null : this.#literal(value, place.type, false);
  }

  #mayBeAbsent({ type, hasDefault, isItem }: Place): boolean {
    return !isItem && (hasDefault || !isNonNullType(type));
  }
}
