<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Codec</name>
    <message>
        <source>Riffusion mel image</source>
        <translation>Riffusion-Mel-Bild</translation>
    </message>
    <message>
        <source>Resonance bytes</source>
        <translation>Resonance-Bytes</translation>
    </message>
    <message>
        <source>Magnitude and phase (wav_diff)</source>
        <translation>Betrag und Phase (wav_diff)</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>%1
Double click: back to %2</source>
        <translation>%1
Doppelklick: zurück auf %2</translation>
    </message>
</context>
<context>
    <name>Params</name>
    <message>
        <source>Max volume</source>
        <translation>Max. Pegel</translation>
    </message>
    <message>
        <source>Level that becomes the darkest pixel; louder is clipped (level fixed)</source>
        <translation>Pegel, der zum dunkelsten Pixel wird; Lauteres wird begrenzt (Pegel fixed)</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potenz</translation>
    </message>
    <message>
        <source>Exponent that compresses the level; small values lift quiet sound</source>
        <translation>Exponent, der den Pegel staucht; kleine Werte heben Leises an</translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation>Mel-Bänder</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>Höhe des Bildes</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Length of sound in one image</source>
        <translation>Länge des Klangs in einem Bild</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>minmax stretches each image as the peer does and loses its level; fixed takes maxvol; shared finds one maxvol for the whole set; peak is riffusion-hobby&apos;s</source>
        <translation>minmax streckt jedes Bild wie das Vorbild und verliert seinen Pegel; fixed nimmt den maximalen Pegel; shared findet einen für alle Bilder; peak ist die Art von riffusion-hobby</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>Unterste Frequenz</translation>
    </message>
    <message>
        <source>Lower edge of the lowest band</source>
        <translation>Untere Grenze des untersten Bandes</translation>
    </message>
    <message>
        <source>Top frequency</source>
        <translation>Oberste Frequenz</translation>
    </message>
    <message>
        <source>Upper edge of the highest band, at most half the sample rate</source>
        <translation>Obere Grenze des obersten Bandes, höchstens die halbe Abtastrate</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time from one column to the next</source>
        <translation>Zeit von einer Spalte zur nächsten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Length of sound that one column looks at</source>
        <translation>Länge des Klangs, den eine Spalte betrachtet</translation>
    </message>
    <message>
        <source>Padded window</source>
        <translation>Aufgefülltes Fenster</translation>
    </message>
    <message>
        <source>Length of the Fourier transform around the window</source>
        <translation>Länge der Fourier-Transformation um das Fenster</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>auto keeps mono and stereo as they are; more channels are mixed to stereo</source>
        <translation>auto lässt Mono und Stereo, wie sie sind; mehr Kanäle werden zu Stereo gemischt</translation>
    </message>
    <message>
        <source>Bits a pixel</source>
        <translation>Bits je Pixel</translation>
    </message>
    <message>
        <source>16 bits keep the level finer; diffusion tools want 8</source>
        <translation>16 Bits halten den Pegel feiner; Diffusionsprogramme wollen 8</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Write mono images as R = G = B, which diffusion tools want</source>
        <translation>Mono-Bilder als R = G = B schreiben, wie Diffusionsprogramme es wollen</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>One wide image for the whole sound instead of tiles</source>
        <translation>Ein breites Bild für den ganzen Klang statt Kacheln</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Nachbearbeiten</translation>
    </message>
    <message>
        <source>Bring decoded sound to -12 dBFS and its peak to -0.1 dBFS, as riffusion-hobby does</source>
        <translation>Dekodierten Klang auf -12 dBFS und seine Spitze auf -0,1 dBFS bringen, wie riffusion-hobby</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How phase is found: draft is the fastest, best the truest, peer is torchaudio&apos;s way</source>
        <translation>Wie die Phase gefunden wird: draft ist am schnellsten, best am treuesten, peer der Weg von torchaudio</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Rounds of refinement; 0 takes the method&apos;s own number</source>
        <translation>Runden der Verfeinerung; 0 nimmt die eigene Zahl des Verfahrens</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Start of the random numbers of method peer</source>
        <translation>Anfang der Zufallszahlen des Verfahrens peer</translation>
    </message>
    <message>
        <source>Bits a sample</source>
        <translation>Bits je Abtastwert</translation>
    </message>
    <message>
        <source>Sample format of wav and flac files</source>
        <translation>Abtastformat von wav- und flac-Dateien</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>audio is a sound file; mel and stft are numbers, [bands x frames], in a .npy file</source>
        <translation>audio ist eine Klangdatei; mel und stft sind Zahlen, [Bänder x Rahmen], in einer .npy-Datei</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Rate of the written sound; 0 takes the images&apos; own</source>
        <translation>Rate des geschriebenen Klangs; 0 nimmt die der Bilder</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of an image</source>
        <translation>Breite eines Bildes</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of an image</source>
        <translation>Höhe eines Bildes</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Dehnung</translation>
    </message>
    <message>
        <source>Side of the block that carries three bytes, or one bit</source>
        <translation>Seite des Blocks, der drei Bytes oder ein Bit trägt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>bytes are colours, as the peer writes them; bits are black and white and survive noise and JPEG</source>
        <translation>bytes sind Farben, wie das Vorbild sie schreibt; bits sind schwarz und weiß und überstehen Rauschen und JPEG</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Width and height of a magnitude and phase image</source>
        <translation>Breite und Höhe eines Bildes von Betrag und Phase</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>exact gives each cell of the transform its own pixel at any size; resized stretches the peer&apos;s 1025 x 1025 cells and loses by it</source>
        <translation>exact gibt jeder Zelle der Transformierten bei jeder Größe ein eigenes Pixel; resized dehnt die 1025 x 1025 Zellen des Vorbilds und verliert dabei</translation>
    </message>
    <message>
        <source>Trim below</source>
        <translation>Abschneiden unter</translation>
    </message>
    <message>
        <source>Leaves out beginning and end where they are so far below the loudest place; 0 keeps all</source>
        <translation>Lässt Anfang und Ende weg, wo sie so weit unter der lautesten Stelle liegen; 0 behält alles</translation>
    </message>
    <message>
        <source>Good enough at</source>
        <translation>Gut genug ab</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Stops where the image would differ by so many levels of 255 on average; 0 does every round</source>
        <translation>Hört auf, wo das Bild im Mittel um so viele von 255 Stufen abwiche; 0 macht jede Runde</translation>
    </message>
    <message>
        <source>16 bits keep all; 8 are what diffusion tools read, with a little noise</source>
        <translation>16 Bit behalten alles; 8 lesen die Diffusionsprogramme, mit ein wenig Rauschen</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Decoding: stored takes the images&apos; phases; found ignores them and finds new ones by --method, for images that a model painted</source>
        <translation>Beim Dekodieren: stored nimmt die Phasen der Bilder; found übergeht sie und sucht neue mit --method, für Bilder, die ein Modell gemalt hat</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Weaves sound into images and back.</source>
        <translation>Webt Klang in Bilder und zurück.</translation>
    </message>
    <message>
        <source>Start without the bundled sample.</source>
        <translation>Ohne das mitgelieferte Beispiel starten.</translation>
    </message>
    <message>
        <source>A sound file, or images.</source>
        <translation>Eine Klangdatei oder Bilder.</translation>
    </message>
