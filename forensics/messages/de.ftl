### Was Telltale sagt, auf Deutsch. Wie in en.ftl.

## Warum ein Gesicht nicht bewertet wird

face-too-small = Das Gesicht misst an der kürzeren Seite { $pixels } Pixel; unter { $least } lässt sich nichts sagen.
face-cut-off = Das Gesicht ist vom Bildrand abgeschnitten: { $points } seiner fünf Punkte liegen jenseits davon.
too-compressed = Das Gesicht ist zu stark komprimiert: Kompressionsblöcke verdecken feinere Spuren; darüber lässt sich nichts sagen.
mostly-covered = Das Gesicht ist größtenteils verdeckt: { PERCENT($share, digits: 2) } davon sind einfarbig oder übersteuert; darüber lässt sich nichts sagen.
too-dark = Das Gesicht ist dunkler als jene, an denen der Detektor kalibriert wurde; darüber lässt sich nichts sagen.
too-bright = Das Gesicht ist heller als jene, an denen der Detektor kalibriert wurde; darüber lässt sich nichts sagen.
too-little-contrast = Das Gesicht hat weniger Kontrast als jene, an denen der Detektor kalibriert wurde; darüber lässt sich nichts sagen.
too-much-contrast = Das Gesicht hat mehr Kontrast als jene, an denen der Detektor kalibriert wurde; darüber lässt sich nichts sagen.
too-blurred = Das Gesicht ist zu unscharf oder wurde aus einem viel kleineren Bild vergrößert; darüber lässt sich nichts sagen.
too-grainy = Das Gesicht rauscht stärker als jene, an denen der Detektor kalibriert wurde; darüber lässt sich nichts sagen.

## Was der Wert eines Gesichts besagt

-confident = mit 95 % Vertrauen höchstens
score-reaches-signs = Der Wert { SCORE($score) } erreicht { FIXED($threshold, digits: 3) }, die Schwelle für Anzeichen einer Manipulation{ KNOWN($stated) ->
        [no] .
       *[yes] { ABOVE($bound, $stated) ->
            [yes] , die etwa { PERCENT($stated) } der unberührten Kalibriergesichter der schlechtesten Quelle erreichen ({ -confident } { PERCENT($bound, digits: 2) }).
           *[no] , die { -confident } { PERCENT($bound, digits: 2) } der unberührten Kalibriergesichter aller Quellen erreichen.
        }
    }
score-within-no-signs = Der Wert { SCORE($score) } beträgt höchstens { FIXED($threshold, digits: 3) }, die Schwelle für keine Anzeichen{ KNOWN($stated) ->
        [no] {""}
       *[yes] , unter der { -confident } { PERCENT($bound, digits: 2) } der gefälschten Gesichter von Arten bleiben, die der Detektor kennt
    }; Fälschungen anderer Art bleiben öfter darunter.
score-between = Der Wert { SCORE($score) } liegt zwischen den Schwellen { FIXED($no_signs, digits: 3) } und { FIXED($signs, digits: 3) }.

## Was die Werte einer Person über die Zeit besagen

stretch = { $everything ->
        [yes] Alle { $sightings } Sichtungen zusammen
       *[no] Die { $sightings } Sichtungen von { FIXED($start, digits: 1) } s bis { FIXED($end, digits: 1) } s, der stärkste Abschnitt,
    } ergeben { SCORE($score) } (95-%-Intervall { SCORE($low) } bis { SCORE($high) })
stretch-reaches-signs = { stretch }; das untere Ende erreicht { FIXED($threshold, digits: 3) }, die Grenze für Anzeichen einer Manipulation{ KNOWN($stated) ->
        [no] .
       *[yes] { ABOVE($bound, $stated) ->
            [yes] , die etwa { PERCENT($stated) } der unberührten Kalibrierclips der schlechtesten Quelle erreichen ({ -confident } { PERCENT($bound, digits: 2) }).
           *[no] , die { -confident } { PERCENT($bound, digits: 2) } der unberührten Kalibrierclips erreichen.
        }
    }
stretch-within-no-signs = { stretch }; das obere Ende beträgt höchstens { FIXED($threshold, digits: 3) }, die Grenze für keine Anzeichen von Arten, die der Detektor kennt.
stretch-between = { stretch }; die Grenzen { FIXED($no_signs, digits: 3) } und { FIXED($signs, digits: 3) } lassen das offen.
few-frames = { $frames ->
        [1] Ein einziges Bild wurde
       *[other] Nur { $frames } Bilder wurden
    } angesehen, zu wenig für ein Intervall; das mittlere Bild wird wie ein Foto beurteilt{ $because ->
        [none] .
       *[other] : { $because }
    }
few-sightings = In { $sightings ->
        [one] { $sightings } Bild
       *[other] { $sightings } Bildern
    } gesehen, in { $evaluated } bewertet; eine Person wird ab { $least } beurteilt.{ $because ->
        [none] {""}
       *[other] {" "}Am häufigsten: { $because }
    }
