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
    <name>Fault</name>
    <message>
        <source>Frame in the picture</source>
        <translation>Rahmen im Bild</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbtafel</translation>
    </message>
    <message>
        <source>JPEG traces</source>
        <translation>JPEG-Spuren</translation>
    </message>
    <message>
        <source>Resized</source>
        <translation>Größe verändert</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Beschnitten</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>8 bits of 16</source>
        <translation>8 Bit von 16</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Narrow range</source>
        <translation>Enger Bereich</translation>
    </message>
    <message>
        <source>No low bands</source>
        <translation>Keine tiefen Bänder</translation>
    </message>
    <message>
        <source>No high bands</source>
        <translation>Keine hohen Bänder</translation>
    </message>
    <message>
        <source>Too many bands</source>
        <translation>Zu viele Bänder</translation>
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
    <message>
        <source>Slowest tempo</source>
        <translation>Langsamstes Tempo</translation>
    </message>
    <message>
        <source>Slower readings of the beat are taken at twice the tempo</source>
        <translation>Langsamer gelesene Schläge gelten mit doppeltem Tempo</translation>
    </message>
    <message>
        <source>Fastest tempo</source>
        <translation>Schnellstes Tempo</translation>
    </message>
    <message>
        <source>Faster readings of the beat are taken at half the tempo</source>
        <translation>Schneller gelesene Schläge gelten mit halbem Tempo</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>Verstärkung des Unterschieds</translation>
    </message>
    <message>
        <source>By what the difference is multiplied in pictures</source>
        <translation>Womit der Unterschied in Bildern malgenommen wird</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Finds how sounds lie to each other in time and takes the offset out</source>
        <translation>Findet, wie Klänge in der Zeit zueinander liegen, und nimmt den Versatz heraus</translation>
    </message>
    <message>
        <source>Match the level</source>
        <translation>Pegel angleichen</translation>
    </message>
    <message>
        <source>Takes out by how much the second sound is louder, and an opposite polarity</source>
        <translation>Nimmt heraus, um wie viel der zweite Klang lauter ist, und umgekehrte Polarität</translation>
    </message>
    <message>
        <source>Compare up to</source>
        <translation>Vergleichen bis</translation>
    </message>
    <message>
        <source>Highest frequency that the spectral figures look at; 0 is half the sample rate</source>
        <translation>Höchste Frequenz, auf die die spektralen Werte sehen; 0 ist die halbe Abtastrate</translation>
    </message>
    <message>
        <source>Length of the transition</source>
        <translation>Länge des Übergangs</translation>
    </message>
    <message>
        <source>How long both sound; 0 takes the bars</source>
        <translation>Wie lange beide klingen; 0 nimmt die Takte</translation>
    </message>
    <message>
        <source>Bars of the transition</source>
        <translation>Takte des Übergangs</translation>
    </message>
    <message>
        <source>Its length in bars of the first sound; without a tempo each is taken as 2 s</source>
        <translation>Seine Länge in Takten des ersten Klangs; ohne Tempo gilt jeder als 2 s</translation>
    </message>
    <message>
        <source>beat and bar lay the second sound&apos;s on the first&apos;s, correlation lays the same music on itself</source>
        <translation>beat und bar legen Schlag oder Takt des zweiten Klangs auf den des ersten, correlation legt gleiche Musik auf sich selbst</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>power keeps the power, linear the sum of the gains, bands changes highs first and basses last</source>
        <translation>power erhält die Leistung, linear die Summe der Verstärkungen, bands wechselt die Höhen zuerst und die Bässe zuletzt</translation>
    </message>
    <message>
        <source>Same tempo</source>
        <translation>Gleiches Tempo</translation>
    </message>
    <message>
        <source>Stretches the second sound to the first one&apos;s tempo, at the same pitch</source>
        <translation>Dehnt den zweiten Klang auf das Tempo des ersten, bei gleicher Tonhöhe</translation>
    </message>
    <message>
        <source>Match the loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source>Brings the second sound to the first one&apos;s loudness</source>
        <translation>Bringt den zweiten Klang auf die Lautheit des ersten</translation>
    </message>
    <message>
        <source>Missing images</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>Where images are missing between others: join leaves their time out, silence keeps it; in Resonance&apos;s it is always kept</source>
        <translation>Wo Bilder zwischen anderen fehlen: join lässt ihre Zeit weg, silence behält sie; bei Resonance bleibt sie immer</translation>
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
        <source>Compare two sounds, images or folders of images.</source>
        <translation>Zwei Klänge, Bilder oder Ordner mit Bildern vergleichen.</translation>
    </message>
    <message>
        <source>A sound file, images or a project.</source>
        <translation>Eine Klangdatei, Bilder oder ein Projekt.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ComparePage</name>
    <message>
        <source>The workbench&apos;s original</source>
        <translation>Das Original der Werkbank</translation>
    </message>
    <message>
        <source>The workbench&apos;s result</source>
        <translation>Das Ergebnis der Werkbank</translation>
    </message>
    <message>
        <source>Exchange A and B</source>
        <translation>A und B vertauschen</translation>
    </message>
    <message>
        <source>Make them sound</source>
        <translation>Klingen lassen</translation>
    </message>
    <message>
        <source>Make sound of all images of A and of B, to hear them and their difference below</source>
        <translation>Aus allen Bildern von A und von B Klang machen, um sie und ihren Unterschied unten zu hören</translation>
    </message>
    <message>
        <source>Write report …</source>
        <translation>Bericht schreiben …</translation>
    </message>
    <message>
        <source>Pictures, figures as CSV and JSON, and a page to look at and listen to anywhere</source>
        <translation>Bilder, Werte als CSV und JSON und eine Seite, die man überall ansehen und anhören kann</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Beside each other</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>With a divider</source>
        <translation>Mit einem Teiler</translation>
    </message>
    <message>
        <source>How A and B are shown</source>
        <translation>Wie A und B gezeigt werden</translation>
    </message>
    <message>
        <source>Of levels</source>
        <translation>Der Pegel</translation>
    </message>
    <message>
        <source>A − B as a sound</source>
        <translation>A − B als Klang</translation>
    </message>
    <message>
        <source>Which difference is shown</source>
        <translation>Welcher Unterschied gezeigt wird</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>Teiler</translation>
    </message>
    <message>
        <source>Left of the divider is A, right of it B; it can be dragged in the picture, too</source>
        <translation>Links vom Teiler ist A, rechts B; er lässt sich auch im Bild ziehen</translation>
    </message>
    <message>
        <source>A and B</source>
        <translation>A und B</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>The report is written: open %1 in a browser.</source>
        <translation>Der Bericht ist geschrieben: %1 in einem Browser öffnen.</translation>
    </message>
    <message>
        <source>The workbench has no sound open.</source>
        <translation>In der Werkbank ist kein Klang offen.</translation>
    </message>
    <message>
        <source>The workbench has no result yet; press Reconstruct there.</source>
        <translation>Die Werkbank hat noch kein Ergebnis; dort Rekonstruieren drücken.</translation>
    </message>
    <message>
        <source>Open or drop an original as A and what was made of it as B:
