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

## Was über die Datei eines Bildes gesagt wird

toned = Das Bild hat einen hohen Dynamikumfang und ist auf den gewöhnlicher Bildschirme (sRGB) abgebildet.
wide-gamut = Das Bild kann kräftigere Farben enthalten, als gewöhnliche Bildschirme zeigen (sRGB); es ist auf diese abgebildet, und die kräftigsten sind begrenzt.
unused-profile = Das Farbprofil des Bildes ist nicht lesbar oder gilt für andere Farben, als das Bild hat; das Bild wird ohne es gelesen.
faulty-parts = Teile der Datei, die nicht zum Bild gehören, sind fehlerhaft und wurden übergangen: { $parts }.
further-pictures = Die Datei enthält { $pictures ->
        [one] ein weiteres Bild, das nicht betrachtet wurde
       *[other] { COUNT($pictures) } weitere Bilder, die nicht betrachtet wurden
    }; nur das eine, das Betrachter zeigen, wurde analysiert.
gain-map = Die Datei enthält eine Gain-Map, mit der Bildschirme mit hohem Dynamikumfang das Bild heller zeigen; sie wurde nicht benutzt.
depth-map = Die Datei enthält eine Tiefenkarte, ein Bild der Entfernungen; sie wurde nicht betrachtet.
further-video = In der Datei liegt ein Video, wie in einem bewegten Foto; es wurde nicht betrachtet. Zum Analysieren als eigene Datei speichern.
smaller-versions = Die Datei enthält { $pictures ->
        [one] eine kleinere Fassung des Bildes, die nicht mit ihm verglichen wurde.
       *[other] { COUNT($pictures) } kleinere Fassungen des Bildes, die nicht mit ihm verglichen wurden.
    }
appended-data = Dem Bild { $bytes ->
        [one] folgt in der Datei { COUNT($bytes) } Byte, das
       *[other] folgen in der Datei { COUNT($bytes) } Bytes, die
    } nicht zu ihm { $bytes ->
        [one] gehört
       *[other] gehören
    }; sie wurden nicht betrachtet.

## Was mit den Bildern eines Videos geschah

one-of-several-films = Die Datei enthält { $films } Filme, von denen nur der angesehen wurde, den Abspielprogramme zeigen.
film-looked-at = Angesehen wurde Film { $number }, { $codec }, { WHOLE($width) } × { WHOLE($height) } Bildpunkte.
film-passed-over = Nicht angesehen wurde Film { $number }, { $codec }, { WHOLE($width) } × { WHOLE($height) } Bildpunkte.
attached-picture = Der Datei ist ein Bild beigefügt ({ $codec }, { WHOLE($width) } × { WHOLE($height) } Bildpunkte), das nicht angesehen wurde.
picture-subtitles = Die Datei hat { $tracks } { $tracks ->
        [one] Spur
       *[other] Spuren
    } mit Untertiteln als Bildern, die nicht angesehen wurden.
data-tracks = Die Datei hat { $tracks } { $tracks ->
        [one] Spur
       *[other] Spuren
    } mit Daten{ $kinds ->
        [none] {""}
       *[other] {" "}({ $kinds })
    }, die nicht angesehen wurden.
hidden-frames = Abspielprogramme zeigen { $shown } der { $stored } Bilder der Datei, wie es ihre Schnittliste angibt, und nur diese wurden angesehen. Die { $hidden } verborgenen können enthalten, was jemand herausgeschnitten hat.
cropped = Von den { $whole_width } × { $whole_height } Bildpunkten der Bilder zeigen Abspielprogramme { $width } × { $height }, wie es die Datei angibt, und nur diese wurden angesehen.
size-changes = Die Größe der Bilder wechselt, zuerst bei { CLOCK($seconds) } von { $width } × { $height } auf { $new_width } × { $new_height } Bildpunkte. Jedes wurde in seinen eigenen Seitenverhältnissen in die Größe des ersten eingepasst.
rate-assumed = Die Datei sagt nicht, wann ihre Bilder gezeigt werden: angenommen wurden { SIGNIFICANT($rate, digits: 4) } in der Sekunde.
turned-180 = Die Bilder sind um 180° gedreht, wie es die Datei angibt.
turned-clockwise = Die Bilder sind um 90° im Uhrzeigersinn gedreht, wie es die Datei angibt.
turned-counterclockwise = Die Bilder sind um 90° gegen den Uhrzeigersinn gedreht, wie es die Datei angibt.
mirrored = Die Bilder sind gespiegelt, wie es die Datei angibt.
pixels-stretched = Die Bildpunkte sind nicht quadratisch ({ $aspect }) und werden gestreckt, bis sie es sind.
transparent = Die Bilder sind teilweise durchsichtig und werden auf Weiß gelegt, wie Fotos auch.
transparency-passed-over = Die Datei enthält zu ihren Bildern eine Durchsichtigkeit, die hier nicht gelesen werden kann: Was sie verbirgt, wurde angesehen, als wäre es sichtbar.
interlaced = Die Bilder sind im Zeilensprungverfahren aufgenommen und bleiben so: bewegte Kanten zeigen Kämme.
high-dynamic-range = Die Bilder haben einen hohen Dynamikumfang und werden auf den üblicher Bildschirme (sRGB) abgebildet.
wide-colours = Die Bilder haben einen großen Farbraum (BT.2020) und werden auf den üblicher Bildschirme (sRGB) abgebildet.
p3-colors = Die Bilder haben einen großen Farbraum (P3) und werden auf den üblicher Bildschirme (sRGB) abgebildet.

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
decoding-failed = Das Video ließ sich nur bis { CLOCK($seconds) } decodieren; es wurde bis dahin untersucht, und über alles danach ist nichts bekannt. { $because }

## Was an beschädigten Daten falsch ist: ein Teilsatz

said-by-reader = { $reason }
unsaid-by-reader = das Leseprogramm nennt keinen Grund
header-cut-off = der Dateikopf ist abgeschnitten
wrong-webp-chunk = ein WebP beginnt mit VP8, VP8L oder VP8X, hier steht { $chunk }
no-pixels-declared = der Dateikopf gibt { WHOLE($width) }×{ WHOLE($height) } Pixel an
sizes-differ = { WHOLE($width) }×{ WHOLE($height) } Pixel angegeben, { WHOLE($found_width) }×{ WHOLE($found_height) } gefunden
no-stream = sie enthält keinen Datenstrom

## Warum eine Datei nicht untersucht werden kann

-photograph = ein Foto als JPEG, PNG, WebP, TIFF, BMP, HEIC oder AVIF
-video = ein Video als MP4, MOV, WebM, MKV, AVI, WMV, MPEG, FLV, OGG, MXF oder GIF
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
too-few-bytes = Die Datei gibt ein Bild von { WHOLE($width) } × { WHOLE($height) } Pixeln an und hat nur { COUNT($bytes) } Bytes, zu wenige für ein Foto; bitte eine vollständige Kopie der Datei besorgen.
out-of-memory = Der Speicher reicht für dieses Bild mit { WHOLE($width) }×{ WHOLE($height) } Pixeln nicht aus; bitte andere Programme schließen oder eine kleinere Fassung davon machen.
decoding-memory = Die Datei zu decodieren braucht mehr als { WHOLE($megabytes) } MB Speicher, die eingestellte Grenze; bitte eine kleinere Fassung davon machen oder TELLTALE_DECODING_LIMIT höher setzen.
decoding-too-long = Die Datei zu decodieren dauert länger als { WHOLE($seconds) } Sekunden, die eingestellte Grenze; bitte mit einem Programm, das sie öffnet, neu speichern oder TELLTALE_DECODING_LIMIT höher setzen.
decoder-crashed = Der Decoder ist an der Datei abgestürzt: ihre Daten sind beschädigt oder dazu gemacht, einen Decoder zum Absturz zu bringen; betroffen ist nur diese Datei. Bitte eine andere Kopie beschaffen.
no-decoder = Der Prozess, der Dateien decodiert, lässt sich nicht starten ({ $reason }); bitte andere Programme schließen und es noch einmal versuchen.

damaged = Das Bild ist beschädigt oder abgeschnitten: seine Daten lassen sich nicht dekodieren ({ $because }); es wird eine vollständige Kopie der Datei gebraucht.
video-damaged = Das Video ist beschädigt oder abgeschnitten: seine Daten lassen sich nicht lesen ({ $because }); es wird eine vollständige Kopie der Datei gebraucht.
frame-lost = Das Bild bei { FIXED($seconds, digits: 1) } Sekunden ist nicht wiederzufinden: die Datei hat sich seit der Untersuchung verändert; bitte noch einmal untersuchen.
no-frames = Das Video enthält kein Bild, das sich dekodieren lässt ({ WHOLE($broken) } { $broken ->
        [one] beschädigtes Stück kam
       *[other] beschädigte Stücke kamen
    }); es wird eine vollständige Kopie der Datei gebraucht.
no-frame-decoded = Das Video enthält kein Bild, das sich dekodieren lässt: erwartet wurden Bilder, es kam keines; es wird eine vollständige Kopie gebraucht.
encrypted = Das Video ist verschlüsselt: erwartet wurden Bilder, die sich dekodieren lassen; bitte ohne Kopierschutz speichern.
dolby-vision = Das Video ist nur für Dolby Vision kodiert (Profil { $profile }): seine Farben können hier nicht gelesen werden; bitte als HDR10, HLG oder gewöhnliches Video speichern.
unsupported-codec = Das Video ist auf eine Art kodiert, die hier nicht dekodiert werden kann; bitte in H.264 in MP4 umwandeln.

video = Die Datei ist ein Video ({ $found }): hier wurde ein einzelnes Foto erwartet; bitte als Video untersuchen oder die fraglichen Bilder als PNG speichern und diese untersuchen.
unsupported-video = Videos vom Typ { $found } können nicht untersucht werden: erwartet wurde { -video }; bitte in MP4 umwandeln.
unsupported-picture = Bilder vom Typ { $found } können nicht untersucht werden: erwartet wurde { -photograph }; bitte in PNG oder TIFF umwandeln, die nichts verlieren.
raw-picture = Die Datei ist das Rohbild einer Kamera, und was sich sofort daraus lesen lässt, sind ihre Vorschaubilder: erwartet wurde ein Foto; bitte entwickeln und als TIFF oder JPEG speichern. Die Vorschaubilder wurden nicht betrachtet.
unsupported-coding = Das Bild ist unversehrt, soweit sich das sagen lässt, und auf eine Weise kodiert, die nicht gelesen wird ({ $found }: { $coding }); bitte in PNG oder TIFF mit gewöhnlicher Kompression umwandeln, die nichts verlieren.
not-a-picture = Die Datei ist weder ein Bild noch ein Video: erwartet wurde { -photograph } oder { -video }, es kam { what-came }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
not-a-video = Die Datei ist kein Video: erwartet wurde { -video }, es kam { what-came }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
no-video = Die Datei enthält kein Video: erwartet wurden bewegte Bilder, enthalten ist nur { $because }; bitte prüfen, ob die Datei ist, was ihr Name sagt.
cover-picture = ein Titelbild{ and-what-else }
data-stream = ein Datenstrom{ and-what-else }
sound = Ton{ and-what-else }
subtitles = Untertitel{ and-what-else }
animated = Die Datei ist von einem Typ für bewegte Bilder ({ $found }): erwartet wurde ein einzelnes Foto, keine Bildfolge; bitte die fraglichen Bilder als PNG speichern und diese untersuchen.
several-pages = Die Datei enthält mehrere Seiten oder Bilder: erwartet wurde ein einzelnes Foto; bitte jedes als eigene Datei speichern.

no-face-in-photo = In { $photo } wurde kein Gesicht gefunden; bitte ein anderes Foto angeben.
no-face-in-first-frame = Im ersten Bild wurde kein Gesicht gefunden; bitte dort beginnen, wo das Gesicht zu sehen ist.
photo-refused = { $photo }: { $because }

missing-file = Diese Datei gibt es nicht; bitte den Pfad prüfen.
unreadable-file = Die Datei kann nicht gelesen werden ({ $reason }); bitte ihre Zugriffsrechte prüfen.
link-loop = Der Pfad ist ein Kreis von Verknüpfungen, der zu keiner Datei führt; bitte die Datei selbst angeben.
changed-file = Die Datei wurde während der Untersuchung geändert; bitte noch einmal untersuchen, wenn nichts mehr in sie schreibt.
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
missing-model = Die Modelldatei { $file } fehlt; bitte das Paket { $package } installieren.

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
wrong-decoding-limit = TELLTALE_DECODING_LIMIT muss eine Zahl von MB und eine Zahl von Sekunden sein, beide ganz und über 0, etwa „{ $default }“, es kam { $came }: bitte berichtigen oder entfernen.
wrong-device = TELLTALE_DEVICE muss cpu, cuda oder cuda:N eines CUDA-Geräts sein, das PyTorch hier sieht ({ WHOLE($cuda) } davon), es kam { $came }: bitte berichtigen oder entfernen.
engine-failed = Das Netz lässt sich mit { $engine } nicht ausführen ({ $reason }); bitte TELLTALE_ENGINE auf eager setzen, was langsamer ist.
wrong-engine = TELLTALE_ENGINE muss eines von { $known } sein, es kam { $came }: bitte berichtigen oder entfernen.
wrong-steps = --steps muss mindestens 1 sein, es kam { WHOLE($came) }.
wrong-name = Der Name eines Detektors hat 1 bis 32 Zeichen aus a-z, 0-9 und - und beginnt nicht mit -; es kam { $came }.
taken-name = Einen Detektor „{ $name }“ gibt es schon, und er wird nicht überschrieben; bitte einen anderen Namen wählen.
unknown-family = Es gibt keine Familie { $name }; möglich sind all oder eine von { $known }.
no-donor-photo = { $photo } zeigt ein Gesicht und die Spenderfotos { WHOLE($faces) }: es gibt niemanden, von dem sich eines nehmen ließe; bitte ein DONOR_PHOTO mit einem anderen Gesicht angeben.

nothing-to-analyse = { $because }
missing-reference = --reference: { $path } gibt es nicht.
no-reference = --reference nennt kein Bild; bitte einen Ordner mit Bildern oder Dateien angeben.

output-is-folder = { $path } ist ein Ordner; bitte eine Datei angeben, die geschrieben werden soll.
output-is-no-file = { $path } ist ein Gerät oder eine Pipe und würde ersetzt; bitte eine Datei nennen.
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
not-explained = Die Karten erklären Netze, die jeweils ein Gesicht betrachten; { $network } tut das nicht.
one-part = Dieses Gesicht lässt sich nicht in Teile zerlegen, es ist zu klein oder nichts als Rauschen; bitte die anderen Verfahren nutzen.

## Was an den Daten eines Trainings falsch ist, oder an dem, was verlangt wurde

-what-to-check = vielleicht sind Angaben falsch, oder die Fälschungen hinterlassen keine Spur, die das Netz lernen kann; bitte die Ordner prüfen, Bilder hinzufügen oder mit mehr Schritten trainieren
-swapped = die Ordner scheinen vertauscht; bitte prüfen, welcher welcher ist
missing-archive = { $file } liegt nicht im Datenordner { $folder }.
missing-folder = Den Ordner { $folder } gibt es nicht; bitte den Pfad prüfen.
empty-folder = In { $folder } liegt kein Bild.
no-fitting-mask = Keine Maske in { $folder } heißt wie ein gefälschtes Bild; bitte gleich benennen.
missing-start = { $path } fehlt: Ein Wheel kommt ohne diese Gewichte aus; bitte aus dem Quellverzeichnis trainieren und anpassen.
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
            [trained] , nur für die Arten von Fälschungen, an denen der Detektor trainiert wurde
           *[both] { $same_ratio ->
                [yes] {""}
               *[no] ; { known-ratio } für Arten von Fälschungen, die der Detektor kennt
            }
        }
    }
