import { storableJson } from "../domain/storableJson.js";

/** What the database can't store matches nothing, and is not for the database: it would not take it. */
export const isStorable = (text: string): boolean => storableJson(text).length === 0;