nobody-followed = In den { $frames } angesehenen Bildern wurde kein Gesicht verfolgt.
strongest-person = Person { $person }: { $because ->
        [none] {""}
       *[other] { $because }
    }{ $not_evaluated ->
        [0] {""}
       *[other] { ABOVE($persons, $not_evaluated) ->
            [yes] {" "}{ $not_evaluated } von { $persons } Personen { $not_evaluated ->
                [one] konnte
               *[other] konnten
            } nicht bewertet werden.
           *[no] {""}
        }
    }

## Was gefunden und nicht bewertet wurde

among-the-weakest = Es wurden mehr als { $most } Gesichter gefunden; dieses gehört zu den unsichersten Funden.
weakest-of-frames = { $detections } Funde über { $most } in einem Bild hinaus, die unsichersten, wurden nicht bewertet.
seen-too-briefly = { $faces } { $faces ->
        [one] Gesicht wurde
       *[other] Gesichter wurden
    } in weniger als { $least } der angesehenen Bilder und unsicher gesehen: zu kurz für eine Person.

## Was mit den Bildern eines Videos geschah

one-of-several-films = Die Datei enthält { $films } Filme, von denen nur der angesehen wurde, den Abspielprogramme zeigen.
turned-180 = Die Bilder sind um 180° gedreht, wie es die Datei angibt.
turned-clockwise = Die Bilder sind um 90° im Uhrzeigersinn gedreht, wie es die Datei angibt.
turned-counterclockwise = Die Bilder sind um 90° gegen den Uhrzeigersinn gedreht, wie es die Datei angibt.
mirrored = Die Bilder sind gespiegelt, wie es die Datei angibt.
pixels-stretched = Die Bildpunkte sind nicht quadratisch ({ $aspect }) und werden gestreckt, bis sie es sind.
interlaced = Die Bilder sind im Zeilensprungverfahren aufgenommen und bleiben so: bewegte Kanten zeigen Kämme.
high-dynamic-range = Die Bilder haben einen hohen Dynamikumfang und werden auf den üblicher Bildschirme (sRGB) abgebildet.
wide-colours = Die Bilder haben einen großen Farbraum (BT.2020) und werden auf den üblicher Bildschirme (sRGB) abgebildet.

## Warum ein Gesicht für die Person weniger zählt: ein Teilsatz

counts-less-small = das Gesicht ist klein, { $pixels } Pixel an der kürzeren Seite
counts-less-blurred = Bewegung oder Kompression hat es verwischt
counts-less-blocks = Kompressionsblöcke sind zu sehen

## Warum die Untersuchung eines Videos vor dem Ende der Datei endete

limit-reached = Nur die ersten { CLOCK($limit) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}von { CLOCK($declared) }
    } wurden untersucht: das ist die Grenze; mit TELLTALE_MAX_VIDEO_SECONDS lässt sie sich höher setzen.
cut-off = Die Datei ist abgeschnitten: ihre Bilder enden bei { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}von { CLOCK($declared) }
    }, und was davor liegt, wurde untersucht; für den Rest wird eine vollständige Kopie gebraucht.
ends-early = Die Bilder enden bei { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] , von { CLOCK($declared) }, die die Datei angibt
    }; sie wurden bis dahin untersucht, und über alles danach ist nichts bekannt.
stopped = Die Untersuchung wurde bei { FIXED($seconds, digits: 1) } Sekunden angehalten.

## Was an beschädigten Daten falsch ist: ein Teilsatz

said-by-reader = { $reason }
header-cut-off = der Dateikopf ist abgeschnitten
wrong-webp-chunk = ein WebP beginnt mit VP8, VP8L oder VP8X, hier steht { $chunk }
no-pixels-declared = der Dateikopf gibt { WHOLE($width) }×{ WHOLE($height) } Pixel an
sizes-differ = { WHOLE($width) }×{ WHOLE($height) } Pixel angegeben, { WHOLE($found_width) }×{ WHOLE($found_height) } gefunden
no-stream = sie enthält keinen Datenstrom

## Warum eine Datei nicht untersucht werden kann

-photograph = ein Foto als JPEG, PNG, WebP, TIFF, BMP oder HEIC
-video = ein Video als MP4, MOV, WebM, MKV, AVI oder GIF
what-came = { SUBTYPE($found) ->
        [plain] Text
        [pdf] ein PDF
        [zip] ein Archiv
        [octet-stream] etwas anderes
       *[other] { $found }
    }
and-what-else = { $because ->
        [none] {""}
       *[other] {" "}und { $because }
    }