brief = { verdict }{ $measured ->
        [none] {""}
       *[other] { $leaning ->
            [none] {""}
           *[other] , { leans }
        } (Likelihood-Quotient { ratio }{ $measured ->
            [trained] , für die Arten, an denen der Detektor trainiert wurde
           *[both] ; { known-ratio } für Arten, die der Detektor kennt
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

## Was erklärt wird, in welcher Einheit und gegenüber welcher Grundlinie

evidence-unit = so viel wie das durchschnittliche Pixel des Ausschnitts
target = { $target ->
        [fake_evidence] Anzeichen einer Manipulation (Logit der Klasse)
        [real_evidence] Anzeichen eines unberührten Gesichts (Aktivierung der unberührten Hälfte)
        [masked_area] die markierte Fläche (mittleres Logit in der Maske des Netzes)
        [reconstruction_error] der Rekonstruktionsfehler (mittlere Abweichung)
       *[region] ein von Hand eingezeichneter Bereich (mittleres Logit der Maske darin)
    }
target-short = { $target ->
        [fake_evidence] Anzeichen einer Manipulation
        [real_evidence] Anzeichen eines unberührten Gesichts
        [masked_area] die markierte Fläche
        [reconstruction_error] der Rekonstruktionsfehler
       *[region] ein von Hand eingezeichneter Bereich
    }
target-value = { $target ->
        [fake_evidence] Logit der Klasse
        [real_evidence] Aktivierung der unberührten Hälfte
        [masked_area] mittleres Logit in der Maske des Netzes
        [reconstruction_error] mittlere Abweichung
       *[region] mittleres Logit der Maske darin
    }
target-supports = { $target ->
        [fake_evidence] spricht für eine Manipulation
        [real_evidence] sieht für das Netz unberührt aus
        [masked_area] veranlasst das Netz, seine Maske zu markieren
        [reconstruction_error] ist schwer nachzubilden
       *[region] veranlasst das Netz, diesen Bereich zu markieren
    }
target-opposes = { $target ->
        [fake_evidence] spricht dagegen
        [real_evidence] spricht dagegen
        [masked_area] spricht dagegen, sie zu markieren
        [reconstruction_error] erleichtert es, den Rest nachzubilden
       *[region] spricht dagegen, ihn zu markieren
    }
baseline = { $baseline ->
        [blurred] unscharf
        [average_colour] mittlere Farbe
        [black] schwarz
       *[white] weiß
    }
map-colors = { $usual ->
        [yes] Orange
       *[no] In Karten zum Ziel „{ target-short }“: Orange
    } { target-supports }, Blau { target-opposes }.
edges = links { WHOLE($left) }, oben { WHOLE($top) }, rechts { WHOLE($right) }, unten { WHOLE($bottom) }
asked-target = Ziel: { target-short }
asked-place = Bereich im Ausschnitt: { edges }
asked-baseline = Grundlinie: { baseline }

## Erklärungsverfahren: was eine Karte zeigt, was sie nicht zeigt, worauf zu achten ist

method-hirescam-shows = Wo die letzten Merkmalskarten des Netzes die Antwort erhöhen und wo sie sie senken.
method-hirescam-does-not-show = Feine Einzelheiten: eine Zelle ist etwa ein Fünfzehntel des Ausschnitts breit, und wovon sie zeugt, kann daneben liegen.
method-hirescam-look-for = Ob die stärkste Stelle im Gesicht, an einer Grenze wie Lippen oder Lidern und innerhalb der Maske liegt; Haare oder Hintergrund sind ein Grund zum Zweifel.
method-gradcam-shows = Wo Merkmalskanäle aktiv sind, die für die Antwort zählen, und wo solche, die gegen sie zählen.
method-gradcam-does-not-show = Welche Zellen eines Kanals gezählt haben: alle werden gleich genommen, daher kann auch eine aufleuchten, die nichts bewirkt hat.
method-gradcam-look-for = Ob HiResCAM seine stärkste Stelle ebenfalls hier hat; wenn nicht, hat die Stelle selbst vielleicht nicht gezählt.
method-gradcam-plus-plus-shows = Jede Stelle, die die Antwort stützt, kleine ebenso sichtbar wie große.
method-gradcam-plus-plus-does-not-show = Was gegen die Antwort spricht, oder wie viel eine Stelle zählt: die Werte sind keine Anteile an ihr.
method-gradcam-plus-plus-look-for = Ob sie eine Stelle zeigt, die Grad-CAM nicht zeigt, etwa das andere Auge, und ob die Maske sie auch zeigt.
method-layercam-shows = Wo etwas in den letzten Merkmalskarten des Netzes die Antwort erhöht, Zelle für Zelle.
method-layercam-does-not-show = Was gegen die Antwort spricht, auch wo es an derselben Stelle stärker ist.
method-layercam-look-for = Ob eine starke Stelle bei HiResCAM stark bleibt; wenn nicht, spricht dort ebenso viel gegen die Antwort.
method-eigencam-shows = Wo das stärkste Muster in dem liegt, was das Netz vom ganzen Ausschnitt sieht, gleich was erklärt wird.
method-eigencam-does-not-show = Worauf die Antwort beruht: die Karte ist für jede Antwort dieselbe und lässt die Fenster in der Auflösung des Bildes aus.
method-eigencam-look-for = Ob eine andere Karte ihr gleicht; diese zeigt dann vielleicht, was im Gesicht auffällt, und nicht, was zählt.
method-ablationcam-shows = Wo die Merkmalskanäle liegen, ohne die die Antwort sinkt oder steigt: einer nach dem anderen wird abgeschaltet.
method-ablationcam-does-not-show = Anzeichen aus den Fenstern in der Auflösung des Bildes, die bleiben, wie sie sind, und solche, für die ein anderer Kanal einspringt.
method-ablationcam-look-for = Ob HiResCAM, das über Gradienten fragt, seine stärkste Stelle ebenfalls hier hat; wenn nicht, ist auf keine von beiden Verlass.
method-integrated-gradients-shows = Wie viel jedes Pixel zur Antwort beiträgt, während aus der gewählten Grundlinie schrittweise das Gesicht wird.
method-integrated-gradients-does-not-show = Was Pixel gemeinsam bewirken oder was an ihnen nicht stimmt; eine andere Grundlinie ergibt eine andere Karte.
method-integrated-gradients-look-for = Ob sich viele starke Pixel an einer Stelle häufen und das auch mit anderer Grundlinie so bleibt; mit Schwarz oder Weiß können Pixel ebendieser Farbe nichts erhalten.
method-gradient-shap-shows = Wie viel jedes Pixel im Mittel über zufällige Mischungen aus der gewählten Grundlinie und dem leicht verrauschten Gesicht zur Antwort beiträgt.
method-gradient-shap-does-not-show = Anteile, die genau aufgehen: das Verfahren zieht zufällig, und schwache Stellen ändern sich mit dem Startwert.
method-gradient-shap-look-for = Ob sie mit Integrated Gradients übereinstimmt: eine Stelle, die nur eine der beiden zeigt, hängt an Rauschen oder Zufall.
method-guided-gradcam-shows = Die Linien und Punkte, auf die die Antwort empfindlich ist, dort, wo Grad-CAM Stützendes findet.
method-guided-gradcam-does-not-show = Was gegen die Antwort spricht, oder dass das Netz etwas gelernt hat: nach veröffentlichten Prüfungen (Adebayo et al., 2018) zeichnet das Verfahren auch für ein Netz mit zufälligen Gewichten Kanten.
method-guided-gradcam-look-for = Linien, die keine gewöhnlichen Kanten des Gesichts sind, etwa eine Naht über eine Wange; eine Zeichnung von Augen, Nase und Mund, die zu jedem Gesicht passen würde, besagt nichts.
method-occlusion-shows = Wie viel von der Antwort verloren geht, wenn an dieser Stelle ein Fleck von einem Achtel der Breite des Ausschnitts ersetzt wird.
method-occlusion-does-not-show = Was doppelt vorhanden ist: wird die eine Spur ersetzt, sieht das Netz noch die andere.
method-occlusion-look-for = Ob die stärkste Stelle auf etwas Sichtbarem liegt, etwa einer Naht, Zähnen oder einem Auge; ein gleichmäßiger Schein über das halbe Gesicht ist ein schwacher Hinweis.
method-lime-shows = Was jeder an Kanten abgegrenzte Teil des Gesichts zur Antwort beiträgt, während die Hälfte der übrigen ersetzt ist.
method-lime-does-not-show = Wo in einem Teil die Spur liegt, oder Teile, die nur gemeinsam zählen; ein anderer Startwert verschiebt die schwachen.
method-lime-look-for = Ob die wenigen stärksten Teile mit anderem Startwert dieselben bleiben; die schwachen bleiben außer Betracht.
method-kernel-shap-shows = Der Anteil jedes Teils des Gesichts an der Antwort; alle Anteile zusammen ergeben, was das Gesicht mehr hat als seine Grundlinie.
method-kernel-shap-does-not-show = Wo in einem Teil die Spur liegt; eine Spur, die zwei Teile gemeinsam haben, wird zwischen ihnen aufgeteilt, und ein anderer Startwert verschiebt die schwachen Teile.
method-kernel-shap-look-for = Ob die wenigen stärksten Teile mit anderem Startwert dieselben bleiben und ob auch LIME sie nennt.

## Wie weit einer Karte zu trauen ist. Ein Zweifel enthält den nächsten

trust = { $trust ->
        [faithful] getreu
        [weak] schwach
       *[chance] nicht besser als der Zufall: nicht zu verwenden
    }
trust-not-measured = Treue nicht gemessen
-beside-random = Einfügen minus Löschen
map-no-better-than-chance = Was die Karte markiert, bewegt die Antwort beim Weichzeichnen und Zurückgeben nicht mehr als zufällig gezeichnete Karten ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, bei zufälligen { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }).
map-is-weak = Die Karte bewegt die Antwort mehr als zufällig gezeichnete ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, bei zufälligen { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }), aber { $because }.
map-is-faithful = Wird weichgezeichnet, was die Karte markiert, schwindet die Antwort, und wird es zurückgegeben, kehrt sie wieder, beides mehr als mit zufällig gezeichneten Karten ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, bei zufälligen { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }){ $randomised ->
        [yes] {" "}oder der eines Netzes mit zufälligen Gewichten
       *[no] {""}
    }.
and-doubt = { $because ->
        [none] {""}
       *[other] {" "}und { $because }
    }
deletion-at-random = was sie markiert, nimmt beim Weichzeichnen nicht mehr weg als zufällige Stellen{ and-doubt }
insertion-at-random = was sie markiert, bringt beim Zurückgeben nicht mehr wieder als zufällige Stellen{ and-doubt }
like-randomised = ein Netz mit zufälligen Gewichten ergibt eine ähnliche Karte (Rangkorrelation { FIXED($correlation, digits: 2) }){ and-doubt }
randomised-no-worse = die Karte eines Netzes mit zufälligen Gewichten ist nicht schlechter{ and-doubt }
places-disagree = Die Stellen stimmen nicht überein: { $because }.
and-place = { $because ->
        [none] {""}
       *[other] ; { $because }
    }
evidence-beside-mask = nur { SHARE($inside) } der Anzeichen in der Karte liegen in der Maske, die { SHARE($covered) } des Ausschnitts bedeckt{ and-place }
error-beside-mask = nur { SHARE($inside) } des Rekonstruktionsfehlers liegen in der Maske, die { SHARE($covered) } des Ausschnitts bedeckt{ and-place }
strongest-apart = das stärkste Zehntel der Karte und das des Rekonstruktionsfehlers liegen auseinander{ and-place }

## Zeichnungen: Zeitachse und Streifen des Videos, Übersicht, einzelne Tafeln

verdict-letter = { $verdict ->
        [signs] A
        [inconclusive] N
        [no_signs] K
       *[not_evaluated] –
    }
overview-label = { $face }  { verdict }{ $leaning ->
        [none] {""}
       *[other] , { leans-by }
    }
overview-count = { verdict }: { $faces }
strip-more = + { $more } weitere
panel-evidence = Beitrag zur Antwort; Orange spricht für das Ziel, Blau dagegen; 1 = { evidence-unit }
panel-mask = Wahrscheinlichkeit einer Manipulation
panel-error = Abweichung; 1 = Schwarz gegen Weiß

## Der Bericht: Rahmen, erste Seite

pdf-title = Untersuchung von Gesichtern auf Anzeichen einer Manipulation
pdf-header = Telltale · Untersuchungsbericht
pdf-header-case = Vorgang { $case }
pdf-page = Seite { $page } von{" "}
pdf-case = Vorgang
pdf-analyst = Bearbeitung
pdf-blank = nicht angegeben
pdf-made = Bericht erstellt
pdf-examined = Untersucht
pdf-pictures = { $pictures ->
        [one] { COUNT($pictures) } Bild
       *[other] { COUNT($pictures) } Bilder
    }
pdf-faces = { $faces ->
        [one] { COUNT($faces) } Gesicht
       *[other] { COUNT($faces) } Gesichter
    }
pdf-videos = { $videos ->
        [one] { COUNT($videos) } Video
       *[other] { COUNT($videos) } Videos
    }
pdf-persons = { $persons ->
        [one] { COUNT($persons) } Person
       *[other] { COUNT($persons) } Personen
    }
detector-provenance = { $provenance ->
        [measured] von einem Benutzer gemacht; Messwerte, Schwellen und Verhältnis wurden auf dieser Installation gemessen, an Bildern, die vom Training zurückbehalten wurden
        [figures_measured] von einem Benutzer gemacht; die Messwerte wurden auf dieser Installation gemessen, Schwellen und Verhältnis stehen so auf seiner Karte
       *[unverified] von einem Benutzer gemacht, Messwerte hier nicht geprüft
    }
pdf-detector = Detektor
pdf-detector-version = { $title }, Version { $version }
pdf-not-examined = Nicht untersucht
pdf-files-not-examined = { $files ->
        [one] { COUNT($files) } Datei
       *[other] { COUNT($files) } Dateien
    }, unter den Eingangsdateien mit dem Grund aufgeführt
pdf-glance = Ergebnis im Überblick
pdf-nothing-examined = Keine Datei konnte untersucht werden.
pdf-number = Nr.
pdf-picture = Bild
pdf-faces-with-signs = Gesichter mit Anzeichen
pdf-no-face-found = kein Gesicht gefunden
pdf-no-face-with-signs = keine
pdf-strongest-ratio = Stärkster Quotient
pdf-strongest = { $ratio } (Gesicht { $face }{ $leaning ->
        [none] {""}
       *[other] , { leans }
    })
pdf-caution = Dieser Bericht unterstützt die sachverständige Beurteilung; er ersetzt sie nicht. Ein Wert ist die Antwort eines trainierten Netzes auf Spuren in Bildpunkten. Er besagt nicht, wer ein Bild wann oder warum hergestellt hat, und fehlende Anzeichen belegen nicht, dass ein Bild authentisch ist. Der Likelihood-Quotient ist zusammen mit allen übrigen Befunden des Vorgangs zu würdigen.
pdf-inputs = Eingangsdateien
pdf-name = Name
pdf-type-and-size = Typ und Größe
pdf-pixels = { WHOLE($width) } × { WHOLE($height) } Pixel
pdf-bytes = { COUNT($bytes) } Byte
pdf-reason = Grund
pdf-hash-unknown = unbekannt
pdf-notes = Anmerkungen der bearbeitenden Person
pdf-font-missing = Für einige Zeichen ist hier keine Schrift vorhanden; sie erscheinen als Codes, etwa { $code }.

## Der Bericht: ein Bild und seine Gesichter

pdf-picture-number = Bild { $number }
pdf-whole-picture = das ganze Bild als ein Gesicht genommen
pdf-nothing-scored = In diesem Bild wurde kein Gesicht gefunden, daher wurde nichts bewertet.
pdf-not-scored = Nicht bewertet: { $faces } × { $reason }
pdf-face = Gesicht { $face }
pdf-crop = Ausschnitt
pdf-mask = Maske
pdf-reconstruction = Rekonstruktion
pdf-reconstruction-error = Rekonstruktionsfehler
pdf-probability = Wahrscheinlichkeit
pdf-score = Wert
pdf-likelihood-ratio = Likelihood-Quotient
pdf-known-ratio = … bekannter Arten
pdf-untouched-so-high = Unberührte so hoch
pdf-fewer-untouched = unter 1 von { COUNT($cases) }
pdf-mask-share = Maskenanteil
pdf-detector-confidence = Fundsicherheit
pdf-box = Rahmen in Pixeln: { edges }.
pdf-score-axis = Wert: 0 bis 1, höher bei Manipulation; gestrichelt: die Schwellen
pdf-scored-again-after = Erneut bewertet nach
pdf-spread = Spannweite

## Der Bericht: Karten

pdf-map-title = Gesicht { $face }: { $one ->
        [yes] Karte { $first }
       *[no] Karten { $first } bis { $last }
    } von { $maps }
pdf-evidence-unit = 1 = { evidence-unit }.
pdf-curves-note = Kurven: die Zielgröße, während immer mehr Pixel, die stärksten zuerst, weichgezeichnet (Löschen) oder zurückgegeben (Einfügen) werden. Linie: diese Karte; graues Band: Zufallskarten; gestrichelt: zufällige Gewichte.
pdf-deletion = Löschen
pdf-insertion = Einfügen
pdf-deletion-area = Löschfläche ↓
pdf-insertion-area = Einfügefläche ↑
pdf-road = ROAD ↑
pdf-infidelity = Untreue ↓
pdf-in-mask = in Maske ↑
pdf-share-of-mask = Anteil der Maske
pdf-rank-correlation = Rang- korrelation
pdf-random-maps = Zufallskarten
pdf-randomised-weights = zufällige Gewichte
pdf-how-to-read-maps = Wie die Karten zu lesen sind
pdf-maps-share-a-scale = { $colors } Alle Karten dieses Berichts haben denselben Maßstab: jede ist auf die Auflösung der gröbsten geglättet und durch das Mittel ihrer Beträge geteilt, sodass 1 so viel ist wie das durchschnittliche Pixel dieses Ausschnitts. Karten zeigen, worauf das Netz antwortet, nicht, ob es recht hat; wo sie einander widersprechen, ist keiner allein zu trauen.
pdf-not-shown = Nicht gezeigt:
pdf-look-for = Zu prüfen:
pdf-how-far-to-trust = Wie weit einer Karte zu trauen ist
pdf-maps-tested = Warum Karten geprüft werden
pdf-maps-tested-means = Eine Karte sieht immer so aus, als erklärte sie etwas. Deshalb wird jede an ebendiesem Gesicht geprüft, neben Karten, die nichts wissen können: bewähren diese sich ebenso gut, erklärt sie nichts.
pdf-maps-deletion = Löschen
pdf-maps-deletion-means = Die Pixel, die die Karte am stärksten markiert, werden zuerst weichgezeichnet, dann immer mehr davon, und jedes Mal wird das Netz erneut gefragt. Stimmt die Karte, sinkt die Antwort früh. Die Fläche ist die mittlere Höhe der Kurve: je kleiner, desto besser.
pdf-maps-insertion = Einfügen
pdf-maps-insertion-means = Umgekehrt: alles ist weichgezeichnet, und die stärksten Pixel werden zuerst zurückgegeben. Stimmt die Karte, kehrt die Antwort früh zurück. Je größer die Fläche, desto besser.
pdf-maps-road = ROAD
pdf-maps-road-means = Die Pixel werden aus ihren Nachbarn ergänzt statt weichgezeichnet, sodass vom Entfernten kein Umriss bleibt. Die Hälfte dessen, was mit den stärksten Pixeln mehr verloren geht als mit den schwächsten: je größer, desto besser.
pdf-maps-infidelity = Untreue
pdf-maps-infidelity-means = Quadrate an beliebigen Stellen des Gesichts werden entfernt, und was die Karte vorhersagt, wird mit dem verglichen, was die Antwort verliert. 0: alles war vorhergesagt; 1: nichts. Je kleiner, desto besser.
pdf-maps-in-mask = In Maske, Maskenanteil
pdf-maps-in-mask-means = Der Teil der Anzeichen für das Ziel, der in der eigenen Maske des Netzes liegt. Er besagt nur etwas neben dem Anteil der Maske am Ausschnitt, den eine gleichmäßige Karte erreichen würde.
pdf-maps-random = Zufallskarten
pdf-maps-random-means = Flecken an ausgelosten Stellen, derselben Prüfung unterzogen: Mittelwert ± Standardabweichung. Jeden Teil eines Gesichts weichzuzeichnen ändert die Antwort ein wenig; daher bedeutet eine Zahl erst etwas, wenn sie weit von den ihren entfernt ist.
pdf-maps-randomised = Zufällige Gewichte
pdf-maps-randomised-means = Die Karte desselben Verfahrens für eine Kopie des Netzes mit neuen Gewichten, die also nichts gelernt hat. Die Rangkorrelation besagt, wie ähnlich die beiden Karten sind: nahe 0 stammt die Karte aus dem, was das Netz gelernt hat; nahe 1 sähe sie auch ohne das so aus und zeigt eher das Bild als das Netz.
pdf-maps-faithful = Getreu
pdf-maps-faithful-means = Die Karte übertrifft Zufallskarten beim Löschen und beim Einfügen sowie die Karte zufälliger Gewichte. Sie zeigt, woran die Antwort des Netzes hängt; damit ist noch nicht gesagt, dass die Antwort stimmt.
pdf-maps-weak = Schwach
pdf-maps-weak-means = Die Karte übertrifft Zufallskarten, aber nicht in jeder Prüfung, oder die Karte zufälliger Gewichte gleicht ihr oder ist ebenso gut. Sie ist nur als Hinweis zu verwenden, neben einer anderen, die getreu ist.
pdf-maps-chance = Nicht besser als der Zufall
pdf-maps-chance-means = Ausgeloste Karten sind ebenso gut. Auf die Karte ist kein Verlass, so überzeugend sie aussieht, und aus den markierten Stellen darf nichts geschlossen werden.

