import ipaddr from "ipaddr.js";

/**
 * What an address is counted under. A host by IPv6 has a network of its own, 64 bits of addresses: if it was counted by address, it would
 * have no limit. So all of its network counts as one.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%", 1);
  if (!ipaddr.IPv6.isValid(plain)) return address;
  const parsed = ipaddr.process(plain);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