empty-file = Die Datei ist leer: erwartet wurde ein Foto oder ein Video, es kamen 0 Byte; bitte noch einmal kopieren.
empty-video = Die Datei ist leer: erwartet wurde { -video }, es kamen 0 Byte; bitte noch einmal kopieren.
file-too-large = Die Datei ist zu groß: höchstens { MILLIONS($limit, digits: 0) } MB können untersucht werden, es kamen { MILLIONS($size, digits: 1) } MB; das Foto bitte in einem Format speichern, das komprimiert.
video-too-large = Das Video ist zu groß: höchstens { MILLIONS($limit, digits: 0) } MB können untersucht werden, es kamen { MILLIONS($size, digits: 1) } MB oder mehr; bitte den fraglichen Teil herausschneiden oder TELLTALE_MAX_VIDEO_BYTES höher setzen.
copy-too-large = Die markierte Kopie würde größer als { MILLIONS($limit) } MB; auf der Kommandozeile schreibt `python -m forensics analyze VIDEO --annotated FOLDER` sie in jeder Größe.
too-many-pixels = Das Bild ist zu groß: höchstens { MILLIONS($limit) } Megapixel können untersucht werden, der Dateikopf gibt { WHOLE($width) }×{ WHOLE($height) } Pixel an; bitte eine kleinere Fassung machen oder die fraglichen Gesichter ausschneiden.
frames-too-large = Die Bilder des Videos sind zu groß: höchstens { MILLIONS($limit) } Megapixel können untersucht werden, es kamen { WHOLE($width) }×{ WHOLE($height) } Pixel; bitte eine kleinere Fassung des Videos machen oder TELLTALE_MAX_VIDEO_PIXELS auf { WHOLE($pixels) } oder mehr setzen.
out-of-memory = Der Speicher reicht für dieses Bild mit { WHOLE($width) }×{ WHOLE($height) } Pixeln nicht aus; bitte andere Programme schließen oder eine kleinere Fassung davon machen.

damaged = Das Bild ist beschädigt oder abgeschnitten: seine Daten lassen sich nicht dekodieren ({ $because }); es wird eine vollständige Kopie der Datei gebraucht.
video-damaged = Das Video ist beschädigt oder abgeschnitten: seine Daten lassen sich nicht lesen ({ $because }); es wird eine vollständige Kopie der Datei gebraucht.
frame-lost = Das Bild bei { FIXED($seconds, digits: 1) } Sekunden ist nicht wiederzufinden: die Datei hat sich seit der Untersuchung verändert; bitte noch einmal untersuchen.
no-frames = Das Video enthält kein Bild, das sich dekodieren lässt ({ WHOLE($broken) } { $broken ->
        [one] beschädigtes Stück kam
       *[other] beschädigte Stücke kamen
    }); es wird eine vollständige Kopie der Datei gebraucht.
no-frame-decoded = Das Video enthält kein Bild, das sich dekodieren lässt: erwartet wurden Bilder, es kam keines; es wird eine vollständige Kopie gebraucht.
encrypted = Das Video ist verschlüsselt: erwartet wurden Bilder, die sich dekodieren lassen; bitte ohne Kopierschutz speichern.
unsupported-codec = Das Video ist auf eine Art kodiert, die hier nicht dekodiert werden kann; bitte in H.264 in MP4 umwandeln.

video = Die Datei ist ein Video ({ $found }): hier wurde ein einzelnes Foto erwartet; bitte als Video untersuchen oder die fraglichen Bilder als PNG speichern und diese untersuchen.
unsupported-video = Videos vom Typ { $found } können nicht untersucht werden: erwartet wurde { -video }; bitte in MP4 umwandeln.
unsupported-picture = Bilder vom Typ { $found } können nicht untersucht werden: erwartet wurde { -photograph }; bitte in PNG oder TIFF umwandeln, die nichts verlieren.
raw-picture = Die Datei ist das Rohbild einer Kamera: erwartet wurde ein Foto; bitte entwickeln und als TIFF oder JPEG speichern.
not-a-picture = Die Datei ist weder ein Bild noch ein Video: erwartet wurde { -photograph } oder { -video }, es kam { what-came }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
not-a-video = Die Datei ist kein Video: erwartet wurde { -video }, es kam { what-came }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
no-video = Die Datei enthält kein Video: erwartet wurden bewegte Bilder, enthalten ist nur { $because }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
cover-picture = ein Titelbild{ and-what-else }
data-stream = ein Datenstrom{ and-what-else }
sound = Ton{ and-what-else }
subtitles = Untertitel{ and-what-else }
animated = Die Datei ist von einem Typ für bewegte Bilder ({ $found }): erwartet wurde ein einzelnes Foto, keine Bildfolge; bitte die fraglichen Bilder als PNG speichern und diese untersuchen.
several-pages = Die Datei hat mehrere Seiten: erwartet wurde ein einzelnes Foto; bitte jede Seite als eigene Datei speichern.

no-face-in-photo = In { $photo } wurde kein Gesicht gefunden; bitte ein anderes Foto angeben.
no-face-in-first-frame = Im ersten Bild wurde kein Gesicht gefunden; bitte dort beginnen, wo das Gesicht zu sehen ist.
photo-refused = { $photo }: { $because }

