// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace opsdeck::test {

/// Frames of the vendor's manual whose length and checksum are right, and the corrected ones.
struct GoldenFrame {
    const char *name;
    const char *hex;
};

inline constexpr GoldenFrame kGoldenFrames[] = {
    {"login up", "0020 60 01 80 11223344 55667788 0233 0011 524c3141303331373132303030303135 00"},
    {"version up", "0014 62 01 6a 11223344 000b 412e30392e30312e303600"},
    {"heartbeat", "0007 61 01 00 11223344"},
    {"inventory up", "001c 64 01 06 11223344 02 02 524c31417c000041 04 03 524c31417c000044 04"},
    {"rent up", "0011 65 01 74 11223344 03 01 524c31417c000064"},
    {"return up", "0010 66 01 41 11223344 01 524c31417c000052"},
    {"iccid up", "001e 69 01 1e 11223344 0015 3839383630343031313031373730393832383339 00"},
    {"address up",
     "0026 6a 01 1c 00001234 0015 73686172652e70656e6764616b656a692e746f7000 0005 3832383200 1e"},
    {"volume down", "0008 70 01 01 11223344 01"},
    {"eject down", "0008 80 01 01 11223324 01"},
    {"version down", "0007 62 01 00 11223344"},
    {"inventory down", "0007 64 01 00 11223344"},
    {"upgrade up", "0007 68 01 00 11223344"},
    {"login down", "0008 60 01 01 11223344 01"},
    {"rent down", "0008 65 01 03 11223344 03"},
    {"return down", "0009 66 01 00 11223344 01 01"},
};

inline QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

inline QByteArray golden(const char *name)
{
    for (const GoldenFrame &frame : kGoldenFrames) {
        if (qstrcmp(frame.name, name) == 0)
            return bytesOf(frame.hex);
    }
    qFatal("no golden frame %s", name);
}

} // namespace opsdeck::test
