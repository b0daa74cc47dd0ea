"""Re-processes recipes of a type: validates a batch, creates just the batch that was shown, and follows it to its end.

Needs Python 3.9 or newer and no packages. With a gateway that has the sample:

    python3 reprocess.py landsat-scene --from 2016-03-01T00:00:00Z --to 2016-05-31T23:59:59Z
"""

import argparse
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

URL = urllib.parse.urljoin(os.environ.get("BATCH_URL", "http://127.0.0.1:4000"), "/graphql")
# Where the gateway asks who calls: an API key, or a token of its issuer.
TOKEN = os.environ.get("BATCH_GATEWAY_TOKEN")
SECONDS_TO_TRY = 60
SECONDS_BETWEEN = 1
# Codes of errors after which the same request may go well.
PASSING = {"SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS"}
# No answer came, or half of one, or one that is not the gateway's.
AWAY = (OSError, ValueError, http.client.HTTPException)


class Refused(Exception):
    """The gateway was reached and says no. To ask again would change nothing."""


def post(body):
    """Sends a request. What the gateway refuses before GraphQL is answered in JSON, too."""
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    if TOKEN:
        headers["Authorization"] = f"Bearer {TOKEN}"
    try:
        with urllib.request.urlopen(urllib.request.Request(URL, data=body, headers=headers), timeout=30) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        if error.code >= 500:
            raise
        return json.load(error)


def ask(query, variables):
    """Sends a query or a mutation, again while the gateway is away or overloaded. Returns its data.

    So a request may arrive twice, which is harmless for queries, for validateBatch, and for createBatch with an idempotency key.
    """
    body = json.dumps({"query": query, "variables": variables}).encode()
    end = time.monotonic() + SECONDS_TO_TRY
    while True:
        try:
            answer = post(body)
            if not any(error.get("extensions", {}).get("code") in PASSING for error in answer.get("errors", [])):
                break
            failure = OSError(answer["errors"][0]["message"])
        except AWAY as error:
            failure = error
        if time.monotonic() > end:
            raise failure
        time.sleep(SECONDS_BETWEEN)
    if answer.get("errors"):
        raise Refused("; ".join(error["message"] for error in answer["errors"]))
    if "data" not in answer:
        # A refusal that is none of GraphQL's: of the host that was named, say.
        raise Refused(answer.get("detail", "The gateway's answer is not understood"))
    return answer["data"]


def refuse(errors):
    """What is wrong with the input of a mutation stands in its data, each with the field that it is about."""
    if errors:
        raise Refused("; ".join(": ".join(filter(None, [".".join(each["path"]), each["message"]])) for each in errors))


def find_recipe_type(name):
    query = "query FindRecipeType($name: String!) { recipeTypes(filter: { name: [$name] }) { nodes { databaseId name version } } }"
    nodes = ask(query, {"name": name})["recipeTypes"]["nodes"]
    if len(nodes) != 1:
        raise Refused(f"There are {len(nodes)} recipe types of the name {name}")
    return nodes[0]


def validate(batch):
    """What a batch would do. Nothing is created."""
    query = """mutation Validate($input: BatchInput!) {
      validateBatch(input: $input) { recipeCount warnings { details } errors { path message } planToken }
    }"""
    preview = ask(query, {"input": batch})["validateBatch"]
    refuse(preview["errors"])
    return preview


def create(batch, plan_token, key):
    """Creates the batch.

    With the plan token the gateway refuses to do anything else than it has shown; with the key, a request that arrives twice
    makes one batch.
    """
    query = """mutation Create($input: BatchInput!, $planToken: String, $key: String) {
      createBatch(input: $input, planToken: $planToken, idempotencyKey: $key) {
        batch { databaseId } errors { path message } replayed
      }
    }"""
    created = ask(query, {"input": batch, "planToken": plan_token, "key": key})["createBatch"]
    refuse(created["errors"])
    return created["batch"]["databaseId"], created["replayed"]


def follow(batch_id):
    """Yields how far a batch is, at every change that is seen, until it ends. Asks every second."""
    query = "query Follow($id: ID!) { batch(id: $id) { status createdCount failedCount totalCount } }"
    last = None
    while True:
        batch = ask(query, {"id": batch_id})["batch"]
        if batch is None:
            raise Refused(f"There is no batch {batch_id}")
        if batch != last:
            yield batch
        last = batch
        if batch["status"] in ("CREATED", "FAILED", "CANCELED"):
            return
        time.sleep(SECONDS_BETWEEN)


def main():
    parser = argparse.ArgumentParser(description="Re-processes recipes of a type.")
    parser.add_argument("recipe_type", metavar="RECIPE_TYPE")
    parser.add_argument("--from", dest="started", metavar="TIME")
    parser.add_argument("--to", dest="ended", metavar="TIME")
    parser.add_argument("--key", default=str(uuid.uuid4()), metavar="IDEMPOTENCY_KEY")
    options = parser.parse_args()

    definition = {}
    if options.started or options.ended:
        definition["dateRange"] = {"started": options.started, "ended": options.ended}
    recipe_type = find_recipe_type(options.recipe_type)
    batch = {"recipeTypeId": recipe_type["databaseId"], "title": "By reprocess.py", "definition": definition}
    preview = validate(batch)
    print(f"{preview['recipeCount']} recipes would be re-processed.")
    for warning in preview["warnings"]:
        print(f"Warning: {warning['details']}")
    batch_id, replayed = create(batch, preview["planToken"], options.key)
    print(f"Batch {batch_id} had been created with this key before." if replayed else f"Created batch {batch_id}.")
    status = None
    for progress in follow(batch_id):
        status = progress["status"]
        print(f"{status}: {progress['createdCount']} made and {progress['failedCount']} failed of {progress['totalCount']}", flush=True)
    return 0 if status == "CREATED" else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Refused, *AWAY) as error:
        sys.exit(f"error: {error}")