missing-file = Diese Datei gibt es nicht; bitte den Pfad prüfen.
unreadable-file = Die Datei kann nicht gelesen werden ({ $reason }); bitte ihre Zugriffsrechte prüfen.
no-ordinary-file = Das ist keine gewöhnliche Datei; bitte ein Bild, ein Video oder einen Ordner angeben.
unreadable-folder = Der Ordner kann nicht gelesen werden ({ $reason }); bitte seine Zugriffsrechte prüfen.
no-pictures = Im Ordner { $folder } liegt kein { $videos ->
        [yes] Bild oder Video
       *[no] Bild
    }: erwartet wurden Dateien mit einer der Endungen { $suffixes }; bitte einen anderen Ordner oder die Dateien selbst angeben.
video-gone = Das Video lässt sich nicht öffnen ({ $reason }); bitte die Datei noch einmal auswählen.

disk-full = In { $folder } ist kein Platz für die Datei; bitte Platz schaffen oder TELLTALE_HOME auf einen Ordner auf einem anderen Datenträger setzen.
not-kept = Die Datei kann in { $folder } nicht aufbewahrt werden ({ $reason }); bitte TELLTALE_HOME auf einen beschreibbaren Ordner setzen.
not-written = Die markierte Kopie lässt sich nicht als MP4 schreiben ({ $reason }); bitte das Video in MP4 mit H.264 umwandeln und dieses untersuchen.
over-original = { $option } würde { $name } überschreiben, eine der zu untersuchenden Dateien, die dann verloren wäre; bitte einen anderen Ordner angeben.

fault = Ein Fehler in Telltale hat die Untersuchung dieser Datei beendet; das Protokoll sagt, wo. Die Datei ist unversehrt.
video-fault = Ein Fehler in Telltale hat die Untersuchung dieses Videos beendet; das Protokoll sagt, wo. Die Datei ist unversehrt, was fertig war, ist aufbewahrt, und ein neuer Start setzt dort fort.
unwritable = Die Untersuchung konnte nicht auf dem Datenträger aufbewahrt werden ({ $reason }); bitte Platz schaffen oder die Zugriffsrechte des Ordners mit Telltales Daten prüfen und dann neu starten.
findings-not-kept = Was gefunden wird, konnte nicht auf dem Datenträger aufbewahrt werden ({ $reason }); bitte Platz schaffen und es noch einmal versuchen.

## Warum ein Detektor nicht geladen werden kann

unknown-detector = Es gibt keinen Detektor { $name }; es gibt { $known }.
not-fitted = Der Detektor „{ $name }“ hat keinen Likelihood-Quotienten für Arten, die er nicht kennt; bitte zuerst `fit` ausführen.
damaged-card = Die Karte { $file } des Detektors fehlt oder ist beschädigt ({ $reason }); bitte wiederherstellen.
card-of-another = Die Karte des Detektors „{ $name }“ nennt den Detektor „{ $found }“ und das Netz „{ $network }“; bitte beide Dateien wiederherstellen.
missing-weights = Die Gewichte des Detektors „{ $name }“ können nicht gelesen werden ({ $reason }); bitte wiederherstellen.
missing-release-file = Die Gewichte { $file } oder ihre Karte können nicht gelesen werden ({ $reason }); bitte aus der veröffentlichten Fassung wiederherstellen.
wrong-hash = Die Gewichte des Detektors „{ $name }“ sind nicht die seiner Karte (SHA-256 { $found }… statt { $wanted }…); es wurde nichts untersucht. Bitte beide Dateien wiederherstellen.
wrong-release-file = Die Gewichte { $file } sind nicht die dieser veröffentlichten Fassung; bitte wiederherstellen.
wrong-weights = Die Gewichte des Detektors „{ $name }“ passen in dieser Fassung von Telltale nicht zu seinem Netz.
missing-model = Die Modelldatei { $file } des Pakets { $package } ist nicht installiert; bitte „make install“ ausführen.

## Einstellungen außerhalb ihres Bereichs, und was verlangt wurde und nicht geht

wrong-faces = faces muss 'detect' oder 'whole' sein, es kam { $came }.
wrong-max-faces = max_faces muss mindestens 1 sein, es kam { WHOLE($came) }.
wrong-sample-fps = sample_fps muss in (0, 240] liegen, es kam { EXACT($came) }.
wrong-limit = { $variable } muss eine ganze Zahl über 0 sein, gezählt in { $unit ->
        [seconds] Sekunden
        [bytes] Byte
        [days] Tagen
       *[pixels] Pixeln
    }, etwa { WHOLE($default) }; es kam { $came }: bitte berichtigen oder entfernen.