two sounds, two images or two folders of images.</source>
        <translation>Ein Original als A und was daraus wurde als B öffnen oder ablegen:
zwei Klänge, zwei Bilder oder zwei Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>These two cannot be compared.</source>
        <translation>Diese beiden lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Replace the report?</source>
        <translation>Bericht ersetzen?</translation>
    </message>
    <message>
        <source>There is a report in that folder. Replace it?</source>
        <translation>In diesem Ordner ist ein Bericht. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>sonoloom::CompareSession</name>
    <message>
        <source>%1 images have no partner and are left out: %2 …</source>
        <translation>%1 Bilder haben keinen Partner und bleiben weg: %2 …</translation>
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
    <name>sonoloom::ImagePane</name>
    <message>
        <source>pixel %1, %2 · value %3</source>
        <translation>Pixel %1, %2 · Wert %3</translation>
    </message>
</context>
<context>
    <name>sonoloom::ImagePanel</name>
    <message>
        <source>No image of sound (%1)</source>
        <translation>Kein Bild eines Klangs (%1)</translation>
    </message>
    <message>
        <source>Mend what can be mended</source>
        <translation>Heilen, was zu heilen ist</translation>
    </message>
    <message>
        <source>Save mended images …</source>
        <translation>Geheilte Bilder sichern …</translation>
    </message>
    <message>
        <source>Read the images as if they had never been spoiled; the files stay as they are</source>
        <translation>Die Bilder lesen, als wären sie nie verdorben worden; die Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 images, %2</source>
        <translation>%1 Bilder, %2</translation>
    </message>
    <message>
        <source>They carry no parameters; those below are the format&apos;s defaults.</source>
        <translation>Sie tragen keine Parameter; unten stehen die Vorgaben des Formats.</translation>
    </message>
    <message>
        <source>Parameters: %1.</source>
        <translation>Parameter: %1.</translation>
    </message>
    <message>
        <source> (%1 of %2 images)</source>
        <translation> (%1 von %2 Bildern)</translation>
    </message>
    <message>
        <source>Nothing is wrong with them.</source>
        <translation>Ihnen fehlt nichts.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ImagePanes</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>A  %1 | B  %2</source>
        <translation>A  %1 | B  %2</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>Difference × %1</source>
        <translation>Unterschied × %1</translation>
    </message>