## Der Bericht: Referenzbilder

pdf-references = Referenzbilder
pdf-references-are = Gesichter, die nach Angabe der bearbeitenden Person unberührt sind und aus derselben Quelle stammen wie die fraglichen Dateien. Sie zeigen, welche Werte dort üblich sind; Schwellen und Likelihood-Quotienten dieses Berichts sind auf diese Quelle eingestellt, umso weiter, je mehr Referenzgesichter es gibt. Die Antworten ohne sie stehen bei jedem Befund. { $summary }
pdf-reference = Referenz
pdf-reference-faces = Gesichter
pdf-references-marked = gekennzeichnet: { $faces }
pdf-gave-no-reference = Ergab kein Referenzgesicht
pdf-because = Weil
pdf-verdict-changed = { $noun ->
        [person] Person
       *[face] Gesicht
    } { $face } in { $name }: { verdict }, ohne sie { $before }
pdf-verdicts-changed = Referenzbilder änderten Urteile: { $verdicts }{ $more ->
        [0] {""}
       *[other] ; und { $more } weitere
    }.
pdf-thresholds-moved = Beurteilt mit { $faces ->
        [one] { COUNT($faces) } Referenzgesicht
       *[other] { COUNT($faces) } Referenzgesichtern
    }: die Schwellen liegen hier bei { SHORTENED($no_signs) } und { SHORTENED($signs) }, ohne sie bei { SHORTENED($no_signs_before) } und { SHORTENED($signs_before) }.

## Der Bericht: ein Video

pdf-video = Video
pdf-video-number = Video { $number }
pdf-verdict-of-video = Urteil über das Video
pdf-persons-with-verdict = Personen: { $verdict }
pdf-nobody-followed = In diesem Video wurde kein Gesicht verfolgt, daher wurde nichts bewertet.
pdf-timeline = Zeitlicher Verlauf
pdf-timeline-means = Je Zeile: oben der Wert der Person über die Zeit von 0 bis 1 mit seinem 95-%-Band und den beiden Schwellen, gestrichelt; darunter, was daraus folgt: A Anzeichen einer Manipulation, N nicht eindeutig, K keine Anzeichen gefunden, – nicht bewertet. Solange eine Person nicht zu sehen war, ist nichts gezeichnet. Gepunktete Linien sind Schnitte.
pdf-timeline-left-out = Von { $persons } Personen haben die { $shown } mit den schwerwiegendsten Urteilen, dann den höchsten Werten, hier eine Zeile und unten Schlüsselbilder; die übrigen stehen in der Tabelle.
pdf-how-a-video-is-called = Über ein Video entscheidet die Person mit den stärksten Anzeichen, über eine Person der stärkste Abschnitt von mindestens einer Sekunde, nie ein einzelnes flackerndes Bild.
pdf-length = Länge
pdf-length-looked-at = { $declared ->
        [none] Länge nicht angegeben
       *[other] { $declared }
    }; angesehen bis { $until }
pdf-frames = Bilder
pdf-frames-of = { pdf-pixels }, { KNOWN($rate) ->
        [no] Bildrate nicht angegeben
       *[yes] im Mittel { SIGNIFICANT($rate, digits: 4) } Bilder je Sekunde
    }, { $codec }
pdf-file = Datei
pdf-looked-at = Angesehen
pdf-frames-looked-at = { COUNT($frames) } Bilder: { SIGNIFICANT($rate, digits: 6) } je Sekunde, dazu die Bilder zwischen zweien davon, zwischen denen sich der Wert eines Gesichts schnell ändert
pdf-cuts = Schnitte
pdf-no-cuts = keine gefunden
pdf-broken = Beschädigt
pdf-broken-pieces = { COUNT($pieces) } Stücke der Datei ließen sich nicht dekodieren und wurden übergangen
pdf-ended-early = Vorzeitig beendet
pdf-note = Hinweis
pdf-video-not-scored = Nicht bewertet
pdf-times-and-more = { $times } und { $more } weitere
pdf-table-of-persons = Personen
pdf-person = Person
pdf-person-number = Person { $person }
pdf-verdict = Urteil
pdf-score-head = Wert
pdf-ratio-head = Likelihood- Quotient
pdf-when = Wann
pdf-to-be-seen = Zu sehen
pdf-evaluated = Bewertet
pdf-more-persons = { $persons } weitere Personen mit niedrigeren Werten oder ohne Wert stehen in der CSV- und der JSON-Datei.
pdf-verdict-leans = { verdict }{ $leaning ->
        [none] {""}
       *[other] , { leans }
    }
pdf-interval = { $low } bis { $high }
pdf-ratio-of-known-kinds = bekannte Arten: { $ratio }
pdf-frames-evaluated = { $evaluated } von { $sightings } Bildern
pdf-frames-refused = { $frames } nicht bewertet, etwa: { $reason }
pdf-frames-counting-less = { $frames } zählen weniger, etwa: { $reason }
pdf-key-frames = Schlüsselbilder
pdf-explanations = Erklärungen
pdf-moment = { $moment ->
        [worst] am auffälligsten
        [typical] typisch
       *[best] am unauffälligsten
    }
pdf-person-at = Person { $person }{ $moments ->
        [none] {""}
       *[other] , Zeitpunkt: { $moments }
    }, { $time }
pdf-still = Standbild: PNG von Bild { WHOLE($frame) }, SHA-256 { $sha256 }
pdf-error = Fehler
pdf-score-at = Wert { $score }
pdf-not-evaluated = nicht bewertet

## Der Bericht: wie ein Video beurteilt wird

pdf-how-judged = Wie ein Video beurteilt wird
pdf-judged-frames = Angesehene Bilder
pdf-judged-frames-means = Bilder werden in gleichmäßigen Zeitschritten genommen, unabhängig von der Bildrate, dazu die Bilder zwischen zweien davon, zwischen denen sich der Wert eines Gesichts schnell ändert. Die Zeiten sind jene, zu denen ein Abspielprogramm das Bild zeigt, vom ersten an gezählt.
pdf-judged-persons = Personen
pdf-judged-persons-means = Gesichter mehrerer Bilder gelten nach Ort, Überdeckung und Aussehen als eine Person. Niemand wird identifiziert: eine Nummer besagt, dass die Verfolgung eine Person gesehen hat, nicht, wer das ist, und sie kann die eine mit der anderen verwechseln, vor allem nach einem Schnitt. Ein Gesicht, das zu kurz zu sehen ist, um verfolgt zu werden, wird gezählt und nicht bewertet.
pdf-judged-score = Wert über die Zeit
pdf-judged-score-means = Zu jeder Zeit das robuste Mittel (gewichteter Median) der Werte innerhalb von { SIGNIFICANT($window, digits: 6) } s darum, sodass kein einzelnes Bild es weit verschiebt. Das Band bedeckt die ganze Linie mit 95 %, soweit die Werte von Bild zu Bild zufällig streuen; zeitlich nahe Bilder zählen kaum mehr als eines.
pdf-judged-weight = Gewicht
pdf-judged-weight-means = Ein Gesicht, das klein, durch Bewegung oder Kompression unscharf oder voller Kompressionsblöcke ist, zählt weniger; eines, das die Karte des Detektors ausschließt, wird nicht bewertet und zählt nicht. Die Gründe stehen in der Tabelle.
pdf-judged-person = Urteil über eine Person
pdf-judged-person-means = Nach dem stärksten Abschnitt von mindestens { SIGNIFICANT($sustained, digits: 6) } s oder nach allen Sichtungen zusammen, wo diese stärker sind. Anzeichen einer Manipulation: das untere Ende des 95-%-Intervalls erreicht die obere Schwelle. Keine Anzeichen gefunden: das obere Ende und die Linie überall bleiben unter der unteren. Dazwischen nicht eindeutig. Das Intervall ist umso weiter, je länger eine Person zu sehen war, weil der stärkste vieler Abschnitte zufällig stark ist. Unter { $fewest } bewerteten Bildern wird nichts gesagt.
pdf-judged-video = Urteil über ein Video
pdf-judged-video-means = Das über die Person mit den stärksten Anzeichen. Mit jeder weiteren Person kommt eine Möglichkeit eines falschen Alarms hinzu.
pdf-judged-limits = Was Bilder nicht sagen können
pdf-judged-limits-means = Ein Detektor, der sich über ein Gesicht, sein Licht oder seine Haltung irrt, irrt sich, solange diese andauern; das Intervall weiß davon nichts.
pdf-judged-ratio = Likelihood-Quotient
pdf-judged-ratio-of-clips = An ganzen Clips angepasst (siehe die Bedeutung der Begriffe): der des unteren Endes des Intervalls des stärksten Abschnitts. Bilder eines Gesichts sind keine unabhängigen Anzeichen; ihre Quotienten werden daher nie miteinander multipliziert.
pdf-judged-ratio-of-a-picture = Der des robusten Mittels des Abschnitts, als wäre es der Wert eines einzelnen Bildes: an Clips wurde nichts angepasst. Bilder eines Gesichts sind keine unabhängigen Anzeichen; ihre Quotienten werden daher nie miteinander multipliziert.

## Der Bericht: was die Begriffe bedeuten

pdf-meanings = Was die Begriffe bedeuten
pdf-meaning-signs = Anzeichen einer Manipulation
pdf-meaning-signs-means = Der Wert beträgt { SHORTENED($signs) } oder mehr: der Bereich, den manipulierte Gesichter erreichen und unberührte selten.{ KNOWN($bound) ->
        [no] {""}
       *[yes] {" "}Mit 95 % Vertrauen erreichen ihn höchstens { PERCENT($bound) } der { COUNT($faces) } unberührten Kalibriergesichter { $source ->
            [all] aller Quellen zusammen
           *[other] von { $source }, der schlechtesten Quelle
        }.
    } In schlechteren Bildern und mit Referenzbildern gelten andere Schwellen und Schranken: jeder Befund nennt jene, nach denen er beurteilt wurde.
pdf-meaning-inconclusive = Nicht eindeutig
pdf-meaning-inconclusive-means = Der Wert liegt zwischen { SHORTENED($no_signs) } und { SHORTENED($signs) }, wo beide Arten vorkommen. Wo ein solcher Wert auf einer Seite mindestens doppelt so wahrscheinlich ist, spricht die Antwort eher für diese Seite, und der Quotient besagt, wie sehr; sonst für keine.
pdf-meaning-no-signs = Keine Anzeichen gefunden
pdf-meaning-no-signs-means = Der Wert beträgt { SHORTENED($no_signs) } oder weniger: das Netz fand keine der Spuren jener Arten von Fälschungen, die es kennt; ein auf andere Weise gefälschtes Gesicht kann einen ebenso niedrigen Wert haben, und wie sehr das die Antwort schwächt, besagt der Likelihood-Quotient für solche Arten, sofern er gemessen wurde.
pdf-meaning-not-evaluated = Nicht bewertet
pdf-meaning-not-evaluated-means = Das Gesicht ist kleiner als { WHOLE($smallest) } Pixel oder zu unscharf, zu stark komprimiert, zu sehr verdeckt oder den Gesichtern der Kalibrierung sonst unähnlich; sein Wert hat keine Bedeutung und darf nicht verwendet werden.
pdf-meaning-score = Wert
pdf-meaning-score-means = Die Antwort des Netzes von 0 bis 1, höher bei Manipulation. Sie ist nicht die Wahrscheinlichkeit, dass das Gesicht manipuliert ist.
pdf-meaning-mask = Maske
pdf-meaning-mask-means = Für jedes Pixel die Wahrscheinlichkeit, dass es manipuliert wurde; umrandet, wo sie 0,5 überschreitet. Der Maskenanteil ist der Teil des Ausschnitts innerhalb der Umrandung.
pdf-meaning-reconstruction = Rekonstruktion und ihr Fehler
pdf-meaning-reconstruction-means = Der Ausschnitt, wie ihn das Netz aus dem Behaltenen nachbildet, und die mittlere absolute Abweichung vom Ausschnitt (0 bis 1). Sie zeigt, wie viel vom Gesicht das Netz aufgenommen hat; für sich allein ist sie kein Anzeichen einer Manipulation.
pdf-meaning-confidence = Fundsicherheit
pdf-meaning-confidence-means = Wie sicher die Gesichtssuche ist, dass dies ein Gesicht ist, 0 bis 1. Über eine Manipulation besagt das nichts.
pdf-meaning-scored-again = Erneut bewertet
pdf-meaning-scored-again-means = Dasselbe Gesicht nach JPEG-Kompression mit Qualität 75 und 50, in halber Größe, leicht unscharf und etwas neben seiner Stelle ausgeschnitten, jeweils mit dem Symbol des Urteils; die Spannweite ist der höchste minus der niedrigste aller Werte. Hängt das Urteil an einer solchen Änderung, ist es ein schwaches Indiz. Wert und Urteil oben sind die des Bildes, wie es vorlag.
pdf-meaning-family = Sieht am ehesten aus wie
pdf-meaning-family-means = Die Art der Fälschung, auf die die zweite Antwort des Netzes weist, sofern es eine hat: ein Hinweis, wo zu suchen ist, nur auf Arten, an denen es trainiert wurde. In das Urteil geht sie nicht ein.
pdf-meaning-crop = Ausschnitt
pdf-meaning-crop-means = Das Gesicht mit einem Rand, für das Netz auf { WHOLE($side) } × { WHOLE($side) } Pixel gebracht.
pdf-meaning-ratio = Likelihood-Quotient
pdf-meaning-known-alone-means = Wie viel öfter ein solcher Wert von einem manipulierten Gesicht kam als von einem unberührten, unter den { COUNT($fake) } manipulierten und { COUNT($real) } unberührten Gesichtern des Kalibriersatzes ({ $data }). Er gilt für die Arten von Fälschungen, an denen der Detektor trainiert wurde; an anderen wurde nichts gemessen, und gegen diese besagt ein niedriger Wert nichts. { $bounds }
pdf-meaning-ratio-means = Wie viel wahrscheinlicher ein solcher Wert ist, wenn das Gesicht manipuliert wurde, auf eine Art, die der Detektor vielleicht nicht kennt, als wenn nicht. Angepasst an { COUNT($fake) } manipulierten Gesichtern von Arten, an denen das bewertende Netz nicht trainiert wurde, jede Art mit gleichem Gewicht ({ $kinds }), und an { COUNT($real) } unberührten Gesichtern, jede Quelle mit gleichem Gewicht ({ $sources }). { $bounds } Wie niedrig er werden darf, bestimmt, was die schwierigste Art zulässt: { $hardest }.
pdf-meaning-known-ratio = … für bekannte Arten
pdf-meaning-known-ratio-means = Dasselbe für die Arten von Fälschungen, an denen der Detektor trainiert wurde: { COUNT($fake) } manipulierte und { COUNT($real) } unberührte Gesichter ({ $data }). Über andere Arten besagt er nichts. { $bounds }
pdf-meaning-untouched = Unberührte Gesichter mit so hohem Wert
pdf-meaning-untouched-means = Anteil der unberührten Gesichter der Kalibrierung, jede Quelle mit gleichem Gewicht, deren Wert mindestens so hoch ist wie der des Gesichts.
pdf-meaning-person-ratio = Quotient einer Person
pdf-meaning-person-ratio-means = An ganzen Clips angepasst: { COUNT($fake) } manipulierte von Arten, die der Detektor vielleicht nicht kennt ({ $kinds }; die schwierigste: { $hardest }), und { COUNT($real) } unberührte, davon { COUNT($films) } Filme, die übrigen in Bewegung gesetzte Fotos. Bilder einer Person sind keine unabhängigen Fälle: jede Person zählt einmal, mit dem unteren Ende des Intervalls des stärksten Abschnitts. { $bounds }
pdf-meaning-bounds = Begrenzt auf den Bereich zwischen { ratio-bounds }: mehr können so viele Fälle nicht sagen.
pdf-meaning-scale = Der Quotient in Worten
pdf-meaning-scale-means = Nach ENFSI 2015, in beide Richtungen gleich: { $scale }.
pdf-scale-below = { support-grade } unter { COUNT($below) }
pdf-scale-above = { support-grade } darüber

## Der Bericht: der Detektor, Wiederholung, Unterschriften

pdf-the-detector = Der Detektor
pdf-detector-is = { $title } ({ $name }, Version { $version })
pdf-provenance = Herkunft
pdf-architecture = Architektur
pdf-weights = Gewichte, SHA-256
pdf-training-data = Trainingsdaten
pdf-papers = Veröffentlichungen
pdf-licence = Lizenz
pdf-how-well = Wie gut der Detektor nach Messung ist
pdf-figure = Kennzahl
pdf-value = Wert
pdf-95-interval = 95-%-Intervall
pdf-cases = n
pdf-measured-on = Gemessen an
pdf-interval-unknown = nicht bekannt
pdf-known-limits = Bekannte Grenzen
pdf-how-to-repeat = Wie die Untersuchung zu wiederholen ist
pdf-software = Software
pdf-data-file = Datendatei
pdf-data-file-is = Die JSON-Datei zu diesem Bericht hat den SHA-256 { $sha256 }.
pdf-command = Befehl
pdf-command-gives = Auf dieselben Dateien angewandt, ergibt dies dieselben Werte{ $marked ->
        [yes] , ohne die als Referenzen gekennzeichneten Gesichter und Personen
       *[no] {""}
    }:
