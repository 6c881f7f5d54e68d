# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of the window on the simulated recorders: every layout once, every language and theme once. For the README and
# for looking at. Sourced; needs common.sh and packages.sh.

# command_screenshots [DIR]
command_screenshots()
{
    local folder="${1:-$root/build/screenshots}" program="$root/build/release/bin/opsdeck" layout language style
    install_packages "${packages_build[@]}" "${packages_display[@]}"
    build_preset release
    mkdir -p "$folder"
    folder="$(cd "$folder" && pwd)"
    start_display
    export QT_QPA_PLATFORM=xcb
    for layout in 1 4 9 16 25 36 64; do
        take_picture "$program" "$folder/wall-$layout.png" --layout "$layout"
    done
    for language in en zh_CN zh_TW; do
        for style in dark light; do
            take_picture "$program" "$folder/wall-$language-$style.png" --language "$language" --style "$style"
        done
    done
    stop_display
}

# take_picture PROGRAM FILE OPTION...
take_picture()
{
    local program="$1" file="$2"
    shift 2
    timeout --kill-after=10 60 "$program" --demo --screenshot "$file" --after 6 "$@" </dev/null >/dev/null \
        || fail "no picture: opsdeck --demo $*"
    printf '%s\n' "$file"
}
