### What Telltale says, in English. Messages of facts are called as the facts' codes; catalogue.py says what a message
### gets and which functions it may use.

## Why a face is not evaluated

face-too-small = The face is { $pixels } pixels on its shorter side; under { $least } nothing can be said.
face-cut-off = The face is cut off by the border of the picture: { $points } of its five points lie beyond it.
too-compressed = The face is too strongly compressed: its blocks hide finer traces; nothing can be said of it.
mostly-covered = The face is mostly covered: { PERCENT($share, digits: 2) } of it is plain or clipped; nothing can be said of it.
too-dark = The face is darker than those the detector was calibrated on; nothing can be said of it.
too-bright = The face is brighter than those the detector was calibrated on; nothing can be said of it.
too-little-contrast = The face has less contrast than those the detector was calibrated on; nothing can be said of it.
too-much-contrast = The face has more contrast than those the detector was calibrated on; nothing can be said of it.
too-blurred = The face is too blurred, or was enlarged from a much smaller picture; nothing can be said of it.
too-grainy = The face is grainier than those the detector was calibrated on; nothing can be said of it.

## What the score of a face says
## Over all sources together a bound stays under what is stated; above it is that of the worst source.

-confident = with 95 % confidence no more than
score-reaches-signs = The score { SCORE($score) } reaches { FIXED($threshold, digits: 3) }, the threshold for signs of manipulation{ KNOWN($stated) ->
        [no] .
       *[yes] { ABOVE($bound, $stated) ->
            [yes] , which some { PERCENT($stated) } of the untouched calibration faces of the worst source reach ({ -confident } { PERCENT($bound, digits: 2) }).
           *[no] , which { -confident } { PERCENT($bound, digits: 2) } of the untouched calibration faces of all sources reach.
        }
    }
score-within-no-signs = The score { SCORE($score) } is at most { FIXED($threshold, digits: 3) }, the threshold for no signs found{ KNOWN($stated) ->
        [no] {""}
       *[yes] , under which { -confident } { PERCENT($bound, digits: 2) } of the forged faces of kinds that the detector knows stay
    }; forgeries of other kinds stay under it more often.
score-between = The score { SCORE($score) } lies between the thresholds { FIXED($no_signs, digits: 3) } and { FIXED($signs, digits: 3) }.

## What the scores of a person over time say

stretch = { $everything ->
        [yes] All { $sightings } sightings together
       *[no] The { $sightings } sightings from { FIXED($start, digits: 1) } s to { FIXED($end, digits: 1) } s, the strongest stretch,
    } score { SCORE($score) } (95 % interval { SCORE($low) } to { SCORE($high) })
stretch-reaches-signs = { stretch }; its lower end reaches { FIXED($threshold, digits: 3) }, the limit for signs of manipulation{ KNOWN($stated) ->
        [no] .
       *[yes] { ABOVE($bound, $stated) ->
            [yes] , which some { PERCENT($stated) } of the untouched calibration clips of the worst source reach ({ -confident } { PERCENT($bound, digits: 2) }).
           *[no] , which { -confident } { PERCENT($bound, digits: 2) } of the untouched calibration clips reach.
        }
    }
stretch-within-no-signs = { stretch }; its upper end is at most { FIXED($threshold, digits: 3) }, the limit for no signs found of kinds that the detector knows.
stretch-between = { stretch }; the limits { FIXED($no_signs, digits: 3) } and { FIXED($signs, digits: 3) } leave that open.
few-frames = { $frames ->
        [1] A single frame was
       *[other] Only { $frames } frames were
    } looked at, too few for an interval; the median frame is judged as a photograph would be{ $because ->
        [none] .
       *[other] : { $because }
    }
few-sightings = Seen in { $sightings } { $sightings ->
        [one] frame
       *[other] frames
    }, evaluated in { $evaluated }; a person is judged from { $least } on.{ $because ->
        [none] {""}
       *[other] {" "}Most often: { $because }
    }
nobody-followed = No face was followed in the { $frames } frames that were looked at.
strongest-person = Person { $person }: { $because ->
        [none] {""}
       *[other] { $because }
    }{ $not_evaluated ->
        [0] {""}
       *[other] { ABOVE($persons, $not_evaluated) ->
            [yes] {" "}{ $not_evaluated } of { $persons } persons could not be evaluated.
           *[no] {""}
        }
    }

## What was found and not scored

among-the-weakest = More than { $most } faces were found; this one is among the weakest detections.
weakest-of-frames = { $detections } detections beyond { $most } in a frame, the weakest, were not scored.
seen-too-briefly = { $faces } { $faces ->
        [one] face was
       *[other] faces were
    } seen in fewer than { $least } of the frames looked at, and unsurely: too briefly to be a person.

## What was done to the pictures of a video

one-of-several-films = The file holds { $films } films, of which only the one that players show was looked at.
turned-180 = The pictures are turned by 180°, as the file says.
turned-clockwise = The pictures are turned by 90° clockwise, as the file says.
turned-counterclockwise = The pictures are turned by 90° counterclockwise, as the file says.
mirrored = The pictures are mirrored, as the file says.
pixels-stretched = The pixels are not square ({ $aspect }) and are stretched until they are.
interlaced = The pictures are interlaced and are left so: moving edges show combs.
high-dynamic-range = The pictures have a high dynamic range and are mapped to the one of ordinary screens (sRGB).
wide-colours = The pictures have wide colours (BT.2020) and are mapped to those of ordinary screens (sRGB).

## Why a face counts less in what is said of a person: a clause

counts-less-small = the face is small, { $pixels } pixels on its shorter side
counts-less-blurred = motion or compression blurred it
counts-less-blocks = blocks of compression show

## Why the analysis of a video ended before the file does

limit-reached = Only the first { CLOCK($limit) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}of { CLOCK($declared) }
    } were analysed: that is the limit; set TELLTALE_MAX_VIDEO_SECONDS higher for more.
cut-off = The file is cut off: its frames end at { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}of { CLOCK($declared) }
    }, and what came before was analysed; get a complete copy for the rest.
ends-early = The frames end at { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] , of { CLOCK($declared) } that the file declares
    }; they were analysed up to there, and nothing after it is known.
stopped = The analysis was stopped at { FIXED($seconds, digits: 1) } seconds.

## Kept by an older version as a sentence

told = { $sentence }
