import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/** What counts as one caller: an address by IPv4; by IPv6 the network of 64 bits that a host has to itself. Other texts stay as they are. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4" ? parsed.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`).toString();
}
