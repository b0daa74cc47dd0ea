import { connect } from "node:net";
const readBytes = 65_536;
/** Opens a connection to a server that names the length of its answers. */
export function openRawConnection(server) {
    const { hostname, port } = new URL(server.url);
    const closed = () => new Error(`The connection to ${server.url} is closed`);
    return new Promise((opened, failed) => {
        let waiting = null;
        let head = "";
        let [status, left] = [0, 0];
        const read = (length, buffer) => {
            if (left > 0)
                left -= length;
            else {
                head += Buffer.from(buffer.buffer, 0, length).toString("latin1");
                const end = head.indexOf("\r\n\r\n");
                if (end < 0)
                    return true;
                status = Number(head.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
                left = Number(/^content-length: (\d+)/im.exec(head)?.[1]) - (head.length - end - 4);
                head = "";
            }
            if (left === 0)
                waiting?.resolve(status);
            else if (Number.isNaN(left))
                socket.destroy();
            return true;
        };
        // One buffer for all that is read: a new one for each piece takes a third of the sender's time.
        const socket = connect({
            host: hostname,
            port: Number(port),
            noDelay: true,
            onread: { buffer: new Uint8Array(readBytes), callback: read },
        });
        const ask = (request) => new Promise((resolve, reject) => {
            waiting = { resolve, reject };
            if (socket.destroyed)
                reject(closed());
            else
                socket.write(request);
        });
        socket.once("connect", () => opened({ ask, close: () => socket.destroy() }));
        socket.once("error", failed);
        socket.once("close", () => waiting?.reject(closed()));
    });
}
/** A request as it is sent. */
export function requestBytes(server, { method, path, headers, body = "" }) {
    const fields = { host: new URL(server.url).host, ...headers, "content-length": Buffer.byteLength(body) };
    const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
    return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
