// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keysheet.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace sonoloom
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KeySheet)
};

/// Rows of a table under a heading; a new heading ends the table before it.
class Sheet
{
public:
    void add(const QString& group, const QString& text, const QString& keys)
    {
        if (group != group_) {
            html_ += (group_.isEmpty() ? QString() : QStringLiteral("</table>")) +
                     QStringLiteral("<h3>%1</h3><table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\">").arg(group.toHtmlEscaped());
            group_ = group;
        }
        html_ += QStringLiteral("<tr><td width=\"65%\">%1</td><td><b>%2</b></td></tr>")
                     .arg(text.toHtmlEscaped(), keys.isEmpty() ? QStringLiteral("—") : keys.toHtmlEscaped());
    }
    QString html() const { return html_ + (group_.isEmpty() ? QString() : QStringLiteral("</table>")); }

private:
    QString group_;
    QString html_;
};

} // namespace

QString keySheetHtml(const KeyMap& keys, const std::vector<Gesture>& gestures)
{
    Sheet sheet;
    for (const KeyMap::Entry& entry : keys.entries())
        sheet.add(entry.group, entry.text, keys.keyText(entry.id));
    for (const Gesture& gesture : gestures)
        sheet.add(gesture.where, gesture.meaning, gesture.gesture);
    const QString title = Texts::tr("Keys of Sonoloom");
    return QStringLiteral("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title></head>"
                          "<body style=\"font-family:sans-serif\"><h2>%1</h2>%2</body></html>\n")
        .arg(title.toHtmlEscaped(), sheet.html());
}

QByteArray keySheetPdf(const QString& html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument document;
    document.setHtml(html);
    document.print(&writer);
    return bytes;
}

} // namespace sonoloom
