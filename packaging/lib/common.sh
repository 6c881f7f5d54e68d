# SPDX-License-Identifier: GPL-3.0-or-later
# Words on the terminal, building, testing, and a display where there is none. Sourced; needs $root and $here.

say() { printf '== %s\n' "$*"; }

# fail TEXT [CODE]
fail()
{
    printf 'error: %s\n' "$1" >&2
    exit "${2:-1}"
}

# A compiler of this project takes up to 1 GiB: no more of them than cores or gibibytes.
job_count()
{
    if [[ -n ${OPSDECK_JOBS:-} ]]; then
        printf '%s' "$OPSDECK_JOBS"
        return
    fi
    local cores memory
    cores="$(nproc)"
    memory="$(awk '/^MemTotal:/ { printf "%d", $2 / 1048576 + 0.5 }' /proc/meminfo)"
    ((memory < 1)) && memory=1
    printf '%d' "$((cores < memory ? cores : memory))"
}

# build_preset PRESET [TARGET...]
build_preset()
{
    local preset="$1"
    shift
    say "Building (preset $preset, $(job_count) at a time)"
    # A cache that was kept from another clone or another build directory is good here too.
    export CCACHE_BASEDIR="${CCACHE_BASEDIR:-$root}" CCACHE_NOHASHDIR="${CCACHE_NOHASHDIR:-1}"
    # From the root: presets are looked up in the current directory.
    (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(job_count)" ${1:+--target "$@"}) \
        </dev/null
}

# run_ctest PRESET: runs that build's tests; ctest's closing lines come last. The log stays beside the build.
run_ctest()
{
    local folder="$root/build/$1" status=0
    say "Testing (preset $1)"
    # The tests draw on Qt's offscreen platform; those that start the whole window may want a display.
    [[ -n ${DISPLAY:-} ]] || ! command -v Xvfb >/dev/null || start_display
    QT_QPA_PLATFORM=offscreen ctest --test-dir "$folder" --output-on-failure --no-tests=error -j 2 </dev/null 2>&1 \
        | tee "$folder/ctest.log" || status=$?
    stop_display
    [[ $status == 0 ]] || fail "tests failed (preset $1)"
}

# run_window_tests PRESET: the tests of the window once more on an X server with a window manager, where windows are
# activated, framed and placed as on a desk. Not those that compare sizes or pixels to the point: a frame changes both.
run_window_tests()
{
    local folder="$root/build/$1/tests" manager log program name failed=() passed=0 tries
    log="$(mktemp)"
    unset DISPLAY
    start_display
    # Its start-up command says that it manages windows: without it the first tests would run in another world.
    openbox --sm-disable --startup "touch $log.managed" >/dev/null 2>&1 </dev/null &
    manager=$!
    for ((tries = 0; tries < 200; ++tries)); do
        [[ -e $log.managed ]] && break
        sleep 0.1
    done
    [[ -e $log.managed ]] || fail "the window manager did not start"
    for program in "$folder"/tst_ui_*; do
        name="$(basename "$program")"
        [[ -f $program && -x $program ]] || continue
        [[ ! $name =~ ^tst_ui_shell_(accessibility|docks|look|status_strip)$ ]] || continue
        if LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb timeout --kill-after=10 300 "$program" >"$log" 2>&1 </dev/null; then
            passed=$((passed + 1))
        else
            failed+=("$name")
            grep -vE '^(PASS|QWARN|QDEBUG)' "$log" || true
        fi
    done
    kill "$manager" 2>/dev/null || true
    wait "$manager" 2>/dev/null || true
    stop_display
    rm -f "$log" "$log.managed"
    say "on an X server: $passed test programs of the window passed, ${#failed[@]} failed"
    [[ ${#failed[@]} == 0 ]] || fail "failed on an X server: ${failed[*]}"
    [[ $passed -gt 0 ]] || fail "there is no test of the window in $folder"
}

display_process=
display_folder=
# start_display [WIDTHxHEIGHT]: starts Xvfb on a free display, as large as a usual screen, and exports DISPLAY.
start_display()
{
    local number_file tries size="${1:-1920x1080}"
    number_file="$(mktemp)"
    Xvfb -displayfd 5 -screen 0 "${size}x24" -nolisten tcp -noreset 5>"$number_file" >/dev/null 2>&1 </dev/null &
    display_process=$!
    trap stop_display EXIT
    for ((tries = 0; tries < 200; ++tries)); do
        [[ -s $number_file ]] && break
        kill -0 "$display_process" 2>/dev/null || break
        sleep 0.1
    done
    DISPLAY=":$(tr -d '[:space:]' <"$number_file")"
    rm -f "$number_file"
    [[ $DISPLAY != : ]] || fail "Xvfb did not start"
    export DISPLAY
    if [[ -z ${XDG_RUNTIME_DIR:-} ]]; then
        display_folder="$(mktemp -d)"
        export XDG_RUNTIME_DIR="$display_folder"
    fi
}

stop_display()
{
    [[ -n $display_process ]] || return 0
    kill "$display_process" 2>/dev/null || true
    wait "$display_process" 2>/dev/null || true
    display_process=
    unset DISPLAY
    [[ -n $display_folder ]] || return 0
    rm -rf "$display_folder"
    display_folder=
    unset XDG_RUNTIME_DIR
}
