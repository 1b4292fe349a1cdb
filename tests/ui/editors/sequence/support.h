// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support.h"
#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QTest>

namespace sonoloom::testsupport
{

/// An editor of clips of images, each `width` columns of 10 ms long, whose lengths are known.
class EditedClips
{
public:
    explicit EditedClips(int count, int width = 200)
    {
        Sequence clips;
        for (int i = 0; i < count; ++i) {
            SequenceClip clip;
            clip.source = imageIn(folder_, QStringLiteral("tile_%1.png").arg(i), width).toStdString();
            clips.push_back(clip);
        }
        document.reset(clips);
        const bool known = QTest::qWaitFor([this, &clips] {
            return std::ranges::all_of(clips, [this](const SequenceClip& clip) { return editor.looks().seconds().of(clip.source).has_value(); });
        });
        if (!known)
            qFatal("the images are not known");
    }

    std::string order() const
    {
        std::string numbers;
        for (const SequenceClip& clip : document.sequence())
            numbers += clip.source.stem().string().back();
        return numbers;
    }

private:
    QTemporaryDir folder_;

public:
    SequenceDocument document;
    SequenceEditor editor{document};
};

} // namespace sonoloom::testsupport