pdf-examined-by = Untersucht von{ $named ->
        [yes] : { $analyst }
       *[no] {""}
    }
pdf-reviewed-by = Geprüft von
pdf-signature = Ort, Datum, Unterschrift

## Die Kommandozeile: was jeder Befehl hat

cli = Telltale findet Anzeichen einer Manipulation in den Gesichtern von Fotos und Videos.
cli-usage = Aufruf:{" "}
cli-positional = Argumente
cli-options = Optionen
cli-help = diese Hilfe zeigen
cli-version = die Version zeigen
cli-language = von allem, was gesagt wird, und des Berichts (Vorgabe: die der Umgebung, zuerst TELLTALE_LANGUAGE)
cli-wrong-use = %(prog)s: falscher Aufruf: %(message)s{"\u000A"}
cli-argument = Argument %(argument_name)s: %(message)s
cli-arguments-required = diese Argumente fehlen: %s
cli-arguments-unknown = diese Argumente gibt es nicht: %s
cli-argument-not-with = nicht zusammen mit dem Argument %s
cli-argument-one-of = eines der Argumente %s fehlt
cli-argument-ignored = der Wert %r gehört nicht hierher
cli-argument-one = es fehlt ein Wert
cli-argument-at-most-one = höchstens ein Wert ist erlaubt
cli-argument-at-least-one = es fehlt wenigstens ein Wert
cli-argument-ambiguous = %(option)s ist mehrdeutig: %(matches)s
cli-argument-type = %(value)r ist kein Wert der Art %(type)s
cli-argument-choice = %(value)r gibt es nicht (zur Wahl stehen %(choices)s)
cli-empty-path = ein leerer Pfad nennt weder Datei noch Ordner
cli-not-read-or-written = { $file } konnte nicht gelesen oder geschrieben werden ({ $reason }).
cli-output = Die Ausgabe
cli-stopped = Angehalten.

## Die Befehlszeile: fuzz

cli-fuzz = Prüfen, wie kaputte Dateien gelesen werden: zufällig veränderte Bilder, Videos, Karten von Detektoren, Dokumente und Aufzeichnungen.
cli-fuzz-details =
    Jede Datei sollte eine Antwort bekommen, und sei es ein Satz darüber, was mit ihr nicht stimmt. Woran das Lesen scheitert,
    bleibt im Ordner, daneben eine JSON-Datei, die sagt, was geschah: eine unerwartete Ausnahme, ein Absturz, mehr Speicher
    als erlaubt oder keine Antwort in zehn Sekunden. Derselbe Startwert ergibt dieselben Dateien.

    Rückgabewert:
      0  jede Datei bekam ihre Antwort
      1  einige sind als Funde aufbewahrt
      2  nichts wurde geprüft: falscher Aufruf
cli-fuzz-minutes = so lange werden Dateien geprüft (Vorgabe: %(default)g)
cli-fuzz-seed = Startwert des Zufalls, 0 oder größer (Vorgabe: %(default)s)
cli-fuzz-cases = stattdessen so viele Dateien, wie lange es auch dauert
cli-fuzz-first = Nummer der ersten Datei; ein Fund entsteht noch einmal mit --first NUMMER --cases 1 (Vorgabe: %(default)s)
cli-fuzz-out = Ordner für die Funde
cli-fuzz-finding = { $file }: { $problem }
cli-fuzz-tried = { $files } Dateien wurden geprüft; Funde: { $findings }.

## Die Kommandozeile: analyze

cli-analyze = Anzeichen einer Manipulation in den Gesichtern von Fotos und Videos finden.
cli-analyze-details =
    Dateien und Ordner:
      Eine genannte Datei wird immer versucht, gleich welcher Endung. Ein Ordner wird bis in jede Tiefe nach Dateien mit
      der Endung eines Bildes oder Videos durchsucht; versteckte Dateien und Ordner werden übergangen, Verweisen auf
      Ordner wird nicht gefolgt. Dieselben Bytes unter mehreren Namen werden einmal untersucht und unter jedem Namen
      aufgeführt. Videos werden gelesen, wo sie liegen. TELLTALE_MAX_VIDEO_SECONDS, _BYTES und _PIXELS in der Umgebung
      bestimmen, wie viel von einem genommen wird.

    Referenzbilder:
      Mit --reference zeigen Gesichter, die bekanntermaßen unberührt sind und aus derselben Quelle stammen wie die
      fraglichen (dieselbe Kamera, Website oder derselbe Kanal, gleich komprimiert), welche Werte dort üblich sind;
      Schwellen und Likelihood-Quotienten werden darauf eingestellt, umso weiter, je mehr es sind. Eine fragliche Datei
      ist keine Referenz. Bilder, die kein Gesicht ergeben oder vielleicht nicht passen, werden in der Standardfehlerausgabe
      genannt. JSON-Dokument und Bericht enthalten die Antworten mit und ohne sie, die Tabelle die mit ihnen.

    Ausgabe:
      Ohne --json geht je Gesicht, bei einem Video je Person, eine Zeile an die Standardausgabe. Fortschritt und je eine
      Zeile für jede gescheiterte Datei gehen an die Standardfehlerausgabe. Dateien werden ganz oder gar nicht geschrieben.

    Lange Läufe:
      Mit --json AUS steht das Ergebnis jeder Datei, sobald sie fertig ist, in AUS.part; Masken, CSV und markierte Videos
      werden davor geschrieben. Wird ein Lauf abgebrochen, macht derselbe Befehl dort weiter und untersucht nur, was fehlt
      und was gescheitert ist; ein Bericht (--pdf) braucht alle Ergebnisse und beginnt von vorn. Am Ende wird AUS
      geschrieben und AUS.part entfernt.

    Rückgabewert:
      0  alle Dateien wurden untersucht
      1  einige ließen sich nicht oder nicht ganz untersuchen; die anderen sind geschrieben, jene mit dem Grund aufgeführt
      2  nichts wurde untersucht: falscher Aufruf, kein Bild oder Video in den Ordnern oder eine beschädigte Installation
cli-analyze-paths = Bild oder Video, oder Ordner, der danach durchsucht wird
cli-analyze-reference = Bild, oder nach Bildern durchsuchter Ordner, mit unberührten Gesichtern derselben Quelle; mehrfach möglich
cli-analyze-sample-fps = je Sekunde angesehene Bilder eines Videos, mehr, wo sich der Wert schnell ändert (Vorgabe: %(default)g)
cli-analyze-faces = die Gesichter suchen (detect), oder das ganze Bild als einen Gesichtsausschnitt nehmen (whole; Vorgabe: %(default)s)
cli-analyze-detector = ein mitgelieferter oder ein eigener, von `finetune` gemachter (Vorgabe: %(default)s)
cli-analyze-json = alle Befunde in diese Datei schreiben
cli-analyze-pdf = einen Bericht in diese Datei schreiben
cli-analyze-masks = <sha256>.png schreiben: 255 × Wahrscheinlichkeit jedes Pixels; bei einem Video <sha256>_<Person>.png für den auffälligsten Zeitpunkt jeder Person
cli-analyze-csv = für jedes Video <sha256>.csv schreiben: alle Sichtungen
cli-analyze-annotated = für jedes Video <sha256>.mp4 schreiben, mit eingezeichneten Befunden
cli-analyze-explain = jedes bewertete Gesicht erklären, bei einem Video das jeder Person am auffälligsten Zeitpunkt, und prüfen, wie weit jeder Karte zu trauen ist: Karten im Bericht, ihre Höchststellen im JSON (vorgegebenes Ziel: fake_evidence)
cli-continuing = Es geht weiter: { $done } von { $files } sind nach { $file } fertig.
cli-other-run = { $file } gehört zu keinem Lauf dieses Befehls mit diesen Einstellungen, diesem Detektor und diesen Versionen: die Datei bleibt als { $kept } erhalten, und alle Dateien werden untersucht.
cli-report-begins-anew = Ein Bericht braucht alle Ergebnisse: was in { $file } steht, wird noch einmal untersucht.
cli-passed-over = { $files } weitere Dateien in Ordnern wurden übergangen; sie werden untersucht, wenn sie genannt werden.
cli-references-passed-over = --reference: { $files } weitere Dateien in Ordnern wurden übergangen, versteckte oder solche ohne die Endung eines Bildes; sie werden gelesen, wenn sie genannt werden.
cli-face-of = { $name }, Gesicht { $face }: { $reason }

## Die Kommandozeile: die Tabelle von analyze

cli-table-score = WERT
cli-table-decision = URTEIL
cli-table-any = ALLE
cli-table-known = BEKANNT
cli-table-face = GESICHT
cli-table-where = RAHMEN ODER SEKUNDEN
cli-table-file = DATEI
cli-table-verdict = { verdict }{ $leaning ->
        [none] {""}
        [towards] , eher dafür
       *[away] , eher dagegen
    }
cli-table-no-face = kein Gesicht gefunden
cli-list-spans = { $before }; { $thing }

## Die Kommandozeile: Fortschritt

cli-analyzing = Untersuchung
cli-file = Datei
cli-explaining = Erklärung
cli-map = Karte
cli-frames-and-faces = { $frames } Bilder, { $faces } Gesichter
cli-bar = { $name }: { $done }{ $of ->
        [none] {""}
       *[other] {" "}von { $of }
    } s |{ $bar }| { $elapsed } vergangen, noch { $remaining }{ $postfix }
cli-drawing = Zeichnen: { $name }

## Die Kommandozeile: app

cli-app = die App auf http://127.0.0.1:8501 starten
cli-app-details =
    Die Seite ist nur für diesen Rechner. Ein anderer Port: STREAMLIT_SERVER_PORT=8600 in der Umgebung. Strg-C beendet sie.

## Die Kommandozeile: benchmark

cli-benchmark = messen, wie gut und wie schnell die Detektoren sind
cli-benchmark-details =
      detection   AUC, Fehlerraten und Masken an openforensics-val und -pairs, AUC an foreign-val; kommt in die Karte
      foreign     allein die Kennzahlen an foreign-val, nach denen zwischen Netzen gewählt werden darf; kommt in die Karte
      kinds       Urteile zu Fälschungen anderer, Art für Art, und wie weit der Quotient für unbekannte Arten gilt
      features    ob bei ausgelassenen Arten mehr von der Antwort als ihr Wert hilft
      references  was 3 bis 50 unberührte Gesichter derselben Quelle wert sind
      ladder      dieselben Gesichter in vier Stufen der Beschädigung, und falsche Alarme an Fotos aus LFW
      evidence    wie wahrheitsgetreu die Likelihood-Quotienten sind; braucht die Antworten, die `fit` in OUT aufbewahrt
      shortcut    ein Klassifikator, der nur Größe, Format, JPEG-Tabellen, mittlere Farbe und Schärfe sieht
      unseen      jede Familie von Fälschungen aus einem eigenen Training ausgelassen (Stunden), und OpenForensics als
                  Ganzes; braucht den Zwischenstand von `train --last-stage 1 --out OUT/base`
      little-data Nachtrainieren der Netze von `unseen` mit 10, 50 und 200 Fälschungen dessen, was sie nie sahen
      ablation    jeder Zweig allein und beide, an foreign-val: bestimmt ihre Gewichte
      naming      wie oft die Familie einer Fälschung richtig benannt wird
      explanations  Treue der Karten jedes Verfahrens an gefälschten Gesichtern mit bekannten Masken, und was sie kosten;
                  Zeilen bleiben in OUT, sodass ein abgebrochener Lauf fortgesetzt wird (Stunden auf zwei Kernen)
      cost        Parameter, Rechenschritte, Zeit je Gesicht, Geschwindigkeit des Trainings, von jedem Detektor
      faces       Trefferquote und falsche Alarme der Gesichtssuche an multiface-photos
      situations  wie viele Gesichter gefunden werden und was über sie gesagt wird, wo sie gedreht sind, vom Rand
                  angeschnitten, hinter Glas, auf Plakaten und Bildschirmen; Bilder aus openforensics-val gemacht
      speed       Verhältnisse und Sekunden auf dieser Maschine
      video       Videos aus talking-heads und aus in Bewegung gesetzten Fotos: AUC je Person und je Bild, wann die
                  gefälschten Sekunden gefunden werden, Verwechslungen; Videos und Zeilen bleiben in OUT, sodass ein
                  abgebrochener Lauf fortgesetzt wird
      video-speed Geschwindigkeit als Vielfaches der Echtzeit mit 1, 4 und 8 Gesichtern, Speicher für 10 Sekunden und 10 min
      repeatability  wie weit sich die Werte der Beispiele unterscheiden: noch einmal, in Gesellschaft, auf zwei Threads, auf
                  der Seite und der Befehlszeile untersucht
      samples     was über jedes Gesicht in sample_media gesagt wird, dort in findings.json aufbewahrt, und wie viel stimmt
      table       keine Messung: die Tabelle des README, gemacht aus den Karten und den Ergebnisdateien

    Was nicht in die Karte kommt, geht nach forensics/measurements/results/. Bilder werden aus dem Datenordner gelesen;
    nichts wird abgestimmt.
cli-data = Ordner der Archive (%(default)s)
cli-benchmark-detector = Name eines Detektors (%(default)s)
cli-benchmark-limit = situations, ladder, shortcut, unseen: höchstens so viele Bilder eines Archivs; explanations: Gesichter; video: Videos
cli-benchmark-out = wo die Gesichter liegen (%(default)s)
cli-benchmark-families = little-data: Familien (%(default)s)
cli-benchmark-alone = video: nur Videos mit einer Person; die Kennzahlen der anderen bleiben, wie sie waren
cli-benchmark-dry-run = die Kennzahlen ausgeben, nichts schreiben

## Die Kommandozeile: finetune

cli-finetune = einen Detektor mit eigenen Bildern an eine neue Art von Fälschungen anpassen
cli-finetune-details =
    Ordner:
      --real enthält unberührte Bilder, --fake gefälschte, von jedem mindestens zehn mit einem Gesicht; einige Dutzend sind
      besser. Von einem Bild zählt das Gesicht in der Mitte. --masks enthält unter den Namen der Fälschungen (beliebige
      Endung) Bilder derselben Größe, die weiß sind, wo gefälscht wurde; ohne Maske gilt der Umriss des Gesichts.

    Was geschieht:
      Ein Viertel der Bilder wird zurückgehalten: an ihm wird das Netz ausgewählt, kalibriert und gemessen. Der neue
      Detektor kommt in den Ordner der eigenen Daten (TELLTALE_HOME, sonst der des Systems, unter Linux
      ~/.local/share/telltale), mit einer eigenen Karte; die App bietet ihn neben den anderen an, und
      `analyze --detector NAME` nimmt ihn.

    Rückgabewert:
      0  der Detektor wurde geschrieben
      2  nichts wurde geschrieben: falscher Aufruf, zu wenige Bilder oder Angaben, die nicht stimmen können
cli-finetune-real = Ordner mit unberührten Bildern
cli-finetune-fake = Ordner mit gefälschten Bildern
cli-finetune-masks = Ordner mit Masken der gefälschten Bilder
cli-finetune-name = des neuen Detektors: a-z, 0-9 und -
cli-finetune-detector = von dem ausgegangen wird (Vorgabe: %(default)s)
cli-finetune-steps = Trainingsschritte (%(default)s)
cli-finetune-seed = derselbe Startwert ergibt dieselbe Aufteilung (%(default)s)
cli-finetune-faces = { $untouched } unberührte und { $forged } gefälschte Gesichter
cli-finetune-written = Der Detektor „{ $name }“ liegt in { $folder }.

## Die Kommandozeile: fit

cli-fit = alles anpassen, was an einem Satz Gewichte hängt, und sagen, was sich geändert hat
cli-fit-details =
      quick    Antworten des Netzes, Quotienten, Schwellen, Personen in Videos: die Karte (etwa 40 Minuten auf zwei Kernen)
      figures  alle Benchmarks, was über die Beispiele gesagt wird, die Tabelle des README
      pictures die Bilder der App im README, wo die Werkzeuge aus requirements-dev.txt und ein Browser vorhanden sind
    Der Datenordner enthält die Archive, die forensics/fitting/calibration_set.py nennt. Jeder Schritt wird in OUT unter den
    Gewichten aufbewahrt, zu denen er gehört: Erledigtes wird nicht wiederholt, ein abgebrochener Lauf wird fortgesetzt.
    OUT/fit/report.md sagt, was sich geändert hat.
cli-fit-detector = Name eines mitgelieferten Detektors (%(default)s)
cli-fit-out = wohin Antworten, Clips und Schritte kommen (%(default)s)
cli-fit-quick = nur die Karte; die Kennzahlen können später folgen
cli-fit-threads = CPU-Threads des ersten Teils; 0: alle Kerne

## Die Kommandozeile: forge

cli-forge = Die Gesichter eines Fotos fälschen, für die Lehre und um den Detektor zu erproben.
cli-forge-details =
    Jedes in PHOTO gefundene Gesicht wird je Familie einmal gefälscht; Augen, Münder und Gesichter dafür stammen aus den
    übrigen Gesichtern und aus den Spenderfotos. In FOLDER kommen für jede Familie das gefälschte Bild, seine Maske (weiß =
    manipuliert) und eine JSON-Datei, die sagt, was getan wurde; alle Bilder sind PNG und geben in ihren Metadaten an,
    dass sie gefälscht sind. Dieselben Fotos, dieselbe Familie und derselbe Startwert ergeben dieselbe Fälschung.

    Rückgabewert:
      0  die Fälschungen sind geschrieben
      2  nicht alles wurde gefälscht: falscher Aufruf, ein unlesbares Bild, kein Gesicht oder niemand, von dem sich eines
         nehmen ließe; was zuvor geschrieben wurde, bleibt
cli-forge-photo = Bild, dessen Gesichter gefälscht werden
cli-forge-donors = Bilder, aus denen Gesichter genommen werden
cli-forge-family = eine Familie von Fälschungen (Vorgabe: %(default)s)
cli-forge-seed = Startwert des Zufalls, 0 oder größer (Vorgabe: %(default)s)
cli-forge-out = wohin die Fälschungen geschrieben werden
cli-forge-sheet = auch einen Kontaktbogen schreiben: Original, Fälschung, Maske

