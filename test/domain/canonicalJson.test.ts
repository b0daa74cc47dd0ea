import { expect, it } from "vitest";
import { canonicalJson } from "../../src/domain/canonicalJson.js";

it("JSON with its keys in order has the same text for equal values", () => {
  const one = { b: [{ d: 1, c: null }, [undefined, "ü"]], a: { 10: true, 9: false }, z: undefined, Z: "z" };
  const other = { Z: "z", a: { 9: false, 10: true }, b: [{ c: null, d: 1 }, [null, "ü"]] };
  expect(canonicalJson(one)).toBe('{"Z":"z","a":{"9":false,"10":true},"b":[{"c":null,"d":1},[null,"ü"]]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  // A literal of a document can have such a key, though no body can.
  expect(canonicalJson(JSON.parse('{"b": 1, "__proto__": {"a": 1}}'))).toBe('{"__proto__":{"a":1},"b":1}');
  expect([canonicalJson("a"), canonicalJson(null), canonicalJson([])]).toEqual(['"a"', "null", "[]"]);
});
