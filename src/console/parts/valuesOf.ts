/** What stands in the query of an address. */
export interface Values {
  /** What stands behind the name; empty where it does not stand there. */
  get(name: string): string;
  /** Of a list, which is separated by commas. */
  list(name: string): readonly string[];
}

export const valuesOf = (query: URLSearchParams): Values => ({
  get: (name) => query.get(name) ?? "",
  list: (name) => (query.get(name) ?? "").split(",").filter((item) => item !== ""),
});
