# SPDX-License-Identifier: GPL-3.0-or-later
# CI's checks other than the tests. Sourced; needs common.sh and packages.sh.

# The project's own sources: tracked and new ones, generated ones never.
own_sources()
{
    git -C "$root" ls-files --cached --others --exclude-standard -- "$@" | sort -u
}

command_format()
{
    install_packages git clang-format-14
    if [[ ${1:-} == --fix ]]; then
        (cd "$root" && own_sources '*.h' '*.cpp' | xargs -r -d '\n' clang-format-14 -i)
        return
    fi
    say "clang-format"
    local complaints status=0
    complaints="$(cd "$root" && own_sources '*.h' '*.cpp' | xargs -r -d '\n' clang-format-14 --dry-run -Werror 2>&1)" \
        || status=$?
    [[ $status == 0 ]] && return
    grep -oE '^[^ :]+:[0-9]+:.*' <<<"$complaints" | sort -u | head -n 40 || printf '%s\n' "$complaints"
    fail "sources are not formatted: run packaging/setup format --fix"
}

# What the checks in the tree are clean of, and must stay clean of.
tidy_errors='bugprone-use-after-move,bugprone-dangling-handle,bugprone-infinite-loop,bugprone-sizeof-*,'
tidy_errors+='bugprone-string-constructor,bugprone-undefined-memory-manipulation,bugprone-unused-raii,'
tidy_errors+='bugprone-suspicious-mem*,bugprone-suspicious-semicolon,bugprone-assert-side-effect,'
tidy_errors+='modernize-use-override,modernize-use-nullptr,readability-misleading-indentation'

command_tidy()
{
    local minutes="${1:-6}" list deadline status=0
    install_packages "${packages_build[@]}" git clang-tidy-14
    local database="$root/build/tests"
    [[ -f $database/compile_commands.json ]] || build_preset tests
    list="$(mktemp)"
    tidy_order >"$list"
    say "clang-tidy, at most $minutes min over $(wc -l <"$list") files"
    deadline=$(($(date +%s) + minutes * 60))
    (cd "$root" && TIDY_END=$deadline TIDY_DB="$database" TIDY_ERRORS="$tidy_errors" \
        xargs -r -d '\n' -a "$list" -n 1 -P "$(job_count)" bash -c '
            [[ $(date +%s) -lt $TIDY_END ]] || exit 0
            output="$(timeout 180 clang-tidy-14 -p "$TIDY_DB" --quiet --extra-arg=-Wno-error --warnings-as-errors="$TIDY_ERRORS" "$0" 2>/dev/null)"
            status=$?
            [[ $status == 124 ]] && output="took more than 180 s, left out" && status=0
            printf "tidy %s\n%s" "$0" "${output:+$output$'"'\\n'"'}"
            exit "$((status != 0))"
        ') | tee "$root/build/tidy.log" || status=$?
    say "clang-tidy: $(grep -c '^tidy ' "$root/build/tidy.log" || true) files seen," \
        "$(grep -c ' warning: ' "$root/build/tidy.log" || true) warnings," \
        "$(grep -c ' error: ' "$root/build/tidy.log" || true) errors"
    rm -f "$list"
    [[ $status == 0 ]] || fail "clang-tidy found what is not allowed"
}

# The compiled sources, those of the newest commits first, the rest in an order that changes from commit to commit,
# so that a time limit does not spare the same files for ever.
tidy_order()
{
    local seed changed
    seed="$(git -C "$root" rev-parse HEAD 2>/dev/null || echo none)"
    changed="$(git -C "$root" log -n 5 --name-only --format= -- '*.cpp' 2>/dev/null | sort -u || true)"
    own_sources '*.cpp' | while IFS= read -r file; do
        grep -qF "\"$root/$file\"" "$root/build/tests/compile_commands.json" || continue
        local rank=1
        grep -qxF "$file" <<<"$changed" && rank=0
        printf '%s %s %s\n' "$rank" "$(printf '%s%s' "$seed" "$file" | cksum | cut -d' ' -f1)" "$file"
    done | sort -k1,1n -k2,2n | cut -d' ' -f3-
}

command_fuzz()
{
    local seconds="${1:-20}" target name work corpora count=0
    install_packages "${packages_build[@]}" clang libclang-rt-14-dev
    build_preset fuzz opsdeck_fuzzers
    while IFS= read -r name; do
        target="$root/build/fuzz/fuzz/$name"
        work="$root/build/fuzz/corpus/$name"
        mkdir -p "$work" "$root/build/fuzz/findings"
        corpora=("$work")
        [[ -d $root/tests/fuzz/corpus/$name ]] && corpora+=("$root/tests/fuzz/corpus/$name")
        say "fuzz $name for $seconds s"
        timeout --kill-after=10 $((seconds + 120)) "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
            -print_final_stats=1 -verbosity=0 -artifact_prefix="$root/build/fuzz/findings/$name-" \
            "${corpora[@]}" </dev/null \
            || fail "fuzz target $name found something: see build/fuzz/findings"
        count=$((count + 1))
    done <"$root/build/fuzz/fuzz/targets.txt"
    [[ $count -gt 0 ]] || fail "no fuzz targets were built"
    say "fuzz: $count targets, nothing found"
}

# Collects the words of the sources into copies of the .ts files; the copies must say nothing the files do not.
command_translations()
{
    install_packages qt6-l10n-tools
    local tools=/usr/lib/qt6/bin work language file problems=0
    command -v "$tools/lupdate" >/dev/null || fail "no lupdate in $tools"
    work="$(mktemp -d)"
    say "Translations"
    for language in zh_CN zh_TW; do
        file="$root/translations/opsdeck_$language.ts"
        cp "$file" "$work/fresh.ts"
        (cd "$root" && "$tools/lupdate" -silent -no-ui-lines -locations none -no-obsolete ui app/console -I . \
            -ts "$work/fresh.ts") >"$work/log" 2>&1 || { cat "$work/log"; fail "lupdate failed"; }
        # Through one writer, in one order: only words can differ.
        "$tools/lconvert" -sort-contexts -i "$file" -o "$work/now.norm.ts"
        "$tools/lconvert" -sort-contexts -i "$work/fresh.ts" -o "$work/fresh.norm.ts"
        if ! diff -u --label "translations/opsdeck_$language.ts" --label "the sources" "$work/now.norm.ts" "$work/fresh.norm.ts"; then
            printf '%s: not what the sources say: build the target opsdeck_lupdate, then translate\n' "$language"
            problems=1
        fi
        if grep -nE 'type="(unfinished|vanished|obsolete)"|<translation></translation>|<translation/>' "$work/fresh.norm.ts"; then
            printf '%s: words without a translation\n' "$language"
            problems=1
        fi
        printf '%s: %d words\n' "$language" "$(grep -c '<source>' "$work/fresh.norm.ts" || true)"
    done
    rm -rf "$work"
    [[ $problems == 0 ]] || fail "translations are not complete"
}
