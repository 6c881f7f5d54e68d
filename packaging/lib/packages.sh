# SPDX-License-Identifier: GPL-3.0-or-later
# What a bare Debian 12 lacks, by purpose, and how it is installed. Sourced; needs common.sh.

# To build the programs. (libqt6opengl6-dev: Qt Charts asks for it, its package does not.)
packages_build=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-multimedia-dev qt6-charts-dev libqt6opengl6-dev libqt6sql6-sqlite qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev libexpected-dev libgl-dev libegl-dev
    libavcodec-dev libavformat-dev libavutil-dev libswscale-dev libswresample-dev
)
# To see the window: where there is no display Xvfb is one. The fonts cover the window's three languages.
packages_display=(xvfb xauth fonts-noto-core fonts-noto-cjk libqt6svg6 qt6-wayland)
# To run every test.
packages_test=(ffmpeg tshark openbox)
# To run CI's other checks.
packages_check=(git clang clang-format-14 clang-tidy-14 libclang-rt-14-dev)

# install_packages NAME...: installs those that are missing. Touches no network when none is.
install_packages()
{
    [[ ${OPSDECK_SKIP_PACKAGES:-} == 1 ]] && return 0
    local missing=() name
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    command -v apt-get >/dev/null || fail "this needs apt-get (Debian 12). Missing packages: ${missing[*]}"
    say "Installing: ${missing[*]}"
    # tshark asks whether everybody may capture packets; the tests only read files.
    if [[ " ${missing[*]} " == *" tshark "* ]] && command -v debconf-set-selections >/dev/null; then
        printf 'wireshark-common wireshark-common/install-setuid boolean false\n' | as_root debconf-set-selections
    fi
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3
        -o Dpkg::Use-Pty=0)
    as_root "${apt[@]}" update </dev/null
    as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null
}

is_installed()
{
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" == installed ]]
}

as_root()
{
    if [[ $EUID == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing, and installing them needs root or sudo: $*"
    fi
}
