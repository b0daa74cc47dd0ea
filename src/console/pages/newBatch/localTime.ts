/** A time as an input of the type `datetime-local` has it: in the local zone, to the second. Empty where it is none. */
export function toLocal(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return "";
  return new Date(time.getTime() - 60_000 * time.getTimezoneOffset()).toISOString().slice(0, "2016-01-31T12:00:00".length);
}

/**
 * The time that such an input has, in UTC; null where it is empty.
 * @param milliseconds to add: 999 where the second is meant to its end
 */
export function fromLocal(text: string, milliseconds: number): string | null {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : new Date(time.getTime() + milliseconds).toISOString();
}
