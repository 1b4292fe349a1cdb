// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/base/random.h"
#include "tests/core/io/commonuser.h"
#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/soundfiles.h"
#include "tests/core/io/sounds.h"
#include "tests/core/io/wavbytes.h"

#include <QTest>

#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace sonoloom;

/// libsndfile 1.2 does not free this of an Ogg file that it refuses to open, so the leak sanitizer passes it over.
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:vorbis_info_init\n";
}

namespace
{

class CancelledMonitor : public RecordingMonitor
{
public:
    bool cancelled() const override { return true; }
};

bool allFinite(const Audio& audio)
{
    return std::ranges::all_of(audio.channels, [](const std::vector<float>& channel) {
        return std::ranges::all_of(channel, [](float sample) { return std::isfinite(sample); });
    });
}

/// True if reading failed with a sentence that names the file.
bool refusedByName(const Result<Audio>& audio, const std::filesystem::path& path)
{
    return !audio && audio.error().message.find(quotedName(path)) != std::string::npos &&
           audio.error().message.ends_with('.');
}

void everySuffix()
{
    QTest::addColumn<QString>("suffix");
    for (const std::string& suffix : writableAudioSuffixes()) {
        QTest::newRow(suffix.c_str()) << QString::fromStdString(suffix);
    }
}

/// The bytes of a sound file, which is whole.SUFFIX in the folder.
std::string soundBytes(const ScratchFolder& folder, const std::string& suffix, std::size_t samples = 60'000)
{
    const auto place = folder.path("whole." + suffix);
    return writeSound(place, sines(samples, 48000, 2), SampleFormat::Int16) ? contentOf(place) : std::string();
}

} // namespace

class DamagedAudioTest : public QObject
{
    Q_OBJECT
private slots:
    void read_whatIsNoSound_isRefusedByName_data();
    void read_whatIsNoSound_isRefusedByName();
    void read_missing_isNotFound();
    void read_folderOrDevice_isUnreadable();
    void read_withoutPermission_isUnreadable();
    void read_impossibleHeader_isCorrupt_data();
    void read_impossibleHeader_isCorrupt();
    void read_headerOfTooManySamples_readsThoseThere_data();
    void read_headerOfTooManySamples_readsThoseThere();
    void read_cutShort_readsWhatIsThereWithOneNotice_data();
    void read_cutShort_readsWhatIsThereWithOneNotice();
    void read_cutM4a_isRefused();
    void read_everyCut_isRefusedOrFinite_data();
    void read_everyCut_isRefusedOrFinite();
    void read_randomDamage_isRefusedOrFinite_data();
    void read_randomDamage_isRefusedOrFinite();
    void read_notANumber_isZeroWithOneNotice();
    void read_fileVanishesOrShrinks_isToldOrSilent();
    void open_cancelled_isCancelled();
};

void DamagedAudioTest::read_whatIsNoSound_isRefusedByName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("R");
    QTest::newRow("text") << QByteArray("This is no sound, but a few words.\n").repeated(100);
    QTest::newRow("short text") << QByteArray("hello\n");
    QTest::newRow("playlist") << QByteArray("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n");
    QTest::newRow("concat script") << QByteArray("ffconcat version 1.0\nfile '/etc/passwd'\n");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("picture") << QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+k"
        "cQAAAABJRU5ErkJggg==");
    QTest::newRow("RIFF of something else") << QByteArray("RIFF\x24\0\0\0WEBPVP8 \0\0\0\0", 20);
    QTest::newRow("page") << QByteArray("<html><body>404 Not Found</body></html>").repeated(50);
}

void DamagedAudioTest::read_whatIsNoSound_isRefusedByName()
{
    QFETCH(QByteArray, content);
    const ScratchFolder folder;
    for (const std::string& suffix : readableAudioSuffixes()) {
        const auto path = folder.with("a." + suffix, content.toStdString());
        RecordingMonitor monitor;
        const auto audio = readAudioFile(path, monitor);
        QVERIFY2(refusedByName(audio, path), audio ? suffix.c_str() : messageOf(audio));
        const ErrorCode code = audio.error().code;
        QVERIFY2(code == ErrorCode::Corrupt || code == ErrorCode::Unsupported, messageOf(audio));
        QVERIFY(monitor.notices.empty());
    }
}

void DamagedAudioTest::read_missing_isNotFound()
{
    const ScratchFolder folder;
    folder.with("file");
    JobMonitor monitor;
    for (const char* name : {"missing.wav", "missing/a.wav", "file/a.wav"}) {
        const auto audio = readAudioFile(folder.path(name), monitor);
        QVERIFY(refusedByName(audio, folder.path(name)));
        QCOMPARE(audio.error().code, ErrorCode::NotFound);
    }
}

void DamagedAudioTest::read_folderOrDevice_isUnreadable()
{
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.path("folder.wav"));
    QCOMPARE(::mkfifo(folder.path("pipe.wav").c_str(), 0666), 0);
    JobMonitor monitor;
    for (const auto& path : {folder.path("folder.wav"), folder.path("pipe.wav"), std::filesystem::path("/dev/zero")}) {
        const auto audio = readAudioFile(path, monitor);
        QVERIFY(refusedByName(audio, path));
        QCOMPARE(audio.error().code, ErrorCode::Unreadable);
    }
}

