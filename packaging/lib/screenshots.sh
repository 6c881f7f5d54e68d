# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of every page and dialog, in both themes, all languages and three sizes, on simulated devices: for looking at,
# and two of them for the README. What is shown is said in packaging/lib/pictures/*.steps. Sourced; needs common.sh and
# packages.sh.

screenshot_languages=(en zh_CN zh_TW)
screenshot_styles=(dark light)
# WIDTHxHEIGHT@SCALE, in points: the smallest screen, a usual one, and the smallest at 200 %.
screenshot_sizes=(1280x800@1 1920x1080@1 640x400@2)
screenshot_scenes=(demo empty no-cabinet trouble)
# No run takes half as long on an idle machine.
screenshot_seconds=420

# command_screenshots [DIR [LOOK]]: LOOK, a part of LANGUAGE-STYLE-SIZE/SCENE, leaves the other ones out.
command_screenshots()
{
    local folder="${1:-$root/build/screenshots}" only="${2:-}" language style size scene running=0 problems
    screenshot_programs="${OPSDECK_SCREENSHOT_PROGRAMS:-$root/build/release/bin}"
    install_packages "${packages_build[@]}" "${packages_display[@]}"
    [[ -n ${OPSDECK_SCREENSHOT_PROGRAMS:-} ]] || build_preset release
    mkdir -p "$folder"
    folder="$(cd "$folder" && pwd)"
    problems="$(mktemp)"
    unset DISPLAY
    export QT_QPA_PLATFORM=xcb
    for size in "${screenshot_sizes[@]}"; do
        for language in "${screenshot_languages[@]}"; do
            for style in "${screenshot_styles[@]}"; do
                for scene in "${screenshot_scenes[@]}"; do
                    [[ "$language-$style-$size/$scene" == *"$only"* ]] || continue
                    # They mostly wait.
                    if ((running >= 2 * $(job_count))); then
                        wait -n || true
                        running=$((running - 1))
                    fi
                    (take_pictures "$folder" "$language" "$style" "$size" "$scene" "$problems") &
                    running=$((running + 1))
                done
            done
        done
    done
    wait
    local text
    text="$(cat "$problems")"
    rm -f "$problems"
    [[ -z $text ]] || fail "$text"
    say "$(find "$folder" -name '*.png' -newer "$here/setup" | wc -l) pictures in $folder"
}

# take_pictures DIR LANGUAGE STYLE SIZE@SCALE SCENE PROBLEMS: in a subshell of its own. What is missing goes to the file.
take_pictures()
{
    local look="$2-$3-$4" scene="$5" problems="$6" into steps log status=0 name missing=()
    into="$1/$look"
    steps="$here/lib/pictures/$scene.steps"
    mkdir -p "$into"
    # Snapshots, recordings and settings of these runs are nobody's.
    scene_home="$(mktemp -d)"
    trap end_scene EXIT
    export HOME="$scene_home" XDG_CONFIG_HOME= XDG_DATA_HOME= XDG_CACHE_HOME= XDG_RUNTIME_DIR="$scene_home/run"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    log="$scene_home/log"
    while IFS= read -r name; do
        rm -f "$into/$name.png"
    done < <(pictures_of "$steps")
    # The screen is no larger than the window: what would stick out has to find a place.
    local width="${4%%x*}" height scale="${4#*@}"
    height="${4#*x}"
    height="${height%@*}"
    start_display "$((width * scale))x$((height * scale))"
    trap end_scene EXIT
    open_scene "$scene"
    QT_SCALE_FACTOR="$scale" timeout --kill-after=10 "$screenshot_seconds" "$screenshot_programs/opsdeck" \
        "${scene_options[@]}" --size "${4%@*}" --language "$2" --style "$3" --steps "$steps" --pictures "$into" \
        </dev/null >"$log" 2>&1 || status=$?
    while IFS= read -r name; do
        [[ -s $into/$name.png ]] || missing+=("$name")
    done < <(pictures_of "$steps")
    if [[ $status != 0 || ${#missing[@]} != 0 ]]; then
        {
            printf '%s/%s: exit code %s, missing pictures: %s\n' "$look" "$scene" "$status" "${missing[*]:-none}"
            grep '^opsdeck: ' "$log" | head -n 20
        } >>"$problems"
    fi
    printf '%s/%s: %s pictures\n' "$look" "$scene" "$(pictures_of "$steps" | wc -l)"
}

# pictures_of STEPS: their names, a line each.
pictures_of()
{
    sed -n 's/^picture //p' "$1"
}

scene_home=
scene_options=()
scene_simulators=()
# open_scene SCENE: what the window is opened on, and the devices it needs.
open_scene()
{
    local site="$scene_home/site.json" port
    scene_options=(--site "$site")
    case "$1" in
        demo) scene_options=(--demo) ;;
        empty) printf '{"version": 1, "devices": []}\n' >"$site" ;;
        no-cabinet)
            port="$(free_port)"
            printf '{"version": 1, "devices": [%s]}\n' "$(cabinet_server "$port" '')" >"$site"
            ;;
        trouble) open_trouble "$site" ;;
    esac
}

