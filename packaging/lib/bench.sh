# SPDX-License-Identifier: GPL-3.0-or-later
# The figures of the README: measured in one go, printed as a Markdown table. Sourced; needs common.sh and packages.sh.

command_bench()
{
    local program table
    install_packages "${packages_build[@]}" "${packages_display[@]}"
    build_preset bench >&2
    table="$root/build/bench/figures.md"
    awk '$1 > 0.5 { printf "== The machine is busy (load %s): the figures will be worse than they are\n", $1 }' \
        /proc/loadavg >&2
    start_display
    export QT_QPA_PLATFORM=xcb
    {
        printf '| figure | measured | limit | measured / limit | kept | how |\n|---|---|---|---|---|---|\n'
        for program in bench_demux bench_first_paint bench_palette bench_operator bench_wall bench_fleet_table \
            bench_returns bench_cabinets bench_journal; do
            say "$program" >&2
            timeout --kill-after=10 600 "$root/build/bench/bin/$program" </dev/null || fail "$program failed"
        done
    } | tee "$table.new"
    stop_display
    mv "$table.new" "$table"
    say "$(nproc) cores, $(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo); also in $table"
}
