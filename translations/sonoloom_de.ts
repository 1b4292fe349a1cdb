<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ClipLook</name>
    <message>
        <source>&apos;%1&apos; is not there; bring it back, or locate it.</source>
        <translation>„%1“ ist nicht da; bitte zurückbringen oder suchen.</translation>
    </message>
</context>
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
    <name>Gestures</name>
    <message>
        <source>Mouse in a spectrogram</source>
        <translation>Maus in einem Spektrogramm</translation>
    </message>
    <message>
        <source>Mouse over the images</source>
        <translation>Maus über den Bildern</translation>
    </message>
    <message>
        <source>Mouse in the parameters</source>
        <translation>Maus in den Parametern</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>In der Zeit bewegen</translation>
    </message>
    <message>
        <source>Zoom time at the cursor</source>
        <translation>Die Zeit am Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Move in frequency</source>
        <translation>In der Frequenz bewegen</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Umschalt + Rad</translation>
    </message>
    <message>
        <source>Zoom frequency at the cursor</source>
        <translation>Die Frequenz am Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation>Alt + Rad</translation>
    </message>
    <message>
        <source>Play from there</source>
        <translation>Ab dort spielen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>Select a stretch of time</source>
        <translation>Ein Stück Zeit auswählen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move in time and frequency</source>
        <translation>In Zeit und Frequenz bewegen</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>Mit der mittleren Taste ziehen</translation>
    </message>
    <message>
        <source>Take an image into another program</source>
        <translation>Ein Bild in ein anderes Programm nehmen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Double click on the name or the slider</source>
        <translation>Doppelklick auf den Namen oder den Regler</translation>
    </message>
    <message>
        <source>Mouse in a blend</source>
        <translation>Maus in einer Überblendung</translation>
    </message>
    <message>
        <source>Mouse over a film of images</source>
        <translation>Maus über einem Film von Bildern</translation>
    </message>
    <message>
        <source>Mouse in the sequence</source>
        <translation>Maus in der Sequenz</translation>
    </message>
    <message>
        <source>Make the overlap longer or shorter</source>
        <translation>Die Überlappung länger oder kürzer machen</translation>
    </message>
    <message>
        <source>Drag one of its edges</source>
        <translation>Einen ihrer Ränder ziehen</translation>
    </message>
    <message>
        <source>Move bands in time</source>
        <translation>Bänder in der Zeit bewegen</translation>
    </message>
    <message>
        <source>Drag a bar or its ends</source>
        <translation>Einen Balken oder seine Enden ziehen</translation>
    </message>
    <message>
        <source>Choose several bands</source>
        <translation>Mehrere Bänder auswählen</translation>
    </message>
    <message>
        <source>Ctrl + click, Shift + click, or drag beside a bar</source>
        <translation>Strg + Klick, Umschalt + Klick oder neben einem Balken ziehen</translation>
    </message>
    <message>
        <source>All of the overlap</source>
        <translation>Die ganze Überlappung</translation>
    </message>
    <message>
        <source>Double click on a bar</source>
        <translation>Doppelklick auf einen Balken</translation>
    </message>
    <message>
        <source>Add a point to a drawn curve, or take it out</source>
        <translation>Einer gezeichneten Kurve einen Punkt geben oder nehmen</translation>
    </message>
    <message>
        <source>Click, right click</source>
        <translation>Klick, Rechtsklick</translation>
    </message>
    <message>
        <source>Show an image and play from there</source>
        <translation>Ein Bild zeigen und ab dort spielen</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <translation>Klicken oder ziehen</translation>
    </message>
    <message>
        <source>Select, several with Ctrl or Shift</source>
        <translation>Auswählen, mehrere mit Strg oder Umschalt</translation>
    </message>
    <message>
        <source>Select what a rectangle touches</source>
        <translation>Auswählen, was ein Rechteck berührt</translation>
    </message>
    <message>
        <source>Drag below the clips, or with Shift</source>
        <translation>Unter den Clips ziehen oder mit Umschalt</translation>
    </message>
    <message>
        <source>Put clips elsewhere; copy them with Ctrl</source>
        <translation>Clips woandershin setzen; mit Strg kopieren</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Drag an edge; with Alt it does not snap</source>
        <translation>Einen Rand ziehen; mit Alt rastet er nicht ein</translation>
    </message>
    <message>
        <source>Blend over a cut, set a transition&apos;s length</source>
        <translation>Über einen Schnitt überblenden, einen Übergang länger machen</translation>
    </message>
    <message>
        <source>Drag the diamond</source>
        <translation>Die Raute ziehen</translation>
    </message>
    <message>
        <source>Another kind of transition</source>
        <translation>Eine andere Art von Übergang</translation>
    </message>
    <message>
        <source>Double click on it</source>
        <translation>Doppelklick darauf</translation>
    </message>
    <message>
        <source>Gain, back to 0 dB by a double click</source>
        <translation>Verstärkung, mit Doppelklick zurück auf 0 dB</translation>
    </message>
    <message>
        <source>Drag the gain of a selected clip up or down</source>
        <translation>Die Verstärkung eines ausgewählten Clips nach oben oder unten ziehen</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys of Sonoloom</source>
        <translation>Tasten von Sonoloom</translation>
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
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Columns in which both are there: the first one&apos;s last, the second&apos;s first; 0 is all of the narrower</source>
        <translation>Spalten, in denen beide da sind: die letzten des ersten, die ersten des zweiten; 0 sind alle des schmaleren</translation>
    </message>
    <message>
        <source>Frequency bands</source>
        <translation>Frequenzbänder</translation>
    </message>
    <message>
        <source>Bands of equally many rows, each with a time of its own</source>
        <translation>Bänder von gleich vielen Zeilen, jedes mit eigener Zeit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>What changes over first; each band takes half of the region then</source>
        <translation>Was zuerst wechselt; jedes Band braucht dann den halben Bereich</translation>
    </message>
    <message>
        <source>linear, cosine, power, logistic, or points such as 0:0/0.3:0.8/1:1; one, or one a band with commas between, the lowest first</source>
        <translation>linear, cosine, power, logistic oder Punkte wie 0:0/0.3:0.8/1:1; eine, oder eine je Band mit Kommas dazwischen, das unterste zuerst</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Anfänge</translation>
    </message>
    <message>
        <source>Where a band begins to change, 0 to 1 of the region; one, or one a band with commas between; beats the order</source>
        <translation>Wo ein Band zu wechseln beginnt, 0 bis 1 des Bereichs; einer, oder einer je Band mit Kommas dazwischen; gilt vor der Reihenfolge</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>How long a band changes, 0 to 1 of the region; one, or one a band with commas between; beats the order</source>
        <translation>Wie lange ein Band wechselt, 0 bis 1 des Bereichs; eine, oder eine je Band mit Kommas dazwischen; gilt vor der Reihenfolge</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>What is mixed: levels of the image, magnitudes, or dB</source>
        <translation>Was gemischt wird: Stufen des Bildes, Beträge oder dB</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>How many, the two given ones included; a single one lies in the middle</source>
        <translation>Wie viele, die zwei gegebenen eingeschlossen; ein einzelnes liegt in der Mitte</translation>
    </message>
    <message>
        <source>What is mixed: levels of the image, magnitudes, or dB; transport moves energy along frequency, so that tones glide instead of fading</source>
        <translation>Was gemischt wird: Stufen des Bildes, Beträge oder dB; transport verschiebt Energie in der Frequenz, sodass Töne gleiten statt überzublenden</translation>
    </message>
    <message>
        <source>How the second one&apos;s share rises: linear, cosine, power, logistic, or points such as 0:0/0.3:0.8/1:1</source>
        <translation>Wie der Anteil des zweiten steigt: linear, cosine, power, logistic oder Punkte wie 0:0/0.3:0.8/1:1</translation>
    </message>
    <message>
        <source>Power of the share</source>
        <translation>Potenz des Anteils</translation>
    </message>
    <message>
        <source>Exponent of the second one&apos;s share; above 1 stays longer with the first</source>
        <translation>Exponent des Anteils des zweiten; über 1 bleibt länger beim ersten</translation>
    </message>
    <message>
        <source>Keep the energy</source>
        <translation>Energie erhalten</translation>
    </message>
    <message>
        <source>Brings each column&apos;s energy to what lies straight between the two, as transport always does; else what differs gets quieter in the middle</source>
        <translation>Bringt die Energie jeder Spalte auf das, was gerade zwischen beiden liegt, wie es transport immer tut; sonst wird in der Mitte leiser, was sich unterscheidet</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Columns in which two neighbours are there, unless they are cut</source>
        <translation>Spalten, in denen zwei Nachbarn da sind, außer bei cut</translation>
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
        <source>Theme</source>
        <translation>Farbgebung</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window, from the next start on</source>
        <translation>Sprache des Fensters, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Moves in time</source>
        <translation>Bewegt in der Zeit</translation>
    </message>
    <message>
        <source>Zooms, as in Sonic Visualiser</source>
        <translation>Vergrößert, wie in Sonic Visualiser</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>What the wheel does in a spectrogram; with Ctrl it does the other</source>
        <translation>Was das Rad in einem Spektrogramm tut; mit Strg tut es das andere</translation>
    </message>
    <message>
        <source>Tuning of A4</source>
        <translation>Stimmung von A4</translation>
    </message>
    <message>
        <source>Frequency from which the notes in the read-out are counted</source>
        <translation>Frequenz, von der aus die Noten in der Anzeige gezählt werden</translation>
    </message>
    <message>
        <source>Reconstruct by itself</source>
        <translation>Von selbst rekonstruieren</translation>
    </message>
    <message>
        <source>Make the result anew after each change, and let it sound at once</source>
        <translation>Das Ergebnis nach jeder Änderung neu machen und sofort hören lassen</translation>
    </message>
    <message>
        <source>For sounds up to</source>
        <translation>Für Klänge bis</translation>
    </message>
    <message>
        <source>Longer sounds are reconstructed only when asked to</source>
        <translation>Längere Klänge werden nur auf Wunsch rekonstruiert</translation>
    </message>
    <message>
        <source>Keep changes after</source>
        <translation>Änderungen sichern nach</translation>
    </message>
    <message>
        <source>How long after a change the work is kept, to be recovered if the program ends by accident</source>
        <translation>Wie lange nach einer Änderung die Arbeit gesichert wird, um sie wiederherzustellen, wenn das Programm unerwartet endet</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many threads compute; 0 is as many as the machine has. What comes out is the same</source>
        <translation>Wie viele Threads rechnen; 0 sind so viele, wie der Rechner hat. Was herauskommt, ist dasselbe</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Folder in which the dialogs for exports open; empty is the one used last</source>
        <translation>Ordner, in dem die Dialoge zum Exportieren aufgehen; leer ist der zuletzt benutzte</translation>
    </message>
    <message>
        <source>Ask before files being written are given up</source>
        <translation>Fragen, bevor Dateien beim Schreiben aufgegeben werden</translation>
    </message>
    <message>
        <source>When the window is closed while exports run or wait</source>
        <translation>Wenn das Fenster geschlossen wird, während Exporte laufen oder warten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>gain; erase to silence; heal to the level around; smooth; paste elsewhere, too; shift elsewhere; mirror; keep erases all else</source>
        <translation>gain verstärkt; erase löscht zu Stille; heal bringt auf den Pegel ringsum; smooth glättet; paste fügt auch woanders ein; shift verschiebt dorthin; mirror spiegelt; keep löscht alles andere</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Of gain</source>
        <translation>Bei gain</translation>
    </message>
    <message>
        <source>Smoothing in time</source>
        <translation>Glättung in der Zeit</translation>
    </message>
    <message>
        <source>Of smooth: standard deviation of the window</source>
        <translation>Bei smooth: Standardabweichung des Fensters</translation>
    </message>
    <message>
        <source>Smoothing in frequency</source>
        <translation>Glättung in der Frequenz</translation>
    </message>
    <message>
        <source>Shift in time</source>
        <translation>Versatz in der Zeit</translation>
    </message>
    <message>
        <source>Of paste and shift: how much later; negative is earlier</source>
        <translation>Bei paste und shift: wie viel später; negativ ist früher</translation>
    </message>
    <message>
        <source>Shift in pitch</source>
        <translation>Versatz der Tonhöhe</translation>
    </message>
    <message>
        <source>Of paste and shift: how much higher; negative is lower</source>
        <translation>Bei paste und shift: wie viel höher; negativ ist tiefer</translation>
    </message>
    <message>
        <source>Paste mode</source>
        <translation>Art des Einfügens</translation>
    </message>
    <message>
        <source>Of paste and shift: instead of what is there, added, multiplied by shares of the pasted maximum, or the louder</source>
        <translation>Bei paste und shift: statt dessen, was da ist, addiert, multipliziert mit Anteilen am eingefügten Maximum oder das Lautere</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Of mirror: backwards, or upside down</source>
        <translation>Bei mirror: rückwärts oder auf den Kopf</translation>
    </message>
    <message>
        <source>Soft edge in time</source>
        <translation>Weicher Rand in der Zeit</translation>
    </message>
    <message>
        <source>Width of a shape&apos;s edge, on its inside</source>
        <translation>Breite des Randes einer Form, auf ihrer Innenseite</translation>
    </message>
    <message>
        <source>Soft edge in frequency</source>
        <translation>Weicher Rand in der Frequenz</translation>
    </message>
    <message>
        <source>Brush size in time</source>
        <translation>Pinselgröße in der Zeit</translation>
    </message>
    <message>
        <source>Radius of a brush</source>
        <translation>Radius eines Pinsels</translation>
    </message>
    <message>
        <source>Brush size in frequency</source>
        <translation>Pinselgröße in der Frequenz</translation>
    </message>
    <message>
        <source>Soft share</source>
        <translation>Weicher Anteil</translation>
    </message>
    <message>
        <source>Share of a brush&apos;s or a harmonic&apos;s radius that is edge</source>
        <translation>Anteil am Radius eines Pinsels oder einer Harmonischen, der Rand ist</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Harmonische</translation>
    </message>
    <message>
        <source>How many, the fundamental included</source>
        <translation>Wie viele, der Grundton eingeschlossen</translation>
    </message>
    <message>
        <source>Width of harmonics</source>
        <translation>Breite der Harmonischen</translation>
    </message>
    <message>
        <source>Of each</source>
        <translation>Von jeder</translation>
    </message>
    <message>
        <source>Least width of harmonics</source>
        <translation>Mindestbreite der Harmonischen</translation>
    </message>
    <message>
        <source>Of each; low ones are as wide as the analysis blurs them</source>
        <translation>Von jeder; tiefe sind so breit, wie die Analyse sie verwischt</translation>
    </message>
    <message>
        <source>Between neighbours: cut sets them side by side, blend mixes them, interpolation lets tones glide, power adds squares, which keeps the power</source>
        <translation>Zwischen Nachbarn: cut setzt sie nebeneinander, blend mischt sie, interpolation lässt Töne gleiten, power addiert Quadrate, was die Leistung erhält</translation>
    </message>
    <message>
        <source>Of a blend: bands of equally many rows, each with a time of its own</source>
        <translation>Bei blend: Bänder von gleich vielen Zeilen, jedes mit eigener Zeit</translation>
    </message>
    <message>
        <source>Of a blend: what changes over first; each band takes half of the overlap then</source>
        <translation>Bei blend: was zuerst wechselt; jedes Band braucht dann die halbe Überlappung</translation>
    </message>
    <message>
        <source>Of blend and interpolation: linear, cosine, power, logistic, or points such as 0:0/0.3:0.8/1:1; for a blend one, or one a band with commas between</source>
        <translation>Bei blend und interpolation: linear, cosine, power, logistic oder Punkte wie 0:0/0.3:0.8/1:1; bei blend eine, oder eine je Band mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Of a blend: what is mixed, levels of the image, magnitudes, or dB</source>
        <translation>Bei blend: was gemischt wird, Stufen des Bildes, Beträge oder dB</translation>
    </message>
    <message>
        <source>Space of the interpolation</source>
        <translation>Mischung der Interpolation</translation>
    </message>
    <message>
        <source>What is interpolated; transport moves energy along frequency</source>
        <translation>Was interpoliert wird; transport verschiebt Energie in der Frequenz</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Peer default</source>
        <translation>Wie das Vorbild</translation>
    </message>
    <message>
        <source>Exactly what riffusion-manipulation makes with its own values, both ways: mono, 44.1 kHz, each image stretched by itself.</source>
        <translation>Genau, was riffusion-manipulation mit seinen eigenen Werten macht, in beide Richtungen: mono, 44,1 kHz, jedes Bild für sich gestreckt.</translation>
    </message>
    <message>
        <source>Maximum quality</source>
        <translation>Höchste Qualität</translation>
    </message>
    <message>
        <source>Magnitude and phase in 16-bit colours: the sound comes back as it was, but the images are large.</source>
        <translation>Betrag und Phase in Farben mit 16 Bit: Der Klang kommt zurück, wie er war, aber die Bilder sind groß.</translation>
    </message>
    <message>
        <source>Small and robust</source>
        <translation>Klein und robust</translation>
    </message>
    <message>
        <source>Small grey images in mono that bear JPEG and the loss of their records.</source>
        <translation>Kleine graue Bilder in Mono, die JPEG und den Verlust ihrer Angaben vertragen.</translation>
    </message>
    <message>
        <source>Full bandwidth stereo</source>
        <translation>Stereo, volle Bandbreite</translation>
    </message>
    <message>
        <source>Mel images of both channels up to 22 kHz instead of 10 kHz.</source>
        <translation>Mel-Bilder beider Kanäle bis 22 kHz statt 10 kHz.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>dB, a full-scale sine being 0</source>
        <translation>dB, ein voll ausgesteuerter Sinus ist 0</translation>
    </message>
    <message>
        <source>dB apart</source>
        <translation>dB Unterschied</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>%1 · column %2 · %3 to %4</source>
        <translation>%1 · Spalte %2 · %3 bis %4</translation>
    </message>
    <message>
        <source>, peak %1 (%2)</source>
        <translation>, Spitze %1 (%2)</translation>
    </message>
    <message>
        <source> · %1 dB</source>
        <translation> · %1 dB</translation>
    </message>
