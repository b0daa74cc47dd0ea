import { expect, it, vi } from "vitest";
import { sharedQuestion } from "../../src/monitoring/sharedQuestion.js";

/** @returns how often it was asked by somebody who asks now, and again after 11 s, while there is no answer */
async function askedWhileItHangs(maxHanging?: number): Promise<number> {
  const ask = vi.fn(() => new Promise<never>(() => {}));
  const question = sharedQuestion(ask, { maxWait: 1, maxAge: 500, ...(maxHanging && { maxHanging }) });
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const answers = [question(), question()];
  clock.mockReturnValue(11_000);
  answers.push(question());
  clock.mockRestore();
  expect(await Promise.all(answers)).toEqual([null, null, null]);
  return ask.mock.calls.length;
}

it("A question that has no answer is asked anew after a while where that is wished, and else not: a slow database would have more to do", async () => {
  expect(await askedWhileItHangs(10_000)).toBe(2);
  expect(await askedWhileItHangs()).toBe(1);
});

it("An answer is given to all who ask while it is fresh", async () => {
  let count = 0;
  const question = sharedQuestion(async () => ++count, { maxWait: 60_000, maxAge: 500 });
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  expect(await Promise.all([question(), question()])).toEqual([1, 1]);
  clock.mockReturnValue(499);
  expect(await question()).toBe(1);
  clock.mockReturnValue(501);
  expect(await question()).toBe(2);
  clock.mockRestore();
});
