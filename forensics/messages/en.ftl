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
       *[yes] , which some { PERCENT($stated) } of the untouched calibration faces of { ABOVE($bound, $stated) ->
            [yes] the worst source
           *[no] all sources
        } reach ({ -confident } { PERCENT($bound, digits: 2) }).
    }
score-within-no-signs = The score { SCORE($score) } is at most { FIXED($threshold, digits: 3) }, the threshold for no signs found{ KNOWN($stated) ->
        [no] {""}
       *[yes] , which some { PERCENT($stated) } of the forged faces of kinds that the detector knows stay under ({ -confident } { PERCENT($bound, digits: 2) })
    }; forgeries of other kinds stay under it more often.
score-between = The score { SCORE($score) } lies between the thresholds { FIXED($no_signs, digits: 3) } and { FIXED($signs, digits: 3) }.

## What the scores of a person over time say

stretch = { $everything ->
        [yes] All { $sightings } sightings together
       *[no] The { $sightings } sightings from { FIXED($start, digits: 1) } s to { FIXED($end, digits: 1) } s, the strongest stretch,
    } score { SCORE($score) } (95 % interval { SCORE($low) } to { SCORE($high) })
stretch-reaches-signs = { stretch }; its lower end reaches { FIXED($threshold, digits: 3) }, the limit for signs of manipulation.
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
