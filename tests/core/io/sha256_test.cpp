// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/io/sha256.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace sonoloom;

class Sha256Test : public QObject
{
    Q_OBJECT

private slots:
    void knownMessages_haveKnownSums_data();
    void knownMessages_haveKnownSums();
    void anyLength_inAnyParts_isAsQtHasIt();
};

namespace
{

std::string sumOf(std::string_view bytes, Sha256::Instructions instructions)
{
    Sha256 hash(instructions);
    hash.add(bytes);
    return hash.finish();
}

} // namespace

/// FIPS 180-2, appendix B; the empty message from NIST's test vectors.
void Sha256Test::knownMessages_haveKnownSums_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("empty") << QByteArray() << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                               << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void Sha256Test::knownMessages_haveKnownSums()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, sum);
    for (const auto instructions : {Sha256::Instructions::Best, Sha256::Instructions::Plain})
        QCOMPARE(sumOf(message.toStdString(), instructions), sum.toStdString());
}

void Sha256Test::anyLength_inAnyParts_isAsQtHasIt()
{
    Random random(3);
    std::string bytes;
    for (int length = 0; length < 300; ++length, bytes += static_cast<char>(random.uniform(0, 256))) {
        const QByteArray all(bytes.data(), length);
        const std::string expected = QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().toStdString();
        for (const auto instructions : {Sha256::Instructions::Best, Sha256::Instructions::Plain}) {
            QCOMPARE(sumOf(bytes, instructions), expected);
            Sha256 inParts(instructions);
            for (std::size_t at = 0, part = 1; at < bytes.size(); at += part, part = part * 3 % 71)
                inParts.add(std::string_view(bytes).substr(at, part));
            QCOMPARE(inParts.finish(), expected);
        }
    }
}

QTEST_GUILESS_MAIN(Sha256Test)
#include "sha256_test.moc"