void DamagedAudioTest::read_withoutPermission_isUnreadable()
{
    const ScratchFolder folder;
    const auto path = folder.with("a.wav", wavBytes({}, int16Sound({1, 2, 3})));
    std::filesystem::permissions(path, std::filesystem::perms(0));
    std::filesystem::permissions(folder.root(), std::filesystem::perms(0755));
    JobMonitor monitor;
    Result<Audio> audio{Audio{}};
    {
        const CommonUser user;
        if (!user.isCommon()) {
            QSKIP("root's rights cannot be laid down here, and root may read everything");
        }
        audio = readAudioFile(path, monitor);
    }
    QVERIFY(refusedByName(audio, path));
    QCOMPARE(audio.error().code, ErrorCode::Unreadable);
}

void DamagedAudioTest::read_impossibleHeader_isCorrupt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::string sound(6000, '\1');
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("no channel", wavBytes({.channels = 0}, sound));
    row("1025 channels", wavBytes({.channels = 1025}, sound));
    row("65535 channels", wavBytes({.channels = 65535}, sound));
    row("0 Hz", wavBytes({.rate = 0}, sound));
    row("over 1 MHz", wavBytes({.rate = 1'000'001}, sound));
    row("2 GHz", wavBytes({.rate = 0x7FFFFFFF}, sound));
    row("4 GHz", wavBytes({.rate = 0xFFFFFFFF}, sound));
    row("no bit", wavBytes({.bits = 0}, sound));
    row("no sample", wavBytes({}, ""));
    row("4 GB of sound, none there", wavBytes({.soundBytes = 0xFFFFFF00}, ""));
    row("half a sample", wavBytes({}, "\1"));
}

void DamagedAudioTest::read_impossibleHeader_isCorrupt()
{
    QFETCH(QByteArray, bytes);
    const ScratchFolder folder;
    const auto path = folder.with("a.wav", bytes.toStdString());
    RecordingMonitor monitor;
    const auto audio = readAudioFile(path, monitor);
    QVERIFY2(refusedByName(audio, path), messageOf(audio));
    QCOMPARE(audio.error().code, ErrorCode::Corrupt);
    QVERIFY(monitor.notices.empty());
}

void DamagedAudioTest::read_headerOfTooManySamples_readsThoseThere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::string sound = int16Sound({16384, -32768, 8192, 0});
    QTest::newRow("wav") << QByteArray::fromStdString(wavBytes({.soundBytes = 0x7FFFFFF0}, sound));
    QTest::newRow("wav, 4 GB") << QByteArray::fromStdString(wavBytes({.soundBytes = 0xFFFFFE00}, sound));
    QTest::newRow("wav, and half a sample") << QByteArray::fromStdString(wavBytes({.soundBytes = 4000}, sound + "\1"));
}

void DamagedAudioTest::read_headerOfTooManySamples_readsThoseThere()
{
    QFETCH(QByteArray, bytes);
    const ScratchFolder folder;
    RecordingMonitor monitor;
    const auto audio = readAudioFile(folder.with("a.wav", bytes.toStdString()), monitor);
    QVERIFY2(audio, messageOf(audio));
    QCOMPARE(audio->channels[0], (std::vector<float>{0.5f, -1.0f, 0.25f, 0.0f}));
    QCOMPARE(monitor.notices.size(), std::size_t{1});
    QVERIFY2(monitor.notices[0].find("ends before its header says") != std::string::npos, monitor.notices[0].c_str());
}

void DamagedAudioTest::read_cutShort_readsWhatIsThereWithOneNotice_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {"wav", "flac", "ogg", "opus", "mp3"}) {
        QTest::newRow(suffix) << suffix;
    }
}

void DamagedAudioTest::read_cutShort_readsWhatIsThereWithOneNotice()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    const std::string bytes = soundBytes(folder, suffix.toStdString(), 480'000);
    const auto whole = readSound(folder.path("whole." + suffix.toStdString()));
    const auto path = folder.with("cut." + suffix.toStdString(), bytes.substr(0, bytes.size() * 3 / 4));
    RecordingMonitor monitor;
    const auto audio = readAudioFile(path, monitor);
    QVERIFY2(audio, messageOf(audio));
    // Three quarters of it, give or take a page: Ogg's are up to a second long.
    const double share = static_cast<double>(audio->sampleCount()) / static_cast<double>(whole.sampleCount());
    QVERIFY2(share > 0.6 && share < 0.9, qPrintable(QString::number(share)));
    QCOMPARE(monitor.notices.size(), std::size_t{1});
    QVERIFY2(monitor.notices[0].find(quotedName(path)) != std::string::npos, monitor.notices[0].c_str());
    for (std::size_t i = 0; i < 30'000; ++i) {
        QCOMPARE(audio->channels[1][i], whole.channels[1][i]);
    }
}