## Die Kommandozeile: train

cli-train = einen Detektor trainieren und seine Gewichte und seine Karte schreiben
cli-train-details =
    Der Datenordner enthält die Archive, die forensics/training/dataset.py nennt. Der erste Lauf sucht die Gesichter (etwa
    zehn Minuten) und bewahrt sie in OUT auf; spätere beginnen sofort. Fortschritt geht nach OUT/<network>.log, ein
    Zwischenstand daneben.

    --stretch setzt stattdessen ein endloses Training fort: es beginnt mit den Gewichten in CHECKPOINT (gibt es die Datei
    nicht, mit den mitgelieferten), trainiert die angegebenen Minuten mit gleichbleibender Rate und ersetzt CHECKPOINT alle
    paar Minuten. Fortschritt geht an die Standardausgabe, mit Kennzahlen an Gesichtern, die nie trainieren, darunter
    foreign-val. Veröffentlicht wird erst mit --publish-only; danach `fit`.
cli-train-threads = CPU-Threads; 0: alle Kerne
cli-train-out = wohin Gesichter und Zwischenstände kommen (%(default)s)
cli-train-first-stage = mit dem Zwischenstand in OUT ab dieser Stufe fortfahren
cli-train-last-stage = mit dem Zwischenstand dieser Stufe aufhören, nichts veröffentlichen (`benchmark unseen`: 1)
cli-train-publish-only = nicht trainieren: aus dem Zwischenstand Gewichte und Karte machen
cli-train-stretch = ein endloses Training von dort aus fortsetzen
cli-train-minutes = eines Trainingsabschnitts (%(default)s)
cli-train-left-out = Arten, Vorräte und Familien, ohne die ein Trainingsabschnitt auskommt, durch Kommas getrennt
cli-train-tune = statt eines Trainingsabschnitts sein letzter Schritt: den Zwischenstand so viele Schritte feinabstimmen
cli-train-share = im letzten Schritt: Teil des Weges vom Zwischenstand zum feinabgestimmten Netz (%(default)s)

## Mehrere Dinge, eines nach dem anderen

list-next = { $before }, { $thing }
list-and = { $before } und { $thing }
list-clause = { $before }; { $thing }
enumerated = { $things }{ $more ->
        [0] {""}
       *[other] {" "}und { WHOLE($more) } weitere
    }

## Ein Datum mit Uhrzeit, als Muster nach Unicodes CLDR

moment-pattern = d. MMMM yyyy, HH:mm 'UTC'

## Von einer älteren Fassung als Satz aufbewahrt

told = { $sentence }

## Jede Seite: ihr Titel und wozu sie da ist, die Sprache

page-title = { $page ->
        [inspect] Untersuchen
        [explain] Erklären
        [report] Bericht
       *[method] Methode
    }
page-caption = { $page ->
        [inspect] Jedes Gesicht eines Fotos, jede Person eines Videos einzeln bewertet: welche Anzeichen einer Manipulation tragen, wo und wann.
        [explain] Was das Netz zu einem Gesicht ausgegeben hat, auf welchen Pixeln die Antwort beruht und wie weit jeder Karte, die das zeigt, zu trauen ist.
        [report] Alles, was gefunden wurde, so niedergelegt, dass es sich prüfen und wiederholen lässt.
       *[method] Was das Netz ist, wie gut es nach Messung ist, was es nicht kann und wie seine Antworten zu lesen sind.
    }
page-language = Sprache
page-language-name = Deutsch
page-starting = Telltale startet …
page-fault = Ein Fehler in Telltale hat diese Seite angehalten; das Protokoll sagt, wo. Dateien und Ergebnisse sind aufbewahrt: bitte mit einer anderen Seite fortfahren oder diese neu laden.
page-host-refused = Telltale wird unter dem Namen { $host } nicht angeboten. Öffnen Sie es als localhost; wer es betreibt, kann mit { $variable } weitere Namen zulassen.
page-origin-refused = Abgelehnt: Eine andere Seite hat gefragt.

## Seiten: Gezähltes

page-count-cut = { COUNT($number) } { $number ->
        [one] Schnitt
       *[other] Schnitte
    }
page-count-day = { COUNT($number) } { $number ->
        [one] Tag
       *[other] Tage
    }
page-count-detection = { COUNT($number) } { $number ->
        [one] Fund
       *[other] Funde
    }
page-count-face = { COUNT($number) } { $number ->
        [one] Gesicht
       *[other] Gesichter
    }
page-count-file = { COUNT($number) } { $number ->
        [one] Datei
       *[other] Dateien
    }
page-count-frame = { COUNT($number) } { $number ->
        [one] Bild
       *[other] Bilder
    }
page-count-map = { COUNT($number) } { $number ->
        [one] Karte
       *[other] Karten
    }
page-count-message = { COUNT($number) } { $number ->
        [one] Meldung
       *[other] Meldungen
    }
page-count-person = { COUNT($number) } { $number ->
        [one] Person
       *[other] Personen
    }
page-count-photograph = { COUNT($number) } { $number ->
        [one] Foto
       *[other] Fotos
    }
page-count-picture = { COUNT($number) } { $number ->
        [one] Bild
       *[other] Bilder
    }
page-count-video = { COUNT($number) } { $number ->
        [one] Video
       *[other] Videos
    }

## Seiten: eine Datei und ein Gesicht wählen

page-choose-file = Datei, eine von { WHOLE($files) }
page-choose-face = Gesicht, { page-count-face } in diesem Bild
page-choose-second = Vergleichen mit
page-choose-no-second = keinem anderen Gesicht
page-go-to-inspect = Zur Seite Untersuchen
page-face-label = { $noun ->
        [person] Person
       *[face] Gesicht
    } { WHOLE($face) }: { verdict }{ $score ->
        [none] {""}
       *[other] , Wert { $score }
    }

## Untersuchen: Dateien hereinnehmen

page-faces-detect = Gesichter suchen
page-faces-whole = Ganzes Bild als ein Gesicht
page-samples = Beispiele zum Ausprobieren
page-same-as = { $name } (dieselbe Datei wie { $known })
page-repeated = Byte für Byte schon hier und nicht noch einmal untersucht: { $names }
page-drop-files = Fotos oder Videos hier ablegen: JPEG, PNG, WebP, TIFF, BMP, HEIC oder AVIF bis { MILLIONS($photograph, digits: 0) } MB; MP4, MOV, WebM, MKV, AVI, WMV, MPEG, FLV, OGG, MXF oder GIF bis { MILLIONS($video, digits: 0) } MB
page-what-to-score = Was bewertet wird
page-what-to-score-help = Das ganze Bild als ein Gesicht nehmen, wo es schon ein ausgeschnittenes Gesicht ist oder keines gefunden wurde.
page-network = Netz
page-network-help = Die Seite Methode sagt, was jedes von ihnen ist und wie gut es nach Messung ist.
page-sample-fps = Von einem Video, Bilder je Sekunde
page-sample-fps-help = Wo sich ein Wert schnell ändert, werden mehr angesehen. Weniger brauchen weniger Zeit, und eine kurze Manipulation kann zwischen sie fallen.
page-sample-about = { $how } Herkunft: { $origin }. Lizenz: { $licence }.
page-try-again = Noch einmal versuchen
page-clear-messages = { page-count-message } entfernen

## Untersuchen: was gerade untersucht wird

page-photographs-done = { page-count-photograph }: { COUNT($done) } untersucht
page-waits = Wartet, bis es an der Reihe ist
page-analyzing = { $name } wird untersucht
page-cancel = Abbrechen
page-go-on = Fortsetzen
page-remove = Entfernen
page-photographs-stopped = { page-count-photograph } angehalten: { $names }
page-video-stopped = Angehalten. Was fertig war, ist aufbewahrt, und die Untersuchung kann dort fortgesetzt werden.
page-video-waits = Wartet, bis es an der Reihe ist: zwei Videos werden zugleich untersucht.
page-video-stopping = Hält nach dem begonnenen Stück an.
page-video-begins = Untersuchung: die ersten Sekunden werden angesehen.
page-video-far = Untersuchung: { $seconds }{ $total ->
        [none] {""}
       *[other] {" "}von { $total }
    } · { $frames }, { $faces }{ $left ->
        [none] {""}
       *[other] {" "}· noch { $left }
    }

## Untersuchen: entfernen und aufbewahren

page-removed = { $names } entfernt. :small[Das lässt sich zehn Minuten lang rückgängig machen, oder bis etwas anderes entfernt wird.]
page-undo = Rückgängig
page-deleted = Endgültig gelöscht: { $names }. Eine Datei, die eine andere Sitzung hat, bleibt dort.
page-delete-all = Alles jetzt löschen
page-delete-all-means = Löscht jede Datei dieser Sitzung und was darin gefunden wurde, sofort und endgültig. Was eine andere Sitzung braucht, bleibt dort. Referenzbilder und die Angaben zum Vorgang bleiben auf der Seite.
page-delete-for-good = Endgültig löschen
page-kept-where = in { $folder } auf diesem Rechner, { page-count-day } lang nach dem letzten Öffnen
page-kept = Dateien, Ergebnisse und diese Seite, wie sie steht, werden aufbewahrt: { page-kept-where }.
page-kept-without-cookie = Dateien und Ergebnisse werden aufbewahrt: { page-kept-where }. Dieser Browser nimmt kein Cookie an: neu geladen ist die Seite leer.
page-not-kept = :red[Die Sitzung konnte nicht auf dem Datenträger aufbewahrt werden ({ $failure }): wird die Seite neu geladen, sind die letzten Änderungen verloren.] Dateien und Ergebnisse werden aufbewahrt: { page-kept-where }.

## Untersuchen: Dateien und Gesichter

page-strongest-ratio-help = Von den Gesichtern oder Personen der Datei der höchste Likelihood-Quotient: wie viel Mal wahrscheinlicher ein solcher Wert ist, wenn das Gesicht manipuliert wurde, als wenn nicht. Wo die Karte des Netzes Arten von Fälschungen unterscheidet, ist es der für Arten, die das Netz vielleicht nicht kennt.
page-no-face = In diesem Bild wurde kein Gesicht gefunden, also nichts bewertet. Über den Rest des Bildes sagt das nichts. Ist es ein einziges großes oder ausgeschnittenes Gesicht, bitte oben „{ page-faces-whole }“ wählen.
page-column-file = Datei
page-column-cases = Gesichter oder Personen
page-column-score = Höchster Wert
page-column-ratio = Stärkster Quotient
page-column-leans = Spricht eher
page-leans = { $leaning ->
        [towards] für eine Manipulation
       *[away] gegen eine Manipulation
    }
page-remove-all = Alle Dateien entfernen
page-picture-with-numbers = Das Bild mit { COUNT($number) } { $noun ->
        [person] { $number ->
            [one] nummerierten Person
           *[other] nummerierten Personen
        }
       *[face] { $number ->
            [one] nummerierten Gesicht
           *[other] nummerierten Gesichtern
        }
    }
page-zoom = Mausrad oder zwei Finger vergrößern, Ziehen verschiebt, ein Doppelklick zeigt das ganze Bild.
page-found-and-scored = **{ page-count-face }** gefunden und bewertet
page-faces-with-numbers = { page-count-face }: { $numbers }
page-picture-size = { WHOLE($width) } × { WHOLE($height) } Pixel, { $type }, { $size }
page-network-version = Netz: { $title }, Version { $version }
page-not-scored = { page-count-detection } nicht bewertet
page-write-report = Den Bericht schreiben
page-remove-file = Diese Datei entfernen
page-faces-of-picture = { $noun ->
        [person] Personen in diesem Bild
       *[face] Gesichter
    }
page-order = Reihenfolge
page-order-by = { $order ->
        [suspicion] Auffälligste zuerst
       *[number] Nach Nummer
    }
page-face-title = { $noun ->
        [person] Person { WHOLE($face) }, dieses Bild
       *[face] Gesicht { WHOLE($face) }
    }
page-hint-help = Die Art von Fälschung, auf die die kleine zweite Antwort des Netzes deutet. Sie wurde nur an einigen Arten trainiert und hat am Urteil keinen Anteil.
page-explain-face = { $noun ->
        [person] Person
       *[face] Gesicht
    } { WHOLE($face) } erklären
page-scored-again = Nach kleinen Änderungen noch einmal bewertet (Punkte): Spannweite { FIXED($spread, digits: 3) }. { $stability }
page-scored-again-one-by-one = Dasselbe Gesicht, noch einmal bewertet:
page-after-change = { change }: { $score }
page-face-numbers = Maske über { SHARE($mask) } des Ausschnitts · Rekonstruktionsfehler { FIXED($error, digits: 3) } · { WHOLE($width) } × { WHOLE($height) } Pixel{ KNOWN($confidence) ->
        [no] {""}
       *[yes] {" "}· Fundsicherheit { FIXED($confidence, digits: 2) }
    }
page-score = Wert **{ $score }**
page-higher-is-suspect = je höher, desto auffälliger
page-picture = { $picture ->
        [crop] Ausschnitt
        [mask] Maske
        [reconstruction] Rekonstruktion
       *[error] Fehler
    }
page-picture-of-face = { page-picture }, Gesicht { WHOLE($face) }
page-scale-label = Wert { FIXED($score, digits: 3) } von 1: keine Anzeichen bis { FIXED($no_signs, digits: 3) }, Anzeichen einer Manipulation ab { FIXED($signs, digits: 3) }
page-scale-after = ; { change }: { FIXED($score, digits: 3) }

## Was Urteile besagen, und was ein Feld mit einer Ausgabe des Netzes zeigt

page-meaning = { $verdict ->
        [signs] Der Wert liegt in dem Bereich, den manipulierte Gesichter erreichen und unberührte selten.
        [inconclusive] Der Wert liegt dort, wo beide Arten von Gesichtern häufig sind. Ist er auf einer Seite mindestens doppelt so wahrscheinlich, spricht die Antwort eher für diese Seite und sagt, wie sehr; sonst für keine.
        [no_signs] Das Netz fand keine der Spuren der Arten von Fälschungen, die es kennt; ein auf andere Weise gefälschtes Gesicht kann einen ebenso niedrigen Wert haben. Was ein niedriger Wert dann besagt, sagt der Quotient für solche Arten.
       *[not_evaluated] Das Gesicht ist zu klein, zu unscharf, zu stark komprimiert, größtenteils verdeckt, abgeschnitten oder den Gesichtern unähnlich, an denen das Netz kalibriert wurde; sein Wert besagt nichts. Die Karte des Gesichts nennt den Grund.
    }
page-output = { $output ->
        [original] Original
        [mask] Maske
        [reconstruction] Rekonstruktion
       *[reconstruction_error] Rekonstruktionsfehler
    }
page-output-shows = { $output ->
        [original] Das Gesicht, wie es mit seinem Rand aus dem Bild geschnitten wurde, bevor es für das Netz verkleinert wurde.
        [mask] Wie wahrscheinlich es für jedes Pixel ist, dass es manipuliert wurde; die weiße Linie steht bei der Hälfte.
        [reconstruction] Das Gesicht, wie es der Decoder des Netzes aus der Hälfte seines Gedächtnisses nachbildet, die entschieden hat.
       *[reconstruction_error] Wie weit das nachgebildete Gesicht vom Original abweicht, Pixel für Pixel.
    }
page-output-does-not-show = { $output ->
        [original] Was außerhalb des Ausschnitts liegt. Davon hat das Netz nichts gesehen.
        [mask] Warum. Sie wird bei jedem Urteil berechnet, und ein Satz sagt es, wenn beide nicht zueinander passen.
        [reconstruction] Wie das Gesicht vor einer Manipulation aussah. Sie ist immer grob.
       *[reconstruction_error] Eine Manipulation als solche: Haare, Brillen und feine Strukturen sind in jedem Gesicht schwer nachzubilden.
    }
page-output-look-for = { $output ->
        [original] Was die anderen Felder markieren: ist es hier mit bloßem Auge zu sehen?
        [mask] Eine geschlossene Form, die einem Gesicht, einem Teil davon oder einer Naht folgt. Verstreute Flecken besagen wenig.
        [reconstruction] Merkmale, die sie verändert: Mund, Auge oder Umriss anders als im Original.
       *[reconstruction_error] Glatte Haut, die schwer nachzubilden war, oder ein Fehler, der scharf an einer Linie endet.
    }

## Erklären: Gesichter, Felder und ihre Einstellungen

page-nothing-to-explain = Noch gibt es kein Gesicht zu erklären. Bitte zuerst ein Foto untersuchen oder einen Zeitpunkt eines Videos wählen.
page-named-face = Gesicht { WHOLE($face) }{ $file ->
        [none] {""}
       *[other] {" "}in { $file }
    }
page-titled-face = Gesicht { WHOLE($face) }{ $file ->
        [none] {""}
       *[other] {" "}in { $file }
    }
page-panels = Felder
page-panel = Feld { WHOLE($panel) }
page-panel-explains = Feld { WHOLE($panel) } erklärt
page-opacity = Farben verdecken das Gesicht
page-opacity-help = Weniger zeigt das Gesicht unter den Farben. Die Werte unter dem Mauszeiger bleiben dieselben.
page-baseline = Was Anzeichen ersetzt
page-baseline-help = Einige Verfahren ersetzen Teile des Gesichts, um zu sehen, was die Antwort verliert. Dies setzen sie dort ein. Wie weit einer Karte zu trauen ist, wird immer mit Unschärfe gemessen.
page-common-scale = Eine gemeinsame Skala
page-common-scale-help = An: dieselbe Farbe bedeutet in jeder Karte dieselbe Menge, sodass sich Karten und Gesichter vergleichen lassen. Aus: jede Karte füllt ihre eigene Skala, sodass auch eine schwache zu sehen ist; sie sagt es dann.
page-map-title = { $method }: { target-short }
page-own-scale = { $title }, eigene Skala
page-scale-of-evidence = Anzeichen{ $own ->
        [yes] , eigene Skala
       *[no] {""}
    }, { evidence-unit }
page-scale-of-mask = Wahrscheinlichkeit einer Manipulation
page-scale-of-error = Abweichung{ $own ->
        [yes] , eigene Skala
       *[no] {""}
    }, 1 = Schwarz gegen Weiß
