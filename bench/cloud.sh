# Sourced by the scripts beside it: start_cloud [ARGUMENTS of headroom up] starts a cloud on a free port, sets $endpoint, and ends it with the script.
start_cloud() {
  local log
  log=$(mktemp)
  dotnet src/Headroom.Cli/bin/Release/net10.0/headroom.dll up --port 0 --json "$@" >"$log" &
  clouds="${clouds:-} $!"
  trap 'kill $clouds 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    endpoint=$(sed -n 's/.*"event":"Ready","endpoint":"\([^"]*\)".*/\1/p' "$log")
    [ -n "$endpoint" ] && return
    sleep 0.1
  done
  echo "the cloud did not start"; exit 1
}
