export { snakeCase } from "../db/sql/snakeCase.js";
