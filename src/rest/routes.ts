import { batchRoutes } from "./batchRoutes.js";
import { catalogueRoutes } from "./catalogueRoutes.js";

export const routes = [...batchRoutes, ...catalogueRoutes];