wrong-steps = --steps muss mindestens 1 sein, es kam { WHOLE($came) }.
wrong-name = Der Name eines Detektors hat 1 bis 32 Zeichen aus a-z, 0-9 und - und beginnt nicht mit -; es kam { $came }.
taken-name = Einen Detektor „{ $name }“ gibt es schon, und er wird nicht überschrieben; bitte einen anderen Namen wählen.
unknown-family = Es gibt keine Familie { $name }; möglich sind all oder eine von { $known }.
no-donor-photo = { $photo } zeigt ein Gesicht und die Spenderfotos { WHOLE($faces) }: es gibt niemanden, von dem sich eines nehmen ließe; bitte ein DONOR_PHOTO mit einem anderen Gesicht angeben.

nothing-to-analyse = { $because }
missing-reference = --reference: { $path } gibt es nicht.
no-reference = --reference nennt kein Bild; bitte einen Ordner mit Bildern oder Dateien angeben.

output-is-folder = { $path } ist ein Ordner; bitte eine Datei angeben, die geschrieben werden soll.
output-is-input = { $path } ist eine der zu untersuchenden Dateien und wäre verloren; bitte eine andere angeben.
same-output = --json und --pdf nennen dieselbe Datei; bitte zwei angeben.
missing-output-folder = Den Ordner { $folder } gibt es nicht; bitte zuerst anlegen.
locked-output-folder = In den Ordner { $folder } kann nicht geschrieben werden; bitte einen anderen wählen.
output-folder-not-made = Der Ordner { $folder } kann nicht angelegt werden ({ $reason }); bitte einen anderen wählen.

explain-without-output = --explain schreibt in den Bericht oder das JSON; bitte --pdf oder --json OUT hinzufügen.
wrong-explanation = { $because }
region-not-drawn = Das Ziel region muss auf dem Gesicht eingezeichnet werden, was nur in der App geht; bitte ein anderes wählen.
report-too-long = Ein Bericht fasst höchstens { WHOLE($most) } Dateien, es kamen { WHOLE($files) }; bitte --pdf weglassen oder weniger angeben.
wrong-seed = --seed muss 0 oder größer sein, es kam { WHOLE($came) }.

## Warum ein Erklärungsverfahren keine Antwort hat

unknown-method = Es gibt kein Verfahren { $came }; möglich sind { $known }.
unknown-target = Es gibt kein Ziel { $came }; möglich sind { $known }.
unknown-baseline = Es gibt keine Grundlinie { $came }; möglich sind { $known }.
no-mask = Die Maske des Netzes markiert kein Pixel dieses Gesichts, es gibt also keine markierte Fläche zu erklären; bitte ein anderes Ziel wählen.
no-region = Der eingezeichnete Bereich enthält kein Pixel dieses Gesichts; bitte auf dem Gesicht einzeichnen.
not-finite = { $method } ergab für dieses Gesicht keine Karte aus endlichen Zahlen; bitte die anderen Verfahren nutzen.
parts-not-finite = Das Netz gibt für dieses Gesicht mit ersetzten Teilen keine endliche Antwort; bitte die anderen Verfahren nutzen.
nothing-moves-target = { $method } fand in diesem Gesicht nichts, was { $target ->
        [fake_evidence] das Anzeichen einer Manipulation (Logit der Klasse)
        [real_evidence] das Anzeichen eines unberührten Gesichts (Aktivierung der unberührten Hälfte)
        [masked_area] die markierte Fläche (mittleres Logit in der Maske des Netzes)
        [reconstruction_error] den Rekonstruktionsfehler (mittlere Abweichung)
       *[region] einen von Hand eingezeichneten Bereich (mittleres Logit der Maske darin)
    } bewegt.
incomplete = Integrated Gradients geht für dieses Gesicht nicht auf: { SIGNIFICANT($missing, digits: 3) } von { SIGNIFICANT($range, digits: 3) }, um die sich die Antwort auf dem Weg von der Grundlinie zum Gesicht ändert, fehlen nach { WHOLE($steps) } Schritten; die Karte wird deshalb nicht gezeigt; bitte die anderen Verfahren nutzen.
one-part = Dieses Gesicht lässt sich nicht in Teile zerlegen, es ist zu klein oder nichts als Rauschen; bitte die anderen Verfahren nutzen.

## Was an den Daten eines Trainings falsch ist, oder an dem, was verlangt wurde

-what-to-check = vielleicht sind Angaben falsch, oder die Fälschungen hinterlassen keine Spur, die das Netz lernen kann; bitte die Ordner prüfen, Bilder hinzufügen oder mit mehr Schritten trainieren
-swapped = die Ordner scheinen vertauscht; bitte prüfen, welcher welcher ist
missing-archive = { $file } liegt nicht im Datenordner { $folder }.
missing-folder = Den Ordner { $folder } gibt es nicht; bitte den Pfad prüfen.
empty-folder = In { $folder } liegt kein Bild.
no-fitting-mask = Keine Maske in { $folder } heißt wie ein gefälschtes Bild; bitte gleich benennen.
missing-checkpoint = Den Zwischenstand { $path } gibt es nicht; bitte zuvor die ersten Stufen trainieren.
no-donor = Ein Tausch braucht das Gesicht einer anderen Person, und es gab keines; bitte mehr Gesichter angeben.
too-few = Mindestens { WHOLE($least) } { $forged ->
        [yes] gefälschte
       *[no] unberührte
    } Gesichter werden gebraucht, es kamen { WHOLE($came) }; bitte Bilder hinzufügen.