</context>
<context>
    <name>sonoloom::Exporter</name>
    <message>
        <source>There is no sound to make images of; open one.</source>
        <translation>Es gibt keinen Klang, aus dem Bilder werden könnten; bitte einen öffnen.</translation>
    </message>
    <message>
        <source>There is no sound to write yet; press Reconstruct first.</source>
        <translation>Es gibt noch keinen Klang zum Schreiben; bitte zuerst rekonstruieren.</translation>
    </message>
</context>
<context>
    <name>sonoloom::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop this; nothing half-written is left</source>
        <translation>Anhalten; nichts halb Geschriebenes bleibt zurück</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>sonoloom::MainWindow</name>
    <message>
        <source>Sonoloom</source>
        <translation>Sonoloom</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>drawing …</source>
        <translation>wird gezeichnet …</translation>
    </message>
    <message>
        <source>Reconstructing …</source>
        <translation>Wird rekonstruiert …</translation>
    </message>
    <message>
        <source>Drop a sound file or images here, or open one with Ctrl+O.</source>
        <translation>Eine Klangdatei oder Bilder hier ablegen oder mit Strg+O öffnen.</translation>
    </message>
    <message>
        <source>Press Reconstruct to hear what the images hold.</source>
        <translation>„Rekonstruieren“ macht hörbar, was in den Bildern steckt.</translation>
    </message>
    <message>
        <source>of earlier parameters</source>
        <translation>von früheren Parametern</translation>
    </message>
    <message>
        <source>image met within %1 levels</source>
        <translation>Bild getroffen auf %1 Stufen</translation>
    </message>
    <message>
        <source>%1 · column %2 · %3 Hz · %4 dB</source>
        <translation>%1 · Spalte %2 · %3 Hz · %4 dB</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Export &amp;images …</source>
        <translation>&amp;Bilder exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export &amp;result …</source>
        <translation>&amp;Ergebnis exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Export ori&amp;ginal …</source>
        <translation>&amp;Original exportieren …</translation>
    </message>
    <message>
        <source>&amp;Bits a sample of wav and flac</source>
        <translation>Bits je &amp;Abtastwert von wav und flac</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Play or pause	Space</source>
        <translation>Wiedergabe oder Pause	Leertaste</translation>
    </message>
    <message>
        <source>Switch A and B	Tab</source>
        <translation>Zwischen A und B wechseln	Tab</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reconstruct</source>
        <translation>&amp;Rekonstruieren</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Cancel reconstruction</source>
        <translation>Rekonstruktion &amp;abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show selection</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbgebung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Space: play or pause
