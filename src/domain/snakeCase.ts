export { snakeCase } from "../db/sql/view/viewOf.js";
