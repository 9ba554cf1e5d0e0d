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

## What is wrong with damaged data: a clause

said-by-reader = { $reason }
header-cut-off = the header is cut off
wrong-webp-chunk = a WebP starts with VP8, VP8L or VP8X, got { $chunk }
no-pixels-declared = its header declares { WHOLE($width) }×{ WHOLE($height) } pixels
sizes-differ = { WHOLE($width) }×{ WHOLE($height) } pixels declared, { WHOLE($found_width) }×{ WHOLE($found_height) } found
no-stream = there is no stream in it

## Why a file cannot be analysed

-photograph = a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph
-video = an MP4, MOV, WebM, MKV, AVI or GIF video
what-came = { SUBTYPE($found) ->
        [plain] text
        [pdf] a PDF
        [zip] an archive
        [octet-stream] something else
       *[other] { $found }
    }
and-what-else = { $because ->
        [none] {""}
       *[other] {" "}and { $because }
    }

empty-file = The file is empty: a photograph or a video was wanted, 0 bytes came; copy it again.
empty-video = The file is empty: { -video } was wanted, 0 bytes came; copy it again.
file-too-large = The file is too large: at most { MILLIONS($limit, digits: 0) } MB can be analysed, { MILLIONS($size, digits: 1) } MB came; save the photograph in a format that compresses.
video-too-large = The video is too large: at most { MILLIONS($limit, digits: 0) } MB can be analysed, { MILLIONS($size, digits: 1) } MB or more came; cut out the part in question, or set TELLTALE_MAX_VIDEO_BYTES higher.
copy-too-large = The marked copy would be larger than { MILLIONS($limit) } MB; on the command line, `python -m forensics analyze VIDEO --annotated FOLDER` writes it at any size.
too-many-pixels = The picture is too large: at most { MILLIONS($limit) } megapixels can be analysed, its header declares { WHOLE($width) }×{ WHOLE($height) } pixels; make a smaller version or cut out the faces in question.
frames-too-large = The frames are too large: at most { MILLIONS($limit) } megapixels can be analysed, { WHOLE($width) }×{ WHOLE($height) } pixels came; make a smaller version of the video, or set TELLTALE_MAX_VIDEO_PIXELS to { WHOLE($pixels) } or more.
out-of-memory = There is not enough memory for this picture of { WHOLE($width) }×{ WHOLE($height) } pixels; close other programs or make a smaller version of it.

damaged = The picture is damaged or cut off: its data cannot be decoded ({ $because }); get a complete copy of the file.
video-damaged = The video is damaged or cut off: its data cannot be read ({ $because }); get a complete copy of the file.
frame-lost = The frame at { FIXED($seconds, digits: 1) } seconds cannot be found again: the file has changed since it was analysed; analyse it once more.
no-frames = The video has no picture that can be decoded ({ WHOLE($broken) } broken pieces came); get a complete copy of the file.
no-frame-decoded = The video has no frame that can be decoded: pictures were wanted, none came; get a complete copy of it.
encrypted = The video is encrypted: pictures that can be decoded were wanted; save it without copy protection.
unsupported-codec = The video is coded in a way that cannot be decoded here; convert it to H.264 in MP4.

video = The file is a video ({ $found }): one photograph was wanted here; analyse it as a video, or save the frames in question as PNG and analyse those.
unsupported-video = Videos of the type { $found } cannot be analysed: { -video } was wanted; convert it to MP4.
unsupported-picture = Pictures of the type { $found } cannot be analysed: { -photograph } was wanted; convert it to PNG or TIFF, which lose nothing.
raw-picture = The file is a camera's raw picture: a photograph was wanted; develop it and save it as TIFF or JPEG.
not-a-picture = The file is not a picture or a video: { -photograph }, or { -video } was wanted, { what-came } came; check that the file is what its name says.
not-a-video = The file is not a video: { -video } was wanted, { what-came } came; check that the file is what its name says.
no-video = The file holds no video: moving pictures were wanted, only { $because } came; check that the file is what its name says.
cover-picture = a cover picture{ and-what-else }
data-stream = data{ and-what-else }
sound = sound{ and-what-else }
subtitles = subtitles{ and-what-else }
animated = The file is of a type for animated pictures ({ $found }): one photograph was wanted, not a sequence; save the frames in question as PNG and analyse those.
several-pages = The file has several pages: one photograph was wanted; save each page as a file of its own.

