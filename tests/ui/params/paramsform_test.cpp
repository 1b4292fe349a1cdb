// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"
#include "ui/params/paramsform.h"
#include "ui/params/sliderscale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

using namespace sonoloom;

class ParamsFormTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyField_hasAnEditor();
    void refresh_showsValues_silently();
    void slider_moved_tellsARoundNumber();
    void number_typed_movesTheSlider();
    void number_ofThousands_hasNoSeparator();
    void choice_andFlag_areTold();
    void labelDoubleClicked_goesBackToDefault();
    void scale_ofWideRanges_isLogarithmic();
    void value_beyondTheSlider_isKept();
    void drag_settlesWhenLetGo_everythingElseAtOnce();

private:
    template <class Widget>
    Widget* editor(const char* name) const
    {
        return form_->findChild<Widget*>(QLatin1String(name));
    }

    std::unique_ptr<Codec> codec_;
    std::unique_ptr<ParamsForm> form_;
};

void ParamsFormTest::init()
{
    codec_ = makeCodec("riffusion");
    form_ = std::make_unique<ParamsForm>();
    form_->setFields(codec_->fields());
}

void ParamsFormTest::everyField_hasAnEditor()
{
    QCOMPARE(form_->keys().size(), static_cast<qsizetype>(codec_->fields().size()));
    for (const Field& field : codec_->fields())
        QVERIFY2(form_->findChild<QWidget*>(QString::fromStdString(std::string(field.key))) || std::holds_alternative<bool*>(field.value),
                 std::string(field.key).c_str());
}

void ParamsFormTest::refresh_showsValues_silently()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    QVERIFY(setFieldText(*findField(codec_->fields(), "n-mels"), "300"));
    QVERIFY(setFieldText(*findField(codec_->fields(), "level"), "fixed"));
    form_->refresh(codec_->fields());
    QCOMPARE(editor<QDoubleSpinBox>("n-mels")->value(), 300.0);
    QCOMPARE(editor<QComboBox>("level")->currentText(), QString("fixed"));
    QCOMPARE(edited.size(), 0);
}

void ParamsFormTest::slider_moved_tellsARoundNumber()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    editor<QSlider>("n-mels-slider")->setValue(250);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(0).toString(), QString("n-mels"));
    bool whole = false;
    const int value = edited.front().at(1).toString().toInt(&whole);
    QVERIFY(whole && value > 32 && value < 512);
    QCOMPARE(editor<QDoubleSpinBox>("n-mels")->value(), static_cast<double>(value));
}

void ParamsFormTest::number_typed_movesTheSlider()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    const int before = editor<QSlider>("power-slider")->value();
    editor<QDoubleSpinBox>("power")->setValue(0.75);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(1).toString(), QString("0.75"));
    QVERIFY(editor<QSlider>("power-slider")->value() > before);
}

void ParamsFormTest::number_ofThousands_hasNoSeparator()
{
    auto* duration = editor<QDoubleSpinBox>("duration");
    duration->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    duration->setValue(12345);
    QCOMPARE(duration->cleanText(), QString("12345"));
}

void ParamsFormTest::choice_andFlag_areTold()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    auto* level = editor<QComboBox>("level");
    level->setCurrentText("peak");
    emit level->activated(level->currentIndex());
    QCOMPARE(edited.takeFirst().at(1).toString(), QString("peak"));
    auto* flag = form_->findChild<QCheckBox*>();
    QVERIFY(flag);
    flag->click();
    QCOMPARE(edited.takeFirst().at(1).toString(), QString("true"));
}

void ParamsFormTest::labelDoubleClicked_goesBackToDefault()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    for (QLabel* label : form_->findChildren<QLabel*>())
        if (label->buddy() == editor<QDoubleSpinBox>("power"))
            QTest::mouseDClick(label, Qt::LeftButton);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(1).toString(), QString("0.25"));
}

void ParamsFormTest::scale_ofWideRanges_isLogarithmic()
{
    const auto fields = codec_->fields();
    const SliderScale maxvol = sliderScale(*findField(fields, "maxvol"));
    QVERIFY(maxvol.logarithmic);
    QVERIFY(std::abs(maxvol.shareOf(maxvol.rounded(0.5)) - 0.5) < 0.01);
    QCOMPARE(maxvol.rounded(0), 1.0);
    QCOMPARE(maxvol.rounded(1), 1000.0);
    QVERIFY(!sliderScale(*findField(fields, "power")).logarithmic);
}

void ParamsFormTest::value_beyondTheSlider_isKept()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    editor<QDoubleSpinBox>("maxvol")->setValue(50'000);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(1).toString().toDouble(), 50'000.0);
    QCOMPARE(editor<QSlider>("maxvol-slider")->value(), 1000);
}

void ParamsFormTest::drag_settlesWhenLetGo_everythingElseAtOnce()
{
    QSignalSpy edited(form_.get(), &ParamsForm::edited);
    QSignalSpy settled(form_.get(), &ParamsForm::settled);
    auto* slider = editor<QSlider>("maxvol-slider");
    slider->setSliderDown(true);
    slider->setValue(600);
    slider->setValue(700);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(settled.size(), 0);
    slider->setSliderDown(false);
    QCOMPARE(settled.size(), 1);
    slider->setValue(710); // a key
    QCOMPARE(settled.size(), 2);
    editor<QDoubleSpinBox>("power")->setValue(0.5);
    QCOMPARE(settled.size(), 3);
    form_->findChild<QCheckBox*>()->click();
    QCOMPARE(settled.size(), 4);
}

QTEST_MAIN(ParamsFormTest)
#include "paramsform_test.moc"