# Recorders and cabinets on a bad day, and the site of them.
open_trouble()
{
    local north old port control sns
    simulate dvr --listen 0 --channels 8 --fault freeze-after=3 --fault channel-offline=1
    north="$(said_port "$simulator_line")"
    simulate dvr --listen 0 --channels 4 --fault refuse-login=203
    old="$(said_port "$simulator_line")"
    port="$(free_port)"
    simulate cabinet --connect "127.0.0.1:$port" --count 10 --seed 7 --backoff 1 --life 3 --control 0
    control="$(sed -n 's/.*"control":{"port":\([0-9]*\)}.*/\1/p' <<<"$simulator_line")"
    sns="$(sed -n 's/.*"sns":\[\([^]]*\)\].*/\1/p' <<<"$simulator_line" | tr -d '"')"
    printf '{"version": 1, "devices": [%s, %s, %s, %s]}\n' "$(recorder north 'North lot DVR' "$north")" \
        "$(recorder south 'South lot DVR' "$(free_port)")" "$(recorder old 'Old building' "$old")" \
        "$(cabinet_server "$port" "$(named_cabinets "$sns")")" >"$1"
    # While the window waits for its first picture.
    (
        sleep 4
        exec 3<>"/dev/tcp/127.0.0.1/$control"
        printf 'on %s fault twin\npull %s\nreport %s 1 1\n' "$(cut -d, -f2 <<<"$sns")" "$(cut -d, -f3 <<<"$sns")" \
            "$(cut -d, -f1 <<<"$sns")" >&3
        timeout 2 cat <&3 >/dev/null || true
    ) &
    scene_simulators+=($!)
}

# simulate OPTION...: starts opsdeck-sim; what it says when it is ready is in simulator_line then.
simulator_line=
simulate()
{
    local out tries
    out="$(mktemp -p "$scene_home")"
    "$screenshot_programs/opsdeck-sim" "$@" >"$out" 2>/dev/null </dev/null &
    scene_simulators+=($!)
    for ((tries = 0; tries < 100; ++tries)); do
        simulator_line="$(head -n 1 "$out")"
        [[ $simulator_line == *'"ready":true'* ]] && return
        sleep 0.1
    done
    fail "opsdeck-sim $* is not ready"
}

said_port() { sed -n 's/.*"dvr":{[^{]*"port":\([0-9]*\).*/\1/p' <<<"$1"; }

# One that nobody listens on, as far as can be seen.
free_port()
{
    local port tries
    for ((tries = 0; tries < 50; ++tries)); do
        port=$((20000 + RANDOM % 10000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%s' "$port"
}

# recorder ID NAME PORT
recorder()
{
    printf '{"id": "%s", "system": "dvr", "name": "%s", "settings": {"host": "127.0.0.1", "port": %s, "user": "admin"}}' \
        "$1" "$2" "$3"
}

# cabinet_server PORT CABINETS
cabinet_server()
{
    printf '{"id": "cabinets", "system": "cabinet", "name": "Cabinets", "settings": {"bind": "127.0.0.1", "port": %s, "cabinets": [%s]}}' \
        "$1" "$2"
}

# named_cabinets SNS: the first seven; the others wait to be accepted.
named_cabinets()
{
    local places=('Lobby east' 'Lift hall' 'Food court' 'Exit A' 'Level 2' 'Ticket hall' 'Exit B') number=0 sn
    while IFS= read -r sn && ((number < 7)); do
        printf '%s{"sn": "%s", "name": "Cabinet %s", "place": "%s"}' "${comma:-}" "$sn" "$((number + 1))" \
            "${places[number]}"
        local comma=', '
        number=$((number + 1))
    done < <(tr ',' '\n' <<<"$1")
}

end_scene()
{
    local simulator
    for simulator in "${scene_simulators[@]}"; do
        kill "$simulator" 2>/dev/null || true
    done
    scene_simulators=()
    stop_display
    [[ -z $scene_home ]] || rm -rf "$scene_home"
    scene_home=
}
