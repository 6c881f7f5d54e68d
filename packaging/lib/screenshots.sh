# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of the window, of every page and dialog, in both themes and all languages, on the simulated recorders and
# cabinets: for looking at, and one of them for the README. Sourced; needs common.sh and packages.sh.

# NAME:ACTIONS of what is shown beside the bare wall. The actions are those of the registry, joined by commas.
screenshot_pages=(
    wall:
    enlarged:wall.enlarge
    one-large:wall.layout.8
    replay:wall.replay
    record:wall.record
    second-wall:wall.secondWall
    save-view:wall.saveView
    new-tour:wall.newTour
    notices:wall.snapshot,shell.dock.notices
    palette:shell.palette
    keys:shell.keys
    settings:shell.settings
    keys-change:shell.keys.change
    about:shell.about
    add-device:site.addDevice
    edit-device:site.editDevice
    full-screen:shell.fullScreen
    cabinets:shell.page.2
    cabinets-charts:shell.page.2,cabinet.charts
    find-bank:shell.page.2,cabinet.findBank
    accept-new:shell.page.2,cabinet.acceptNew
    server-address:shell.page.2,cabinet.serverAddress
    upgrade:shell.page.2,cabinet.upgrade
    eject-all:shell.page.2,cabinet.ejectAll
    events:shell.page.3
)

# command_screenshots [DIR]
command_screenshots()
{
    local folder="${1:-$root/build/screenshots}" layout language style page
    screenshot_program="$root/build/release/bin/opsdeck"
    install_packages "${packages_build[@]}" "${packages_display[@]}"
    build_preset release
    mkdir -p "$folder"
    folder="$(cd "$folder" && pwd)"
    # Snapshots, recordings and settings of these runs are nobody's.
    HOME="$(mktemp -d)"
    export HOME
    printf '{"version": 1, "devices": []}\n' >"$HOME/empty.json"
    start_display
    export QT_QPA_PLATFORM=xcb
    for layout in 1 4 6 8 9 16 25 36 64; do
        take_picture "$folder/layout-$layout.png" --demo --layout "$layout" --size 1920x1080
    done
    for language in en zh_CN zh_TW; do
        for style in dark light; do
            for page in "${screenshot_pages[@]}"; do
                take_page "$folder" "$language" "$style" "$page"
            done
            take_picture "$folder/$language-$style-wall-1920.png" --demo --size 1920x1080 --language "$language" \
                --style "$style"
            take_picture "$folder/$language-$style-empty.png" --site "$HOME/empty.json" --size 1280x800 \
                --language "$language" --style "$style"
        done
        # 200 % on the smallest screen.
        for page in wall: settings:shell.settings palette:shell.palette add-device:site.addDevice replay:wall.replay; do
            QT_SCALE_FACTOR=2 take_page "$folder" "$language" dark "$page" 640x400 200-percent-
        done
    done
    stop_display
}

# take_page DIR LANGUAGE STYLE NAME:ACTIONS [SIZE [PREFIX]]
take_page()
{
    local name="${4%%:*}" actions="${4#*:}"
    take_picture "$1/$2-$3-${6:-}$name.png" --demo --size "${5:-1280x800}" --language "$2" --style "$3" \
        ${actions:+--do "$actions"}
}

# take_picture FILE OPTION...
take_picture()
{
    local file="$1"
    shift
    timeout --kill-after=10 60 "$screenshot_program" --screenshot "$file" --after 6 "$@" </dev/null >/dev/null \
        || fail "no picture: opsdeck $*"
    printf '%s\n' "$file"
}