Tab: switch between original and result
L: loop the selection, or all
Home, End: start, end
Ctrl+R: reconstruct
Ctrl++, Ctrl+-, F: zoom in, out, show all
Wheel: move in time; Ctrl+wheel: zoom
Drag in a spectrogram: select
Drag an image: into another program</source>
        <translation>Leertaste: Wiedergabe oder Pause
Tab: zwischen Original und Ergebnis wechseln
L: die Auswahl oder alles wiederholen
Pos1, Ende: Anfang, Ende
Strg+R: rekonstruieren
Strg++, Strg+-, F: vergrößern, verkleinern, alles zeigen
Mausrad: in der Zeit bewegen; Strg+Mausrad: Größe ändern
In einem Spektrogramm ziehen: auswählen
Ein Bild ziehen: in ein anderes Programm</translation>
    </message>
    <message>
        <source>&amp;About Sonoloom</source>
        <translation>Ü&amp;ber Sonoloom</translation>
    </message>
    <message>
        <source>About Sonoloom</source>
        <translation>Über Sonoloom</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sonoloom %1&lt;/b&gt;&lt;p&gt;Weaves sound into images and back.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Sonoloom %1&lt;/b&gt;&lt;p&gt;Webt Klang in Bilder und zurück.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Open a sound file or images</source>
        <translation>Eine Klangdatei oder Bilder öffnen</translation>
    </message>
    <message>
        <source>Sound and images (%1);;All files (*)</source>
        <translation>Klang und Bilder (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Replace images?</source>
        <translation>Bilder ersetzen?</translation>
    </message>
    <message>
        <source>There are images of &apos;%1&apos; in that folder. Replace them?</source>
        <translation>In diesem Ordner gibt es schon Bilder von „%1“. Ersetzen?</translation>
    </message>
    <message>
        <source>Export sound</source>
        <translation>Klang exportieren</translation>
    </message>
    <message>
        <source>Sound (%1)</source>
        <translation>Klang (%1)</translation>
    </message>
    <message>
        <source>The images are being made; drag again in a moment.</source>
        <translation>Die Bilder entstehen noch; bitte gleich nochmals ziehen.</translation>
    </message>
    <message>
        <source>Written to %1: %2</source>
        <translation>Nach %1 geschrieben: %2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>What the images hold</source>
        <translation>Was in den Bildern steckt</translation>
    </message>
    <message>
        <source>draft, refining …</source>
        <translation>Entwurf, wird verfeinert …</translation>
    </message>
    <message>
        <source>Images of this format are not spectrograms of magnitudes; the result shows their sound.</source>
        <translation>Bilder dieses Formats sind keine Spektrogramme von Beträgen; das Ergebnis zeigt ihren Klang.</translation>
    </message>
</context>
<context>
    <name>sonoloom::NoticeBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>sonoloom::ParametersPanel</name>
    <message>
        <source>Exactly as the format&apos;s first program</source>
        <translation>Genau wie das erste Programm dieses Formats</translation>
    </message>
    <message>
        <source>More parameters</source>
        <translation>Weitere Parameter</translation>
    </message>
    <message>
        <source>Mono, 44.1 kHz, each image stretched by itself: for models trained on its images</source>
        <translation>Mono, 44,1 kHz, jedes Bild für sich gestreckt: für Modelle, die mit dessen Bildern trainiert sind</translation>
    </message>
    <message>
        <source>max volume used: %1</source>
        <translation>verwendeter max. Pegel: %1</translation>
    </message>
    <message>
        <source>%1 % of the pixels clipped</source>
        <translation>%1 % der Pixel begrenzt</translation>
    </message>
    <message>
        <source>Images: %1</source>
        <translation>Bilder: %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Format of the images</source>
        <translation>Format der Bilder</translation>
    </message>
</context>
<context>
    <name>sonoloom::Player</name>
    <message>
        <source>The audio device stopped; connect it again and press play.</source>
        <translation>Das Audiogerät ist weg; bitte wieder anschließen und auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <source>There is no audio output; connect one and press play again.</source>
        <translation>Es gibt keine Audioausgabe; bitte eine anschließen und nochmals auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <source>%1: %2 Hz to %3 Hz</source>
        <translation>%1: %2 Hz auf %3 Hz</translation>
    </message>
</context>
<context>
    <name>sonoloom::ResultPanel</name>
    <message>
        <source>Reconstruct</source>
        <translation>Rekonstruieren</translation>
    </message>
    <message>
        <source>Make sound of the images again (Ctrl+R)</source>
        <translation>Aus den Bildern wieder Klang machen (Strg+R)</translation>
    </message>
    <message>
        <source>Image met within</source>
        <translation>Bild getroffen auf</translation>
    </message>
    <message>
        <source>Mean difference between the images and those that the result would give, of 255 levels</source>
        <translation>Mittlerer Unterschied zwischen den Bildern und denen, die das Ergebnis gäbe, von 255 Stufen</translation>
    </message>
    <message>
        <source>Spectral convergence</source>
        <translation>Spektrale Konvergenz</translation>
    </message>
    <message>
        <source>Energy of the magnitudes&apos; error against the original&apos;s; lower is truer</source>
        <translation>Energie des Betragsfehlers gegen die des Originals; niedriger ist treuer</translation>
    </message>
    <message>
        <source>Log-spectral distance</source>
        <translation>Log-spektraler Abstand</translation>
    </message>
    <message>
        <source>Mean difference of the magnitudes in dB; lower is truer</source>
        <translation>Mittlerer Unterschied der Beträge in dB; niedriger ist treuer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Loudness of the result against the original&apos;s</source>
        <translation>Lautheit des Ergebnisses gegen die des Originals</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Not reconstructed yet.</source>
        <translation>Noch nicht rekonstruiert.</translation>
    </message>
    <message>
        <source>The result is up to date.</source>
        <translation>Das Ergebnis ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Parameters changed since; reconstruct again to hear them.</source>
        <translation>Seither haben sich Parameter geändert; zum Hören neu rekonstruieren.</translation>
    </message>
    <message>
        <source>%1 levels</source>
        <translation>%1 Stufen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Reconstruct by itself after each change, and let it sound at once (sounds up to two minutes)</source>
        <translation>Nach jeder Änderung von selbst rekonstruieren und sofort hören lassen (Klänge bis zwei Minuten)</translation>
    </message>
</context>
<context>
    <name>sonoloom::Session</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>sonoloom::TilesView</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The images as they are written. Drag one into a file manager or another program.</source>
        <translation>Die Bilder, wie sie geschrieben werden. Eines lässt sich in eine Dateiverwaltung oder ein anderes Programm ziehen.</translation>
    </message>
    <message>
        <source>%1 · pixel %2, %3 · value %4</source>
        <translation>%1 · Pixel %2, %3 · Wert %4</translation>
    </message>
</context>
<context>
    <name>sonoloom::TransportBar</name>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Wiedergabe oder Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Back to the start (Home)</source>
        <translation>Zurück zum Anfang (Pos1)</translation>
    </message>
    <message>
        <source>Repeat the selection, or all (L)</source>
        <translation>Die Auswahl oder alles wiederholen (L)</translation>
    </message>
    <message>
        <source>Hear the original (Tab switches while playing)</source>
        <translation>Das Original hören (Tab wechselt während der Wiedergabe)</translation>
    </message>
    <message>
        <source>Hear the reconstruction (Tab switches while playing)</source>
        <translation>Die Rekonstruktion hören (Tab wechselt während der Wiedergabe)</translation>
    </message>
    <message>
        <source>A  Original</source>
        <translation>A  Original</translation>
    </message>
    <message>
        <source>B  Result</source>
        <translation>B  Ergebnis</translation>
    </message>
    <message>
        <source>Volume; does not change what is exported</source>
        <translation>Lautstärke; ändert nichts am Export</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
</TS>