leak = { WHOLE($pictures) } { $pictures ->
        [one] Bild gehört
       *[other] Bilder gehören
    } nicht zum Trainingsteil, etwa { $example }.
same-picture = { WHOLE($pictures) } { $pictures ->
        [one] Bild liegt
       *[other] Bilder liegen
    } in beiden Ordnern, etwa { $example }; ein Bild ist entweder unberührt oder gefälscht: bitte aus einem von beiden entfernen.
unreadable-mask = Die Maske von { $name } kann nicht gelesen werden: { $because }
mask-of-other-size = Die Maske von { $name } hat { WHOLE($mask_width) }×{ WHOLE($mask_height) } Pixel und das Bild { WHOLE($width) }×{ WHOLE($height) }; bitte gleich groß machen.
wrong-stage = Es gibt { WHOLE($stages) } { $stages ->
        [one] Stufe
       *[other] Stufen
    }, die erste ist 0.
unknown-in-mixture = { $came } ist weder eine Familie noch ein Vorrat dieser Mischung.
wrong-minutes = Ein Trainingsabschnitt dauert einige Minuten, es kam { EXACT($came) }.
swapped-before = Der Detektor „{ $detector }“ hält den Ordner der unberührten Bilder für den der gefälschten (AUC { FIXED($auc, digits: 2) }): { -swapped }.
swapped-after = Nach dem Training hält der Detektor den Ordner der unberührten Bilder für den der gefälschten (AUC { FIXED($auc, digits: 2) }): { -swapped }.
nothing-gained = Das Training brachte gegenüber „{ $detector }“ auf den zurückgehaltenen Bildern keinen Gewinn, daher wurde nichts geschrieben: { -what-to-check }.
no-better-than-chance = Nach dem Training unterscheidet der Detektor die { WHOLE($pictures) } zurückgehaltenen Bilder nicht besser, als es der Zufall könnte (AUC { FIXED($auc, digits: 2) }): { -what-to-check }.

## Urteile, und für welche Seite eine Antwort eher spricht

verdict = { $verdict ->
        [signs] Anzeichen einer Manipulation
        [inconclusive] nicht eindeutig
        [no_signs] keine Anzeichen gefunden
       *[not_evaluated] nicht bewertet
    }
leans = { $leaning ->
        [towards] spricht eher für eine Manipulation
       *[away] spricht eher gegen eine Manipulation
    }
leans-by = { leans }, { odds }

## Likelihood-Quotienten. In einer Meldung mit „known“ gilt der Quotient für Arten von Fälschungen, die der Detektor kennt

ratio-none = keiner
ratio = { $above ->
        [yes] { RATIO($often) }
       *[no] 1/{ RATIO($often) }
    }{ $beyond ->
        [more] {" "}oder mehr
        [less] {" "}oder weniger
       *[none] {""}
    }
known-ratio = { $known_above ->
        [yes] { RATIO($known_often) }
       *[no] 1/{ RATIO($known_often) }
    }{ $known_beyond ->
        [more] {" "}oder mehr
        [less] {" "}oder weniger
       *[none] {""}
    }
ratio-bounds = { $below ->
        [yes] 1/{ RATIO($low) }
       *[no] 1
    } und { RATIO($high) }
odds-to = { $above ->
        [yes] { ODDS($often) } zu 1
       *[no] 1 zu { ODDS($often) }
    }
odds = { $beyond ->
        [more] { odds-to } oder mehr
        [less] { odds-to } oder weniger
       *[none] etwa { odds-to }
    }
known-odds-to = { $known_above ->
        [yes] { ODDS($known_often) } zu 1
       *[no] 1 zu { ODDS($known_often) }
    }
known-odds = { $known_beyond ->
        [more] { known-odds-to } oder mehr
        [less] { known-odds-to } oder weniger
       *[none] etwa { known-odds-to }
    }

## Wie stark eine Antwort ist

support-grade = { $grade ->
        [no] keine Unterstützung
        [limited] begrenzte Unterstützung
        [moderate] mäßige Unterstützung
        [moderately_strong] mäßig starke Unterstützung
        [strong] starke Unterstützung
       *[very_strong] sehr starke Unterstützung
    }
