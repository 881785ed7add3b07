#!/usr/bin/env bash
# Builds madtree if it is stale, measures, draws, and says where to look. The programs are Java:
# this script only finds Java and Maven, calls them in order, and passes options through.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
export MADTREE_RESULTS="${MADTREE_RESULTS:-$root/results}"
plots="${MADTREE_PLOTS:-$root/plots}"
measuring_jar="$root/workloads/target/madtree.jar"
plotting_jar="$root/plots/target/plots.jar"
build_log="$root/target/build.log"

usage() {
  cat <<'TEXT'
Usage: ./run.sh [COMMAND] [OPTIONS]

  (no command)    as quick: measures about 5 minutes, draws, prints where to look
  smoke           whether everything works, in seconds
  quick           the tree, its two rivals and the ceiling, reads and updates
  standard        all structures, more mixes, more rounds; about an hour
  full            all mixes, sizes and the main key shapes; about two days
  run             what the options say: --structures --workloads --drivers --distributions --threads
                  --keys --key-shape --value-size --rounds --time --heap --gc --jvm --seed
                  --tag --classpath --profile --dry-run
  resume [NAME]   go on with a campaign that was interrupted
  report [NAME]   draw the charts and the report of a campaign again
  ycsb load|run STORE   the genuine YCSB client with its own flags: -P -p -threads -target -s
  jmh [ARGS]      JMH's own command line over benchmarks of single operations; -h, -l as ever
  list KIND       structures, workloads, drivers, distributions, key-shapes, profiles, campaigns
  import KIND F   the figures of others beside the latest campaign: KIND is mttest (the original's
                  notebook), ycsb (what its client printed) or jmh (JMH's JSON)
  doctor          what about this machine disturbs measurements
  jcstress [--sources FOLDER] [-- OPTIONS]
                  the tests of the tree's memory order; OPTIONS are jcstress's own (-- -h),
                  FOLDER has the tree's sources where they are others

  ./run.sh COMMAND --help says more about a command. JAVA_HOME chooses the JVM.

Exit status: 0 done, 2 usage or configuration, 4 done with failed cells, 130 interrupted;
of jcstress 1 if something forbidden was seen.
TEXT
}

fail() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 2
}

missing() {
  cat >&2 <<TEXT
run.sh: $1
Install it with one of
  Debian, Ubuntu:  sudo apt-get install $2
  Fedora:          sudo dnf install $3
  macOS:           brew install $4
TEXT
  exit 2
}

# Sets java to a Java of version 17 or later.
find_java() {
  if [[ -n "${JAVA_HOME:-}" ]]; then
    java="$JAVA_HOME/bin/java"
    [[ -x "$java" ]] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
  else
    java="$(command -v java || true)"
    [[ -n "$java" ]] || missing "there is no Java" \
      openjdk-17-jdk-headless java-17-openjdk-devel openjdk@17
  fi
  local version
  version="$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)"
  if [[ ! "$version" =~ ^[0-9]+$ ]] || ((version < 17)); then
    missing "Java 17 or later is needed; $java is ${version:-of an unknown version}" \
      openjdk-17-jdk-headless java-17-openjdk-devel openjdk@17
  fi
}

# Whether a source is newer than what was built of it.
stale() {
  local jar
  for jar in "$measuring_jar" "$plotting_jar"; do
    [[ -f "$jar" ]] || return 0
    [[ -z "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src -newer "$jar" -print -quit)" ]] ||
      return 0
  done
  return 1
}

