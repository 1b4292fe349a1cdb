// SPDX-License-Identifier: GPL-3.0-or-later
// What detection and diagnosis make of the corpus: sonoloom-diagnosis-run write DIR FIRST COUNT
#include "core/io/imagefile.h"
#include "tests/corpus/otherpictures.h"
#include "tests/corpus/spoiling.h"

#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

using namespace sonoloom;

namespace
{

void write(const std::string& folder, std::uint64_t first, std::uint64_t count)
{
    const auto keep = [&folder](const corpus::Sample& sample) {
        std::string name = sample.name;
        for (char& letter : name)
            letter = letter == ' ' ? '_' : letter;
        (void)writePngFile(folder + "/" + name + ".png", sample.image, Overwrite::Yes);
    };
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        for (const auto kind : corpus::soundKinds()) {
            keep(corpus::melImage(kind, seed));
            keep(corpus::phaseImage(kind, seed));
            keep(corpus::bytesImage(kind, seed));
        }
        for (const auto kind : corpus::pictureKinds())
            keep(corpus::otherPicture(kind, seed));
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc == 5 && std::strcmp(argv[1], "write") == 0)
        write(argv[2], std::strtoull(argv[3], nullptr, 10), std::strtoull(argv[4], nullptr, 10));
    return 0;
}