void DamagedAudioTest::read_cutM4a_isRefused()
{
    const ScratchFolder folder;
    const std::string bytes = soundBytes(folder, "m4a");
    const auto path = folder.with("cut.m4a", bytes.substr(0, bytes.size() * 3 / 4)); // its index is at the end
    RecordingMonitor monitor;
    const auto audio = readAudioFile(path, monitor);
    QVERIFY(refusedByName(audio, path));
    QCOMPARE(audio.error().code, ErrorCode::Corrupt);
}

void DamagedAudioTest::read_everyCut_isRefusedOrFinite_data()
{
    everySuffix();
}

void DamagedAudioTest::read_everyCut_isRefusedOrFinite()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    const std::string bytes = soundBytes(folder, suffix.toStdString());
    std::size_t cut = 1;
    while (cut < bytes.size()) {
        const auto path = folder.with("cut." + suffix.toStdString(), bytes.substr(0, cut));
        RecordingMonitor monitor;
        const auto audio = readAudioFile(path, monitor);
        QVERIFY2(audio || refusedByName(audio, path), messageOf(audio));
        QVERIFY(!audio || (audio->sampleCount() > 0 && allFinite(*audio)));
        QVERIFY(monitor.notices.size() <= 2);
        cut += cut < 64 ? 1 : cut / 4; // every byte of the first header, then here and there
    }
}

void DamagedAudioTest::read_randomDamage_isRefusedOrFinite_data()
{
    everySuffix();
}

void DamagedAudioTest::read_randomDamage_isRefusedOrFinite()
{
    QFETCH(QString, suffix);
    const ScratchFolder folder;
    const std::string bytes = soundBytes(folder, suffix.toStdString());
    Random random(2);
    for (int attempt = 0; attempt < 60; ++attempt) {
        std::string damaged = bytes;
        const std::size_t reach = attempt % 2 == 0 ? std::min<std::size_t>(200, bytes.size()) : bytes.size();
        for (int i = 0; i < 1 + attempt / 4; ++i) {
            damaged[random.next() % reach] = static_cast<char>(random.next());
        }
        const auto path = folder.with("bad." + suffix.toStdString(), damaged);
        RecordingMonitor monitor;
        const auto audio = readAudioFile(path, monitor);
        QVERIFY2(audio || refusedByName(audio, path), messageOf(audio));
        QVERIFY(!audio || (audio->sampleCount() > 0 && allFinite(*audio)));
    }
}

void DamagedAudioTest::read_notANumber_isZeroWithOneNotice()
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<float> samples(1000, 0.25f);
    samples[0] = std::numeric_limits<float>::quiet_NaN();
    samples[500] = infinity;
    samples[999] = -infinity;
    const ScratchFolder folder;
    const auto path = folder.with("a.wav", wavBytes({.format = 3, .bits = 32}, floatSound(samples)));
    RecordingMonitor monitor;
    const auto source = openAudioFile(path, monitor);
    QVERIFY2(source, messageOf(source));
    for (float& sample : samples) {
        sample = std::isfinite(sample) ? sample : 0.0f;
    }
    for (int pass = 0; pass < 2; ++pass) {
        const auto audio = readAll(**source);
        QVERIFY(audio);
        QCOMPARE(audio->channels[0], samples);
        QVERIFY((*source)->rewind());
    }
    QCOMPARE(monitor.notices.size(), std::size_t{1});
    QVERIFY2(monitor.notices[0].find("not numbers") != std::string::npos, monitor.notices[0].c_str());
}

void DamagedAudioTest::read_fileVanishesOrShrinks_isToldOrSilent()
{
    for (const std::string& suffix : writableAudioSuffixes()) {
        const ScratchFolder folder;
        const std::string bytes = soundBytes(folder, suffix);
        const auto path = folder.path("whole." + suffix);
        RecordingMonitor monitor;
        const auto source = openAudioFile(path, monitor);
        QVERIFY2(source, messageOf(source));
        std::filesystem::resize_file(path, bytes.size() / 2);
        const auto shrunk = readAll(**source);
        if (shrunk) { // what is missing is silence, or came from a buffer
            QCOMPARE(shrunk->sampleCount(), std::size_t{60'000});
            QVERIFY(allFinite(*shrunk));
        } else {
            QVERIFY(refusedByName(shrunk, path));
        }
        std::filesystem::remove(path);
        const auto rewound = (*source)->rewind();
        QVERIFY2(!rewound, suffix.c_str());
        QCOMPARE(rewound.error().code, ErrorCode::NotFound);
    }
}

void DamagedAudioTest::open_cancelled_isCancelled()
{
    const ScratchFolder folder;
    for (const char* suffix : {"mp3", "m4a"}) { // these are decoded at opening
        soundBytes(folder, suffix);
        CancelledMonitor monitor;
        const auto source = openAudioFile(folder.path(std::string("whole.") + suffix), monitor);
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::Cancelled);
    }
}

QTEST_GUILESS_MAIN(DamagedAudioTest)
#include "damagedaudio_test.moc"
