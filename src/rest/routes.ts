import { batchRoutes } from "./batchRoutes.js";
import { catalogueRoutes } from "./catalogueRoutes.js";

export const routes = [...batchRoutes, ...catalogueRoutes];

/** The prefixes under which Scale's callers know its API, and the empty one. */
export const prefixes = ["", ...["v3", "v4", "v5"].flatMap((version) => [`/${version}`, `/api/${version}`])];
