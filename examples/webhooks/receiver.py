"""A receiver of webhooks: checks each message's signature, and prints what it says. It needs Python alone.

Run as `python3 receiver.py 8080` with the secret in WEBHOOK_SECRET.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
MAX_SECONDS = 5 * 60
MAX_BODY = 1_000_000
# Messages come at least once: the ids of those that have come. A real receiver keeps them in its database.
seen = set()


def is_signed(headers, body: bytes) -> bool:
    """Whether a message has a good signature, and was signed in the last minutes, so that nobody can send an old one again."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > MAX_SECONDS:
        return False
    signed = f"{message_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    # While a secret is being replaced, there are two signatures.
    signatures = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(min(int(self.headers.get("content-length") or 0), MAX_BODY))
        if not is_signed(self.headers, body):
            self.answer(400)
            return
        message, message_id = json.loads(body), self.headers["webhook-id"]
        if message_id not in seen:
            data = message["data"]
            print(f"{message['type']}: batch {data['batchId']} is {data['status']}, its work {data['workState']}", flush=True)
            seen.add(message_id)
        self.answer(204)

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_args):
        pass


server = ThreadingHTTPServer(("", int(sys.argv[1]) if len(sys.argv) > 1 else 8080), Receiver)
print(f"Listening on port {server.server_port}", flush=True)
server.serve_forever()
