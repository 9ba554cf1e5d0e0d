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

## Von einer älteren Fassung als Satz aufbewahrt

told = { $sentence }