page-under-pointer = bei { $x }, { $y } des Ausschnitts
page-computing = wird berechnet …
page-map-stopped = Angehalten, bevor es fertig war; „{ page-go-on }“ setzt es fort.
page-no-region = Noch ist kein Bereich eingezeichnet: bitte unter den Feldern einzeichnen.
page-panel-with-note = { $title } ({ $note })
page-panels-shown = { $title }: { $panels }, nebeneinander
page-shows = Zeigt:
page-does-not-show = Zeigt nicht:
page-look-for = Zu prüfen:
page-colors = Orange { target-supports }, Blau { target-opposes }.
page-in-report = In den Bericht
page-one-place = Zeigen sie auf dieselbe Stelle?
page-one-place-means = Die Maske sagt, wo das Netz eine Manipulation markieren würde, eine Karte, auf welchen Pixeln seine Antwort beruht, und der Rekonstruktionsfehler, was es nicht nachbilden konnte. Das sind drei Antworten, und wo sie übereinstimmen, stützt jede die anderen. Wo nicht, ist deshalb keine falsch; nur ist auf die Stelle dann kein Verlass. Die Linie über das Bild ziehen, um mit bloßem Auge zu prüfen, was dort ist.
page-how-far = Wie weit ist jeder Karte zu trauen?
page-how-far-means = **Löschen**: die stärksten Pixel werden zuerst unscharf gemacht; stimmt eine Karte, fällt der Wert sofort. **Einfügen**: einem unscharfen Gesicht werden sie zuerst zurückgegeben; stimmt sie, steigt der Wert sofort. **Zufallskarten** markieren Flecken an Stellen, die nichts bedeuten, **zufällige Gewichte** ist die Karte desselben Netzes mit frischen Gewichten, wie vor jedem Training: eine Karte, die nicht besser ist als diese, sagt nicht, worauf das Netz geantwortet hat.
page-swipe = Überblenden
page-swipe-nothing = In einem Feld etwas anderes als das Original zeigen, um es hier zu vergleichen.
page-swipe-with = Original und
page-swipe-option = { $title }, { $name }
page-swipe-shown = Original und { $option }, übereinander

## Erklären: wie weit einer Karte zu trauen ist

page-not-measured-because = Nicht gemessen: { $because }
page-not-measured-yet = noch nicht gemessen
page-map-not-measured = Noch nicht gemessen.
page-map-of-face = **{ $map }**, { $name }
page-place-of-face = **{ $map }, { $name }.** { $said }
page-map-picture = { $map }, { $name }
page-curves-of = Kurven für Löschen und Einfügen, { $map }
page-of-map = diese Karte
page-of-random-maps = Zufallskarten, Mittel ± Standardabw.
page-of-randomised-weights = zufällige Gewichte
page-figure = { $figure ->
        [deletion] Fläche beim Löschen, niedrig ist gut
        [insertion] Fläche beim Einfügen, hoch ist gut
        [gap] Einfügen minus Löschen, hoch
        [road] ROAD, hoch ist gut
        [infidelity] Untreue (Infidelity), niedrig ist gut
        [sparseness] Sparseness, 0 gleichmäßig bis 1
        [energy] Anteil in der Maske, hoch
        [overlap] Überdeckung mit der Maske (IoU), hoch
        [pointing] Höchste Stelle in der Maske
        [correlation] Rangkorrelation mit zufälligen Gewichten, niedrig
        [sensitivity] Änderung bei unsichtbarem Rauschen (max. sensitivity), niedrig
       *[mask_share] Anteil des Ausschnitts in der Maske
    }
page-yes-or-no = { $hit ->
        [yes] ja
       *[no] nein
    }
page-hits = { WHOLE($hits) } von { WHOLE($maps) }

## Erklären: alle Verfahren an einem Gesicht, und was noch berechnet wird

page-ranking = Welches Verfahren für dieses Gesicht?
page-ranking-target = Erklärt wird
page-rank = Alle Verfahren für dieses Gesicht ordnen
page-rank-help = Zeichnet und misst die Karte jedes Verfahrens. Die langsamen brauchen eine Weile; es lässt sich jederzeit anhalten, und was fertig ist, bleibt.
page-ranked = { COUNT($number) } { $number ->
        [one] Verfahren
       *[other] Verfahren
    } von { WHOLE($methods) } gemessen. Die vertrauenswürdigsten zuerst, dann danach, wie weit Einfügen minus Löschen vor dem der Zufallskarten liegt, in deren Standardabweichungen.
page-method-failed = { $method }: { $because }
page-rank-column = { $column ->
        [method] Verfahren
        [verdict] Urteil
        [ahead] Vorsprung, Standardabw.
        [deletion] Löschen
        [insertion] Einfügen
        [road] ROAD
        [correlation] Rangkorr. zufällig
        [energy] In der Maske
       *[seconds] Sekunden
    }
page-energy-of-area = { SHARE($energy) } bei { SHARE($area) } Fläche
page-put-method = Zeigen
page-put-panel = in Feld
page-put = Hier zeigen
page-maps-to-go = noch { page-count-map }
page-maps-to-do = { $said }{ $more ->
        [0] {""}
       *[other] {"  ·  "}danach { COUNT($more) } { $more ->
            [one] weitere Karte
           *[other] weitere Karten
        }
    }
page-maps-left = { $said } (noch { COUNT($left) })
page-stop-computing = Berechnung anhalten
page-paused = Die Berechnung ruht: { page-count-map } nicht fertig.
page-computing-map = Gesicht { WHOLE($face) }, { $method }: die Karte wird berechnet
page-computing-random = Gesicht { WHOLE($face) }: zufällig gezogene Karten werden zum Vergleich gemessen
page-computing-trust = Gesicht { WHOLE($face) }, { $method }: wie weit ihr zu trauen ist, wird gemessen

## Bericht

page-nothing-to-report = Noch gibt es nichts zu berichten. Bitte zuerst ein Foto oder ein Video untersuchen.
page-case-number = Vorgang
page-notes = Anmerkungen
page-report-content = { $content }; auf der Seite Erklären gewählt: { page-count-map }, { $faces }
page-report-pictures = { $pictures }, { $faces }
page-report-videos = { $videos }, { $persons }
page-report-unfinished = { page-count-file } noch nicht fertig und nicht enthalten
page-explain-all = Zuerst jedes Gesicht erklären
page-explain-all-help = Mit { $methods }, jeweils gemessen: einige Sekunden je Gesicht.
page-prepare = Den Bericht vorbereiten
page-writing-report = Der Bericht wird geschrieben …
page-no-preview = Den Bericht vorbereiten, um seine Seiten hier zu sehen.
page-report-page = Seite { WHOLE($page) } des Berichts
page-download-pdf = PDF herunterladen
page-download-json = JSON herunterladen
## Ein Video auf der Seite Untersuchen

page-video-rule = Über ein Video entscheidet die Person mit den stärksten Anzeichen; über eine Person der stärkste Abschnitt bewerteter Bilder von mindestens einer Sekunde, oder alle zusammen, nie ein einzelnes Bild.
page-video-rule-of-few = Über ein Video entscheidet die Person mit den stärksten Anzeichen. Es wurden weniger als { $fewest } Bilder angesehen, daher wird jede Person nach dem einen Bild mit dem mittleren Wert beurteilt, wie ein Gesicht auf einem Foto.
page-video-nobody = In den angesehenen Bildern wurde kein Gesicht gefunden, daher wurde nichts bewertet. Über den Rest des Videos besagt das nichts.
page-video-file = { $length ->
        [none] Länge nicht angegeben
       *[other] { $length }
    }, { WHOLE($width) } × { WHOLE($height) } Pixel{ KNOWN($rate) ->
        [no] {""}
       *[yes] , { SIGNIFICANT($rate, digits: 4) } Bilder je Sekunde
    }, { $codec } in { $type }, { $size }
page-video-looked-at = { $frames ->
        [one] { COUNT($frames) } Bild
       *[other] { COUNT($frames) } Bilder
    } bis { $until } angesehen, { $cuts ->
        [0] kein Schnitt
        [one] { COUNT($cuts) } Schnitt
       *[other] { COUNT($cuts) } Schnitte
    }
page-video-network = Netz: { $title }, Version { $version }
page-video-notes = { $notes ->
        [one] { COUNT($notes) } Hinweis
       *[other] { COUNT($notes) } Hinweise
    }
page-video-remove = Diese Datei entfernen
page-video-broken = { $pieces ->
        [one] { COUNT($pieces) } Stück der Datei ließ sich nicht dekodieren und wurde übergangen.
       *[other] { COUNT($pieces) } Stücke der Datei ließen sich nicht dekodieren und wurden übergangen.
    }
page-video-go-on = Fortsetzen
page-video-over-time = Personen im zeitlichen Verlauf
page-video-over-time-alt = { pdf-persons } im zeitlichen Verlauf; die Karten darüber sagen dasselbe in Worten
page-video-reading = Ein Klick in eine Zeile zeigt diesen Zeitpunkt. Dicke Linie: der Wert über die Zeit, höher ist auffälliger, in seinem 95-%-Band. Punkte: einzelne Bilder; Kreuze am unteren Rand: Bilder, in denen die Person nicht bewertet wurde. Dünne gestrichelte Linien: die Schwellen. Senkrechte Linien: Schnitte und der gewählte Zeitpunkt.
page-video-thinned = Das Video ist lang: von mehr als { COUNT($points) } Punkten einer Zeile sind nur so viele gezeichnet, darunter die Spitzen. Ein Klick führt in die Nähe eines Zeitpunkts; die Bilder dazwischen sind mit „Vorheriges Bild“ und „Nächstes Bild“ zu erreichen.
page-video-flicker = Flackern
page-video-flicker-means = **Flackern** besagt, wie sehr sich die Maske (durchgezogen) und der Rekonstruktionsfehler (gestrichelt) von einer Sichtung des Gesichts zur nächsten ändern. Eine Bild für Bild gemachte Fälschung kann in jedem Bild etwas anders sitzen. Auch eine Kopfdrehung, Sprechen, wechselndes Licht und Kompression lassen sie springen, eine leere Maske hingegen kann das nicht: es ist ein Hinweis, wo zu suchen ist, und geht in das Urteil nicht ein.

## Ein Video auf der Seite Untersuchen: das Diagramm seiner Personen im zeitlichen Verlauf

page-timeline-not-evaluated = { $time }: nicht bewertet<br>{ $reason }
page-timeline-score = { $time }: Wert { SCORE($score) } dieses Bildes{ $because ->
        [none] {""}
       *[other] <br>zählt weniger: { $because }
    }
page-timeline-span = { $start } bis { $end }: { verdict }
page-timeline-flicker-of-mask = Flackern der Maske
page-timeline-flicker-of-residual = Flackern des Rekonstruktionsfehlers

## Ein Video auf der Seite Untersuchen: seine Personen

page-people-pages = { pdf-persons }, die auffälligsten zuerst, jeweils { $shown }.
page-people-when = { $verdict ->
        [signs] { pdf-meaning-signs }
        [inconclusive] { pdf-meaning-inconclusive }
        [no_signs] { pdf-meaning-no-signs }
       *[not_evaluated] { pdf-meaning-not-evaluated }
    } { $times }{ $more ->
        [0] {""}
        [one] {" "}und { COUNT($more) } weiteres Mal
       *[other] {" "}und { COUNT($more) } weitere Male
    }.
page-people-between = von { $start } bis { $end }
page-people-score = Wert **{ $score }**
page-people-interval = { $low } bis { $high } (95 %)
page-people-seen = Zu sehen { $times } · { WHOLE($evaluated) } von { $sightings ->
        [one] { COUNT($sightings) } Sichtung
       *[other] { COUNT($sightings) } Sichtungen
    } bewertet
page-people-times-and-more = { $times } und { $more ->
        [one] { WHOLE($more) } weiteres Mal
       *[other] { WHOLE($more) } weitere Male
    }
page-people-moment = { $moment ->
        [worst] Am auffälligsten
        [typical] Typisch
        [best] Am unauffälligsten
       *[clearest] Am deutlichsten
    } { $time }

## Wie lange etwas dauern wird

page-duration = etwa { $unit ->
        [seconds] { COUNT($number) } Sekunden
        [minutes] { $number ->
            [one] { COUNT($number) } Minute
           *[other] { COUNT($number) } Minuten
        }
       *[hours] { $number ->
            [one] { COUNT($number) } Stunde
           *[other] { COUNT($number) } Stunden
        }
    }

## Ein Video auf der Seite Untersuchen: der gewählte Zeitpunkt

page-moment-taking = Das Bild wird aus dem Video geholt …
page-moment-title = Zeitpunkt { $time }
page-moment-previous = Vorheriges Bild
page-moment-next = Nächstes Bild
page-moment-frame = Bild { COUNT($frame) } des Videos, bei { $time }, { $shots ->
        [1] {""}
       *[other] Einstellung { WHOLE($shot) } von { WHOLE($shots) },{" "}
    }{ $persons ->
        [0] niemand, dessen Gesicht verfolgt wurde
       *[other] mit { pdf-persons }
    }.
page-moment-counts = Person { $person } zählt hier zu { SHARE($weight) } für das, was über die Person gesagt wird: { $because }.
page-moment-single = Die Werte eines einzelnen Bildes sind einzelne Antworten; das Urteil über eine Person folgt der Regel oben. Dieses Bild lässt sich wie ein Foto erklären und kommt dann auch in den Bericht.

## Ein Video auf der Seite Untersuchen: der Abspieler

page-player-unplayable = Von Browsern ist nicht zu erwarten, dass sie diese Datei abspielen ({ $type }, { $codec }).
page-player-too-large = Die Datei ist zu groß, um hier abgespielt zu werden ({ $size }).
page-player-marked = Personen markiert
page-player-marked-help = Die Kopie mit Rahmen um die Gesichter.
page-player-marked-alt = Das Video mit markierten Personen
page-player-make-marked = { $because } Die Kopie mit markierten Personen ist ein MP4, das sich abspielen lässt; sie lässt sich unten unter „Mitnehmen“ erstellen.
page-player-alt = Das Video, wie es vorlag

## Ein Video auf der Seite Untersuchen: was sich davon mitnehmen lässt

page-exports-title = Herunterladen und berichten
page-exports-csv = Zahlen (CSV)
page-exports-csv-help = Eine Zeile für jede Person in jedem angesehenen Bild.
page-exports-marked = Markiertes Video (MP4)
page-exports-make-marked = Markiertes Video erstellen (MP4)
page-exports-make-marked-help = Eine Kopie mit Rahmen und Urteil für jede Person, zum Vorzeigen. Sie ist neu komprimiert und selbst kein Beweismittel.
page-exports-report = Den Bericht schreiben
page-exports-marking = Die Personen werden in jedem Bild markiert
page-exports-marking-percent = { page-exports-marking }: { WHOLE($percent) } %
page-exports-not-made = Die Kopie ließ sich nicht erstellen: { $reason }

## Einen Bereich eines Gesichts einzeichnen

page-region-drag = **Bereich ({ $face })**: einen Rahmen über das Bild ziehen.
page-region-drag-alt = Der Ausschnitt ({ $face }), um darauf einen Rahmen zu ziehen; die Felder daneben tun dasselbe
page-region-edges = Oder seine Kanten angeben, in Pixeln des Ausschnitts.
page-region-use = Diesen Bereich verwenden
page-region-empty = Der Bereich ist leer: rechts muss größer sein als links und unten größer als oben.
page-region-left = Links
page-region-right = Rechts
page-region-top = Oben
page-region-bottom = Unten

## Ein Feld eines Gesichts zum Herunterladen

page-panel-png-help = Das Feld als Bild, mit seiner Farbskala und wie es gemacht wurde.
page-panel-raw-help = Die Rohwerte, float32, einer je Pixel des Ausschnitts: { $of ->
        [map] Anteil jedes Pixels, mit Vorzeichen und unskaliert; Ziel: { $target }
        [mask] Wahrscheinlichkeit einer Manipulation
       *[error] Abweichung, 1 = Schwarz gegen Weiß
    }.
page-panel-face = Gesicht
page-panel-network = Netz
page-panel-network-is = { $name } { $version }, Gewichte { $weights }…
page-panel-method = Verfahren
page-panel-explained = Erklärt
page-panel-region = Bereich
page-panel-region-is = { WHOLE($left) } bis { WHOLE($right) } waagerecht, { WHOLE($top) } bis { WHOLE($bottom) } senkrecht, in Pixeln des Ausschnitts
page-panel-replaced-by = Grundlinie
page-panel-seed = Startwert
page-panel-scale = Maßstab
page-panel-scale-is = { $shared ->
        [yes] derselbe wie bei den anderen Feldern
       *[no] nur der dieses Feldes
    }
page-panel-trust = Vertrauen

## Referenzbilder auf der Seite Untersuchen

page-references-title = Referenzbilder{ $faces ->
        [none] {""}
       *[other] : { $faces }
    }{ $doubtful ->
        [0] {""}
        [one] , { WHOLE($doubtful) } passt vielleicht nicht
       *[other] , { WHOLE($doubtful) } passen vielleicht nicht
    }{ $lost ->
        [0] {""}
       *[other] , { WHOLE($lost) } nicht mehr vorhanden
    }
page-references-are = Hierher gehören Bilder, deren Gesichter bekanntermaßen unberührt sind und die aus derselben Quelle stammen wie die fraglichen Dateien: dieselbe Kamera, Website oder derselbe Kanal, gleich komprimiert. Sie zeigen, welche Werte dort üblich sind, und die Antworten werden mit ihnen neu bestimmt. Bekanntermaßen unberührte Gesichter der vorliegenden Dateien lassen sich auf ihren Karten kennzeichnen. Referenzbilder liegen nur im Arbeitsspeicher und nur für diese Sitzung.
page-references-drop = Unberührte Bilder derselben Quelle hier ablegen
page-references-lost = Nicht mehr vorhanden, weil Referenzbilder nur im Arbeitsspeicher liegen und das Programm oder die Seite geschlossen wurde
page-references-add-again = Wo sie zählen sollen, bitte noch einmal hinzufügen.
page-references-go-on = Ohne sie fortfahren
page-references-marked = Gesicht { $face } in { $name }, gekennzeichnet
page-references-stretch = Person { $person } in { $name }, von { FIXED($start, digits: 1) } bis { FIXED($end, digits: 1) } Sekunden
page-references-take-out = Herausnehmen
page-references-scoring = Die Referenzbilder werden bewertet
page-references-scoring-one = Das Referenzbild { $name } wird bewertet
page-references-known = Bekanntermaßen unberührt
page-references-known-help = Es zählt dann als Referenzgesicht für alle anderen Gesichter hier, auch die dieses Bildes, und nicht für sich selbst.
page-references-stretch-counts = Ein Abschnitt dieser Person zählt als ein Referenzgesicht, weil seine Bilder nicht voneinander unabhängig sind. Er zählt für alle anderen Personen und Dateien und nicht für diese Person.
page-references-from-to = Von, bis, in Sekunden
page-references-use-stretch = Diesen Abschnitt verwenden
page-references-take-stretch-out = Wieder herausnehmen

