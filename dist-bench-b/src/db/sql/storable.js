/** The largest value of an `int` column, so also the largest id. */
export const maxInt = 2_147_483_647;
/** Whether PostgreSQL can store a text. It stores neither the character NUL nor half a surrogate pair. */
export const isStorable = (text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text);
