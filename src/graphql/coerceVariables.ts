import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  ValidationContext,
  type VariableDefinitionNode,
  valueFromAST,
} from "graphql";
import { cut } from "../domain/cut.js";
import { coerceInput } from "./coerceInput.js";

/** Errors in an answer: a request can have a hundred thousand wrong values. */
const maxErrors = 5;
const extensions = { code: "BAD_USER_INPUT" };

/**
 * The variables of a request are wrong. The answer shows the members of `errors`, one for each of the first few wrong values, instead of
 * this error.
 */
export class WrongVariables extends GraphQLError {
  constructor(readonly errors: readonly GraphQLError[]) {
    super("The variables are wrong", { extensions: { ...extensions, http: { status: 400 } } });
  }
}

/** What is known of a variable, whatever its values. */
interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly definition: VariableDefinitionNode;
  /**
   * Set where the variable's own type allows null, but a place that it stands in does not: the type of that place. The place then has a
   * default, and so the variable may be absent, but not null (GraphQL, 5.8.5).
   */
  readonly requiredType: GraphQLInputType | null;
}

const knownVariables = new WeakMap<OperationDefinitionNode, readonly Variable[]>();

/**
 * Coerces the variables of a request. Every way to execute an operation begins with this, so that later steps meet no wrong value.
 *
 * graphql-js itself prints the whole value into each of up to 50 errors: 4,000 unknown keys of one object took 45 s and 2 MB.
 * @param document a valid document
 * @throws {WrongVariables}
 */
export function coerceVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const problems = new Problems();
  const coerced: Record<string, unknown> = Object.create(null);
  for (const variable of knownVariables.get(operation) ?? know(schema, document, operation)) {
    const { name, type, definition, requiredType } = variable;
    if (!Object.hasOwn(values, name)) {
      if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type);
      else if (isNonNullType(type)) problems.add(variable, `of required type "${type}" was not provided.`);
    } else if (values[name] === null && isNonNullType(type)) {
      problems.add(variable, `of non-null type "${type}" must not be null.`);
    } else {
      coerced[name] = coerceInput(values[name], type, (path, value, { message }) => {
        const place =
          path.length === 0 ? "" : ` at "${name}${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}"`;
        problems.add(variable, `got invalid value ${quote(value)}${place}; ${cut(message)}`);
      });
    }
    if (coerced[name] === null && requiredType) problems.add(variable, `must not be null where it stands for "${requiredType}".`);
  }
  problems.refuse();
  return coerced;
}

function know(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Variable[] {
  const usages = new ValidationContext(schema, document, new TypeInfo(schema), () => {}).getRecursiveVariableUsages(operation);
  const known = (operation.variableDefinitions ?? []).map((definition): Variable => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    const required = usages.find((usage) => usage.node.name.value === name && isNonNullType(usage.type));
    return { name, type, definition, requiredType: isNonNullType(type) ? null : (required?.type ?? null) };
  });
  knownVariables.set(operation, known);
  return known;
}

/** Collects what is wrong with the variables, and ends the coercion at the last error that is told. */
class Problems {
  readonly #errors: GraphQLError[] = [];

  /** @param message as graphql-js words it: clients know its beginning */
  add({ name, definition }: Variable, message: string): void {
    this.#errors.push(new GraphQLError(`Variable "$${cut(name)}" ${message}`, { nodes: definition, extensions }));
    if (this.#errors.length === maxErrors) this.refuse();
  }

  refuse(): void {
    if (this.#errors.length > 0) throw new WrongVariables(this.#errors);
  }
}

/** Lists and objects are not quoted: the path in the message says which one it is. */
const quote = (value: unknown): string =>
  typeof value === "object" && value !== null ? (Array.isArray(value) ? "[…]" : "{…}") : cut(JSON.stringify(value));