</context>
<context>
    <name>RegionEditor</name>
    <message>
        <source>gain</source>
        <translation>Verstärken</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>Kreuzblende</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
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
    <name>notename</name>
    <message>
        <source>%1 %2 ct</source>
        <translation>%1 %2 ct</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
</context>
<context>
    <name>sonoloom::AbxDialog</name>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Loudness: matched, A %1 dB, B %2 dB</source>
        <translation>Lautheit: angeglichen, A %1 dB, B %2 dB</translation>
    </message>
    <message>
        <source>Loudness: not matched. A difference in loudness alone is heard easily; close this and press N to match it.</source>
        <translation>Lautheit: nicht angeglichen. Schon ein Unterschied der Lautheit ist leicht zu hören; zum Angleichen hier schließen und N drücken.</translation>
    </message>
    <message>
        <source>Loop: %1 to %2</source>
        <translation>Schleife: %1 bis %2</translation>
    </message>
    <message>
        <source>Loop: none. A short loop makes small differences easier to hear.</source>
        <translation>Schleife: keine. In einer kurzen Schleife sind kleine Unterschiede leichter zu hören.</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>Blind test (ABX)</source>
        <translation>Blindtest (ABX)</translation>
    </message>
    <message>
        <source>A test takes both A and B.</source>
        <translation>Ein Test braucht A und B.</translation>
    </message>
    <message>
        <source>There is no audio output; connect one first.</source>
        <translation>Es gibt keine Audioausgabe; bitte zuerst eine anschließen.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON (*.json)</source>
        <translation>Text (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Als %1 gesichert</translation>
    </message>
</context>
<context>
    <name>sonoloom::AbxResultPage</name>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>X was</source>
        <translation>X war</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>&amp;Save report …</source>
        <translation>Bericht &amp;sichern …</translation>
    </message>
    <message>
        <source>All that somebody needs to judge the test, as text or JSON (Alt+S)</source>
        <translation>Alles, was jemand braucht, um den Test zu beurteilen, als Text oder JSON (Alt+S)</translation>
    </message>
    <message>
        <source>&amp;Another test</source>
        <translation>&amp;Noch ein Test</translation>
    </message>
    <message>
        <source>Start over with the same sounds (Alt+A)</source>
        <translation>Mit denselben Klängen von vorn beginnen (Alt+N)</translation>
    </message>
    <message>
        <source>%1, wrong</source>
        <translation>%1, falsch</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Given up after %1 of %2 trials</source>
        <translation>Aufgegeben nach %1 von %2 Versuchen</translation>
    </message>
    <message>
        <source>This is no result; the report says so.</source>
        <translation>Das ist kein Ergebnis; so steht es auch im Bericht.</translation>
    </message>
    <message>
        <source>%1 of %2 right, p = %3</source>
        <translation>%1 von %2 richtig, p = %3</translation>
    </message>
    <message>
        <source>So many right answers are hardly chance: you hear a difference.</source>
        <translation>So viele richtige Antworten sind kaum Zufall: Der Unterschied ist zu hören.</translation>
    </message>
    <message>
        <source>This can well be chance. That does not prove that A and B sound alike.</source>
        <translation>Das kann gut Zufall sein. Es beweist nicht, dass A und B gleich klingen.</translation>
    </message>
</context>
<context>
    <name>sonoloom::AbxSetupPage</name>
    <message>
        <source>Number of trials</source>
        <translation>Zahl der Versuche</translation>
    </message>
    <message>
        <source>It is set before the start and stays: who stops when the score is good proves nothing</source>
        <translation>Sie wird vor dem Start festgelegt und bleibt: Wer aufhört, wenn es gut steht, beweist nichts</translation>
    </message>
    <message>
        <source>&amp;Trials</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start the test (Enter)</source>
        <translation>Den Test starten (Eingabe)</translation>
    </message>
    <message>
        <source>Can you tell A from B without knowing which you hear? In each trial X is one of them, drawn anew. Listen as long and as often as you like and say which one X is. You see the score at the end; until then the window is covered.</source>
        <translation>Lässt sich A von B unterscheiden, ohne zu wissen, was gerade klingt? In jedem Versuch ist X eines von beiden, neu ausgelost. So lange und so oft hören wie nötig, dann sagen, welches davon X ist. Das Ergebnis steht am Ende; bis dahin ist das Fenster verdeckt.</translation>
    </message>
    <message>
        <source>%1 right answers would hardly be chance (p = %2)</source>
        <translation>%1 richtige Antworten wären kaum Zufall (p = %2)</translation>
    </message>
</context>
<context>
    <name>sonoloom::AbxTrialPage</name>
    <message>
        <source>Hear %1 from the same place on (%1)</source>
        <translation>%1 ab derselben Stelle hören (%1)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Wiedergabe oder Pause (Leertaste)</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Back to the start of the loop, or of all (Home)</source>
        <translation>Zurück zum Anfang der Schleife oder des Ganzen (Pos1)</translation>
    </message>
    <message>
        <source>%1   X is %2</source>
        <translation>%1   X ist %2</translation>
    </message>
    <message>
        <source>Answer that X is %1, and go on (%2)</source>
        <translation>Antworten, dass X %1 ist, und weiter (%2)</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>End the test without a result (Ctrl+G)</source>
        <translation>Den Test ohne Ergebnis beenden (Strg+G)</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Keys: A, B and X to listen, 1 and 2 to answer, Space to pause, Home to go back to the start.</source>
        <translation>Tasten: A, B und X zum Hören, 1 und 2 zum Antworten, Leertaste für Pause, Pos1 zurück zum Anfang.</translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
</context>
<context>
    <name>sonoloom::BandBars</name>
    <message>
        <source>When each band of frequencies changes over</source>
        <translation>Wann jedes Frequenzband wechselt</translation>
    </message>
    <message>
        <source>Each bar is a band, the lowest at the bottom: left of it the first input sounds, right of it the second.
Drag a bar or its ends; Ctrl, Shift and a drag beside the bars choose several.
Up and Down choose; Left and Right move, with Shift the end, with Ctrl the start.</source>
        <translation>Jeder Balken ist ein Band, das tiefste unten: Links davon klingt der erste Eingang, rechts davon der zweite.
Ziehen bewegt einen Balken oder seine Enden; Strg, Umschalt und Ziehen neben den Balken wählen mehrere.
Auf und Ab wählen; Links und Rechts bewegen, mit Umschalt das Ende, mit Strg den Anfang.</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Band %1</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 s of the overlap</source>
        <translation>%1: von %2 bis %3 s der Überlappung</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 % of the overlap</source>
        <translation>%1: von %2 bis %3 % der Überlappung</translation>
    </message>
</context>
<context>
    <name>sonoloom::BandCurves</name>
    <message>
        <source>All at once</source>
        <translation>Alle zugleich</translation>
    </message>
    <message>
        <source>Bass first</source>
        <translation>Bässe zuerst</translation>
    </message>
    <message>
        <source>Treble first</source>
        <translation>Höhen zuerst</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Which frequencies change over first</source>
        <translation>Welche Frequenzen zuerst wechseln</translation>
    </message>
    <message>
        <source>Frequency bands</source>
        <translation>Frequenzbänder</translation>
    </message>
    <message>
        <source>Bands of equally many rows, each with a time of its own</source>
        <translation>Bänder von gleich vielen Zeilen, jedes mit eigener Zeit</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Mixed in</source>
        <translation>Gemischt in</translation>
    </message>
    <message>
        <source>What is mixed: levels of the image, magnitudes, or dB</source>
        <translation>Was gemischt wird: Stufen des Bildes, Beträge oder dB</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Equal power</source>
        <translation>Gleiche Leistung</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>Logistisch</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>How the chosen bands change over; a drawn curve has points to drag</source>
        <translation>Wie die gewählten Bänder wechseln; eine gezeichnete Kurve hat Punkte zum Ziehen</translation>
    </message>
    <message>
        <source>Where the chosen bands begin to change, of the overlap</source>
        <translation>Wo in der Überlappung die gewählten Bänder zu wechseln beginnen</translation>
    </message>
    <message>
        <source>How long the chosen bands change, of the overlap</source>
        <translation>Wie viel der Überlappung die gewählten Bänder zum Wechseln brauchen</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bänder</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>All bands:</source>
        <translation>Alle Bänder:</translation>
    </message>
    <message>
        <source>Band %1 of %2:</source>
        <translation>Band %1 von %2:</translation>
    </message>
    <message>
        <source>%1 of %2 bands:</source>
        <translation>%1 von %2 Bändern:</translation>
    </message>
</context>
<context>
    <name>sonoloom::BlendPage</name>
    <message>
        <source>Save the blend</source>
        <translation>Überblendung sichern</translation>
    </message>
    <message>
        <source>Blend %1</source>
        <translation>Überblendung %1</translation>
    </message>
    <message>
        <source>Pair of %1</source>
        <translation>Paar von %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>A alone</source>
        <translation>A allein</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Columns in which both are there: A&apos;s last, B&apos;s first. The edges can be dragged in the picture, too.</source>
        <translation>Spalten, in denen beide da sind: die letzten von A, die ersten von B. Die Ränder lassen sich auch im Bild ziehen.</translation>
    </message>
    <message>
        <source>As ai-music-generation does</source>
        <translation>Wie ai-music-generation</translation>
    </message>
    <message>
        <source>Its region and bands, and the pair of images that it writes. The region begins with B and ends with A there.</source>
        <translation>Dessen Bereich und Bänder und das Bildpaar, das es schreibt. Der Bereich beginnt dort mit B und endet mit A.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Save image or sound …</source>
        <translation>Bild oder Klang sichern …</translation>
    </message>
    <message>
        <source>The result as one wide image (PNG) or as a sound file</source>
        <translation>Das Ergebnis als ein breites Bild (PNG) oder als Klangdatei</translation>
    </message>
    <message>
        <source>Save and open in the workbench …</source>
        <translation>Sichern und in der Werkbank öffnen …</translation>
    </message>
    <message>
        <source>Write the result as one wide image and open it in the workbench</source>
        <translation>Das Ergebnis als ein breites Bild schreiben und in der Werkbank öffnen</translation>
    </message>
    <message>
        <source>Save the pair of images …</source>
        <translation>Bildpaar sichern …</translation>
    </message>
    <message>
        <source>Both images with the region in them, as ai-music-generation writes them</source>
        <translation>Beide Bilder mit dem Bereich darin, wie ai-music-generation sie schreibt</translation>
    </message>
    <message>
        <source>Folder for the pair of images</source>
        <translation>Ordner für das Bildpaar</translation>
    </message>
    <message>
        <source>Add to the sequence</source>
        <translation>Zur Sequenz hinzufügen</translation>
    </message>
    <message>
        <source>Both inputs as clips with this transition between them</source>
        <translation>Beide Eingänge als Clips mit diesem Übergang dazwischen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Change bands</source>
        <translation>Bänder ändern</translation>
    </message>
    <message>
        <source>Change overlap</source>
        <translation>Überlappung ändern</translation>
    </message>
    <message>
        <source>Open or drop the image or sound that ends as A and the one that begins as B.</source>
        <translation>Was endet, als A öffnen oder ablegen, und was beginnt, als B: Bilder oder Klänge.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>These do not fit together.</source>
        <translation>Diese passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The result appears here, once both inputs are there.</source>
        <translation>Das Ergebnis erscheint hier, sobald beide Eingänge da sind.</translation>
    </message>
    <message>
        <source>B alone</source>
        <translation>B allein</translation>
    </message>
</context>
<context>
    <name>sonoloom::BlendSession</name>
    <message>
        <source>Other inputs</source>
        <translation>Andere Eingänge</translation>
    </message>
</context>
<context>
    <name>sonoloom::ClipInspector</name>
    <message>
        <source>Locate …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Where the clip begins in its source</source>
        <translation>Wo der Clip in seiner Quelle beginnt</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Endet bei</translation>
    </message>
    <message>
        <source>Where the clip ends in its source</source>
        <translation>Wo der Clip in seiner Quelle endet</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>How much louder or softer the clip is; it can be dragged in the clip, too</source>
        <translation>Wie viel lauter oder leiser der Clip ist; lässt sich auch im Clip ziehen</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Choose where the source is now, for all clips that are taken from it</source>
        <translation>Zeigen, wo die Quelle jetzt ist, für alle Clips aus ihr</translation>
    </message>
    <message>
        <source>Kind of the transitions between the selected clips</source>
        <translation>Art der Übergänge zwischen den ausgewählten Clips</translation>
    </message>
    <message>
        <source>Length of the transitions</source>
        <translation>Länge der Übergänge</translation>
    </message>
    <message>
        <source>How long each two neighbours lie on each other</source>
        <translation>Wie lange je zwei Nachbarn übereinander liegen</translation>
    </message>
    <message>
        <source>Set transitions</source>
        <translation>Übergänge setzen</translation>
    </message>
    <message>
        <source>The same transition between all selected clips that are neighbours</source>
        <translation>Derselbe Übergang zwischen allen ausgewählten Clips, die Nachbarn sind</translation>
    </message>
    <message>
        <source>Between them</source>
        <translation>Dazwischen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Being looked at …</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Sound of %1</source>
        <translation>Klang von %1</translation>
    </message>
    <message>
        <source>Image of %1</source>
        <translation>Bild von %1</translation>
    </message>
    <message>
        <source>Listening for beats …</source>
        <translation>Schläge werden gesucht …</translation>
    </message>
    <message>
        <source>Beats are sought when edges snap to beats or bars.</source>
        <translation>Schläge werden gesucht, wenn Ränder an Schlägen oder Takten einrasten.</translation>
    </message>
    <message>
        <source>No beat was found.</source>
        <translation>Es wurde kein Schlag gefunden.</translation>
    </message>
    <message>
        <source>%1 BPM</source>
        <translation>%1 BPM</translation>
    </message>
    <message>
        <source>%1, %2 beats a bar</source>
        <translation>%1, %2 Schläge je Takt</translation>
    </message>
    <message>
        <source>%1; the clip is %2 s long and lies at %3.</source>
        <translation>%1; der Clip ist %2 s lang und liegt bei %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s together; the gain is set for all of them.</source>
        <translation>Zusammen %1 s; die Verstärkung gilt für alle.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ClipLooks</name>
    <message>
        <source>No beat was found in &apos;%1&apos;: it snaps to its edges alone.</source>
        <translation>In „%1“ wurde kein Schlag gefunden: Es rastet nur an seinen Rändern ein.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ClipOverlay</name>
    <message>
        <source>%1 clipped pixels in sight</source>
        <translation>%1 begrenzte Pixel in Sicht</translation>
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
    <name>sonoloom::CrossfadePage</name>
    <message>
        <source>As ai-music-generation does</source>
        <translation>Wie ai-music-generation</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>Kreuzblende</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Hear the transition</source>
        <translation>Übergang hören</translation>
    </message>
    <message>
        <source>Play it again and again, with two seconds before and behind it</source>
        <translation>Immer wieder abspielen, mit zwei Sekunden davor und dahinter</translation>
    </message>
    <message>
        <source>Save sound …</source>
        <translation>Klang sichern …</translation>
    </message>
    <message>
        <source>Both sounds with their transition as one sound</source>
        <translation>Beide Klänge mit ihrem Übergang als ein Klang</translation>
    </message>
    <message>
        <source>Save and open in the workbench …</source>
        <translation>Sichern und in der Werkbank öffnen …</translation>
    </message>
    <message>
        <source>Write the sound and make images of it</source>
        <translation>Den Klang schreiben und Bilder daraus machen</translation>
    </message>
    <message>
        <source>Add to the sequence</source>
        <translation>Zur Sequenz hinzufügen</translation>
    </message>
    <message>
        <source>Both sounds as clips that cross-fade at the same places</source>
        <translation>Beide Klänge als Clips mit Kreuzblende an denselben Stellen</translation>
    </message>
    <message>
        <source>Found and done</source>
        <translation>Gefunden und getan</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Open or drop two sounds as A and B; A gives way to B on the beat.</source>
        <translation>Zwei Klänge als A und B öffnen oder ablegen; A weicht B auf den Schlag.</translation>
    </message>
    <message>
        <source>Open or drop the other one, too.</source>
        <translation>Auch den anderen öffnen oder ablegen.</translation>
    </message>
    <message>
        <source>Looking for beats and fading</source>
        <translation>Schläge suchen und überblenden</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Tempo, beats and what was done appear here.</source>
        <translation>Hier erscheinen Tempo, Schläge und was getan wurde.</translation>
    </message>
    <message>
        <source>Save the cross-fade</source>
        <translation>Kreuzblende sichern</translation>
    </message>
    <message>
        <source>Written: %1, %2.</source>
        <translation>Geschrieben: %1, %2.</translation>
    </message>
    <message>
        <source>Cross-fade of %1</source>
        <translation>Kreuzblende von %1</translation>
    </message>
    <message>
        <source>Aligned by correlation and added without a fade; 0.3 s where the length is 0. The other settings do not count then.</source>
        <translation>Nach Korrelation ausgerichtet und ohne Blende addiert; 0,3 s, wo die Länge 0 ist. Die anderen Einstellungen zählen dann nicht.</translation>
    </message>
</context>
<context>
    <name>sonoloom::CrossfadeSession</name>
    <message>
        <source>Other sounds</source>
        <translation>Andere Klänge</translation>
    </message>
</context>
<context>
    <name>sonoloom::CurveChoice</name>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Equal power</source>
        <translation>Gleiche Leistung</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>Logistisch</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>How B&apos;s share rises from image to image; a drawn curve has points to drag</source>
        <translation>Wie der Anteil von B von Bild zu Bild steigt; eine gezeichnete Kurve hat Punkte zum Ziehen</translation>
    </message>
</context>
<context>
    <name>sonoloom::DeviceMenu</name>
    <message>
        <source>Output &amp;device</source>
        <translation>Ausgabe&amp;gerät</translation>
    </message>
    <message>
        <source>Where sound is played</source>
        <translation>Wo der Klang gespielt wird</translation>
    </message>
    <message>
        <source>As the system (there is no output)</source>
        <translation>Wie das System (es gibt keine Ausgabe)</translation>
    </message>
    <message>
        <source>As the system (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <translation>%1 (nicht angeschlossen)</translation>
    </message>
    <message>
        <source>It is taken again when it is connected; until then the system&apos;s own plays.</source>
        <translation>Es wird wieder genommen, wenn es angeschlossen ist; bis dahin spielt das des Systems.</translation>
    </message>
</context>
<context>
    <name>sonoloom::DeviceSounds</name>
    <message>
        <source>%1: %2 Hz to %3 Hz</source>
        <translation>%1: %2 Hz auf %3 Hz</translation>
    </message>
</context>
<context>
    <name>sonoloom::DisplayPanel</name>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>Wie alle anderen</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Note names</source>
        <translation>Notennamen</translation>
    </message>
    <message>
        <source>All spectrograms</source>
        <translation>Alle Spektrogramme</translation>
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
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Which spectrogram the colours are for</source>
        <translation>Für welches Spektrogramm die Farben gelten</translation>
    </message>
    <message>
        <source>Off: this spectrogram has colours, range and gain of its own</source>
        <translation>Aus: Dieses Spektrogramm hat eigene Farben, eigenen Umfang und eigene Verstärkung</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbtafel</translation>
    </message>
    <message>
        <source>From the brightest colour down to the darkest</source>
        <translation>Von der hellsten Farbe hinab zur dunkelsten</translation>
    </message>
    <message>
        <source>Shows everything as that much louder; changes neither images nor sound</source>
        <translation>Zeigt alles um so viel lauter; ändert weder Bilder noch Klang</translation>
    </message>
    <message>
        <source>As in the images</source>
        <translation>Wie in den Bildern</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Frequency axis</source>
        <translation>Frequenzachse</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>Frequenzen</translation>
    </message>
</context>
<context>
    <name>sonoloom::EditedPair</name>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Open or drop the other one, too.</source>
        <translation>Das andere auch öffnen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>Opening was stopped; open one of them again.</source>
        <translation>Das Öffnen wurde abgebrochen; eines davon neu öffnen.</translation>
    </message>
</context>
<context>
    <name>sonoloom::EditorExports</name>
    <message>
        <source>Written: %1, %2 × %3 pixels.</source>
        <translation>Geschrieben: %1, %2 × %3 Pixel.</translation>
    </message>
    <message>
        <source>%1 images were written into %2.</source>
        <translation>%1 Bilder wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>Written: %1, %2 s. Its image lies %3 levels of 255 beside the one asked for.</source>
        <translation>Geschrieben: %1, %2 s. Sein Bild liegt %3 von 255 Stufen neben dem gewünschten.</translation>
    </message>
    <message>
        <source>Replace images?</source>
        <translation>Bilder ersetzen?</translation>
    </message>
    <message>
        <source>There is a &apos;%1&apos; in that folder. Replace the images there?</source>
        <translation>In diesem Ordner gibt es schon „%1“. Die Bilder dort ersetzen?</translation>
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
    <message>
        <source>Images of %1</source>
        <translation>Bilder von %1</translation>
    </message>
    <message>
        <source>Sound %1</source>
        <translation>Klang %1</translation>
    </message>
    <message>
        <source>Written to %1: %2</source>
        <translation>Nach %1 geschrieben: %2</translation>
    </message>
    <message>
        <source>Written to %1: %2 and %3 more</source>
        <translation>Nach %1 geschrieben: %2 und %3 weitere</translation>
    </message>
    <message>
        <source>Sequence as %1</source>
        <translation>Sequenz als %1</translation>
    </message>
    <message>
        <source>Sequence as images of %1</source>
        <translation>Sequenz als Bilder von %1</translation>
    </message>
</context>
<context>
    <name>sonoloom::FadeLanes</name>
    <message>
        <source>Both sounds where they lie in the cross-fade</source>
        <translation>Beide Klänge, wo sie in der Kreuzblende liegen</translation>
    </message>
    <message>
        <source>Short lines are beats, long ones bars. Drag an end of the fade to make it longer or shorter.
Click to play from there, drag to select; Ctrl and wheel zoom.</source>
        <translation>Kurze Striche sind Schläge, lange Takte. Ziehen an einem Ende der Blende macht sie länger oder kürzer.
Klicken spielt ab dort, Ziehen wählt aus; Strg und Rad vergrößern.</translation>
    </message>
    <message>
        <source> · %1 BPM</source>
        <translation> · %1 BPM</translation>
    </message>
    <message>
        <source>%1 · %2 at %3</source>
        <translation>%1 · %2 bei %3</translation>
    </message>
</context>
<context>
    <name>sonoloom::FilmStrip</name>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>All images, each over the time in which it sounds. Click or drag to show one and play from there;
Left and Right show the one before and behind; Ctrl and wheel zoom.</source>
        <translation>Alle Bilder, jedes über der Zeit, in der es klingt. Klicken oder Ziehen zeigt eines und spielt ab dort;
Links und Rechts zeigen das davor und dahinter; Strg und Rad vergrößern.</translation>
    </message>
    <message>
        <source> · %1 % B</source>
        <translation> · %1 % B</translation>
    </message>
</context>
<context>
    <name>sonoloom::GainCurves</name>
    <message>
        <source>Gains over the overlap</source>
        <translation>Verstärkungen über der Überlappung</translation>
    </message>
    <message>
        <source>The second input&apos;s gain of each band rises, the first&apos;s (dashed) falls.
Curve &quot;Drawn&quot;: click to add a point, drag to move it, Delete or right-click to take it out.
Left and Right go from point to point, with Shift the arrows move it, Insert adds one.</source>
        <translation>Die Verstärkung des zweiten Eingangs steigt in jedem Band, die des ersten (gestrichelt) fällt.
Kurve „Gezeichnet“: Klicken setzt einen Punkt, Ziehen bewegt ihn, Entf oder ein Rechtsklick nimmt ihn heraus.
Links und Rechts gehen von Punkt zu Punkt, mit Umschalt bewegen ihn die Pfeiltasten, Einfg setzt einen.</translation>
    </message>
</context>
<context>
    <name>sonoloom::HintBar</name>
    <message>
        <source>%1 % of the pixels are clipped: the loudest places come back too quiet.</source>
        <translation>%1 % der Pixel sind begrenzt: Die lautesten Stellen kommen zu leise zurück.</translation>
    </message>
    <message>
        <source>The dark half of the pixels is as good as empty: levels are kept more coarsely than they could be.</source>
        <translation>Die dunkle Hälfte der Pixel ist so gut wie leer: Pegel werden gröber gehalten, als sie könnten.</translation>
    </message>
    <message>
        <source>The light half of the pixels is as good as empty: quiet and loud are hardly told apart.</source>
        <translation>Die helle Hälfte der Pixel ist so gut wie leer: Leises und Lautes unterscheiden sich kaum.</translation>
    </message>
    <message>
        <source>Set power to %1 and maxvol to %2</source>
        <translation>Potenz auf %1 und max. Pegel auf %2 setzen</translation>
    </message>
    <message>
        <source>Set power to %1</source>
        <translation>Potenz auf %1 setzen</translation>
    </message>
    <message>
        <source>Set maxvol to %1</source>
        <translation>Max. Pegel auf %1 setzen</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>One step, which Ctrl+Z takes back</source>
        <translation>Ein Schritt, den Strg+Z zurücknimmt</translation>
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
    <name>sonoloom::ImageSlot</name>
    <message>
        <source>Image or sound …</source>
        <translation>Bild oder Klang …</translation>
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
        <source>Choose the image or sound that is %1</source>
        <translation>Bild oder Klang für %1 wählen</translation>
    </message>
    <message>
        <source>Sound …</source>
        <translation>Klang …</translation>
    </message>
    <message>
        <source>Choose the sound that is %1</source>
        <translation>Klang für %1 wählen</translation>
    </message>
    <message>
        <source>Drop a sound here</source>
        <translation>Klang hier ablegen</translation>
    </message>
    <message>
        <source>Drop an image or a sound here</source>
        <translation>Bild oder Klang hier ablegen</translation>
    </message>
    <message>
        <source>Open a sound as %1</source>
        <translation>Klang als %1 öffnen</translation>
    </message>
    <message>
        <source>Open an image or a sound as %1</source>
        <translation>Bild oder Klang als %1 öffnen</translation>
    </message>
    <message>
        <source>Sound (%1);;All files (*)</source>
        <translation>Klang (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Images and sound (%1);;All files (*)</source>
        <translation>Bilder und Klang (%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sonoloom::ImageSlots</name>
    <message>
        <source>Exchange A and B</source>
        <translation>A und B vertauschen</translation>
    </message>
    <message>
        <source>What is open in the workbench</source>
        <translation>Was in der Werkbank offen ist</translation>
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
    <name>sonoloom::InterpolationPage</name>
    <message>
        <source>Folder for the images</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Images of %1</source>
        <translation>Bilder von %1</translation>
    </message>
    <message>
        <source>Sound of %1</source>
        <translation>Klang von %1</translation>
    </message>
    <message>
        <source>Place between A and B</source>
        <translation>Stelle zwischen A und B</translation>
    </message>
    <message>
        <source>Drag from A to B to see any image between them</source>
        <translation>Von A nach B ziehen, um jedes Bild dazwischen zu sehen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Images between A and B</source>
        <translation>Bilder zwischen A und B</translation>
    </message>
    <message>
        <source>Save images …</source>
        <translation>Bilder sichern …</translation>
    </message>
    <message>
        <source>All images as PNG files, numbered, with their records</source>
        <translation>Alle Bilder als PNG-Dateien, nummeriert, mit ihren Angaben</translation>
    </message>
    <message>
        <source>Save sound …</source>
        <translation>Klang sichern …</translation>
    </message>
    <message>
        <source>All images as one sound without seams</source>
        <translation>Alle Bilder als ein Klang ohne Nähte</translation>
    </message>
    <message>
        <source>Save the sound</source>
        <translation>Klang sichern</translation>
    </message>
    <message>
        <source>Save images and open them in the workbench …</source>
        <translation>Bilder sichern und in der Werkbank öffnen …</translation>
    </message>
    <message>
        <source>Write all images and open them in the workbench</source>
        <translation>Alle Bilder schreiben und in der Werkbank öffnen</translation>
    </message>
    <message>
        <source>Save images and add them to the sequence …</source>
        <translation>Bilder sichern und zur Sequenz hinzufügen …</translation>
    </message>
    <message>
        <source>Write all images and add them to the sequence as clips, one behind the other</source>
        <translation>Alle Bilder schreiben und als Clips hintereinander zur Sequenz hinzufügen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Open or drop two images or sounds as A and B; what lies between them appears here.</source>
        <translation>Zwei Bilder oder Klänge als A und B öffnen oder ablegen; was dazwischen liegt, erscheint hier.</translation>
    </message>
    <message>
        <source>%1 images, %2 in all</source>
        <translation>%1 Bilder, zusammen %2</translation>
    </message>
    <message>
        <source>Image with %1 % of B</source>
        <translation>Bild mit %1 % von B</translation>
    </message>
    <message>
        <source>Image %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
</context>
<context>
    <name>sonoloom::InterpolationSession</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Other inputs</source>
        <translation>Andere Eingänge</translation>
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
    <name>sonoloom::JobBoard</name>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Angehalten; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>sonoloom::JobRow</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop this; nothing half-written is left</source>
        <translation>Anhalten; nichts halb Geschriebenes bleibt zurück</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open the folder that the files are in</source>
        <translation>Den Ordner öffnen, in dem die Dateien sind</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Show the files of %1</source>
        <translation>Die Dateien von %1 zeigen</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>sonoloom::JobsButton</name>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>Jobs: one failed</source>
        <translation>Aufträge: einer gescheitert</translation>
    </message>
    <message>
        <source>Jobs: all done</source>
        <translation>Aufträge: alle fertig</translation>
    </message>
</context>
<context>
    <name>sonoloom::JobsDock</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Nothing is being done. Exports are listed here.</source>
        <translation>Es läuft nichts. Exporte stehen hier.</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Take the jobs that ended from the list; their files stay</source>
        <translation>Die beendeten Aufträge aus der Liste nehmen; ihre Dateien bleiben</translation>
    </message>
</context>
<context>
    <name>sonoloom::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Give every action the keys it had from the start</source>
        <translation>Jeder Aktion die Tasten geben, die sie von Anfang an hatte</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Print all keys and gestures</source>
        <translation>Alle Tasten und Gesten drucken</translation>
    </message>
    <message>
        <source>Save as PDF or HTML …</source>
        <translation>Als PDF oder HTML sichern …</translation>
    </message>
    <message>
        <source>Write all keys and gestures to a file</source>
        <translation>Alle Tasten und Gesten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Press the new key here; it holds at once</source>
        <translation>Hier die neue Taste drücken; sie gilt sofort</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>Zweite Taste</translation>
    </message>
    <message>
        <source>Another key for the same</source>
        <translation>Eine weitere Taste für dasselbe</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Leave this action without a key</source>
        <translation>Diese Aktion ohne Taste lassen</translation>
    </message>
    <message>
        <source>Restore default</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give this action the keys it had from the start</source>
        <translation>Dieser Aktion die Tasten geben, die sie von Anfang an hatte</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give the key to this action; the other one loses it</source>
        <translation>Die Taste dieser Aktion geben; die andere verliert sie</translation>
    </message>
    <message>
        <source>What the mouse does cannot be changed here.</source>
        <translation>Was die Maus tut, lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 is the key of %2.</source>
        <translation>%1 ist die Taste von %2.</translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation>Tasten sichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html)</source>
        <translation>PDF (*.pdf);;HTML (*.html)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ListeningActions</name>
    <message>
        <source>Loop from here</source>
        <translation>Schleife ab hier</translation>
    </message>
    <message>
        <source>Loop to here</source>
        <translation>Schleife bis hier</translation>
    </message>
    <message>
        <source>Match loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source>Turn the louder one of A and B down to the other</source>
        <translation>Das lautere von A und B auf das andere absenken</translation>
    </message>
    <message>
        <source>&amp;Blind test (ABX) …</source>
        <translation>&amp;Blindtest (ABX) …</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Can you tell A from B without knowing which you hear?</source>
        <translation>Lässt sich A von B unterscheiden, ohne zu wissen, was gerade klingt?</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Schritt vor</translation>
    </message>
    <message>
        <source>Listen backwards (hold)</source>
        <translation>Rückwärts hören (halten)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Listen forwards (hold)</source>
        <translation>Vorwärts hören (halten)</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Hear the other side (hold)</source>
        <translation>Die andere Seite hören (halten)</translation>
    </message>
    <message>
        <source>A blind test is running.</source>
        <translation>Ein Blindtest läuft.</translation>
    </message>
</context>
<context>
    <name>sonoloom::MainWindow</name>
    <message>
        <source>Sonoloom</source>
        <translation>Sonoloom</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
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
        <translation>Bits &amp;je Abtastwert von wav und flac</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
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
        <source>Open a sound file, images or a project</source>
        <translation>Klangdatei, Bilder oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Sound, images and projects (%1);;All files (*)</source>
        <translation>Klang, Bilder und Projekte (%1);;Alle Dateien (*)</translation>
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
    <message>
        <source>&amp;Jobs</source>
        <translation>Auft&amp;räge</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>What is being done, and what came of it</source>
        <translation>Was gerade läuft und was daraus wurde</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Finish what is being written?</source>
        <translation>Fertig schreiben?</translation>
    </message>
    <message>
        <source>Exports are not done yet. Sonoloom can close when they are, or stop them; then nothing of them is left.</source>
        <translation>Exporte sind noch nicht fertig. Sonoloom kann schließen, wenn sie es sind, oder sie anhalten; dann bleibt nichts von ihnen.</translation>
    </message>
    <message>
        <source>&amp;Finish first</source>
        <translation>Erst &amp;fertig schreiben</translation>
    </message>
    <message>
        <source>&amp;Stop them</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>S&amp;tay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>Make images of a sound, and sound of images</source>
        <translation>Bilder aus Klang machen und Klang aus Bildern</translation>
    </message>
    <message>
        <source>Compare two sounds, images or folders of images</source>
        <translation>Zwei Klänge, Bilder oder Ordner mit Bildern vergleichen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>Eins&amp;tellungen …</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Switch A and B</source>
        <translation>Zwischen A und B wechseln</translation>
    </message>
    <message>
        <source>Parameter s&amp;weep …</source>
        <translation>&amp;Parameterreihe …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Keys …</source>
        <translation>&amp;Tasten …</translation>
    </message>
    <message>
        <source>Drag the result&apos;s sound, or the selected part of it, into another program</source>
        <translation>Den Klang des Ergebnisses oder die Auswahl daraus in ein anderes Programm ziehen</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht da</translation>
    </message>
    <message>
        <source>%1 is not there any more. It may have been moved, or its disk is not connected. Take it from the list?</source>
        <translation>%1 ist nicht mehr da. Vielleicht wurde es verschoben, oder der Datenträger ist nicht angeschlossen. Aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vollb&amp;ild</translation>
    </message>
    <message>
        <source>Which format?</source>
        <translation>Welches Format?</translation>
    </message>
    <message>
        <source>%1.
If it is one nevertheless, how is it to be read?</source>
        <translation>%1.
Wenn es doch eines ist, wie soll es gelesen werden?</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>Ü&amp;berblendung</translation>
    </message>
    <message>
        <source>Let one image give way to another, each band of frequencies in its time</source>
        <translation>Ein Bild dem anderen weichen lassen, jedes Frequenzband zu seiner Zeit</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>&amp;Interpolate</source>
        <translation>Inter&amp;polation</translation>
    </message>
    <message>
        <source>Images between two, as a film and as a sound</source>
        <translation>Bilder zwischen zweien, als Film und als Klang</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>The workbench has no sound open; open one there first.</source>
        <translation>In der Werkbank ist kein Klang offen; bitte dort zuerst einen öffnen.</translation>
    </message>
    <message>
        <source>Cross-&amp;fade</source>
        <translation>&amp;Kreuzblende</translation>
    </message>
    <message>
        <source>Let one sound give way to another, beat on beat</source>
        <translation>Einen Klang dem anderen weichen lassen, Schlag auf Schlag</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Add clips</source>
        <translation>Clips hinzufügen</translation>
    </message>
    <message>
        <source>The workbench has nothing open; open a sound or images there first.</source>
        <translation>In der Werkbank ist nichts offen; bitte dort zuerst einen Klang oder Bilder öffnen.</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Au&amp;sschneiden</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;Sequence</source>
        <translation>&amp;Sequenz</translation>
    </message>
    <message>
        <source>Lay clips of sound and images one after the other</source>
        <translation>Clips aus Klang und Bildern hintereinander legen</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was changed. Save it as a project?</source>
        <translation>„%1“ wurde geändert. Als Projekt sichern?</translation>
    </message>
    <message>
        <source>The sequence</source>
        <translation>Die Sequenz</translation>
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
    <name>sonoloom::Meters</name>
    <message>
        <source>Momentary</source>
        <translation>Momentan</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>Integriert</translation>
    </message>
    <message>
        <source>Loudness since playing started, with the gates of EBU R 128</source>
        <translation>Lautheit seit Beginn der Wiedergabe, mit den Schwellen von EBU R 128</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>dBTP</source>
        <translation>dBTP</translation>
    </message>
    <message>
        <source>Loudness of the last 400 ms; of the last 3 s: %1 LUFS</source>
        <translation>Lautheit der letzten 400 ms; der letzten 3 s: %1 LUFS</translation>
    </message>
    <message>
        <source>Momentary loudness %1 LUFS</source>
        <translation>Momentane Lautheit %1 LUFS</translation>
    </message>
    <message>
        <source>Integrated loudness %1 LUFS</source>
        <translation>Integrierte Lautheit %1 LUFS</translation>
    </message>
    <message>
        <source>True peak %1 dBTP</source>
        <translation>Wahre Spitze %1 dBTP</translation>
    </message>
    <message>
        <source>Greatest true peak since playing started: over −1 dBTP, converters and codecs may clip it</source>
        <translation>Höchste wahre Spitze seit Beginn der Wiedergabe: Über −1 dBTP können Wandler und Codecs übersteuern</translation>
    </message>
    <message>
        <source>Greatest true peak since playing started; EBU R 128 asks for at most −1 dBTP</source>
        <translation>Höchste wahre Spitze seit Beginn der Wiedergabe; EBU R 128 verlangt höchstens −1 dBTP</translation>
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
    <name>sonoloom::OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>All of the sound. Drag to move what is shown below, double-click to show all.</source>
        <translation>Der ganze Klang. Ziehen bewegt, was unten gezeigt wird; ein Doppelklick zeigt alles.</translation>
    </message>
</context>
<context>
    <name>sonoloom::PairLanes</name>
    <message>
        <source>Both inputs where they overlap</source>
        <translation>Beide Eingänge, wo sie überlappen</translation>
    </message>
    <message>
        <source>Drag an edge of the overlap, or B itself. Left and Right do the same by a hundredth of a second,
with Shift by a tenth. Click to play from there; Ctrl and wheel zoom.</source>
        <translation>Einen Rand der Überlappung oder B selbst ziehen. Links und Rechts tun dasselbe um eine hundertstel Sekunde,
mit Umschalt um eine zehntel. Klicken spielt ab dort; Strg und Rad vergrößern.</translation>
    </message>
    <message>
        <source>Hear A alone</source>
        <translation>A allein hören</translation>
    </message>
    <message>
        <source>Hear B alone</source>
        <translation>B allein hören</translation>
    </message>
</context>
<context>
    <name>sonoloom::PairPage</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
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
    <name>sonoloom::PixelHistogram</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>less than 0.01 %</source>
        <translation>unter 0.01 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 clipped</source>
        <translation>%1 begrenzt</translation>
    </message>
    <message>
        <source>%1 are 0</source>
        <translation>%1 sind 0</translation>
    </message>
    <message>
        <source>%1, range used %2 to %3</source>
        <translation>%1, benutzt %2 bis %3</translation>
    </message>
    <message>
        <source> (of each %1 rows one is counted)</source>
        <translation> (von je %1 Zeilen zählt eine)</translation>
    </message>
    <message>
        <source>Spread of the pixels</source>
        <translation>Verteilung der Pixel</translation>
    </message>
    <message>
        <source>0, loud</source>
        <translation>0, laut</translation>
    </message>
    <message>
        <source>quiet, 255</source>
        <translation>leise, 255</translation>
    </message>
    <message>
        <source>How often each pixel value occurs in all images, on a logarithmic scale: 0 is the loudest, 255 silence</source>
        <translation>Wie oft jeder Pixelwert in allen Bildern vorkommt, logarithmisch: 0 ist am lautesten, 255 ist Stille</translation>
    </message>
    <message>
        <source>Value %1: %2 of the pixels</source>
        <translation>Wert %1: %2 der Pixel</translation>
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
        <source>A loop takes at least half a second; this one was lengthened.</source>
        <translation>Eine Schleife braucht mindestens eine halbe Sekunde; diese wurde verlängert.</translation>
    </message>
    <message>
        <source>A loop takes at least half a second; this sound is shorter and is not repeated.</source>
        <translation>Eine Schleife braucht mindestens eine halbe Sekunde; dieser Klang ist kürzer und wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>There is no audio output any more; connect one and press play again.</source>
        <translation>Es gibt keine Audioausgabe mehr; bitte eine anschließen und nochmals auf Wiedergabe drücken.</translation>
    </message>
</context>
<context>
    <name>sonoloom::PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Set all parameters at once; Ctrl+Z takes it back</source>
        <translation>Alle Parameter auf einmal setzen; Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>&amp;Save as preset …</source>
        <translation>Als Voreinstellung &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Manage presets …</source>
        <translation>Voreinstellungen &amp;verwalten …</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Save, rename, delete, import and export presets</source>
        <translation>Voreinstellungen sichern, umbenennen, löschen, importieren und exportieren</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>No preset</source>
        <translation>Keine Voreinstellung</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Voreinstellung %1</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Voreinstellung sichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Replace the preset?</source>
        <translation>Voreinstellung ersetzen?</translation>
    </message>
    <message>
        <source>There is a preset %1. Replace it?</source>
        <translation>Es gibt eine Voreinstellung %1. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>sonoloom::PresetShelf</name>
    <message>
        <source>The preset &apos;%1&apos; is built in; choose another name.</source>
        <translation>Die Voreinstellung „%1“ ist eingebaut; bitte einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>sonoloom::PresetsDialog</name>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete it (Del)</source>
        <translation>Löschen (Entf)</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write it to a file to pass on (Alt+E)</source>
        <translation>Zum Weitergeben in eine Datei schreiben (Alt+E)</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Take a preset from a file (Alt+I)</source>
        <translation>Eine Voreinstellung aus einer Datei nehmen (Alt+I)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 (built in)</source>
        <translation>%1 (eingebaut)</translation>
    </message>
    <message>
        <source>Delete the preset?</source>
        <translation>Voreinstellung löschen?</translation>
    </message>
    <message>
        <source>Delete the preset %1? This cannot be undone.</source>
        <translation>Die Voreinstellung %1 löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Voreinstellung importieren</translation>
    </message>
    <message>
        <source>Presets (%1)</source>
        <translation>Voreinstellungen (%1)</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Voreinstellung exportieren</translation>
    </message>
</context>
<context>
    <name>sonoloom::RegionActions</name>
    <message>
        <source>Re&amp;gion</source>
        <translation>&amp;Bereich</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärken</translation>
    </message>
    <message>
        <source>Makes the selection louder or softer by the bar&apos;s dB</source>
        <translation>Macht die Auswahl um die dB der Leiste lauter oder leiser</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Silences the selection, as Delete does</source>
        <translation>Macht die Auswahl still, wie Entf</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>Brings the selection to the level around it</source>
        <translation>Bringt die Auswahl auf den Pegel ringsum</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Blurs the selection in time and frequency</source>
        <translation>Verwischt die Auswahl in Zeit und Frequenz</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Takes the selection to be pasted elsewhere</source>
        <translation>Nimmt die Auswahl, um sie woanders einzufügen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Puts the copy at the beginning of the selection, or at the playhead</source>
        <translation>Setzt die Kopie an den Anfang der Auswahl oder an die Abspielstelle</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Shifts the selection by the bar&apos;s seconds and semitones</source>
        <translation>Verschiebt die Auswahl um die Sekunden und Halbtöne der Leiste</translation>
    </message>
    <message>
        <source>Shift a column earlier</source>
        <translation>Eine Spalte früher schieben</translation>
    </message>
    <message>
        <source>Alt+Shift+Left</source>
        <translation>Alt+Shift+Left</translation>
    </message>
    <message>
        <source>Shift a column later</source>
        <translation>Eine Spalte später schieben</translation>
    </message>
    <message>
        <source>Alt+Shift+Right</source>
        <translation>Alt+Shift+Right</translation>
    </message>
    <message>
        <source>Shift a semitone up</source>
        <translation>Einen Halbton höher schieben</translation>
    </message>
    <message>
        <source>Alt+Shift+Up</source>
        <translation>Alt+Shift+Up</translation>
    </message>
    <message>
        <source>Shift a semitone down</source>
        <translation>Einen Halbton tiefer schieben</translation>
    </message>
    <message>
        <source>Alt+Shift+Down</source>
        <translation>Alt+Shift+Down</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Mirrors the selection in time</source>
        <translation>Spiegelt die Auswahl in der Zeit</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf den Kopf</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Shift+R</translation>
    </message>
    <message>
        <source>Mirrors the selection in frequency</source>
        <translation>Spiegelt die Auswahl in der Frequenz</translation>
    </message>
    <message>
        <source>Hear only</source>
        <translation>Nur Auswahl hören</translation>
    </message>
    <message>
        <source>Hears only the selection, until it is switched off</source>
        <translation>Lässt nur die Auswahl hören, bis zum Ausschalten</translation>
    </message>
    <message>
        <source>Hear all but</source>
        <translation>Ohne Auswahl hören</translation>
    </message>
    <message>
        <source>Shift+O</source>
        <translation>Shift+O</translation>
    </message>
    <message>
        <source>Hears all but the selection, until it is switched off</source>
        <translation>Lässt alles außer der Auswahl hören, bis zum Ausschalten</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Leave out all edits</source>
        <translation>Alle Änderungen weglassen</translation>
    </message>
    <message>
        <source>Brings the images back to what they were</source>
        <translation>Macht die Bilder wieder zu dem, was sie waren</translation>
    </message>
</context>
<context>
    <name>sonoloom::RegionBar</name>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size </source>
        <translation>Größe </translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Radius of the brush in pixels of the screen: zoom in to paint finer. Also the wheel with Ctrl and Shift, and the keys , and .</source>
        <translation>Radius des Pinsels in Pixeln des Bildschirms: zum feineren Malen vergrößern. Auch das Rad mit Strg und Umschalt und die Tasten , und .</translation>
    </message>
    <message>
        <source>Louder or softer</source>
        <translation>Lauter oder leiser</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>What the brush does</source>
        <translation>Was der Pinsel tut</translation>
    </message>
    <message>
        <source>What the brush does to what it touches</source>
        <translation>Was der Pinsel mit dem tut, was er berührt</translation>
    </message>
    <message>
        <source>Strength of the brush</source>
        <translation>Stärke des Pinsels</translation>
    </message>
    <message>
        <source>How much louder or softer a stroke makes what it touches</source>
        <translation>Wie viel lauter oder leiser ein Strich macht, was er berührt</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>To silence</source>
        <translation>Zu Stille</translation>
    </message>
    <message>
        <source>To the level around</source>
        <translation>Auf Pegel ringsum</translation>
    </message>
    <message>
        <source>What the eraser leaves</source>
        <translation>Was der Radierer übrig lässt</translation>
    </message>
    <message>
        <source>What the eraser leaves of what it touches</source>
        <translation>Was der Radierer von dem übrig lässt, was er berührt</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Harmonische</translation>
    </message>
    <message>
        <source>How many harmonics of the tone are selected, the fundamental included</source>
        <translation>Wie viele Harmonische des Tons ausgewählt werden, der Grundton eingeschlossen</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>How much louder or softer the selection becomes</source>
        <translation>Wie viel lauter oder leiser die Auswahl wird</translation>
    </message>
    <message>
        <source>instead</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>addiert</translation>
    </message>
    <message>
        <source>multiplied</source>
        <translation>multipliziert</translation>
    </message>
    <message>
        <source>the louder</source>
        <translation>das Lautere</translation>
    </message>
    <message>
        <source>How what is pasted meets what is there</source>
        <translation>Wie Eingefügtes auf Vorhandenes trifft</translation>
    </message>
    <message>
        <source>How what is pasted or shifted meets what is there: instead of it, added, multiplied, or the louder of both</source>
        <translation>Wie Eingefügtes oder Verschobenes auf Vorhandenes trifft: ersetzt es, wird addiert, multipliziert, oder das Lautere von beiden gilt</translation>
    </message>
    <message>
        <source>Shift in time</source>
        <translation>Versatz in der Zeit</translation>
    </message>
    <message>
        <source>How much later; negative is earlier</source>
        <translation>Wie viel später; negativ ist früher</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Shift in pitch</source>
        <translation>Versatz der Tonhöhe</translation>
    </message>
    <message>
        <source>How many semitones higher; negative is lower</source>
        <translation>Wie viele Halbtöne höher; negativ ist tiefer</translation>
    </message>
    <message>
        <source> st</source>
        <translation> HT</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Plays the selection backwards, or turns it upside down</source>
        <translation>Spielt die Auswahl rückwärts oder stellt sie auf den Kopf</translation>
    </message>
    <message>
        <source>Hear</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Hears only the selection, or all but it</source>
        <translation>Lässt nur die Auswahl hören oder alles außer ihr</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>All edits of the images; choose one to leave it out</source>
        <translation>Alle Änderungen der Bilder; eine wählen, um sie wegzulassen</translation>
    </message>
    <message>
        <source>Hear: only</source>
        <translation>Hören: nur</translation>
    </message>
    <message>
        <source>Hear: all but</source>
        <translation>Hören: ohne</translation>
    </message>
    <message>
        <source>Edits: %1</source>
        <translation>Änderungen: %1</translation>
    </message>
    <message>
        <source>Leave out: %1</source>
        <translation>Weglassen: %1</translation>
    </message>
</context>
<context>
    <name>sonoloom::RegionEditor</name>
    <message>
        <source>There are no mel images whose regions could be edited; open a sound, or choose the format riffusion.</source>
        <translation>Es gibt keine Mel-Bilder, deren Bereiche sich bearbeiten ließen; bitte einen Klang öffnen oder das Format riffusion wählen.</translation>
    </message>
    <message>
        <source>Nothing is selected; drag with the tool Region or Lasso, or click a tone with the tool Harmonics.</source>
        <translation>Nichts ist ausgewählt; mit dem Werkzeug Bereich oder Lasso ziehen oder mit dem Werkzeug Harmonische auf einen Ton klicken.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>sonoloom::ResultBadge</name>
    <message>
        <source>img %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>sc %1 dB</source>
        <translation>sc %1 dB</translation>
    </message>
    <message>
        <source>lsd %1 dB</source>
        <translation>lsd %1 dB</translation>
    </message>
    <message>
        <source>refining %1 %</source>
        <translation>verfeinert %1 %</translation>
    </message>
    <message>
        <source>draft, refining %1 %</source>
        <translation>Entwurf, verfeinert %1 %</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>final: %1</source>
        <translation>fertig: %1</translation>
    </message>
    <message>
        <source>of earlier parameters</source>
        <translation>von früheren Parametern</translation>
    </message>
    <message>
        <source>of earlier parameters: %1</source>
        <translation>von früheren Parametern: %1</translation>
    </message>
    <message>
        <source>img %1: the image of this sound differs from the image it was made of by so many of 255 levels on average.</source>
        <translation>Bild %1: Das Bild dieses Klangs weicht von dem Bild, aus dem er wurde, im Mittel um so viele von 255 Stufen ab.</translation>
    </message>
    <message>
        <source>sc %1 dB, spectral convergence: the error of all magnitudes against the original; −20 dB is a hundredth of its energy.</source>
        <translation>sc %1 dB, spektrale Konvergenz: der Fehler aller Beträge gegen das Original; −20 dB ist ein Hundertstel von dessen Energie.</translation>
    </message>
    <message>
        <source>lsd %1 dB, log-spectral distance: by how much levels are off, loud and quiet ones alike.</source>
        <translation>lsd %1 dB, log-spektraler Abstand: um wie viel Pegel danebenliegen, laute wie leise.</translation>
    </message>
    <message>
        <source>There is no original to compare with.</source>
        <translation>Es gibt kein Original zum Vergleichen.</translation>
    </message>
    <message>
        <source>The lower each of them, the truer.</source>
        <translation>Je niedriger jeder Wert, desto treuer.</translation>
    </message>
    <message>
        <source>The sound is being found; what is heard until then is older.</source>
        <translation>Der Klang wird gesucht; was bis dahin zu hören ist, ist älter.</translation>
    </message>
    <message>
        <source>A quick draft is heard, which is not measured. The refined sound takes its place once it is found.</source>
        <translation>Zu hören ist ein schneller Entwurf, der nicht gemessen wird. Der verfeinerte Klang tritt an seine Stelle, sobald er gefunden ist.</translation>
    </message>
    <message>
        <source>The sound of the images as they are now, refined to the end.</source>
        <translation>Der Klang der Bilder, wie sie jetzt sind, zu Ende verfeinert.</translation>
    </message>
    <message>
        <source>Parameters changed since; reconstruct again to hear them.</source>
        <translation>Seither haben sich Parameter geändert; zum Hören neu rekonstruieren.</translation>
    </message>
</context>
<context>
    <name>sonoloom::ResultPanel</name>
    <message>
        <source>Reconstruct</source>
        <translation>Rekonstruieren</translation>
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
        <source>Make sound of the images again</source>
        <translation>Aus den Bildern wieder Klang machen</translation>
    </message>
    <message>
        <source>Reconstruct by itself after each change, and let it sound at once (sounds up to the length in the settings)</source>
        <translation>Nach jeder Änderung von selbst rekonstruieren und sofort hören lassen (Klänge bis zur Länge in den Einstellungen)</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Rounds of refinement that were done, on average</source>
        <translation>Runden der Verfeinerung, die gemacht wurden, im Mittel</translation>
    </message>
</context>
<context>
    <name>sonoloom::SequenceActions</name>
    <message>
        <source>Seq&amp;uence</source>
        <translation>Seq&amp;uenz</translation>
    </message>
    <message>
        <source>&amp;Add files …</source>
        <translation>&amp;Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Add from the &amp;workbench</source>
        <translation>Aus der &amp;Werkbank hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead</source>
        <translation>An der Abspielstelle &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Repeat clips …</source>
        <translation>&amp;Clips wiederholen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>S&amp;nap edges</source>
        <translation>&amp;Ränder einrasten</translation>
    </message>
    <message>
        <source>Shift+N</source>
        <translation>Shift+N</translation>
    </message>
    <message>
        <source>Two &amp;lanes</source>
        <translation>&amp;Zwei Spuren</translation>
    </message>
    <message>
        <source>Shift+L</source>
        <translation>Shift+L</translation>
    </message>
    <message>
        <source>Export se&amp;quence</source>
        <translation>Se&amp;quenz exportieren</translation>
    </message>
    <message>
        <source>As one seamless &amp;sound …</source>
        <translation>Als einen nahtlosen &amp;Klang …</translation>
    </message>
    <message>
        <source>Ctrl+Alt+E</source>
        <translation>Ctrl+Alt+E</translation>
    </message>
    <message>
        <source>As one wide &amp;image …</source>
        <translation>Als ein breites &amp;Bild …</translation>
    </message>
    <message>
        <source>As images of equal &amp;length …</source>
        <translation>Als &amp;gleich lange Bilder …</translation>
    </message>
</context>
<context>
    <name>sonoloom::SequenceEditor</name>
    <message>
        <source>There are no sounds and no images in that folder.</source>
        <translation>In diesem Ordner sind weder Klänge noch Bilder.</translation>
    </message>
    <message>
        <source>Add clips</source>
        <translation>Clips hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were passed over: neither sound nor image.</source>
        <translation>
            <numerusform>%n Datei wurde übergangen: weder Klang noch Bild.</numerusform>
            <numerusform>%n Dateien wurden übergangen: weder Klang noch Bild.</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate clips</source>
        <translation>Clips duplizieren</translation>
    </message>
    <message>
        <source>Repeat clips</source>
        <translation>Clips wiederholen</translation>
    </message>
    <message>
        <source>Remove clips</source>
        <translation>Clips entfernen</translation>
    </message>
    <message>
        <source>Cut clips</source>
        <translation>Clips ausschneiden</translation>
    </message>
    <message>
        <source>Paste clips</source>
        <translation>Clips einfügen</translation>
    </message>
    <message>
        <source>Copy clips</source>
        <translation>Clips kopieren</translation>
    </message>
    <message>
        <source>Move clips</source>
        <translation>Clips verschieben</translation>
    </message>
    <message>
        <source>Gain of clips</source>
        <translation>Verstärkung der Clips</translation>
    </message>
    <message>
        <source>Set transitions</source>
        <translation>Übergänge setzen</translation>
    </message>
    <message>
        <source>Split clip</source>
        <translation>Clip teilen</translation>
    </message>
    <message>
        <source>Nothing can be split here: move the playhead into a clip, away from its edges and transitions.</source>
        <translation>Hier lässt sich nichts teilen: Die Abspielstelle in einen Clip setzen, weg von seinen Rändern und Übergängen.</translation>
    </message>
    <message>
        <source>Trim clip</source>
        <translation>Clip zuschneiden</translation>
    </message>
    <message>
        <source>Set transition</source>
        <translation>Übergang setzen</translation>
    </message>
    <message>
        <source>Locate source</source>
        <translation>Ort der Quelle</translation>
    </message>
</context>
<context>
    <name>sonoloom::SequencePage</name>
    <message>
        <source>Add sounds and images</source>
        <translation>Klänge und Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Sounds and images (%1);;All files (*)</source>
        <translation>Klänge und Bilder (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Nothing is open in the workbench; open a sound or images there, or add files here.</source>
        <translation>In der Werkbank ist nichts offen; bitte dort einen Klang oder Bilder öffnen oder hier Dateien hinzufügen.</translation>
    </message>
    <message>
        <source>Repeat clips</source>
        <translation>Clips wiederholen</translation>
    </message>
    <message>
        <source>How many copies go behind the selected clips?</source>
        <translation>Wie viele Kopien kommen hinter die ausgewählten Clips?</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>Wo ist %1 jetzt?</translation>
    </message>
    <message>
        <source>Export the sequence as one sound</source>
        <translation>Sequenz als einen Klang exportieren</translation>
    </message>
    <message>
        <source>Sound (%1)</source>
        <translation>Klang (%1)</translation>
    </message>
    <message>
        <source>Export the sequence as one wide image</source>
        <translation>Sequenz als ein breites Bild exportieren</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Folder for the sequence&apos;s images</source>
        <translation>Ordner für die Bilder der Sequenz</translation>
    </message>
    <message>
        <source>Replace images?</source>
        <translation>Bilder ersetzen?</translation>
    </message>
    <message>
        <source>There are images of a sequence in that folder. Replace them?</source>
        <translation>In diesem Ordner gibt es schon Bilder einer Sequenz. Ersetzen?</translation>
    </message>
    <message>
        <source>Split at the playhead</source>
        <translation>An der Abspielstelle teilen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Repeat …</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Verstärkung 0 dB</translation>
    </message>
    <message>
        <source>Open in the workbench</source>
        <translation>In der Werkbank öffnen</translation>
    </message>
    <message>
        <source>Part of the timeline that is shown</source>
        <translation>Gezeigter Teil der Zeitleiste</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>Opening the clips</source>
        <translation>Clips werden geöffnet</translation>
    </message>
    <message>
        <source>A sequence is a row of clips: sounds and images of sound, one after the other, each blending into the next as you like. It becomes one sound without seams.</source>
        <translation>Eine Sequenz ist eine Reihe von Clips: Klänge und Bilder von Klang, einer nach dem anderen, jeder nach Wunsch in den nächsten überblendet. Sie wird ein Klang ohne Nähte.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s), %1 long together.</source>
        <translation>
            <numerusform>%n Clip, zusammen %1 lang.</numerusform>
            <numerusform>%n Clips, zusammen %1 lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a clip to see its numbers, or the diamond between two clips for their transition.</source>
        <translation>Auf einen Clip klicken, um seine Werte zu sehen, oder auf die Raute zwischen zwei Clips für ihren Übergang.</translation>
    </message>
</context>
<context>
    <name>sonoloom::SequenceTimeline</name>
    <message>
        <source>Timeline of clips</source>
        <translation>Zeitleiste der Clips</translation>
    </message>
    <message>
        <source>Drop sounds, images or folders of images here, or press “Add files …”.

They follow one another as clips; drag the diamond between two of them to let one blend into the next.</source>
        <translation>Klänge, Bilder oder Ordner mit Bildern hier ablegen oder „Hinzufügen …“ drücken.

Sie folgen einander als Clips; die Raute zwischen zweien ziehen, um den einen in den nächsten zu überblenden.</translation>
    </message>
</context>
<context>
    <name>sonoloom::SequenceTools</name>
    <message>
        <source>Add files …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Sounds, images or folders of images, behind the others; they can be dropped, too</source>
        <translation>Klänge, Bilder oder Ordner mit Bildern, hinter den anderen; sie lassen sich auch ablegen</translation>
    </message>
    <message>
        <source>From the workbench</source>
        <translation>Aus der Werkbank</translation>
    </message>
    <message>
        <source>What is open in the workbench; of a sound the selected part</source>
        <translation>Was in der Werkbank offen ist; von einem Klang der ausgewählte Teil</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Cut the clip at the playhead in two</source>
        <translation>Den Clip an der Abspielstelle in zwei teilen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copies of the selected clips behind them</source>
        <translation>Kopien der ausgewählten Clips hinter ihnen</translation>
    </message>
    <message>
        <source>Repeat …</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>The selected clips as often as you say</source>
        <translation>Die ausgewählten Clips so oft wie gewünscht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the selected clips out; a selected transition becomes a cut</source>
        <translation>Die ausgewählten Clips herausnehmen; ein ausgewählter Übergang wird zum Schnitt</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Dragged edges keep to what the menu says; with Alt they do not</source>
        <translation>Gezogene Ränder halten sich an das, was das Menü sagt; mit Alt nicht</translation>
    </message>
    <message>
        <source>Edges of clips</source>
        <translation>Ränder der Clips</translation>
    </message>
    <message>
        <source>Lengths of an image</source>
        <translation>Längen eines Bildes</translation>
    </message>
    <message>
        <source>Playhead and loop</source>
        <translation>Abspielstelle und Schleife</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Two lanes</source>
        <translation>Zwei Spuren</translation>
    </message>
    <message>
        <source>Clips in turn on two lanes, so that transitions are seen as what lies on each other</source>
        <translation>Clips abwechselnd auf zwei Spuren, sodass Übergänge als das zu sehen sind, was übereinander liegt</translation>
    </message>
    <message>
        <source>Neither beats nor bars</source>
        <translation>Weder Schläge noch Takte</translation>
    </message>
    <message>
        <source>Beats of sounds</source>
        <translation>Schläge der Klänge</translation>
    </message>
    <message>
        <source>Bars of sounds</source>
        <translation>Takte der Klänge</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The whole sequence as one sound, one wide image, or images of equal length</source>
        <translation>Die ganze Sequenz als ein Klang, ein breites Bild oder gleich lange Bilder</translation>
    </message>
    <message>
        <source>One seamless sound …</source>
        <translation>Ein nahtloser Klang …</translation>
    </message>
    <message>
        <source>One wide image …</source>
        <translation>Ein breites Bild …</translation>
    </message>
    <message>
        <source>Images of equal length …</source>
        <translation>Gleich lange Bilder …</translation>
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
    <message>
        <source>marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>marker&apos;s name</source>
        <translation>Name der Marke</translation>
    </message>
    <message>
        <source>removed marker</source>
        <translation>Marke entfernt</translation>
    </message>
    <message>
        <source>edit left out</source>
        <translation>Änderung weggelassen</translation>
    </message>
    <message>
        <source>all edits left out</source>
        <translation>alle Änderungen weggelassen</translation>
    </message>
</context>
<context>
    <name>sonoloom::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>All settings as they were from the start; keys have their own button under Help &gt; Keys</source>
        <translation>Alle Einstellungen, wie sie am Anfang waren; Tasten haben ihren eigenen Knopf unter Hilfe &gt; Tasten</translation>
    </message>
    <message>
        <source>Export folder …</source>
        <translation>Exportordner …</translation>
    </message>
    <message>
        <source>Choose the folder in which the dialogs for exports open</source>
        <translation>Den Ordner wählen, in dem die Dialoge zum Exportieren aufgehen</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start.</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>Ordner für Exporte</translation>
    </message>
</context>
<context>
    <name>sonoloom::SoundPanes</name>
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
    <name>sonoloom::SpectrogramMouse</name>
    <message>
        <source>%1 s · %2 Hz · %3 semitones · %4 dB</source>
        <translation>%1 s · %2 Hz · %3 Halbtöne · %4 dB</translation>
    </message>
</context>
<context>
    <name>sonoloom::SweepAxisEditor</name>
    <message>
        <source>%1: parameter</source>
        <translation>%1: Parameter</translation>
    </message>
    <message>
        <source>Which parameter is varied</source>
        <translation>Welcher Parameter sich ändert</translation>
    </message>
    <message>
        <source>%1: values</source>
        <translation>%1: Werte</translation>
    </message>
    <message>
        <source>A list, 50,100,200, or first, last and how many, 0.1:0.5:5</source>
        <translation>Eine Liste, 50,100,200, oder erster, letzter und wie viele, 0.1:0.5:5</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>sonoloom::SweepDialog</name>
    <message>
        <source>Parameter sweep</source>
        <translation>Parameterreihe</translation>
    </message>
    <message>
        <source>Sound from %1 s to %2 s</source>
        <translation>Klang von %1 s bis %2 s</translation>
    </message>
    <message>
        <source>The selection of the workbench, or the first 10 s</source>
        <translation>Die Auswahl der Werkbank oder die ersten 10 s</translation>
    </message>
    <message>
        <source>Choose what is varied, then press Start. Each combination is shown as it is done; click it to hear it as B.</source>
        <translation>Wählen, was sich ändert, dann Starten drücken. Jede Kombination wird gezeigt, sobald sie fertig ist; ein Klick macht sie als B hörbar.</translation>
    </message>
    <message>
        <source>A sweep needs a sound; open one.</source>
        <translation>Eine Parameterreihe braucht einen Klang; bitte einen öffnen.</translation>
    </message>
    <message>
        <source>Done. Click a combination to hear it as B.</source>
        <translation>Fertig. Ein Klick macht eine Kombination als B hörbar.</translation>
    </message>
    <message>
        <source>sweep: %1</source>
        <translation>Parameterreihe: %1</translation>
    </message>
    <message>
        <source>The workbench has %1 now; Ctrl+Z there takes it back.</source>
        <translation>Die Werkbank hat jetzt %1; Strg+Z dort nimmt es zurück.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Written: %1, a table and %2 sounds beside it.</source>
        <translation>Geschrieben: %1, eine Tabelle und %2 Klänge daneben.</translation>
    </message>
    <message>
        <source>Save contact sheet</source>
        <translation>Kontaktbogen sichern</translation>
    </message>
    <message>
        <source>Replace the files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message>
        <source>There is a sweep of this sound in %1. Replace it?</source>
        <translation>In %1 gibt es eine Parameterreihe dieses Klangs. Ersetzen?</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Go both ways with every combination (Alt+S)</source>
        <translation>Mit jeder Kombination beide Wege gehen (Alt+S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what is done stays (Alt+C)</source>
        <translation>Anhalten; was fertig ist, bleibt (Alt+A)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>C&amp;olumns:</source>
        <translation>S&amp;palten:</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>Kombinationen</translation>
    </message>
    <message>
        <source>Arrow keys or a click choose a combination and let it sound as B</source>
        <translation>Pfeiltasten oder ein Klick wählen eine Kombination und lassen sie als B klingen</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Play or pause (Alt+P)</source>
        <translation>Wiedergabe oder Pause (Alt+W)</translation>
    </message>
    <message>
        <source>Switch &amp;A and B</source>
        <translation>Zwischen A und &amp;B wechseln</translation>
    </message>
    <message>
        <source>Hear the original, or this combination (Alt+A)</source>
        <translation>Das Original hören oder diese Kombination (Alt+B)</translation>
    </message>
    <message>
        <source>&amp;Take these settings</source>
        <translation>Diese Werte über&amp;nehmen</translation>
    </message>
    <message>
        <source>Set the workbench&apos;s parameters to these, in one step of undo (Alt+T)</source>
        <translation>Die Parameter der Werkbank auf diese setzen, in einem Schritt zum Zurücknehmen (Alt+N)</translation>
    </message>
    <message>
        <source>Save contact s&amp;heet …</source>
        <translation>&amp;Kontaktbogen sichern …</translation>
    </message>
    <message>
        <source>A picture of all, a table of the figures, and the sounds, into a folder (Alt+H)</source>
        <translation>Ein Bild von allen, eine Tabelle der Werte und die Klänge, in einen Ordner (Alt+K)</translation>
    </message>
</context>
<context>
    <name>sonoloom::TakeOut</name>
    <message>
        <source>Export &amp;view as a picture …</source>
        <translation>Ansicht als Bild e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>The panes with axes and legend, as PNG or SVG</source>
        <translation>Die Felder mit Achsen und Legende, als PNG oder SVG</translation>
    </message>
    <message>
        <source>Export &amp;numbers …</source>
        <translation>Za&amp;hlen exportieren …</translation>
    </message>
    <message>
        <source>Levels in dB of the selection, or all, as NPY or CSV</source>
        <translation>Pegel in dB der Auswahl oder des Ganzen, als NPY oder CSV</translation>
    </message>
    <message>
        <source>Copy the result&apos;s &amp;sound</source>
        <translation>Klang des &amp;Ergebnisses kopieren</translation>
    </message>
    <message>
        <source>A sound file of the selected time, or all</source>
        <translation>Eine Klangdatei der ausgewählten Zeit oder des Ganzen</translation>
    </message>
    <message>
        <source>Copy view as a picture</source>
        <translation>Ansicht als Bild kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Alt+C</source>
        <translation>Ctrl+Alt+C</translation>
    </message>
    <message>
        <source>The view is in the clipboard.</source>
        <translation>Die Ansicht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Export the view</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>Numbers (*.npy *.csv)</source>
        <translation>Zahlen (*.npy *.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no picture that can be written; name it .png or .svg.</source>
        <translation>„%1“ ist kein Bild, das geschrieben werden kann; der Name muss auf .png oder .svg enden.</translation>
    </message>
    <message>
        <source>There are no levels yet; wait for the spectrogram of the original.</source>
        <translation>Es gibt noch keine Pegel; bitte das Spektrogramm des Originals abwarten.</translation>
    </message>
    <message>
        <source>The images are being made; try again in a moment.</source>
        <translation>Die Bilder entstehen noch; bitte gleich nochmals versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) in the clipboard.</source>
        <translation>
            <numerusform>%n Bild in der Zwischenablage.</numerusform>
            <numerusform>%n Bilder in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sound is in the clipboard, as a file.</source>
        <translation>Der Klang ist in der Zwischenablage, als Datei.</translation>
    </message>
    <message>
        <source>There is neither an image nor a file in the clipboard; copy one first.</source>
        <translation>In der Zwischenablage ist weder ein Bild noch eine Datei; bitte zuerst etwas kopieren.</translation>
    </message>
    <message>
        <source>Show in fol&amp;der</source>
        <translation>Im Ordner zei&amp;gen</translation>
    </message>
    <message>
        <source>The folder of what is open, in the file manager</source>
        <translation>Den Ordner des Geöffneten in der Dateiverwaltung</translation>
    </message>
    <message>
        <source>There is no file manager that shows folders; what is open lies in %1.</source>
        <translation>Es gibt keine Dateiverwaltung, die Ordner zeigt; das Geöffnete liegt in %1.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What is selected; on the workbench the images of the selected time, or the one at the playhead</source>
        <translation>Was ausgewählt ist; in der Werkbank die Bilder der ausgewählten Zeit oder das an der Abspielstelle</translation>
    </message>
    <message>
        <source>What was copied; on the workbench an image or files from the clipboard are opened</source>
        <translation>Was kopiert wurde; in der Werkbank werden ein Bild oder Dateien aus der Zwischenablage geöffnet</translation>
    </message>
    <message>
        <source>There is nothing to copy; open a sound or images first.</source>
        <translation>Es gibt nichts zu kopieren; bitte zuerst einen Klang oder Bilder öffnen.</translation>
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
        <source>%1 · pixel %2, %3 · value %4%5</source>
        <translation>%1 · Pixel %2, %3 · Wert %4%5</translation>
    </message>
</context>
<context>
    <name>sonoloom::TimelineMouse</name>
    <message>
        <source>Drag to trim the start of %1</source>
        <translation>Ziehen, um den Anfang von %1 zuzuschneiden</translation>
    </message>
    <message>
        <source>Drag to trim the end of %1</source>
        <translation>Ziehen, um das Ende von %1 zuzuschneiden</translation>
    </message>
    <message>
        <source>Drag up or down to change the gain of %1, double-click for 0 dB</source>
        <translation>Auf oder ab ziehen, um die Verstärkung von %1 zu ändern, Doppelklick für 0 dB</translation>
    </message>
    <message>
        <source>%1 of %2 s; drag the handle, double-click for the next kind</source>
        <translation>%1 von %2 s; am Griff ziehen, Doppelklick für die nächste Art</translation>
    </message>
    <message>
        <source>Cut; drag the handle to the left to blend</source>
        <translation>Schnitt; den Griff nach links ziehen, um zu überblenden</translation>
    </message>
    <message>
        <source>%1 · %2, %3 s long</source>
        <translation>%1 · %2, %3 s lang</translation>
    </message>
    <message>
        <source>Copy to here</source>
        <translation>Hierher kopieren</translation>
    </message>
    <message>
        <source>Move to here; with Ctrl a copy</source>
        <translation>Hierher verschieben; mit Strg eine Kopie</translation>
    </message>
    <message>
        <source>Begins at %1 of its source, %2 s long</source>
        <translation>Beginnt bei %1 seiner Quelle, %2 s lang</translation>
    </message>
    <message>
        <source>Trim clip</source>
        <translation>Clip zuschneiden</translation>
    </message>
    <message>
        <source>Ends at %1 of its source, %2 s long</source>
        <translation>Endet bei %1 seiner Quelle, %2 s lang</translation>
    </message>
    <message>
        <source>Set transition</source>
        <translation>Übergang setzen</translation>
    </message>
    <message>
        <source>%1: %2 s</source>
        <translation>%1: %2 s</translation>
    </message>
</context>
<context>
    <name>sonoloom::TimelineRuler</name>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Click to play from there, drag to select what is repeated, double-click to select nothing.</source>
        <translation>Klicken spielt ab dort, Ziehen wählt aus, was wiederholt wird, ein Doppelklick wählt nichts aus.</translation>
    </message>
</context>
<context>
    <name>sonoloom::TransitionBands</name>
    <message>
        <source>Bands of the transition</source>
        <translation>Bänder des Übergangs</translation>
    </message>
</context>
<context>
    <name>sonoloom::TransitionInspector</name>
    <message>
        <source>Kind of transition</source>
        <translation>Art des Übergangs</translation>
    </message>
    <message>
        <source>Cut: one after the other. Blend: bands change over as you say. Interpolation: partials glide. Cross-fade: equal power</source>
        <translation>Schnitt: eins nach dem anderen. Überblendung: Bänder wechseln wie gewünscht. Interpolation: Teiltöne gleiten. Kreuzblende: gleiche Leistung</translation>
    </message>
    <message>
        <source>Length of the transition</source>
        <translation>Länge des Übergangs</translation>
    </message>
    <message>
        <source>How long both clips lie on each other; the diamond in the timeline can be dragged, too</source>
        <translation>Wie lange beide Clips übereinander liegen; die Raute in der Zeitleiste lässt sich auch ziehen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Set transition</source>
        <translation>Übergang setzen</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 zu %2</translation>
    </message>
    <message>
        <source>Levels of the image</source>
        <translation>Stufen des Bildes</translation>
    </message>
    <message>
        <source>Magnitudes</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Transport: tones glide</source>
        <translation>Transport: Töne gleiten</translation>
    </message>
    <message>
        <source>Space of the interpolation</source>
        <translation>Mischung der Interpolation</translation>
    </message>
    <message>
        <source>Transport moves energy along frequency, so that tones glide instead of fading</source>
        <translation>Transport bewegt Energie entlang der Frequenz, sodass Töne gleiten statt zu verblassen</translation>
    </message>
    <message>
        <source>Mixes</source>
        <translation>Mischt</translation>
    </message>
    <message>
        <source>One follows the other at once.</source>
        <translation>Eines folgt sofort auf das andere.</translation>
    </message>
    <message>
        <source>The bars and curves below the timeline say when each band of frequencies changes over.</source>
        <translation>Die Balken und Kurven unter der Zeitleiste sagen, wann jedes Frequenzband wechselt.</translation>
    </message>
    <message>
        <source>Each moment lies between the two, further and further from the first.</source>
        <translation>Jeder Augenblick liegt zwischen beiden, immer weiter weg vom ersten.</translation>
    </message>
    <message>
        <source>Both are equally loud in the middle, and together as loud as either.</source>
        <translation>In der Mitte sind beide gleich laut, und zusammen so laut wie jedes.</translation>
    </message>
    <message>
        <source>There is room for %1 s.</source>
        <translation>Es ist Platz für %1 s.</translation>
    </message>
</context>
<context>
    <name>sonoloom::TransportBar</name>
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
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Repeat the selection, or all</source>
        <translation>Die Auswahl oder alles wiederholen</translation>
    </message>
    <message>
        <source>Hear A, %1</source>
        <translation>A hören, %1</translation>
    </message>
    <message>
        <source>Hear B, %1</source>
        <translation>B hören, %1</translation>
    </message>
    <message>
        <source>Hear what differs: B subtracted from A, sample by sample, both as they are</source>
        <translation>Hören, was sich unterscheidet: B von A abgezogen, Abtastwert für Abtastwert, beide, wie sie sind</translation>
    </message>
    <message>
        <source>%1; switches while playing</source>
        <translation>%1; wechselt beim Spielen</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>too quiet</source>
        <translation>zu leise</translation>
    </message>
    <message>
        <source>0.0 dB</source>
        <translation>0.0 dB</translation>
    </message>
    <message>
        <source>A %1 dB</source>
        <translation>A %1 dB</translation>
    </message>
    <message>
        <source>B %1 dB</source>
        <translation>B %1 dB</translation>
    </message>
    <message>
        <source>Match loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source>Match loudness: %1</source>
        <translation>Lautheit angleichen: %1</translation>
    </message>
    <message>
        <source>Sounds shorter than 0.4 s have no loudness: nothing is turned down.</source>
        <translation>Klänge unter 0,4 s haben keine Lautheit: Nichts wird abgesenkt.</translation>
    </message>
    <message>
        <source>One side is never above −70 LUFS: nothing is turned down.</source>
        <translation>Eine Seite kommt nie über −70 LUFS: Nichts wird abgesenkt.</translation>
    </message>
    <message>
        <source>Both are heard at %1 LUFS.</source>
        <translation>Beide sind mit %1 LUFS zu hören.</translation>
    </message>
    <message>
        <source>Turn the louder one of A and B down to the other: EBU R 128, over the loop, or over all without one. A − B is always of the sounds as they are.</source>
        <translation>Das lautere von A und B auf das andere absenken: EBU R 128, über die Schleife, ohne eine über alles. A − B gilt immer den Klängen, wie sie sind.</translation>
    </message>
    <message>
        <source>Hear %1</source>
        <translation>%1 hören</translation>
    </message>
</context>
<context>
    <name>sonoloom::ViewActions</name>
    <message>
        <source>Dra&amp;gging</source>
        <translation>&amp;Ziehen</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>Fe&amp;lder</translation>
    </message>
    <message>
        <source>&amp;Frequency axis</source>
        <translation>Frequenz&amp;achse</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Dragging moves the picture; with Shift it zooms to the area</source>
        <translation>Ziehen bewegt das Bild; mit Umschalt vergrößert es die Fläche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Dragging selects time</source>
        <translation>Ziehen wählt Zeit aus</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Dragging selects time and frequency</source>
        <translation>Ziehen wählt Zeit und Frequenz aus</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Dragging tells how far two points are apart</source>
        <translation>Ziehen sagt, wie weit zwei Punkte auseinander liegen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>Zeigen oder verbergen: %1</translation>
    </message>
    <message>
        <source>As in the images</source>
        <translation>Wie in den Bildern</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Note names</source>
        <translation>Notennamen</translation>
    </message>
    <message>
        <source>Add &amp;marker</source>
        <translation>&amp;Marke setzen</translation>
    </message>
    <message>
        <source>Rename the marker before the playhead …</source>
        <translation>Marke vor der Abspielstelle umbenennen …</translation>
    </message>
    <message>
        <source>Shift+M</source>
        <translation>Shift+M</translation>
    </message>
    <message>
        <source>Remove the marker before the playhead</source>
        <translation>Marke vor der Abspielstelle entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>To the next marker</source>
        <translation>Zur nächsten Marke</translation>
    </message>
    <message>
        <source>Ctrl+Right</source>
        <translation>Ctrl+Right</translation>
    </message>
    <message>
        <source>To the marker before</source>
        <translation>Zur vorigen Marke</translation>
    </message>
    <message>
        <source>Ctrl+Left</source>
        <translation>Ctrl+Left</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Marker %1</source>
        <translation>Marke %1</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Name of the marker</source>
        <translation>Name der Marke</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Dragging paints louder, softer or smoother in the images</source>
        <translation>Ziehen malt in den Bildern lauter, leiser oder glatter</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Dragging erases in the images</source>
        <translation>Ziehen löscht in den Bildern</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Dragging selects what it goes around</source>
        <translation>Ziehen wählt aus, was es umfährt</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Harmonische</translation>
    </message>
    <message>
        <source>A click on a tone selects it with its harmonics</source>
        <translation>Ein Klick auf einen Ton wählt ihn mit seinen Harmonischen aus</translation>
    </message>
</context>
<context>
    <name>sonoloom::ViewPanes</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>sonoloom::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>The waveform of what is heard. Click to play from there, drag to select; ticks at the edges mark clipped samples.</source>
        <translation>Die Wellenform dessen, was zu hören ist. Klicken spielt ab dort, Ziehen wählt aus; Striche am Rand zeigen übersteuerte Abtastwerte.</translation>
    </message>
</context>
<context>
    <name>sonoloom::WorkbenchPage</name>
    <message>
        <source>Opened images</source>
        <translation>Geöffnete Bilder</translation>
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
        <source>drawing …</source>
        <translation>wird gezeichnet …</translation>
    </message>
    <message>
        <source>Reconstructing …</source>
        <translation>Wird rekonstruiert …</translation>
    </message>
    <message>
        <source> · phase %1°</source>
        <translation> · Phase %1°</translation>
    </message>
    <message>
        <source>What the images hold</source>
        <translation>Was in den Bildern steckt</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Drop a sound file or images here, or open one with Ctrl+O.</source>
        <translation>Eine Klangdatei oder Bilder hier ablegen oder mit Strg+O öffnen.</translation>
    </message>
    <message>
        <source>Images of this format are not spectrograms of magnitudes; the result shows their sound.</source>
        <translation>Bilder dieses Formats sind keine Spektrogramme von Beträgen; das Ergebnis zeigt ihren Klang.</translation>
    </message>
    <message>
        <source>Press Reconstruct to hear what the images hold.</source>
        <translation>„Rekonstruieren“ macht hörbar, was in den Bildern steckt.</translation>
    </message>
    <message>
        <source>dark: alike, bright: %1 dB apart or more</source>
        <translation>dunkel: gleich, hell: %1 dB Unterschied oder mehr</translation>
    </message>
    <message>
        <source>The difference is shown when there is a result of the same analysis.</source>
        <translation>Der Unterschied wird gezeigt, wenn es ein Ergebnis derselben Analyse gibt.</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source> · sample %1</source>
        <translation> · Abtastwert %1</translation>
    </message>
    <message>
        <source> · pixel %1, %2 of image %3: %4</source>
        <translation> · Pixel %1, %2 von Bild %3: %4</translation>
    </message>
</context>
</TS>
