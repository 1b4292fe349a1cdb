// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/gestures.h"

#include <QCoreApplication>

namespace sonoloom
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Gestures)
};

} // namespace

std::vector<Gesture> gestures(bool wheelZooms)
{
    const QString spectrogram = Texts::tr("Mouse in a spectrogram");
    const QString images = Texts::tr("Mouse over the images");
    const QString blend = Texts::tr("Mouse in a blend");
    const QString film = Texts::tr("Mouse over a film of images");
    const QString timeline = Texts::tr("Mouse in the sequence");
    const QString parameters = Texts::tr("Mouse in the parameters");
    const QString wheel = Texts::tr("Wheel");
    const QString controlWheel = Texts::tr("Ctrl + wheel");
    return {
        {spectrogram, Texts::tr("Move in time"), wheelZooms ? controlWheel : wheel},
        {spectrogram, Texts::tr("Zoom time at the cursor"), wheelZooms ? wheel : controlWheel},
        {spectrogram, Texts::tr("Move in frequency"), Texts::tr("Shift + wheel")},
        {spectrogram, Texts::tr("Zoom frequency at the cursor"), Texts::tr("Alt + wheel")},
        {spectrogram, Texts::tr("Play from there"), Texts::tr("Click")},
        {spectrogram, Texts::tr("Select a stretch of time"), Texts::tr("Drag")},
        {spectrogram, Texts::tr("Move in time and frequency"), Texts::tr("Drag with the middle button")},
        {images, Texts::tr("Move in time"), Texts::tr("Wheel")},
        {images, Texts::tr("Zoom time at the cursor"), controlWheel},
        {images, Texts::tr("Take an image into another program"), Texts::tr("Drag")},
        {blend, Texts::tr("Make the overlap longer or shorter"), Texts::tr("Drag one of its edges")},
        {blend, Texts::tr("Move bands in time"), Texts::tr("Drag a bar or its ends")},
        {blend, Texts::tr("Choose several bands"), Texts::tr("Ctrl + click, Shift + click, or drag beside a bar")},
        {blend, Texts::tr("All of the overlap"), Texts::tr("Double click on a bar")},
        {blend, Texts::tr("Add a point to a drawn curve, or take it out"), Texts::tr("Click, right click")},
        {film, Texts::tr("Show an image and play from there"), Texts::tr("Click or drag")},
        {timeline, Texts::tr("Select, several with Ctrl or Shift"), Texts::tr("Click")},
        {timeline, Texts::tr("Select what a rectangle touches"), Texts::tr("Drag below the clips, or with Shift")},
        {timeline, Texts::tr("Put clips elsewhere; copy them with Ctrl"), Texts::tr("Drag")},
        {timeline, Texts::tr("Trim"), Texts::tr("Drag an edge; with Alt it does not snap")},
        {timeline, Texts::tr("Blend over a cut, set a transition's length"), Texts::tr("Drag the diamond")},
        {timeline, Texts::tr("Another kind of transition"), Texts::tr("Double click on it")},
        {timeline, Texts::tr("Gain, back to 0 dB by a double click"), Texts::tr("Drag the gain of a selected clip up or down")},
        {timeline, Texts::tr("Move in time"), wheelZooms ? controlWheel : wheel},
        {timeline, Texts::tr("Zoom time at the cursor"), wheelZooms ? wheel : controlWheel},
        {parameters, Texts::tr("Back to the default"), Texts::tr("Double click on the name or the slider")},
    };
}

} // namespace sonoloom