# Runs Maven with the given arguments, and shows the end of what it says if it fails.
maven() {
  local javac="${java%java}javac"
  if [[ -z "${JAVA_HOME:-}" ]]; then
    javac="$(command -v javac || true)"
  fi
  [[ -n "$javac" && -x "$javac" ]] || missing "there is a Java, but no compiler beside it" \
    openjdk-17-jdk-headless java-17-openjdk-devel openjdk@17
  command -v mvn >/dev/null || missing "there is no Maven" maven maven maven
  echo "building (the first time Maven also downloads what it needs, some 60 MB) ..."
  mkdir -p "$root/target"
  local status=0
  mvn -q -B -f "$root/pom.xml" "$@" >"$build_log" 2>&1 || status=$?
  if ((status != 0)); then
    tail -n 40 "$build_log" >&2
    printf 'run.sh: the build failed; all of its output is in %s\n' "$build_log" >&2
    exit "$((status == 130 ? 130 : 2))"
  fi
}

build() {
  maven -DskipTests package
  # What was up to date already keeps its time, and would look stale again.
  touch "$measuring_jar" "$plotting_jar"
}

# Draws a campaign's report and says where everything lies.
report() {
  local folder="$1" name results
  name="$(basename "$folder")"
  results="$(dirname "$(dirname "$folder")")"
  if "$java" -jar "$plotting_jar" report "$name" --results "$results" --plots "$plots" >/dev/null; then
    echo
    echo "report   $plots/campaigns/$name/report.html"
    echo "charts   $plots/campaigns/$name/"
  else
    printf 'run.sh: the report could not be drawn\n' >&2
  fi
  echo "data     $folder/"
}

measure() {
  local terminal=false folder_file status=0 folder
  [[ -t 1 ]] && terminal=true
  folder_file="$(mktemp)"
  # Ctrl-C ends the campaign; this script stays, to draw what was measured until then.
  trap : INT
  "$java" -Xmx512m -XX:+UseSerialGC -Dmadtree.terminal="$terminal" \
    -Dmadtree.campaign.file="$folder_file" -jar "$measuring_jar" "$@" || status=$?
  folder="$(cat "$folder_file")"
  rm -f "$folder_file"
  if [[ -n "$folder" ]] && ((status == 0 || status == 4 || status == 130)); then
    report "$folder"
  fi
  exit "$status"
}

# Compiles the tests of memory order together with the tree, and runs them.
jcstress() {
  local folder="$root/masstree/target/jcstress" sources="$root/masstree/src/main/java"
  if [[ "${1:-}" == -h || "${1:-}" == --help ]]; then
    set -- -- -h
  fi
  if [[ "${1:-}" == --sources ]]; then
    [[ -d "${2:-}" ]] || fail "--sources wants the folder of the tree's sources, not '${2:-}'"
    sources="$(cd "$2" && pwd -P)"
    shift 2
  fi
  [[ -z "${1:-}" || "$1" == -- ]] ||
    fail "jcstress: expected -- before jcstress's own options, found '$1'"
  (($# == 0)) || shift
  (($# > 0)) || set -- -m quick -sc false
  # Which sources the classes are of cannot be told from them.
  rm -rf "$folder/classes" "$folder/maven-status"
  maven -pl masstree -Pjcstress -Dmadtree.sources="$sources" process-classes
  # jcstress writes where it stands.
  mkdir -p "$folder/run"
  cd "$folder/run"
  exec "$java" -cp "$folder/classes:$folder/libraries/*" dev.madtree.masstree.JcstressRun "$@"
}

case "${1:-}" in
  -h | --help | help)
    usage
    exit 0
    ;;
esac

find_java
if [[ "${1:-}" == jcstress ]]; then
  shift
  jcstress "$@"
fi
if stale; then
  build
fi

case "${1:-}" in
  report)
    shift
    exec "$java" -jar "$plotting_jar" report --results "$MADTREE_RESULTS" --plots "$plots" "$@"
    ;;
  ycsb)
    exec "$java" -Xmx128m -XX:+UseSerialGC -jar "$measuring_jar" "$@"
    ;;
  jmh)
    shift
    [[ "${1:-}" != -- ]] || shift
    # It measures in this JVM where forks are none, so it may grow.
    exec "$java" -Xms32m -Xmx2g -cp "$measuring_jar" dev.madtree.workloads.jmh.Benchmarks "$@"
    ;;
  *)
    measure "$@"
    ;;
esac