support = { $measured ->
        [none] kein Likelihood-Quotient
       *[other] { support-grade } { $direction ->
            [for] für eine Manipulation
            [against] gegen eine Manipulation
           *[neither] für eine der beiden Seiten
        } (Likelihood-Quotient { ratio }){ $measured ->
            [trained] , nur für die Arten von Fälschungen, an denen er trainiert wurde
           *[both] { $same_ratio ->
                [yes] {""}
               *[no] ; { known-ratio } für Arten von Fälschungen, die er kennt
            }
        }
    }
brief = { verdict }{ $measured ->
        [none] {""}
       *[other] { $leaning ->
            [none] {""}
           *[other] , { leans }
        } (Likelihood-Quotient { ratio }{ $measured ->
            [trained] , für die Arten, an denen er trainiert wurde
           *[both] ; { known-ratio } für Arten, die er kennt
        })
    }

untouched-one = { $noun ->
        [person] jede unberührte Person
       *[face] jedes unberührte Gesicht
    }
untouched-several = { $noun ->
        [person] unberührten Personen
       *[face] unberührten Gesichtern
    }
does-one = { $does ->
        [wears] trägt eine so große Maske
       *[scores] erreicht einen so hohen Wert
    }
do-several = { $does ->
        [wears] tragen eine so große Maske
       *[scores] erreichen einen so hohen Wert
    }
untouched = { $counted ->
        [fewer] weniger als 1 von { $in_all } { untouched-several } { does-one }
        [one] 1 von { $in_all } { untouched-several } { does-one }
        [tenths] { $tenths } von 10 { untouched-several } { do-several }
       *[nearly] fast { untouched-one } { does-one }
    }
and-untouched = { $counted ->
        [none] {""}
       *[other] ; { untouched }
    }

-known-kinds = Arten von Fälschungen, die dieser Detektor kennt
-trained-kinds = die Arten von Fälschungen, an denen dieser Detektor trainiert wurde
strength-side = { $leaning ->
        [towards] Spricht eher für eine Manipulation
        [away] Spricht eher gegen eine Manipulation
       *[none] { $direction ->
            [for] Spricht für eine Manipulation
            [against] Spricht gegen eine Manipulation
           *[neither] Spricht für keine der beiden Seiten
        }
    }
strength = { strength-side }: { support-grade }, { odds }, { $measured ->
        [trained] für { -trained-kinds }; an anderen wurde nichts gemessen{ and-untouched }.
       *[both] für Arten von Fälschungen, die dieser Detektor vielleicht nicht kennt{ and-untouched }. Für { -known-kinds }, { $same_odds ->
            [yes] gilt dasselbe
           *[no] steht es { known-odds }
        }.
    }
strength-speaks = { $speaks ->
        [for] spricht das für eine Manipulation
        [against] spricht das gegen eine Manipulation
       *[neither] spricht das kaum für eine der beiden Seiten
    }
strength-others = { $others ->
        [for] bei anderen spricht es für eine Manipulation
        [against] bei anderen spricht es dagegen
        [neither] bei anderen ebenso wenig
        [nothing] bei anderen besagt es nichts
        [not] bei anderen nicht
        [hardly] bei anderen kaum
        [less] bei anderen weniger
       *[as_well] bei anderen ebenso
    }
strength-of-nothing = Nichts gefunden. { $measured ->
        [trained] Bei den Arten von Fälschungen, an denen dieser Detektor trainiert wurde, { strength-speaks } ({ ratio }); an anderen wurde nichts gemessen, und auch sie können so niedrige Werte haben.
       *[both] Bei { -known-kinds }, { strength-speaks } ({ known-ratio }); { strength-others } ({ ratio }).
    }

## Wo die Maske nicht zum Urteil passt

mask-empty = Die Maske markiert nichts, obwohl der Wert für eine Manipulation spricht: sie sagt nicht, wo.
mask-marks = Die Maske markiert { WHOLE($percent) } % des Ausschnitts, obwohl der Wert { $leans ->
        [yes] nur eher für eine Manipulation spricht
       *[no] nicht für eine Manipulation spricht
    }{ and-untouched }.

## Was aus dem Wert nach kleinen Änderungen wird

change = { $change ->
        [jpeg_75] JPEG-Qualität 75
        [jpeg_50] JPEG-Qualität 50
        [half_size] halbe Größe
        [slight_blur] leichte Unschärfe
       *[shifted_crop] verschobener Ausschnitt
    }
after-change = { $change ->
        [jpeg_75] JPEG-Qualität 75
        [jpeg_50] JPEG-Qualität 50
        [half_size] halber Größe
        [slight_blur] leichter Unschärfe
       *[shifted_crop] verschobenem Ausschnitt
    }
after-all-changes = { $changes ->
        [1] der einen Änderung
        [2] beiden Änderungen
        [3] allen drei Änderungen
        [4] allen vier Änderungen
        [5] allen fünf Änderungen
       *[other] allen { $changes } Änderungen
    }
