/** The name that the database, and documents, have for what the code calls `iconCode`: `icon_code`. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
