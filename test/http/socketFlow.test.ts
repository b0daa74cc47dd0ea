import { EventEmitter } from "node:events";
import type { WebSocket } from "@fastify/websocket";
import { expect, it } from "vitest";
import { type Leave, Places } from "../../src/http/Places.js";
import { SocketFlow } from "../../src/http/SocketFlow.js";

it("Operations that wait for a place no longer do when their WebSocket is closed, so that they make nobody else wait or be refused", async () => {
  const places = new Places(4);
  const others: Leave[] = [];
  while (others.length < 4) places.take((leave) => others.push(leave));
  const socket = Object.assign(new EventEmitter(), { readyState: 1, OPEN: 1, bufferedAmount: 0 });
  const flow = new SocketFlow(socket as unknown as WebSocket, 100);
  const waiting = [flow.takePlace(places), flow.takePlace(places)];
  expect(places.waiting).toBe(2);
  socket.readyState = 3;
  socket.emit("close");
  expect(places.waiting).toBe(0);
  expect(await Promise.all(waiting)).toEqual([null, null]);
  for (const leave of others) leave();
  expect(places.taken).toBe(0);
});