## Was Urteile versprechen und Quotienten wert sind, auf der Seite Methode

page-evidence-title = Urteile und Stärke der Indizien
page-evidence-signs = Ein Wert von **{ FIXED($score, digits: 3) }** oder mehr. { $promise }
page-evidence-no-signs = Ein Wert von **{ FIXED($score, digits: 3) }** oder weniger. { $promise }
page-evidence-inconclusive = Dazwischen; die Antwort spricht eher für eine Seite, wo der Likelihood-Quotient 2 oder mehr oder 1/2 oder weniger beträgt.
page-evidence-other-kinds = Von Fälschungen anderer Art, als das Netz sie kennt, können mehr so niedrig liegen.
page-evidence-no-promise = Am Kalibriersatz festgelegt; eine Rate wird nicht versprochen.
page-evidence-promise = Mit 95 % Vertrauen { $kind ->
        [manipulated] liegen höchstens
       *[untouched] erreichen ihn höchstens
    } { PERCENT($bound) } von { COUNT($faces) } { $faces ->
        [one] { $kind ->
            [manipulated] manipulierten Kalibriergesicht
           *[untouched] unberührten Kalibriergesicht
        }
       *[other] { $kind ->
            [manipulated] manipulierten Kalibriergesichtern
           *[untouched] unberührten Kalibriergesichtern
        }
    } { $source ->
        [all] aller Quellen zusammen
       *[other] aus { $source }, der Quelle mit den meisten davon{ $kind ->
            [manipulated] ,
           *[untouched] {""}
        }
    }{ $kind ->
        [manipulated] {" "}so niedrig
       *[untouched] {""}
    } (Clopper-Pearson).
page-evidence-calibration = **Kalibriersatz.** { COUNT($fake) } { $fake ->
        [one] manipuliertes Gesicht
       *[other] manipulierte Gesichter
    }, { COUNT($real) } { $real ->
        [one] unberührtes Gesicht
       *[other] unberührte Gesichter
    }: { $data }.
page-evidence-ratios = **Likelihood-Quotienten** für die Arten von Fälschungen, an denen er trainiert wurde, von 1/{ RATIO($low) } bis { RATIO($high) }: was darüber hinausgeht, können so viele Gesichter nicht stützen (empirische Grenzen, Vergeer et al. 2016).
page-evidence-gate = **Vorprüfung.** Ein Gesicht wird nicht bewertet, wenn es den { COUNT($faces) } Gesichtern, an denen die Vorprüfung angepasst wurde, in Schärfe, Blockrauschen der Kompression, verdeckter Fläche, Helligkeit oder Kontrast nicht gleicht oder weniger als { WHOLE($smallest) } Pixel misst.
page-cost = { $figure ->
        [cllr] Kosten der Quotienten
        [cllr_min] davon unvermeidlich
        [miscalibration] davon Fehlkalibrierung
       *[calibration_error] Kalibrierfehler
    }
page-cost-means = { $figure ->
        [cllr] Cllr, in Bit: 0 ist vollkommen, 1 würden Quotienten von 1 für jedes Gesicht kosten.
        [cllr_min] Cllr-min: was die besten Quotienten kosten würden, die die Reihenfolge der Werte bewahren.
        [miscalibration] Cllr minus Cllr-min: was zutreffendere Quotienten ersparen würden.
       *[calibration_error] Wie weit die Wahrscheinlichkeit einer Manipulation, die bei gleicher A-priori-Wahrscheinlichkeit aus dem Quotienten folgt, im Mittel vom Anteil der manipulierten Gesichter entfernt liegt. In 15 gleich breiten Klassen.
    }
page-cost-measured = Gemessen an { $data }, n = { COUNT($n) }.
page-cost-interval = { $figure ->
        [cllr] Cllr
        [cllr_min] Cllr-min
        [miscalibration] Cllr minus Cllr-min
       *[calibration_error] erwarteter Kalibrierfehler
    }, { FIXED($low, digits: 3) } bis { FIXED($high, digits: 3) }
page-tippett-alt = Tippett-Diagramm der Quotienten
page-tippett-shows = **Zeigt**, wie viele manipulierte und wie viele unberührte Gesichter mindestens einen solchen Likelihood-Quotienten erhalten. Je weiter die beiden Kurven auseinanderliegen, desto besser; für ein unberührtes Gesicht rechts von 1 oder ein manipuliertes links davon war das Indiz irreführend.
page-tippett-does-not-show = **Zeigt nicht**, wie oft das bei Fälschungen anderer Art geschieht als jenen, an denen gemessen wurde.
page-tippett-curve = { $kind ->
        [manipulated] manipuliert
       *[untouched] unberührt
    }, { $set ->
        [calibration] Kalibriersatz
        [kept_back] zurückgehaltene Bilder der Arten
       *[other] { $data }
    } (n = { COUNT($n) })
page-tippett-hover = Quotient { $ratio } oder mehr: { $share }
page-tippett-share = Anteil der Gesichter mit mindestens diesem Quotienten
## Die Seite Methode: der Benchmark

page-method-network = Netz
page-method-shows = Zeigt
page-method-does-not-show = Zeigt nicht
page-method-chart = Diagramm: { $shows }
page-method-not-measured = Noch nicht gemessen: `python -m forensics benchmark { $protocol }`
page-method-interval = [{ $low }; { $high }]
page-chart-hover = { FIXED($value, digits: 3) }{ KNOWN($low) ->
        [no] {""}
       *[yes] , 95-%-Intervall { FIXED($low, digits: 3) } bis { FIXED($high, digits: 3) }
    }, n = { COUNT($n) }<br>{ $data }
page-method-benchmark = Benchmark
page-method-guessing = geraten
page-method-test-seen = OpenForensics,<br>die Art aus dem Training
page-method-test-pairs = OpenForensics,<br>gefälscht neben unberührt
page-method-test-composite = Montagen von Hand
page-method-test-diffusion = Diffusionsporträts
page-method-test-videoswap = Gesichtstausch in Videos
page-method-test-mean = Mittel der drei
page-method-detection = Arten, die das Netz kennt, und andere
page-method-seen-shows = wie oft das Netz ein gefälschtes Gesicht über ein unberührtes stellt (AUC): 1 ist immer, 0,5 ist geraten. Die oberen Zeilen sind Fälschungen der Art, an der es trainiert wurde; die unteren stammen von anderen und entstanden so wie kein Trainingsbild.
page-method-seen-does-not-show = wie gut es bei einer Art ist, die nicht aufgeführt ist. Die unteren Zeilen halfen bei der Auswahl zwischen Netzen und fallen daher etwas zu günstig aus.
page-method-unseen = Arten, die im Training absichtlich fehlten
page-method-trained-without = ohne die Art trainiert
page-method-trained-with-all = mit allen trainiert
page-method-unseen-shows = dasselbe für Netze, die ohne eine Familie von Fälschungen neu trainiert und an dieser Familie geprüft wurden, neben einem ebenso lange trainierten, das alle kannte.
page-method-unseen-does-not-show = das ausgelieferte Netz selbst, das alle diese Familien kennt und länger trainiert wurde.
page-method-data-unseen = nicht trainierte Familie { $family }
page-method-data-known = trainierte Familie { $family }
page-method-ladder = Beschädigte Bilder
page-method-level = { $level ->
        [0] unbeschädigt
       *[other] Stufe { WHOLE($level) }
    }
page-method-level-seen = OpenForensics, { page-method-level }
page-method-level-lfw = Pressefotos (LFW), { page-method-level }
page-method-damage = Beschädigung
page-method-ladder-shows = was davon bleibt, wenn Bilder beschädigt werden: Stufe 1 ist, was ein Telefon oder ein Messenger bewirkt, Stufe 4 verkettet mehrere starke Veränderungen. Bänder sind 95-%-Intervalle.
page-method-ladder-does-not-show = jede Art, auf die ein Bild verschlechtert werden kann. Gesichter, die nicht mehr gefunden werden, fallen heraus; die Zahlen sagen, wie viele.
page-method-alarms-shows = wie viele unberührte Gesichter fälschlich als manipuliert beurteilt werden, von denen, die bewertet werden.
page-method-alarms-does-not-show = die Rate in einem bestimmten Fall: andere Kameras, Menschen und Plattformen haben andere.
page-method-numbers = Die Zahlen
page-method-data = Daten
page-method-earlier-network = An Version { $version } des Netzes gemessen, noch nicht neu.
page-method-shortcut = Könnte es eine Abkürzung sein?
page-method-shortcut-classifier = Abkürzungs-Klassifikator
page-method-shortcut-shows = eine Kontrolle: was ein Klassifikator erreicht, der nie ein Gesicht betrachtet, nur Größe, Format, JPEG-Tabellen, mittlere Farbe und Schärfe des Bildes. Unter 0,5 weist, was er an Trainingsbildern lernte, in die falsche Richtung.
page-method-shortcut-does-not-show = welche Spuren das Netz nutzt. Nur wo es deutlich über der Kontrolle steht, hat es mehr als das gelernt.
page-method-little-data = Wenige Bilder einer neuen Art
page-method-to-learn-from = gefälschte Bilder zum Lernen
page-method-data-little = { $family }, { WHOLE($pictures) } Bilder
page-method-little-shows = wie weit wenige Bilder einer neuen Art von Fälschung einem Netz helfen, das sie nie gesehen hat (Feinabstimmung).
page-method-little-does-not-show = was sie bei den Arten kosten, die es zuvor kannte.
page-method-cost = Aufwand
page-method-parameters = Parameter
page-method-multiply-accumulates = Multiplikationen mit Addition je Gesicht
page-method-milliseconds = Zeit je Gesicht, ms
page-method-time-ratio = Zeit im Verhältnis zur Vergleichsgrundlage
page-method-training-speed = Bilder je Sekunde im Training
page-method-cost-shows = was das Netz neben der Vergleichsgrundlage kostet, beide in einem Lauf auf demselben Rechner gemessen; Zeiten sind Mediane weniger Wiederholungen.
page-method-cost-does-not-show = die Zeit, ein Foto zu dekodieren und seine Gesichter zu finden, und wie schnell ein anderer Rechner ist.
page-method-ablation = Welche Bestandteile zählen
page-method-variant = Variante
page-method-ablation-shows = die AUC an Fälschungen anderer: der beiden Ströme des Hauptnetzes, einzeln und in mehreren Verhältnissen addiert, und seines Stands, bevor es alle Familien gesehen hatte; in Klammern 95-%-Intervalle. Verwendet wird „beide, 1 zu 1“: ein größerer Anteil der Fenster bringt bei Fälschungen anderer wenig und kostet bei der bekannten Art.
page-method-ablation-does-not-show = eine Prüfung: diese Bilder dienten der Auswahl, daher fallen die Zahlen etwas zu günstig aus.

## Die Seite Methode: Namen, die Karten und Ergebnisdateien verwenden

metric-auc = AUC
metric-mean-auc = mittlere AUC
metric-mean-auc-gain = Gewinn an mittlerer AUC
metric-partial-auc = partielle AUC bis 5 % falsche Alarme
metric-auc-loss = Verlust an AUC gegenüber unbeschädigt
metric-shortcut-auc = AUC des Abkürzungs-Klassifikators
metric-equal-error-rate = Gleichfehlerrate (EER)
metric-accuracy = Genauigkeit an der Schwelle für Anzeichen
metric-false-alarms = unberührte Gesichter, als manipuliert beurteilt
metric-detected = gefälschte Gesichter, als manipuliert beurteilt
metric-misses = gefälschte Gesichter, beurteilt mit „keine Anzeichen gefunden“
metric-at-best-threshold = gefälschte Gesichter über der Schwelle, die 2 % dieser unberührten Gesichter erreichen
metric-not-evaluated = nicht bewertete Gesichter
metric-not-found = Bilder, deren Gesicht nicht gefunden wurde
metric-samples-not-found = nicht gefundene Gesichter des Manifests
metric-faces-found = gefundene beschriftete Gesichter
metric-false-finds = Funde, die kein beschriftetes Gesicht sind
metric-box-overlap = Überlappung (IoU) des gefundenen Kastens mit dem des Gesichts
metric-score-change = mittlere Änderung eines Wertes, gleich in welche Richtung
metric-family-accuracy = richtig benannte Familie
metric-cllr = Cllr
metric-cllr-min = Cllr-min
metric-cllr-cal = Cllr minus Cllr-min
metric-calibration-error = erwarteter Kalibrierfehler (ECE)
metric-below-one = gefälschte Gesichter mit einem Likelihood-Quotienten unter 1
metric-below-a-third = gefälschte Gesichter mit einem Likelihood-Quotienten unter 1/3
metric-untouched-below-a-tenth = unberührte Gesichter mit einem Quotienten für bekannte Arten von 1/10 oder weniger
metric-mask-iou = IoU der Maske
metric-mask-f1 = F1 der Maske
metric-mask-pixel-auc = Pixel-AUC der Maske
metric-face-box-iou = IoU des ganzen Gesichtsrahmens
metric-black-mask-iou = IoU einer ganz schwarzen Maske
metric-parameters = Parameter
metric-multiply-accumulates = Multiplikationen mit Addition je Gesicht
metric-milliseconds = Millisekunden je Gesicht
metric-time-ratio = Zeit je Gesicht gegenüber der Vergleichsgrundlage
metric-training-speed = Bilder je Sekunde im Training
metric-decoding-seconds = davon Dekodieren, Sekunden
metric-face-finding-seconds = davon Gesichtersuche, Sekunden
metric-first-scores-seconds = davon bis zu den ersten Werten, bevor sie nachgeprüft werden, Sekunden
metric-engine-time-ratio = Zeit je Gesicht, geteilt durch die von PyTorch
metric-busy-engine-time-ratio = dasselbe neben einem beschäftigten Prozess
metric-busy-time-ratio = Zeit je Gesicht neben einem beschäftigten Prozess, geteilt durch die ohne ihn
metric-engine-difference = größter Unterschied eines Werts zu PyTorch
metric-waiting-ratio = Warten auf ein Foto, geteilt durch das ohne andere Arbeit
metric-waiting-aim = das Höchste, was das Warten sein darf
metric-memory-growth = Speicher, der nach Fotos geschlossener Sitzungen bleibt, MiB
metric-first-maps-seconds = Sekunden für die beiden zuerst gezeigten Karten eines Gesichts
metric-analysis-time-ratio = Zeit für ein Foto mit 32 Gesichtern gegenüber einem mit 1 Gesicht, von den Bytes bis zu den Befunden
metric-scoring-time-ratio = Zeit für die Bewertung von 32 Gesichtern gegenüber 1 Gesicht, Gesichter schon gefunden
metric-deletion-gain = Fläche beim Löschen unter der von Zufallskarten
metric-insertion-gain = Fläche beim Einfügen über der von Zufallskarten
metric-road-gain = ROAD über dem von Zufallskarten
metric-infidelity = Untreue (Infidelity)
metric-max-sensitivity = größte Empfindlichkeit (Max-Sensitivity)
metric-sparseness = Sparseness
metric-energy-lift = Energie in der wahren Maske durch deren Anteil
metric-pointing-game = höchster Wert in der wahren Maske, bei erkannten Fälschungen
metric-map-iou = IoU mit der wahren Maske
metric-randomised-correlation = Rangkorrelation mit zufälligen Gewichten, Betrag
metric-map-over-forward = Zeit einer Karte gegenüber einem Vorwärtsdurchlauf
metric-map-over-both = Zeit einer Karte gegenüber einem Vorwärts- und Rückwärtsdurchlauf
metric-map-seconds = Sekunden für eine Karte
metric-faithfulness-seconds = Sekunden für die Treue einer Karte
metric-random-maps-seconds = Sekunden für die Zufallskarten eines Gesichts
metric-person-auc = AUC je Person
metric-frame-auc = AUC je Bild
metric-frame-auc-untouched-videos = AUC je Bild, nur gegen unberührte Videos
metric-flicker-auc = AUC je Person aus dem Flackern der Maske allein
metric-person-auc-gain = AUC je Person abzüglich AUC je Bild
metric-people-with-false-frames = unberührte Personen mit einem als manipuliert beurteilten Bild
metric-people-detected = gefälschte Personen, als manipuliert beurteilt
metric-people-missed = gefälschte Personen, beurteilt mit „keine Anzeichen gefunden“
metric-people-not-evaluated = nicht bewertete Personen
metric-spans-found = gefundene gefälschte Abschnitte
metric-span-start-error = Abweichung am Anfang eines gefundenen Abschnitts, Sekunden
metric-span-end-error = Abweichung am Ende eines gefundenen Abschnitts, Sekunden
metric-identity-switches = Identitätswechsel je Video
metric-track-splits = überzählige Spuren je Video
metric-track-merges = Spuren mehrerer Personen je Video
metric-tracks-kept = Videos, in denen alle genau eine eigene Spur haben
metric-people-not-tracked = Personen ohne Spur
metric-strongest-is-forged = Videos, deren stärkste Person die gefälschte ist
metric-video-speed = je Sekunde untersuchte Sekunden 720p-Video
metric-video-memory = MiB Speicher, die eine Untersuchung zusätzlich braucht
metric-decoding-share = Anteil des Dekodierens
metric-face-finding-share = Anteil der Gesichtersuche
metric-scoring-share = Anteil der Bewertung
metric-difference-again = größter Unterschied eines Wertes: noch einmal untersucht
metric-difference-in-company = größter Unterschied eines Wertes: nach anderen Dateien untersucht
metric-difference-one-by-one = größter Unterschied eines Wertes: jedes Gesicht für sich
metric-difference-of-threads = größter Unterschied eines Wertes: ein Thread und zwei
metric-difference-of-page = größter Unterschied eines Wertes: Seite und Befehlszeile
page-data-foreign-val-all-three-parts-validation = foreign-val, alle drei Teile (Validierung)
page-data-foreign-val-composite-validation = foreign-val, Montagen (Validierung)
page-data-foreign-val-diffusion-validation = foreign-val, Diffusion (Validierung)
page-data-foreign-val-videoswap-validation = foreign-val, Gesichtstausch in Videos (Validierung)
page-data-foreign-val-mean-of-the-three-parts-validation = foreign-val, Mittel der drei Teile (Validierung)
page-data-lfw-faces-kept-back-clean = lfw-faces zurückgehalten, unbeschädigt
page-data-lfw-faces-kept-back-ladder-level-1 = lfw-faces zurückgehalten, Stufe 1
page-data-openforensics-pairs-33-to-67 = openforensics-pairs 33 bis 67
page-data-openforensics-val-clean = openforensics-val, unbeschädigt
page-data-openforensics-val-ladder-level-1 = openforensics-val, Stufe 1
page-data-openforensics-val-ladder-level-2 = openforensics-val, Stufe 2
page-data-openforensics-val-ladder-level-3 = openforensics-val, Stufe 3
page-data-openforensics-val-ladder-level-4 = openforensics-val, Stufe 4
page-data-openforensics-faces-watched-while-training = OpenForensics-Gesichter, im Training beobachtet
page-data-own-families = eigene Familien
page-data-random-map = Zufallskarte
page-family-self-blend = Selbstüberblendung
page-family-identity-swap = Identitätstausch
page-family-hull-swap = Vielecktausch
page-family-patch-swap = Flecktausch
page-family-reenactment = Reenactment
page-family-splice = Montage
page-family-retouch = Retusche
page-family-resynthesis = Resynthese
page-source-all-others = alle übrigen
page-source-group-photographs = Gruppenfotos
page-source-portraits = Porträts
page-source-light-compression = leichte Kompression
page-source-strong-compression = starke Kompression
page-state-tight = eng beschnitten
page-state-small = klein
page-state-compressed = komprimiert
page-state-soft = unscharf
page-state-clean = unbeschädigt
page-variant-whole-crop-alone = ganzer Ausschnitt allein
page-variant-whole-crop-before-all-families = ganzer Ausschnitt, vor allen Familien
page-variant-windows-alone = Fenster allein
page-variant-both-2-to-1 = beide, 2 zu 1
page-variant-both-1-to-1 = beide, 1 zu 1
page-variant-both-1-to-2 = beide, 1 zu 2
page-variant-both-1-to-4 = beide, 1 zu 4
page-videos-talking-heads = sprechende Köpfe
page-videos-stills-in-motion = Fotos in Bewegung
page-videos-side-by-side = nebeneinander
page-videos-crossing = sich kreuzend
page-videos-behind-a-bar = hinter einem Balken
page-videos-cut-back = mit Schnitten hin und her

