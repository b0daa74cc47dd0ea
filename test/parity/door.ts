/** A value of JSON, in the names and words of the documented API. */
// biome-ignore lint/suspicious/noExplicitAny: scenarios reach into it, and put in what does not belong there
export type Json = any;

/** What is asked of the list of batches. */
export interface Question {
  /** SUBMITTED or CREATED: the two states that REST knows. */
  readonly status?: readonly string[];
  readonly recipe_type_id?: readonly number[];
  readonly recipe_type_name?: readonly string[];
  readonly started?: string;
  readonly ended?: string;
  /** Fields, with a minus before those that descend. */
  readonly order?: readonly string[];
}

/** What is asked of the list of recipe types. */
export interface CatalogueQuestion {
  readonly name?: readonly string[];
  readonly is_active?: boolean;
}

/** A list, page by page. */
export interface Pages {
  readonly count: number;
  readonly pages: readonly (readonly Json[])[];
}

/** A refusal, with the fields that it blames. */
export interface Refused {
  readonly refused: readonly string[];
}

/** What both doors can do. Each translates; a scenario does not know which one it goes through. */
export interface Door {
  validate(input: Json): Promise<Json | Refused>;
  create(input: Json, idempotencyKey?: string): Promise<Json | Refused>;
  /** Null where there is none. */
  batch(id: number): Promise<Json | null>;
  batches(question: Question, pageSize: number): Promise<Pages | Refused>;
  recipeType(id: number): Promise<Json | null>;
  recipeTypes(question: CatalogueQuestion, pageSize: number): Promise<Pages>;
  job(id: number): Promise<Json | null>;
}