not-scored-again = Nicht noch einmal bewertet: das geschieht nur für die { $most } höchsten Werte eines Bildes.
stays-the-same = Das Urteil bleibt bei { after-all-changes } gleich.
would-be = { $first ->
        [yes] Bei { $after } wäre das Urteil „{ verdict }“
       *[no] bei { $after } wäre es „{ verdict }“
    }
would-change = { $changed }.{ $weak ->
        [yes] {" "}Ein Befund, den die meisten Änderungen aufheben, ist ein schwaches Indiz.
       *[no] {""}
    }

## Die Familie von Fälschungen, der ein Gesicht am meisten ähnelt

family = { $family ->
        [self_blend] eine Überblendung des Gesichts mit sich selbst
        [identity_swap] ein überblendeter Gesichtstausch
        [hull_swap] ein Gesichtstausch mit Vieleck (FaceSwap)
        [patch_swap] ein rechteckiger Fleck von geringer Auflösung (Deepfake-Tausch)
        [reenactment] ein bewegter Mund oder bewegte Augen (Reenactment)
        [splice] Teile aus einem anderen Bild (Montage)
        [retouch] eine Retusche
        [resynthesis] ein ganz erzeugtes Gesicht
       *[unknown] unbekannt
    }
family-hint = Sieht am ehesten aus wie: { family } (Hinweis{ $family ->
        [unknown] {""}
       *[other] , { WHOLE($percent) } %
    })

## Referenzbilder

references = { $faces ->
        [0] Es gibt kein Referenzgesicht: keines der Bilder ergab eines.
       *[other] { $faces } { $faces ->
            [one] Referenzgesicht
           *[other] Referenzgesichter
        } aus { $files } { $files ->
            [one] Datei
           *[other] Dateien
        }{ $repeated ->
            [0] {""}
           *[other] , davon { $repeated } mit demselben Bild wie ein anderes
        }{ $use ->
            [nothing] . Sie ändern nichts: die Karte des Detektors sagt nicht, wie sich seine Werte zwischen Quellen unterscheiden.
            [enough] : genug, um zu sagen, was in dieser Quelle üblich ist.
           *[few] : weniger als { $enough }; je weniger es sind, desto weniger dürfen sie an der Antwort ändern.
        }
    }
unusable-because = { $why ->
        [no_face] darin wurde kein Gesicht gefunden
        [not_evaluated] kein Gesicht darin ließ sich bewerten
        [not_read] es ließ sich nicht als Bild lesen
        [questioned] es wird selbst untersucht
       *[repeated] es ist dieselbe Datei wie eine Referenz davor
    }
unusable = { $name } ergibt kein Referenzgesicht: { unusable-because }.
unusable-unnamed = Das Bild ergibt kein Referenzgesicht: { unusable-because }.
misfit-faces = { $noun ->
        [person] { $faces ->
            [one] Person
           *[other] die Personen
        }
       *[face] { $faces ->
            [one] Gesicht
           *[other] die Gesichter
        }
    } { enumerated }
misfit-faces-of-file = { misfit-faces } in { $file }
misfit-because = { $misfit ->
        [other_size] ihr Gesicht ist mehr als doppelt oder weniger als halb so groß wie { $which }
        [other_sharpness] ihr Gesicht ist viel schärfer oder unschärfer als { $which }
        [other_compression] ihr Gesicht zeigt Kompressionsblöcke viel stärker oder viel schwächer als { $which }
        [suspicious] ihr eigenes Gesicht spricht eher für eine Manipulation oder zeigt Anzeichen davon
        [same_picture] ihr Gesicht zeigt dasselbe Bild wie { $which }
       *[repeated] ihr Gesicht zeigt dasselbe Bild wie eine Referenz davor, und beide zählen als eine
    }
misfit = Die Referenz { $name } passt vielleicht nicht: { $because }.
references-count = { $references ->
        [one] Sie zählt, bis sie herausgenommen wird.
       *[other] Sie zählen, bis sie herausgenommen werden.
    }
misfit-counts = { misfit } { references-count }
without-references = Ohne die Referenzbilder: { brief }.
own-reference = { $others ->
        [0] Dies ist selbst die einzige Referenz, daher zählt keine für die Antwort.
        [one] Dies ist selbst eine Referenz; { $others } andere zählt für die Antwort.
       *[other] Dies ist selbst eine Referenz; { $others } andere zählen für die Antwort.
    }
references-themselves = { $noun ->
        [person] Personen
       *[face] Gesichter
    }, die selbst Referenzen sind: { $which }. Jede wird nur mit den anderen Referenzen beurteilt, nach eigenen Schwellen.

## Mehrere Dinge, eines nach dem anderen

list-next = { $before }, { $thing }
list-and = { $before } und { $thing }
list-clause = { $before }; { $thing }
enumerated = { $things }{ $more ->
        [0] {""}
       *[other] {" "}und { WHOLE($more) } weitere
    }

## Von einer älteren Fassung als Satz aufbewahrt

told = { $sentence }
