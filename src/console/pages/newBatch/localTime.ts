const two = (value: number) => String(value).padStart(2, "0");

/** A time as an input of the type `datetime-local` has it: in the local zone, to the second. Empty where it is none. */
export function toLocal(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return "";
  const date = `${String(time.getFullYear()).padStart(4, "0")}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

/**
 * The time that such an input has, in UTC; null where it is empty.
 * @param milliseconds to add: 999 where the second is meant to its end
 */
export function fromLocal(text: string, milliseconds: number): string | null {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : new Date(time.getTime() + milliseconds).toISOString();
}
