import { batchRoutes } from "./batchRoutes.js";
import { catalogueRoutes } from "./catalogueRoutes.js";

/** All routes of the REST door. */
export const routes = [...batchRoutes, ...catalogueRoutes];
