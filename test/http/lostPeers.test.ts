import { describe, expect, it } from "vitest";
import { retransmitting } from "../../src/http/LostPeers.js";

const head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

describe("In Linux's table of connections, those are found on which something had to be sent again:", () => {
  it("by IPv4", () => {
    const rows = [
      "   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 5511 1 0000000047d47bda 100 0 0 10 0",
      "   1: 014DD50A:0FA0 024DD50A:B2C6 01 00000000:00000000 00:00000000 00000000     0        0 5512 1 0000000047d47bda 20 4 30 10 -1",
      "   2: 014DD50A:0FA0 024DD50A:B2C8 01 0000005D:00000000 01:00000130 00000007     0        0 5513 3 0000000047d47bda 20 4 30 10 -1",
    ];
    expect(retransmitting([head, ...rows, ""].join("\n"))).toEqual(["10.213.77.2 45768 4000"]);
  });

  it("by IPv6, also where an IPv4 address is mapped into it", () => {
    const own = "00000000000000000000000001000000:0FA0";
    const rows = [
      `   0: ${own} B80D0120000000000000000001000000:B2C8 01 00000003:00000000 01:00000130 0000000A     0        0 5513 3 0 20 4 30 10 -1`,
      `   1: ${own} 0000000000000000FFFF0000024DD50A:B2C9 01 00000003:00000000 01:00000130 00000001     0        0 5514 3 0 20 4 30 10 -1`,
    ];
    expect(retransmitting([head, ...rows].join("\n"))).toEqual(["[2001:db8::1] 45768 4000", "[::ffff:ad5:4d02] 45769 4000"]);
  });
});