## Die Seite Methode: die Karte des Detektors

page-method-all-figures = Alle { WHOLE($figures) } gemessenen Kennzahlen der Karte
page-method-no-figures = Für dieses Netz wurden noch keine Kennzahlen gemessen.
page-method-none-stated = nicht angegeben
page-method-measured-by = Gemessen mit
page-method-training = Version, Hashwert und Trainingseinstellungen
page-method-version = Version { $version }, Eingabe { WHOLE($side) } × { WHOLE($side) } Pixel
page-method-setting = Einstellung

## Die Seite Methode: Arten von Fälschungen, die der Detektor vielleicht nicht kennt

page-kinds = Arten von Fälschungen, die der Detektor vielleicht nicht kennt
page-kinds-not-measured = Für diesen Detektor wurde an Arten von Fälschungen, an denen er nicht trainiert wurde, nichts gemessen: seine Likelihood-Quotienten gelten für die Arten, an denen er trainiert wurde, und ein niedriger Wert besagt nichts über andere.
page-kinds-fitted = **Der zuerst genannte Quotient** wurde an { COUNT($fake) } { $fake ->
        [one] manipulierten Gesicht
       *[other] manipulierten Gesichtern
    } von Arten angepasst, an denen das bewertende Netz nicht trainiert wurde, jede Art mit gleichem Gewicht: { $kinds }; und an { COUNT($real) } { $real ->
        [one] unberührten Gesicht
       *[other] unberührten Gesichtern
    } aus { COUNT($count) } { $count ->
        [one] Quelle
       *[other] Quellen
    }, jede mit gleichem Gewicht: { $sources }.
page-kinds-bounds = Er liegt zwischen { $bounds }; wie weit ein niedriger Wert gegen eine Manipulation sprechen darf, bestimmt, was die schwierigste Art zulässt: **{ $hardest }**. Für die Arten, die der Detektor kennt, liegt der Quotient zwischen { $known }.
page-kinds-false-alarms = **Falsche Alarme** nach dem Zustand des Bildes, jeweils in der schlechtesten Quelle: die Schwelle wird angehoben, wo mehr als 2 % der unberührten Gesichter dieser Quelle, auf ein Gesicht genau, sie erreichen würden
page-kinds-state = Zustand
page-kinds-signs-from = Anzeichen ab
page-kinds-upper-bound = Obere Schranke, 95 %
page-kinds-untouched = Unberührte Gesichter
page-kinds-worst-source = Schlechteste Quelle
page-kinds-not-named = nicht genannt
page-kinds-persons = Personen in Videos
page-kinds-persons-fitted = Angepasst an ganzen Clips, jede Person einmal, weil Bilder einer Person keine unabhängigen Fälle sind: { COUNT($fake) } { $fake ->
        [one] manipulierter Clip
       *[other] manipulierte Clips
    } von Arten, an denen das bewertende Netz nicht trainiert wurde ({ $kinds }; die schwierigste: { $hardest }), und { COUNT($real) } { $real ->
        [one] unberührter Clip
       *[other] unberührte Clips
    }, davon **nur { COUNT($films) } Filme von Menschen**; die übrigen sind in Bewegung gesetzte Fotos.
page-kinds-persons-limits = Anzeichen einer Manipulation ab **{ SHORTENED($signs) }**, nach dem unteren Ende des Intervalls des stärksten Abschnitts: höchstens { $stated } der unberührten Clips erreichen es, auf einen Clip genau; mit 95 % Vertrauen höchstens { $bound } ({ COUNT($clips) } { $clips ->
        [one] Clip
       *[other] Clips
    }{ $source ->
        [none] {""}
       *[other] {" "}in der schlechtesten Quelle, { $source }
    }). Keine Anzeichen gefunden bis **{ SHORTENED($no_signs) }**, nach dem oberen Ende. Der Quotient liegt zwischen { $bounds }, für Arten, die der Detektor kennt, zwischen { $known }.

## Die Seite Methode: wie weit jeder Erklärung zu trauen ist

page-method-method = Verfahren
page-method-explanations = Wie weit jeder Erklärung zu trauen ist
page-method-explanations-measured = Alle Verfahren zeichneten Karten der Anzeichen einer Manipulation für das Hauptnetz in denselben gefälschten Gesichtern, von denen bekannt ist, welche Pixel manipuliert wurden. **Löschen** zeichnet zuerst die Pixel weich, die eine Karte am stärksten markiert: stimmt die Karte, ist das Anzeichen sofort fort. **Einfügen** gibt sie einem weichgezeichneten Gesicht zuerst zurück: stimmt die Karte, ist das Anzeichen sofort wieder da. **Zufallskarten** markieren Flecken an Stellen, die nichts bedeuten, und ein Gewinn besagt, um wie viel besser ein Verfahren ist als sie, sodass 0 Zufall ist. **Zufällige Gewichte** sind die desselben Netzes vor jedem Training: eine Karte, die ähnlich bleibt, mit einer Rangkorrelation über { SHORTENED($limit) }, zeigt mehr das Bild als das Netz. **Energie in der wahren Maske** ist der Anteil einer Karte, der auf manipulierten Pixeln liegt, hier als Vielfaches des Anteils, den sie am Ausschnitt haben, sodass 1 Zufall ist. Das **Zeigespiel** (Pointing Game) fragt, wie oft der höchste Wert einer Karte auf einem manipulierten Pixel liegt.
page-method-forged-faces = Gefälschte Gesichter
page-method-own-families = Eigene Familien
page-method-pairs = OpenForensics-Paare
page-method-data-maps = { $method } an: { $data }
page-method-trust-table = Kennzahlen aller Verfahren
page-method-deletion-gain = Gewinn beim Löschen
page-method-insertion-gain = Gewinn beim Einfügen
page-method-road-gain = Gewinn bei ROAD
page-method-infidelity = Untreue (Infidelity)
page-method-lift = Energie in der wahren Maske durch deren Anteil
page-method-pointing = Zeigespiel
page-method-true-iou = Überdeckung mit der wahren Maske (IoU)
page-method-sparseness = Sparseness
page-method-correlation = Rangkorrelation, zufällige Gewichte
page-method-sensitivity = Änderung bei Rauschen
page-method-called-faithful = Beurteilt als getreu
page-method-called-chance = Beurteilt als nicht besser als der Zufall
page-method-better = { $better ->
        [high] hoch
       *[low] niedrig
    }
page-method-worse = ▼ schlechter als Zufall
page-method-unclear = ○ vielleicht Zufall
page-method-alike = ▲ zeigt das Bild
page-method-random-map = Zufallskarte
page-method-shown-first = ★ zuerst gezeigt
page-method-explanations-shows = Mittel über { WHOLE($faces) } gefälschte Gesichter, beim Zeigespiel über die { WHOLE($detected) } erkannten und in den letzten vier Spalten über { WHOLE($few) }, mit 95-%-Intervallen; von einigen hat ein Verfahren vielleicht keine Karte. Gewinne sind in Einheiten des Logits; (hoch) und (niedrig) sagen, was gut ist.
page-method-explanations-marks = **▼** das ganze Intervall ist schlechter als Zufallskarten; **○** es enthält, was Zufallskarten erreichen; **▲** die Rangkorrelation liegt über { SHORTENED($limit) }, sodass die Karte mehr das Bild zeigt als das Netz; **★** { $first } und { $second } werden zuerst gezeigt: an eigenen Familien haben sie zusammen die größten Gewinne aller Verfahren, deren beide Gewinne sich klar vom Zufall abheben und deren Rangkorrelation höchstens { SHORTENED($limit) } beträgt.
page-method-explanations-does-not-show = wie weit einer einzelnen Karte zu trauen ist: das wird auf der Seite Erklären für jede neu gemessen. Eigene Familien bestimmten, was zuerst gezeigt wird, und lassen es daher etwas zu günstig erscheinen; die Paare bestimmten nichts.
page-method-gain = Gewinn gegenüber Zufallskarten, Logit
page-method-gains-chart = Diagramm: Gewinne aller Verfahren gegenüber Zufallskarten, mit Intervallen
page-method-gains-shows = die beiden Gewinne der Tabelle neben der Linie der Zufallskarten; ein Verfahren, dessen Intervall die Linie erreicht, war nicht vom Zufall zu unterscheiden.
page-method-gains-does-not-show = dass eine Manipulation ist, was eine Karte markiert: nur, dass die Antwort darauf beruht.
page-method-map-cost = Was eine Karte kostet
page-method-map-over-forward = Eine Karte, in Vorwärtsdurchläufen
page-method-map-over-both = In Vorwärts- und Rückwärtsdurchläufen
page-method-map-seconds = Eine Karte, Sekunden
page-method-trust-seconds = Ihre Treue, Sekunden
page-method-map-cost-shows = die Zeit für eine Karte eines Gesichts geteilt durch die von Durchläufen dieses Gesichts durch das Netz, im selben Lauf auf demselben Rechner, mit 95-%-Intervallen, und Sekunden mit der Spannweite der Wiederholungen.
page-method-map-cost-does-not-show = wie schnell ein anderer Rechner ist, und die Zufallskarten, die je Gesicht einmal gemessen werden und für alle seine Karten dienen.

## Die Seite Methode: Benennung der Art der Fälschung, Personen im Video

page-method-naming = Benennung der Art der Fälschung
page-method-naming-chart = Tabelle der wahren und genannten Familien, in Prozent
page-method-naming-shows = welche Familie das Netz für Fälschungen jeder Familie nennt, aus Gesichtern, die nie dem Training dienten, in Prozent von { WHOLE($row) } je Zeile. Richtig in { SHARE($rightly) } von { WHOLE($cases) } Fällen (95-%-Intervall { SHARE($low) } bis { SHARE($high) }).
page-method-naming-does-not-show = was es zu Fälschungen aus anderer Hand sagt: der Name ist ein Hinweis und kein Befund.
page-method-naming-hover = { $made }, genannt { $named }: { $percent } %
page-method-named = genannt
page-method-made-as = hergestellt als
page-method-videos-head = Personen im Video
page-method-videos = Videos
page-method-videos-of = { $kind }, crf { WHOLE($crf) }
page-method-of-cases = { $value }, n = { WHOLE($cases) }
page-method-person-auc = AUC je Person
page-method-frame-auc = AUC je Bild
page-method-like-auc = AUC je Bild, gegen andere Personen
page-method-people-alarms = Unberührte Personen, als manipuliert beurteilt
page-method-one-frame = Unberührte Personen mit einem solchen Bild
page-method-people-detected = Gefälschte Personen, als manipuliert beurteilt
page-method-people-missed = Gefälschte Personen, beurteilt mit keine Anzeichen
page-method-start-error = Anfang, Abweichung in Sekunden
page-method-end-error = Ende, Abweichung in Sekunden
page-method-flicker-auc = AUC des Flackerns allein
page-method-tracks-kept = Alle haben genau eine eigene Spur
page-method-switches = Verwechslungen je Video
page-method-splits = Überzählige Spuren
page-method-unions = Spuren zweier Personen
page-method-right-person = Die stärkste Person ist die gefälschte
page-method-judged-shows = wie Personen in eigens hergestellten Videos beurteilt werden, unberührt oder etwa die Hälfte der Zeit gefälscht mit Familien von Fälschungen, die das Netz kennt, komprimiert wie vor dem Hochladen (crf 23) und wie nach dem Weiterleiten (crf 40). In Klammern 95-%-Intervalle über Videos. Flackern allein besagt wenig; es wird daher gezeigt und entscheidet nichts.
page-method-judged-does-not-show = Fälschungen anderer Arten und echte Filme: Fotos in Bewegung sind Fotos, über die eine Kamera fährt, und von den sprechenden Köpfen sah das Training einige unberührte Bilder, daher fallen diese Zeilen zu günstig aus.
page-method-followed-shows = ob die Verfolgung Personen auseinander- und zusammenhält: nebeneinander (2, 4 und 8), sich kreuzend, hinter einem vorbeiziehenden Balken verborgen und mit Schnitten hin und her.
page-method-followed-does-not-show = Menschenmengen, abgewandte Köpfe und gleich gekleidete Personen, die schwieriger sind.
page-method-times = { FIXED($speed, digits: 1) } × mit { WHOLE($faces) } { $faces ->
        [one] Gesicht
       *[other] Gesichtern
    }
page-method-speed = **Geschwindigkeit.** Auf dem Rechner der Messung, zwei Kerne, wird 720p mit fünf Bildern je Sekunde so schnell untersucht: { $times }; 1 × ist Echtzeit. Eine Untersuchung braucht zusätzlich { WHOLE($short) } MiB Speicher für zehn Sekunden und { WHOLE($long) } MiB für zehn Minuten.

## Die Seite Methode: wie zu lesen ist, was Telltale zeigt, und die Software

page-reading-words = Was die Begriffe bedeuten
page-reading-maps = Wie eine Karte zu lesen ist
page-reading-packages = Software und Lizenzen
page-reading-scores = { $verdict ->
        [signs] Wert von { FIXED($signs, digits: 3) } oder mehr.
        [inconclusive] Wert zwischen den beiden Schwellen.
        [no_signs] Wert von { FIXED($no_signs, digits: 3) } oder weniger.
       *[not_evaluated] Gesicht unter { WHOLE($smallest) } Pixeln{ $gated ->
            [yes] {" "}oder außerhalb dessen, was die Kalibrierung sah.
           *[no] .
        }
    }
page-reading-no-probability = Ein Likelihood-Quotient ist keine Wahrscheinlichkeit, dass dieses Bild manipuliert wurde: diese hängt auch von allem anderen ab, was darüber bekannt ist.
page-software-version = Version
page-software-role = Wofür
page-software-see-package = siehe Paket
page-software-analysis = Untersuchung und Erklärungen
page-software-centerface = CenterFace, die Modelldatei der Gesichtssuche
page-software-mesh = die Modelldatei des Gesichtsnetzes, zum Herstellen von Fälschungen
page-software-videos = Videos lesen und schreiben: FFmpeg, mit x264
page-software-calibration = Kalibrierung und Erklärungen
page-software-plots = Diagramme und Schriften des Berichts
page-software-report = der Bericht
page-software-letters = Buchstaben jeder Schrift im Bericht
page-software-right-to-left = Schreiben von rechts nach links im Bericht
page-software-outlines = Umrisse von Buchstaben im Bericht
page-software-devanagari = Schrift des Berichts: Devanagari
page-software-japanese = Schrift des Berichts: Japanisch
page-software-korean = Schrift des Berichts: Koreanisch
page-software-chinese = Schrift des Berichts: Chinesisch
page-software-preview = Vorschau des Berichts
page-software-app = diese App
page-software-charts = Diagramme dieser App
page-software-tables = Tabellen dieser App
page-software-records = Datensätze auf dem Datenträger, ohne Verlust zurückgelesen
page-software-folder = der Ort des Ordners der eigenen Daten
page-software-words = die Wörter jeder Sprache
page-software-numbers = Zahlen, wie jede Sprache sie schreibt

## Kurven des Löschens und Einfügens

page-curves-deletion = Anteil weichgezeichneter Pixel
page-curves-insertion = Anteil zurückgegebener Pixel
page-curves-own = diese Karte
page-curves-random = Zufallskarten, Mittel ± Standardabweichung