no-face-in-photo = No face was found in { $photo }; name another photograph.
no-face-in-first-frame = No face was found in the first frame; begin where the face is seen.
photo-refused = { $photo }: { $because }

missing-file = There is no such file; check the path.
unreadable-file = The file cannot be read ({ $reason }); check its permissions.
no-ordinary-file = This is no ordinary file; name a picture, a video or a folder.
unreadable-folder = The folder cannot be read ({ $reason }); check its permissions.
no-pictures = There is no { $videos ->
        [yes] picture or video
       *[no] picture
    } in the folder { $folder }: files ending in { $suffixes } were wanted; name another folder, or name the files themselves.
video-gone = The video cannot be opened ({ $reason }); choose the file again.

disk-full = There is no room for the file in { $folder }; free some, or set TELLTALE_HOME to a folder on another disk.
not-kept = The file cannot be kept in { $folder } ({ $reason }); set TELLTALE_HOME to a folder that can be written to.
not-written = The marked copy cannot be written as MP4 ({ $reason }); convert the video to MP4 with H.264 and analyse that.
over-original = { $option } would write over { $name }, one of the files to analyse, which would be lost; name another folder.

fault = A fault in Telltale stopped the analysis of this file; the log says where. The file is unharmed.
video-fault = A fault in Telltale stopped the analysis of this video; the log says where. The file is unharmed, what was finished is kept, and starting again goes on from there.
unwritable = The analysis could not be kept on the disk ({ $reason }); make room or check the permissions of the folder of Telltale's data, then start again.
findings-not-kept = What is found could not be kept on the disk ({ $reason }); make room and try again.

## Why a detector cannot be loaded

unknown-detector = There is no detector { $name }; there are { $known }.
not-fitted = The detector '{ $name }' has no ratio for kinds it does not know; run `fit` first.
damaged-card = The detector's card { $file } is missing or damaged ({ $reason }); restore it.
card-of-another = The card of the detector '{ $name }' names the detector '{ $found }' and the network '{ $network }'; restore both its files.
missing-weights = The weights of the detector '{ $name }' cannot be read ({ $reason }); restore them.
missing-release-file = The weights { $file } or their card cannot be read ({ $reason }); restore them from the release.
wrong-hash = The weights of the detector '{ $name }' are not those of its card (SHA-256 { $found }… instead of { $wanted }…); nothing was analysed. Restore both files.
wrong-release-file = The weights { $file } are not those of this release; restore them.
wrong-weights = The weights of the detector '{ $name }' do not fit its network in this version of Telltale.
missing-model = The model file { $file } of the package { $package } is not installed; run 'make install'.

## Settings that are out of range, and what was asked for and cannot be done

wrong-faces = faces must be 'detect' or 'whole', got { $came }.
wrong-max-faces = max_faces must be at least 1, got { WHOLE($came) }.
wrong-sample-fps = sample_fps must lie in (0, 240], got { EXACT($came) }.
wrong-limit = { $variable } must be a whole number of { $unit ->
        [seconds] seconds
        [bytes] bytes
        [days] days
       *[pixels] pixels
    } above 0, such as { WHOLE($default) }; got { $came }: correct it or remove it.
wrong-steps = --steps must be at least 1, got { WHOLE($came) }.
wrong-name = A detector's name has 1 to 32 characters out of a-z, 0-9 and -, and does not begin with -; got { $came }.
taken-name = There is a detector '{ $name }' already and it is not overwritten; choose another name.
unknown-family = There is no family { $name }; choose all or one of { $known }.
no-donor-photo = { $photo } has one face and the donor photographs { WHOLE($faces) }: there is nobody to borrow from; name a DONOR_PHOTO with another face.

nothing-to-analyse = { $because }
missing-reference = --reference: { $path } does not exist.
no-reference = --reference names no picture; name a folder with some, or files.

output-is-folder = { $path } is a folder; name a file to write.
output-is-input = { $path } is one of the files to analyse and would be lost; name another.
same-output = --json and --pdf name the same file; name two.
missing-output-folder = The folder { $folder } does not exist; make it first.
locked-output-folder = The folder { $folder } cannot be written to; choose another.
output-folder-not-made = The folder { $folder } cannot be made ({ $reason }); choose another.