</context>
<context>
    <name>sonoloom::InputSlot</name>
    <message>
        <source>Sound or image …</source>
        <translation>Klang oder Bild …</translation>
    </message>
    <message>
        <source>Folder of images …</source>
        <translation>Ordner mit Bildern …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Drop a sound, an image or a folder of images here</source>
        <translation>Klang, Bild oder Ordner mit Bildern hier ablegen</translation>
    </message>
    <message>
        <source>Open a sound or an image to compare</source>
        <translation>Klang oder Bild zum Vergleichen öffnen</translation>
    </message>
    <message>
        <source>Sound and images (%1);;All files (*)</source>
        <translation>Klang und Bilder (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of images to compare</source>
        <translation>Ordner mit Bildern zum Vergleichen öffnen</translation>
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
    <message>
        <source>Opened images</source>
        <translation>Geöffnete Bilder</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;sichern</translation>
    </message>
    <message>
        <source>Save project &amp;as …</source>
        <translation>Projekt sichern &amp;als …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Export images as &amp;RGB …</source>
        <translation>Bilder als &amp;RGB exportieren …</translation>
    </message>
    <message>
        <source>8-bit RGB, which every trainer and generator reads right: many drop or clip 16 bits and grey</source>
        <translation>RGB mit 8 Bit, das jedes Programm zum Trainieren und Malen richtig liest: viele verlieren bei 16 Bit oder Grau etwas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>Hear the difference</source>
        <translation>Den Unterschied hören</translation>
    </message>
    <message>
        <source>Zoom frequencies in</source>
        <translation>Frequenzen vergrößern</translation>
    </message>
    <message>
        <source>Shift+Up</source>
        <translation>Shift+Up</translation>
    </message>
    <message>
        <source>Zoom frequencies out</source>
        <translation>Frequenzen verkleinern</translation>
    </message>
    <message>
        <source>Shift+Down</source>
        <translation>Shift+Down</translation>
    </message>
    <message>
        <source>Show all frequencies</source>
        <translation>Alle Frequenzen zeigen</translation>
    </message>
    <message>
        <source>Shift+F</source>
        <translation>Shift+F</translation>
    </message>
    <message>
        <source>&amp;Workbench</source>
        <translation>&amp;Werkbank</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;Comparison</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Compare original and &amp;result</source>
        <translation>Original und &amp;Ergebnis vergleichen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Space: play or pause
Tab: switch between original and result
L: loop the selection, or all
Home, End: start, end
Ctrl+R: reconstruct
Ctrl++, Ctrl+-, F: zoom in, out, show all
D: hear the difference of both
Wheel: move in time; Ctrl+wheel: zoom; Shift, Alt+wheel: the same for frequencies
Drag in a spectrogram: select
Drag an image: into another program</source>
        <translation>Leertaste: spielen oder anhalten
Tab: zwischen Original und Ergebnis wechseln
L: Auswahl oder alles wiederholen
Pos1, Ende: Anfang, Ende
Strg+R: rekonstruieren
Strg++, Strg+-, F: vergrößern, verkleinern, alles zeigen
D: den Unterschied beider hören
Rad: in der Zeit bewegen; Strg+Rad: vergrößern; Umschalt, Alt+Rad: dasselbe für Frequenzen
In einem Spektrogramm ziehen: auswählen
Ein Bild ziehen: in ein anderes Programm</translation>
    </message>
    <message>
        <source>Open a sound file, images or a project</source>
        <translation>Klangdatei, Bilder oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Sound, images and projects (%1);;All files (*)</source>
        <translation>Klang, Bilder und Projekte (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Make images of a sound, and sound of images (F5)</source>
        <translation>Bilder aus Klang machen und Klang aus Bildern (F5)</translation>
    </message>
    <message>
        <source>Compare two sounds, images or folders of images (F6)</source>
        <translation>Zwei Klänge, Bilder oder Ordner mit Bildern vergleichen (F6)</translation>
    </message>
    <message>
        <source>The project is saved as %1.</source>
        <translation>Das Projekt ist als %1 gesichert.</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt sichern</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Projekte (*%1)</translation>
    </message>
    <message>
        <source>Replace the project?</source>
        <translation>Projekt ersetzen?</translation>
    </message>
    <message>
        <source>There is a project %1. Replace it?</source>
        <translation>Es gibt ein Projekt %1. Ersetzen?</translation>
    </message>
    <message>
        <source>Save the project?</source>
        <translation>Projekt sichern?</translation>
    </message>
    <message>
        <source>The parameters of &apos;%1&apos; were changed. Save them as a project?</source>
        <translation>Die Parameter von „%1“ wurden geändert. Als Projekt sichern?</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Wo ist %1?</translation>
    </message>
    <message>
        <source>The project works on %1, which is not there any more. Choose where it is now?</source>
        <translation>Das Projekt arbeitet an %1, das nicht mehr da ist. Zeigen, wo es jetzt ist?</translation>
    </message>
    <message>
        <source>Recover your work?</source>
        <translation>Arbeit wiederherstellen?</translation>
    </message>
    <message>
        <source>Sonoloom did not end as it should. Recover the work on &apos;%1&apos; of %2?</source>
        <translation>Sonoloom endete nicht, wie es sollte. Die Arbeit an „%1“ von %2 wiederherstellen?</translation>
    </message>
</context>
<context>
    <name>sonoloom::MeasuresPanel</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 samples (%2 s)</source>
        <translation>%1 Abtastwerte (%2 s)</translation>
    </message>
    <message>
        <source>, inverted</source>
        <translation>, umgepolt</translation>
    </message>
    <message>
        <source>Offset of B</source>
        <translation>Versatz von B</translation>
    </message>
    <message>
        <source>How much later the same sound comes in B; taken out before all else, where it was found</source>
        <translation>Wie viel später derselbe Klang in B kommt; wird vor allem anderen herausgenommen, wo er gefunden wurde</translation>
    </message>
    <message>
        <source>Gain of B</source>
        <translation>Verstärkung von B</translation>
    </message>
    <message>
        <source>How much louder B is</source>
        <translation>Wie viel lauter B ist</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio of B against A, sample by sample: other phases count, too, even if they sound the same; higher is truer</source>
        <translation>Rauschabstand von B gegen A, Abtastwert für Abtastwert: auch andere Phasen zählen, selbst wenn sie gleich klingen; höher ist treuer</translation>
    </message>
    <message>
        <source>Spectral convergence</source>
        <translation>Spektrale Konvergenz</translation>
    </message>
    <message>
        <source>Energy of the magnitudes&apos; error against A&apos;s; lower is truer</source>
        <translation>Energie des Fehlers der Beträge gegen die von A; niedriger ist treuer</translation>
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
        <source>Loudness of A</source>
        <translation>Lautheit von A</translation>
    </message>
    <message>
        <source>EBU R 128, integrated over the whole sound as it was opened</source>
        <translation>EBU R 128, über den ganzen Klang, wie er geöffnet wurde</translation>
    </message>
    <message>
        <source>Loudness of B</source>
        <translation>Lautheit von B</translation>
    </message>
    <message>
        <source>True peak of A</source>
        <translation>Wahre Spitze von A</translation>
    </message>
    <message>
        <source>The highest level between the samples</source>
        <translation>Der höchste Pegel zwischen den Abtastwerten</translation>
    </message>
    <message>
        <source>True peak of B</source>
        <translation>Wahre Spitze von B</translation>
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
    <name>sonoloom::PairTable</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>SNR, dB</source>
        <translation>SNR, dB</translation>
    </message>
    <message>
        <source>Convergence, dB</source>
        <translation>Konvergenz, dB</translation>
    </message>
    <message>
        <source>Log distance, dB</source>
        <translation>Log-Abstand, dB</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio of the pixels, 100 for equal images; says little of the sound</source>
        <translation>Spitzen-Rauschabstand der Pixel, 100 für gleiche Bilder; sagt wenig über den Klang</translation>
    </message>
    <message>
        <source>Structural similarity of the pixels, 1 for equal images</source>
        <translation>Strukturelle Ähnlichkeit der Pixel, 1 für gleiche Bilder</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio of the sounds that the images hold, phases and all; higher is truer</source>
        <translation>Rauschabstand der Klänge, die die Bilder tragen, mit Phasen; höher ist treuer</translation>
    </message>
    <message>
        <source>Energy of the error of the magnitudes that the images hold; lower is truer</source>
        <translation>Energie des Fehlers der Beträge, die die Bilder tragen; niedriger ist treuer</translation>
    </message>
    <message>
        <source>Mean difference of the magnitudes that the images hold, in dB; lower is truer</source>
        <translation>Mittlerer Unterschied der Beträge, die die Bilder tragen, in dB; niedriger ist treuer</translation>
    </message>
    <message>
        <source>Pairs of images with their figures</source>
        <translation>Bildpaare mit ihren Werten</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
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
    <message>
        <source>as the first program</source>
        <translation>wie das erste Programm</translation>
    </message>
    <message>
        <source>best mode</source>
        <translation>beste Weise</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
</context>
<context>
    <name>sonoloom::SoundPanes</name>
    <message>
        <source>%1 · %2 Hz · %3 dB</source>
        <translation>%1 · %2 Hz · %3 dB</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>A  %1 | B  %2</source>
        <translation>A  %1 | B  %2</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>How far the levels are apart</source>
        <translation>Wie weit die Pegel auseinander liegen</translation>
    </message>
    <message>
        <source>A − B, as it sounds</source>
        <translation>A − B, wie es klingt</translation>
    </message>
    <message>
        <source>black 0 dB, bright %1 dB</source>
        <translation>schwarz 0 dB, hell %1 dB</translation>
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
        <source>Volume; does not change what is exported</source>
        <translation>Lautstärke; ändert nichts am Export</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
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
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>Hear A, %1 (Tab switches while playing)</source>
        <translation>A hören, %1 (Tab wechselt beim Spielen)</translation>
    </message>
    <message>
        <source>Hear B, %1 (Tab switches while playing)</source>
        <translation>B hören, %1 (Tab wechselt beim Spielen)</translation>
    </message>
    <message>
        <source>Hear what differs: B subtracted from A, sample by sample (D)</source>
        <translation>Hören, was sich unterscheidet: B von A abgezogen, Abtastwert für Abtastwert (D)</translation>
    </message>
</context>
</TS>
