#!/bin/sh
# Runs jobs: claims them at a gateway, one by one, runs a command for each, and reports how it ended. Needs curl and jq.
#
#   sh worker.sh JOB_TYPE COMMAND [ARGUMENT...]
#
# The command gets the job's data as JSON on standard input, and prints its results, a JSON object, as the last line of its output; empty
# lines don't count. Where it prints nothing, there are no results. Ctrl-C or SIGTERM ends the worker when its job has ended.
set -u
[ $# -ge 2 ] || { echo "Usage: sh worker.sh JOB_TYPE COMMAND [ARGUMENT...]" >&2; exit 2; }
url=${BATCH_URL:-http://127.0.0.1:4000}
url=${url%/graphql}/graphql
worker="worker.sh-$(hostname)-$$"
lease=60
type=$1
shift

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Where the gateway asks who calls: an API key, or a token of its issuer. Command lines are seen by all users, this folder is not.
{
  echo 'Content-Type: application/json'
  [ -z "${BATCH_GATEWAY_TOKEN:-}" ] || echo "Authorization: Bearer $BATCH_GATEWAY_TOKEN"
} >"$folder/headers"
stopping=
trap 'stopping=1' INT TERM

claim='mutation Claim($input: ClaimJobsInput!) {
  claimJobs(input: $input) { claims { token data job { databaseId timeout } } errors { message } }
}'
report='mutation Report($input: ReportJobsInput!) {
  reportJobs(input: $input) { outcomes { error { code message } shouldStop } errors { message } }
}'

# Codes of errors after which the same request may go well.
passing='"SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "DEADLINE_EXCEEDED", "INTERNAL_SERVER_ERROR"'

# Sends a query with an input, again until it is answered: the gateway may be away. The same claim or report twice is harmless. What can be
# large goes through files and pipes: an argument of a program has at most 128 KiB.
ask() { # query, input
  printf %s "$2" | jq -c --arg query "$1" '{query: $query, variables: {input: .}}' >"$folder/body"
  while :; do
    answer=$(curl -sS -m 60 -w ' %{http_code}' "$url" -H @"$folder/headers" --data-binary @"$folder/body") || answer=
    http=${answer##* } answer=${answer% *}
    payload=$(printf %s "$answer" | jq -ce '.data | values | .[]' 2>/dev/null) && break
    if printf %s "$answer" | jq -e ".errors | any(.extensions.code | IN($passing)) | not" >/dev/null 2>&1; then
      printf %s "$answer" | jq -r '"error: " + (.errors | map(.message) | join("; "))' >&2
      exit 1
    fi
    # Refused before GraphQL: the host that was named is none of the gateway's, say.
    detail=$(printf %s "$answer" | jq -r '.detail // empty' 2>/dev/null)
    # Of a report it is the body, which has a key __proto__, say, or is too large for a proxy. It would be refused again.
    if [ "$1" = "$report" ] && { [ "$http" = 413 ] || { [ "$http" = 400 ] && [ -n "$detail" ]; }; }; then
      payload=$(jq -n --arg message "The gateway does not take the report: ${detail:-$http}" \
        '{outcomes: [{error: {code: "BAD_REQUEST", message: $message}}], errors: []}')
      break
    fi
    [ -z "$detail" ] || echo "$detail" >&2
    sleep 2
  done
  message=$(printf %s "$payload" | jq -r '.errors | map(.message) | join("; ")')
  [ -z "$message" ] || { echo "error: $message" >&2; exit 1; }
}

tell() { # what, such as {"heartbeat": {}}; sets error, code and stop
  ask "$report" "$(printf %s "$1" | jq -c --arg token "$token" '{reports: [{token: $token} + .]}')"
  error=$(printf %s "$payload" | jq -r '.outcomes[0].error.message // ""')
  code=$(printf %s "$payload" | jq -r '.outcomes[0].error.code // ""')
  stop=$(printf %s "$payload" | jq -r '.outcomes[0].shouldStop // ""')
}

echo "$worker waits for jobs of $type"
while [ -z "$stopping" ]; do
  # The id is made once for each claim, and is the same when the claim is sent again.
  ask "$claim" "$(jq -n --arg worker "$worker" --arg type "$type" --arg id "$worker-$(date +%s)-$(od -An -N8 -tx1 /dev/urandom | tr -d ' ')" \
    --argjson lease $lease '{worker: $worker, jobTypes: [{name: $type}], leaseSeconds: $lease, waitSeconds: 20, requestId: $id}')"
  job=$(printf %s "$payload" | jq -c '.claims[0] // empty')
  [ -n "$job" ] || continue
  token=$(printf %s "$job" | jq -r .token)
  id=$(printf %s "$job" | jq .job.databaseId)
  if [ -n "$stopping" ]; then
    tell '{"released": {"reason": "the worker stops"}}'
    break
  fi

  # `timeout` ends the command, first by SIGTERM, then by SIGKILL. Ctrl-C in the terminal does not reach it there.
  printf %s "$job" | jq -c .data >"$folder/data"
  seconds=$(printf %s "$job" | jq -r .job.timeout)
  timeout -k 10 "$seconds" "$@" <"$folder/data" >"$folder/output" 2>"$folder/log" &
  command=$!
  next=$(($(date +%s) + lease / 3))
  stop= error= code=
  while kill -0 "$command" 2>/dev/null; do
    sleep 0.2
    [ "$(date +%s)" -ge "$next" ] || continue
    next=$(($(date +%s) + lease / 3))
    tell '{"heartbeat": {}}'
    [ -z "$stop$error" ] || kill "$command" 2>/dev/null
  done
  wait "$command"
  status=$?
  [ "$code" != STALE_EXECUTION ] || continue

  log=$(tail -c 16384 "$folder/log" | jq -Rs .)
  if [ -n "$stop" ]; then
    ended=$(jq -n --arg reason "$stop" '{released: {reason: $reason}}')
  elif [ "$status" = 124 ] || [ "$status" = 137 ]; then
    ended=$(jq -n --argjson log "$log" '{failed: {error: "timeout", logTail: $log}}')
  elif [ "$status" != 0 ]; then
    ended=$(jq -n --argjson status "$status" --argjson log "$log" \
      '{failed: {error: "exit-code", message: ($log | rtrimstr("\n") | split("\n") | last), exitCode: $status, logTail: $log}}')
  elif grep -a '[^[:space:]]' "$folder/output" | tail -n 1 >"$folder/line"
    jq -cej 'objects' "$folder/line" >"$folder/results" 2>/dev/null || [ ! -s "$folder/line" ]; then
    ended=$(jq -n --slurpfile results "$folder/results" --argjson log "$log" '{completed: {results: $results[0], exitCode: 0, logTail: $log}}')
    # The gateway takes no more. What is larger belongs into a file.
    [ "$(wc -c <"$folder/results")" -le 262144 ] ||
      ended='{"failed": {"error": "bad-results", "message": "The results are larger than 262144 bytes", "retryable": false}}'
  else
    ended='{"failed": {"error": "bad-results", "message": "The last line of the output is no JSON object", "retryable": false}}'
  fi
  tell "$ended"
  if [ -n "$error" ] && [ "$code" != STALE_EXECUTION ]; then
    # The gateway can't take these results; without another word, it would wait for the lease to end.
    tell "$(jq -n --arg message "$error" '{failed: {error: "bad-results", message: $message, retryable: false}}')"
  fi
  printf %s "$ended" | jq -r --arg id "$id" '"job \($id): \(keys[0])"'
done