explain-without-output = --explain writes to the report or the JSON; add --pdf or --json OUT.
wrong-explanation = { $because }
region-not-drawn = The target region has to be drawn on the face, which only the app can do; choose another.
report-too-long = A report holds at most { WHOLE($most) } files, { WHOLE($files) } came; leave --pdf out or name fewer.
wrong-seed = --seed must be 0 or more, got { WHOLE($came) }.

## Why an explanation method has no answer

unknown-method = There is no method { $came }; choose from { $known }.
unknown-target = There is no target { $came }; choose from { $known }.
unknown-baseline = There is no baseline { $came }; choose from { $known }.
no-mask = The network's mask marks no pixel of this face, so there is no masked area to explain; choose another target.
no-region = The region drawn holds no pixel of this face; draw it on the face.
not-finite = { $method } gave no finite map for this face; use the other methods.
parts-not-finite = The network gives no finite answer for this face with parts of it replaced; use the other methods.
nothing-moves-target = { $method } found nothing in this face that moves { $target ->
        [fake_evidence] evidence of manipulation (class logit)
        [real_evidence] evidence of an untouched face (activation of the untouched half)
        [masked_area] the masked area (mean mask logit inside the network's mask)
        [reconstruction_error] the reconstruction error (mean difference)
       *[region] a region drawn by hand (mean mask logit inside it)
    }.
incomplete = Integrated Gradients does not add up for this face: { SIGNIFICANT($missing, digits: 3) } of the { SIGNIFICANT($range, digits: 3) } that the answer changes by on the way from the baseline to the face are missing after { WHOLE($steps) } steps, so its map is not shown; use the other methods.
one-part = This face cannot be divided into parts, it is too small or nothing but noise; use the other methods.

## What is wrong with the data of a training, or with what it was asked to do

-what-to-check = labels may be wrong, or the forgeries leave no trace the network can learn; check the folders, add pictures or train for more steps
-swapped = the labels look swapped; check which folder is which
missing-archive = { $file } is not in the data folder { $folder }.
missing-folder = There is no folder { $folder }; check the path.
empty-folder = There is no picture in { $folder }.
no-fitting-mask = No mask in { $folder } has the name of a forged picture; name them alike.
missing-checkpoint = There is no checkpoint { $path }; train the first stages before.
no-donor = A swap needs another person's face and got none; give more faces.
too-few = At least { WHOLE($least) } { $forged ->
        [yes] forged
       *[no] untouched
    } faces are needed and { WHOLE($came) } came; add pictures.
leak = { WHOLE($pictures) } pictures are not of the training split, such as { $example }.
same-picture = { WHOLE($pictures) } of the pictures are in both folders, such as { $example }; a picture is either untouched or forged: take it out of one of them.
unreadable-mask = The mask of { $name } cannot be read: { $because }
mask-of-other-size = The mask of { $name } has { WHOLE($mask_width) }×{ WHOLE($mask_height) } pixels and the picture { WHOLE($width) }×{ WHOLE($height) }; make them of one size.
wrong-stage = There are { WHOLE($stages) } stages, the first is 0.
unknown-in-mixture = { $came } is neither a family nor a pool of this mixture.
wrong-minutes = A stretch takes some minutes, got { EXACT($came) }.
swapped-before = The detector '{ $detector }' takes the folder of untouched pictures for the forged one (AUC { FIXED($auc, digits: 2) }): { -swapped }.
swapped-after = After the training the detector takes the folder of untouched pictures for the forged one (AUC { FIXED($auc, digits: 2) }): { -swapped }.
nothing-gained = The training gained nothing over '{ $detector }' on the pictures kept back, so nothing was written: { -what-to-check }.
no-better-than-chance = After the training the detector tells the { WHOLE($pictures) } pictures kept back no better apart than chance could (AUC { FIXED($auc, digits: 2) }): { -what-to-check }.

## Verdicts, and to which side an answer leans

verdict = { $verdict ->
        [signs] signs of manipulation
        [inconclusive] inconclusive
        [no_signs] no signs found
       *[not_evaluated] not evaluated
    }
leans = { $leaning ->
        [towards] leans towards manipulation
       *[away] leans away from manipulation
    }
leans-by = { leans }, { odds }

## Likelihood ratios. Of a message with "known" the ratio is that for the kinds of forgery that the detector knows

ratio-none = none
ratio = { $above ->
        [yes] { RATIO($often) }
       *[no] 1/{ RATIO($often) }
    }{ $beyond ->
        [more] {" "}or more
        [less] {" "}or less
       *[none] {""}
    }
known-ratio = { $known_above ->
        [yes] { RATIO($known_often) }
       *[no] 1/{ RATIO($known_often) }
    }{ $known_beyond ->
        [more] {" "}or more
        [less] {" "}or less
       *[none] {""}
    }
ratio-bounds = { $below ->
        [yes] 1/{ RATIO($low) }
       *[no] 1
    } and { RATIO($high) }
odds-to = { $above ->
        [yes] { ODDS($often) } to 1
       *[no] 1 to { ODDS($often) }
    }
odds = { $beyond ->
        [more] { odds-to } or more
        [less] { odds-to } or less
       *[none] about { odds-to }
    }
known-odds-to = { $known_above ->
        [yes] { ODDS($known_often) } to 1
       *[no] 1 to { ODDS($known_often) }
    }
known-odds = { $known_beyond ->
        [more] { known-odds-to } or more
        [less] { known-odds-to } or less
       *[none] about { known-odds-to }
    }

## How strong an answer is

support-grade = { $grade ->
        [no] no support
        [limited] limited support
        [moderate] moderate support
        [moderately_strong] moderately strong support
        [strong] strong support
       *[very_strong] very strong support
    }
support = { $measured ->
        [none] no likelihood ratio
       *[other] { support-grade } { $direction ->
            [for] for manipulation
            [against] against manipulation
           *[neither] either way
        } (likelihood ratio { ratio }){ $measured ->
            [trained] , of the kinds of forgery that it was trained on alone
           *[both] { $same_ratio ->
                [yes] {""}
               *[no] ; { known-ratio } for kinds of forgery that it knows
            }
        }
    }
brief = { verdict }{ $measured ->
        [none] {""}
       *[other] { $leaning ->
            [none] {""}
           *[other] , { leans }
        } (likelihood ratio { ratio }{ $measured ->
            [trained] , of the kinds that it was trained on
           *[both] ; { known-ratio } for kinds that it knows
        })
    }

untouched-one = { $noun ->
        [person] untouched person
       *[face] untouched face
    }
untouched-several = { $noun ->
        [person] untouched persons
       *[face] untouched faces
    }
does-one = { $does ->
        [wears] wears so large a mask
       *[scores] scores so high
    }
do-several = { $does ->
        [wears] wear so large a mask
       *[scores] score so high
    }
untouched = { $counted ->
        [fewer] fewer than 1 { untouched-one } in { $in_all } { does-one }
        [one] 1 { untouched-one } in { $in_all } { does-one }
        [tenths] { $tenths } { untouched-several } in 10 { do-several }
       *[nearly] nearly every { untouched-one } { does-one }
    }
and-untouched = { $counted ->
        [none] {""}
       *[other] ; { untouched }
    }

-known-kinds = kinds of forgery that this detector knows
-trained-kinds = the kinds of forgery that this detector was trained on
strength-side = { $leaning ->
        [towards] Leans towards manipulation
        [away] Leans away from manipulation
       *[none] { $direction ->
            [for] Speaks for manipulation
            [against] Speaks against manipulation
           *[neither] Leans to neither side
        }
    }
strength = { strength-side }: { support-grade }, { odds }, { $measured ->
        [trained] for { -trained-kinds }; nothing was measured on others{ and-untouched }.
       *[both] for kinds of forgery that this detector may not know{ and-untouched }. For { -known-kinds } it is { $same_odds ->
            [yes] the same
           *[no] { known-odds }
        }.
    }
strength-speaks = { $speaks ->
        [for] this speaks for manipulation
        [against] this speaks against manipulation
       *[neither] this hardly speaks either way
    }
strength-others = { $others ->
        [for] for others it speaks for manipulation
        [against] for others it speaks against it
        [neither] for others neither
        [nothing] for others it says nothing
        [not] for others it does not
        [hardly] for others it hardly does
        [less] for others it does less
       *[as_well] for others it does as well
    }
strength-of-nothing = Nothing found. { $measured ->
        [trained] For { -trained-kinds }, { strength-speaks } ({ ratio }); on others nothing was measured, and they may score as low.
       *[both] For { -known-kinds }, { strength-speaks } ({ known-ratio }); { strength-others } ({ ratio }).
    }

## Where the mask does not fit the verdict

mask-empty = The mask marks nothing although the score speaks for manipulation: it does not say where.
mask-marks = The mask marks { WHOLE($percent) } % of the crop although the score { $leans ->
        [yes] only leans towards manipulation
       *[no] does not speak for manipulation
    }{ and-untouched }.

## What the score becomes after small changes

change = { $change ->
        [jpeg_75] JPEG quality 75
        [jpeg_50] JPEG quality 50
        [half_size] half size
        [slight_blur] slight blur
       *[shifted_crop] shifted crop
    }
after-change = { change }
after-all-changes = all { $changes ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
       *[other] { $changes }
    } changes
not-scored-again = Not scored again: that is done for the { $most } highest scores of a picture.
stays-the-same = The decision stays the same under { after-all-changes }.
would-be = { $first ->
        [yes] Under { $after } the face would be ‘{ verdict }’
       *[no] under { $after } the face would be ‘{ verdict }’
    }
would-change = { $changed }.{ $weak ->
        [yes] {" "}A call that most changes take away is weak evidence.
       *[no] {""}
    }

## The family of forgeries that a face looks most like

family = { $family ->
        [self_blend] a blend of the face with itself
        [identity_swap] a blended face swap
        [hull_swap] a polygon face swap (FaceSwap)
        [patch_swap] a rectangular low-resolution patch (deepfake swap)
        [reenactment] moved mouth or eyes (reenactment)
        [splice] parts from another picture (montage)
        [retouch] retouching
        [resynthesis] a wholly generated face
       *[unknown] unknown
    }
family-hint = Looks most like: { family } (hint{ $family ->
        [unknown] {""}
       *[other] , { WHOLE($percent) } %
    })

## Reference pictures

references = { $faces ->
        [0] There is no reference face: none of the pictures gave one.
       *[other] { $faces } { $faces ->
            [one] reference face
           *[other] reference faces
        } from { $files } { $files ->
            [one] file
           *[other] files
        }{ $repeated ->
            [0] {""}
           *[other] , { $repeated } of them the same picture as another
        }{ $use ->
            [nothing] . They change nothing: the detector's card does not say how its scores differ between sources.
            [enough] : enough to tell what is usual in this source.
           *[few] : fewer than { $enough }; the fewer, the less they may move the answer.
        }
    }
unusable-because = { $why ->
        [no_face] no face was found in it
        [not_evaluated] no face in it could be evaluated
        [not_read] it could not be read as a picture
        [questioned] it is itself under question
       *[repeated] it is the same file as a reference before it
    }
unusable = { $name } gives no reference face: { unusable-because }.
unusable-unnamed = It gives no reference face: { unusable-because }.
misfit-faces = { $noun ->
        [person] { $faces ->
            [one] person
           *[other] persons
        }
       *[face] { $faces ->
            [one] face
           *[other] faces
        }
    } { enumerated }
misfit-faces-of-file = { misfit-faces } of { $file }
misfit-because = { $misfit ->
        [other_size] its face is more than twice as large or as small as { $which }
        [other_sharpness] its face is much sharper or more blurred than { $which }
        [other_compression] blocks of compression show much more or much less in it than in { $which }
        [suspicious] its own face leans towards manipulation, or shows signs of it
        [same_picture] its face shows the same picture as { $which }
       *[repeated] its face shows the same picture as a reference before it, and both count as one
    }
misfit = { $name } may not fit as a reference: { $because }.
references-count = { $references ->
        [one] It counts until it is taken out.
       *[other] They count until they are taken out.
    }
misfit-counts = { misfit } { references-count }
without-references = Without the reference pictures: { brief }.
own-reference = { $others ->
        [0] It is itself the only reference, so none counts for it.
        [one] It is itself a reference; { $others } other counts for it.
       *[other] It is itself a reference; { $others } others count for it.
    }
references-themselves = { $noun ->
        [person] Persons
       *[face] Faces
    } that are references themselves: { $which }. Each is decided with the other references alone, by thresholds of its own.

## Several things, one after the other

list-next = { $before }, { $thing }
list-and = { $before } and { $thing }
list-clause = { $before }; { $thing }
enumerated = { $things }{ $more ->
        [0] {""}
       *[other] {" "}and { WHOLE($more) } more
    }

## Kept by an older version as a sentence

told = { $sentence }
