"""Runs jobs: claims them at a gateway, runs a command for each, and reports how it ended.

Needs Python 3.9 or newer and no packages. The command gets the job's data as JSON on standard input, with `uri` beside each `file_id` and
`uris` beside `file_ids`. It prints its results, a JSON object, as the last line of its output; empty lines don't count. Where it prints
nothing, there are no results.

    python3 worker.py JOB_TYPE COMMAND [ARGUMENT...]

Ctrl-C or SIGTERM ends it when its job has ended.
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

URL = urllib.parse.urljoin(os.environ.get("BATCH_URL", "http://127.0.0.1:4000"), "/graphql")
# Where the gateway asks who calls: an API key, or a token of its issuer.
TOKEN = os.environ.get("BATCH_GATEWAY_TOKEN")
WORKER = f"worker.py-{socket.gethostname()}-{os.getpid()}"
LEASE_SECONDS = 60
WAIT_SECONDS = 20
LOG_TAIL = 16384
# The most that the gateway takes, in bytes of JSON. What is larger belongs into a file.
MAX_RESULTS = 262144
# Codes of errors after which the same request may go well.
PASSING = {"SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "DEADLINE_EXCEEDED", "INTERNAL_SERVER_ERROR"}
# No answer came, or half of one, or one that is not the gateway's.
AWAY = (OSError, ValueError, http.client.HTTPException)

CLAIM = """mutation Claim($input: ClaimJobsInput!) {
  claimJobs(input: $input) {
    claims { token data files { databaseId uri } job { databaseId timeout } }
    errors { message }
  }
}"""
REPORT = """mutation Report($input: ReportJobsInput!) {
  reportJobs(input: $input) { outcomes { error { code message } shouldStop } errors { message } }
}"""

is_stopping = False


class Refused(Exception):
    """The gateway was reached and says no. To ask again would change nothing."""


class NotTaken(Refused):
    """The body of a request is refused before it is read: it has a key __proto__, say, or is too large for a proxy."""


def ask(query, variables):
    """Sends a request until it is answered: the gateway may be away for a while.

    So it may arrive twice. That is harmless: a claim has a requestId, and the same report again changes nothing.
    """
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    if TOKEN:
        headers["Authorization"] = f"Bearer {TOKEN}"
    seconds = 0.5
    while True:
        try:
            request = urllib.request.Request(URL, data=body, headers=headers)
            with urllib.request.urlopen(request, timeout=WAIT_SECONDS + 30) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            try:
                answer = json.load(error)
            except AWAY:
                answer = {}
            if error.code < 500 and error.code != 429 and "errors" not in answer:
                # A proxy's 400 is about something else.
                is_body = error.code == 413 or (error.code == 400 and "detail" in answer)
                raise (NotTaken if is_body else Refused)(answer.get("detail", f"The gateway answers {error.code}")) from None
        except AWAY:
            answer = {}
        codes = [error.get("extensions", {}).get("code") for error in answer.get("errors", [])]
        if answer.get("data") and not PASSING.intersection(codes):
            (payload,) = answer["data"].values()
            if payload["errors"]:
                raise Refused("; ".join(error["message"] for error in payload["errors"]))
            return payload
        if codes and not PASSING.intersection(codes):
            raise Refused("; ".join(error["message"] for error in answer["errors"]))
        time.sleep(seconds)
        seconds = min(2 * seconds, 15)


def claim(job_type):
    """One job, or None where there was none for a while."""
    wanted = {"worker": WORKER, "jobTypes": [{"name": job_type}], "max": 1, "leaseSeconds": LEASE_SECONDS}
    # Made once for each claim, and the same when the claim is sent again.
    wanted.update(waitSeconds=WAIT_SECONDS, requestId=str(uuid.uuid4()))
    claims = ask(CLAIM, {"input": wanted})["claims"]
    return claims[0] if claims else None


def report(token, **what):
    try:
        (outcome,) = ask(REPORT, {"input": {"reports": [{"token": token, **what}]}})["outcomes"]
    except (NotTaken, RecursionError) as error:
        # Results can be nested so deeply that they can be written by themselves, and not within a report.
        return {"error": {"code": "BAD_REQUEST", "message": f"The gateway does not take the report: {error}"}, "shouldStop": None}
    return outcome


def last_line(text):
    """The last line that is not empty. splitlines() would cut at U+2028, too, which may stand in a string of JSON."""
    return text.rstrip(" \t\r\n").split("\n")[-1]


def read_results(line):
    """What the gateway takes of JSON: an object, without NaN and numbers that a double can't hold. Raises ValueError, RecursionError."""
    results = json.loads(line or "null")
    if line and not isinstance(results, dict):
        raise ValueError("The last line of the output is no JSON object")
    if len(json.dumps(results, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()) > MAX_RESULTS:
        raise ValueError(f"The results are larger than {MAX_RESULTS} bytes")
    return results


def end(process):
    """Asks a command and all that it has started to end, and makes it."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signal_number)
            process.wait(timeout=10)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            pass


def run(job, command):
    """Runs the command for a job. Returns the report of its end, None where the job is no longer ours."""
    token = job["token"]
    files = {file["databaseId"]: file["uri"] for file in job["files"]}
    for entry in job["data"].get("input_data", []):
        if entry.get("file_id") is not None:
            entry["uri"] = files.get(entry["file_id"])
        if entry.get("file_ids") is not None:
            entry["uris"] = [files.get(file_id) for file_id in entry["file_ids"]]
    pipe = subprocess.PIPE
    # A log may have bytes that are no UTF-8.
    texts = {"encoding": "utf-8", "errors": "replace"}
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, **texts)
    deadline = time.monotonic() + job["job"]["timeout"]
    text, output, log = json.dumps(job["data"]), "", ""
    while True:
        try:
            # Called again after a timeout, it goes on where it was, and reads both streams so that neither fills up.
            output, log = process.communicate(text, timeout=max(0, min(LEASE_SECONDS / 3, deadline - time.monotonic())))
            break
        except subprocess.TimeoutExpired:
            text = None
        if time.monotonic() >= deadline:
            end(process)
            return {"failed": {"error": "timeout"}}
        outcome = report(token, heartbeat={})
        if outcome["error"]:
            end(process)
            return None
        if outcome["shouldStop"]:
            end(process)
            return {"released": {"reason": outcome["shouldStop"]}}
    tail = {"exitCode": process.returncode, "logTail": log[-LOG_TAIL:]}
    if process.returncode != 0:
        return {"failed": {"error": "exit-code", "message": last_line(log), **tail}}
    try:
        return {"completed": {"results": read_results(last_line(output)), **tail}}
    except (ValueError, RecursionError) as error:
        return {"failed": {"error": "bad-results", "message": str(error), "retryable": False, **tail}}


def stop(_signal, _frame):
    global is_stopping
    is_stopping = True


def main():
    if len(sys.argv) < 3:
        sys.exit("Usage: python3 worker.py JOB_TYPE COMMAND [ARGUMENT...]")
    job_type, *command = sys.argv[1:]
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    print(f"{WORKER} waits for jobs of {job_type}", flush=True)
    while not is_stopping:
        job = claim(job_type)
        if job is None:
            continue
        # A job that was claimed while the worker was told to stop has not begun.
        ended = {"released": {"reason": "the worker stops"}} if is_stopping else run(job, command)
        if ended is None:
            continue
        outcome = report(job["token"], **ended)
        error = outcome["error"]
        if error and error["code"] != "STALE_EXECUTION" and "completed" in ended:
            # The gateway can't take these results; without another word, it would wait for the lease to end.
            report(job["token"], failed={"error": "bad-results", "message": error["message"], "retryable": False})
        print(f"job {job['job']['databaseId']}: {next(iter(ended))}{': ' + error['message'] if error else ''}", flush=True)


try:
    main()
except Refused as refused:
    sys.exit(f"error: {refused}")
