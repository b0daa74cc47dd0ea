/** Whether a number can be an object's id: they count from 1, and are 32 bits wide. */
export const isId = (number: number): boolean => Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
