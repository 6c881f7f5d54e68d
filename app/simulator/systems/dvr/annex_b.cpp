// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/annex_b.h"

namespace opsdeck::dvr::sim {

namespace {

struct Nal {
    bool isSlice = false;
    bool isIdr = false;
    bool startsPicture = false; ///< of a slice: its first one
    bool leadsUnit = false;     ///< of another NAL: stands before the slices of its picture
};

Nal classify(QByteArrayView nal, ClipCodec codec)
{
    Nal facts;
    const auto first = quint8(nal[0]);
    if (codec == ClipCodec::H264) {
        const int type = first & 0x1F;
        facts.isSlice = type >= 1 && type <= 5;
        facts.isIdr = type == 5;
        // first_mb_in_slice is an Exp-Golomb 0, which is a single 1 bit.
        facts.startsPicture = facts.isSlice && nal.size() > 1 && (quint8(nal[1]) & 0x80);
        facts.leadsUnit = type >= 6 && type <= 9;
    } else {
        const int type = (first >> 1) & 0x3F;
        facts.isSlice = type <= 31;
        facts.isIdr = type >= 16 && type <= 21;
        facts.startsPicture = facts.isSlice && nal.size() > 2 && (quint8(nal[2]) & 0x80);
        facts.leadsUnit = type >= 32 && type <= 35;
        if (type == 39) // prefix SEI
            facts.leadsUnit = true;
    }
    return facts;
}

// The start of the next "00 00 01" at or after `from`, or the size.
qsizetype nextStartCode(QByteArrayView stream, qsizetype from)
{
    for (qsizetype i = from; i + 2 < stream.size(); ++i) {
        if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1)
            return i;
    }
    return stream.size();
}

} // namespace

QList<AccessUnit> splitAccessUnits(QByteArrayView stream, ClipCodec codec)
{
    static const QByteArray startCode("\0\0\0\1", 4);
    QList<AccessUnit> units;
    AccessUnit unit;
    bool hasSlice = false;
    qsizetype at = nextStartCode(stream, 0);
    while (at < stream.size()) {
        const qsizetype begin = at + 3;
        at = nextStartCode(stream, begin);
        qsizetype end = at;
        while (end > begin && stream[end - 1] == 0)
            --end;
        if (end == begin)
            continue;
        const QByteArrayView nal = stream.sliced(begin, end - begin);
        const Nal facts = classify(nal, codec);
        if (hasSlice && (facts.startsPicture || facts.leadsUnit)) {
            units.append(unit);
            unit = AccessUnit();
            hasSlice = false;
        }
        unit.isKey = unit.isKey || facts.isIdr;
        hasSlice = hasSlice || facts.isSlice;
        unit.bytes.append(startCode).append(nal);
    }
    if (hasSlice)
        units.append(unit);
    return units;
}

} // namespace opsdeck::dvr::sim
