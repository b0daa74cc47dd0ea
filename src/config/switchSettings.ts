import { type CleanedEnv, EnvError, makeValidator } from "envalid";
import { callerRoles as roles } from "./identitySettings.js";
import { text } from "./settingKinds.js";

/** The roles that may have something; all of them: everybody. */
type Audience = readonly (typeof roles)[number][];

const audience = makeValidator<Audience>((value) => {
  if (value === "on") return roles;
  if (value === "off") return [];
  const named = value.split(",").map((item) => item.trim());
  const wrong = named.filter((item) => !roles.some((role) => role === item));
  if (wrong.length > 0) throw new EnvError(`must be on, off, or roles among ${roles.join(", ")}, which is not so of ${wrong.join(", ")}`);
  return roles.filter((role) => named.includes(role));
});

const onOrOff = makeValidator<boolean>((value) => {
  if (value !== "on" && value !== "off") throw new EnvError("must be on or off");
  return value === "on";
});

export const switchSettings = {
  CONSOLE: onOrOff({ default: true }),
  INTROSPECTION: audience({ default: roles }),
  GRAPHIQL: audience({ default: roles }),
  TRUSTED_DOCUMENTS: text({ default: undefined }),
  FREE_DOCUMENTS: audience({ default: [] }),
};

/** What people and developers need, and an operator may switch off. */
export const switchesOf = (values: CleanedEnv<typeof switchSettings>) => ({
  /** Whether the console is served. Its page has no data and asks who one is, so it is for everybody or for nobody. */
  console: values.CONSOLE,
  /** Who may ask for the schema. */
  introspection: values.INTROSPECTION,
  /** Who gets the page of GraphiQL. */
  graphiql: values.GRAPHIQL,
  /** The directory of the documents that may be run; null: any document may be run. */
  trustedDocuments: values.TRUSTED_DOCUMENTS ?? null,
  /** Who may run any document, although some are trusted. */
  freeDocuments: values.FREE_DOCUMENTS,
});
