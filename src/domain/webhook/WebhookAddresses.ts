import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];

/** Of IPv6, only these addresses are global. ipaddr.js also takes `::127.0.0.1` for one. */
const global6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Decides which addresses webhooks may lead to. Otherwise, whoever may register webhooks could have the gateway send requests to what only
 * the gateway can reach: its own machine, the network around it, and the cloud's metadata.
 */
export class WebhookAddresses {
  readonly #networks: readonly Network[];

  /** @param networks such as `10.0.0.0/8`, that are allowed although they are not public, also without encryption */
  constructor(networks: readonly string[]) {
    this.#networks = networks.map((text) => ipaddr.parseCIDR(text));
  }

  /** Whether there are addresses that need no encryption. */
  get mayBePlain(): boolean {
    return this.#networks.length > 0;
  }

  /**
   * Whether a message may be sent to an address.
   * @param address IPv4 or IPv6; an IPv4 address that is written as IPv6 counts as the IPv4 address
   */
  allows(address: string, isEncrypted: boolean): boolean {
    // A link-local address names its interface behind a percent sign.
    const parsed = ipaddr.process(address.replace(/%.*$/, ""));
    if (this.#networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network as never, bits))) return true;
    return isEncrypted && parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(global6 as never));
  }
}
