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

## What is said of a picture's file

toned = The picture has a high dynamic range and is mapped to the one of ordinary screens (sRGB).
wide-gamut = The picture may hold stronger colors than ordinary screens show (sRGB); it is mapped to those, and the strongest are clipped.
unused-profile = The color profile of the picture cannot be read, or is one for other colors than the picture has; the picture is read without it.
faulty-parts = Parts of the file that are not the picture are faulty and were passed over: { $parts }.
further-pictures = The file holds { $pictures ->
        [one] a further picture, which was not looked at
       *[other] { COUNT($pictures) } further pictures, which were not looked at
    }; only the one that viewers show was analyzed.
gain-map = The file holds a gain map, by which screens of high dynamic range show the picture brighter; it was not used.
depth-map = The file holds a depth map, a picture of distances; it was not looked at.
further-video = A video lies within the file, as in a motion photo; it was not looked at. Save it as a file of its own to analyze it.
smaller-versions = The file holds { $pictures ->
        [one] a smaller version of the picture, which was not compared with it.
       *[other] { COUNT($pictures) } smaller versions of the picture, which were not compared with it.
    }
appended-data = { $bytes ->
        [one] { COUNT($bytes) } byte that is
       *[other] { COUNT($bytes) } bytes that are
    } no part of the picture { $bytes ->
        [one] follows
       *[other] follow
    } it in the file; they were not looked at.

## What was done to the pictures of a video

one-of-several-films = The file holds { $films } films, of which only the one that players show was looked at.
film-looked-at = Film { $number }, { $codec }, { WHOLE($width) } × { WHOLE($height) } pixels, was looked at.
film-passed-over = Film { $number }, { $codec }, { WHOLE($width) } × { WHOLE($height) } pixels, was not looked at.
attached-picture = A picture is attached to the file ({ $codec }, { WHOLE($width) } × { WHOLE($height) } pixels), which was not looked at.
picture-subtitles = The file has { $tracks } { $tracks ->
        [one] track
       *[other] tracks
    } of subtitles that are pictures, which were not looked at.
data-tracks = The file has { $tracks } { $tracks ->
        [one] track
       *[other] tracks
    } of data{ $kinds ->
        [none] {""}
       *[other] {" "}({ $kinds })
    }, which were not looked at.
hidden-frames = Players show { $shown } of the { $stored } frames of the file, as its edit list says, and only these were looked at. The { $hidden } hidden ones may hold what somebody cut away.
cropped = Of the pictures, { $whole_width } × { $whole_height } pixels large, players show { $width } × { $height }, as the file says, and only these were looked at.
size-changes = The size of the pictures changes, first at { CLOCK($seconds) } from { $width } × { $height } to { $new_width } × { $new_height } pixels. Each was fitted with its own proportions into the size of the first one.
rate-assumed = The file does not say when its pictures are shown: { SIGNIFICANT($rate, digits: 4) } a second were assumed.
turned-180 = The pictures are turned by 180°, as the file says.
turned-clockwise = The pictures are turned by 90° clockwise, as the file says.
turned-counterclockwise = The pictures are turned by 90° counterclockwise, as the file says.
mirrored = The pictures are mirrored, as the file says.
pixels-stretched = The pixels are not square ({ $aspect }) and are stretched until they are.
transparent = The pictures are partly transparent and are laid on white, as photographs are.
transparency-passed-over = The file has transparency for its pictures that cannot be read here: what it hides was looked at as if it were visible.
interlaced = The pictures are interlaced and are left so: moving edges show combs.
high-dynamic-range = The pictures have a high dynamic range and are mapped to the one of ordinary screens (sRGB).
wide-colours = The pictures have wide colors (BT.2020) and are mapped to those of ordinary screens (sRGB).
p3-colors = The pictures have wide colors (P3) and are mapped to those of ordinary screens (sRGB).

## Why a face counts less in what is said of a person: a clause

counts-less-small = the face is small, { $pixels } pixels on its shorter side
counts-less-blurred = motion or compression blurred it
counts-less-blocks = blocks of compression show

## Why the analysis of a video ended before the file does

limit-reached = Only the first { CLOCK($limit) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}of { CLOCK($declared) }
    } were analyzed: that is the limit; set TELLTALE_MAX_VIDEO_SECONDS higher for more.
cut-off = The file is cut off: its frames end at { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] {" "}of { CLOCK($declared) }
    }, and what came before was analyzed; get a complete copy for the rest.
ends-early = The frames end at { CLOCK($seconds) }{ KNOWN($declared) ->
        [no] {""}
       *[yes] , of { CLOCK($declared) } that the file declares
    }; they were analyzed up to there, and nothing after it is known.
stopped = The analysis was stopped at { FIXED($seconds, digits: 1) } seconds.
decoding-failed = The video could be decoded up to { CLOCK($seconds) } only; it was analyzed up to there, and nothing after it is known. { $because }

## What is wrong with damaged data: a clause

said-by-reader = { $reason }
unsaid-by-reader = its reader does not say why
header-cut-off = the header is cut off
wrong-webp-chunk = a WebP starts with VP8, VP8L or VP8X, got { $chunk }
no-pixels-declared = its header declares { WHOLE($width) }×{ WHOLE($height) } pixels
sizes-differ = { WHOLE($width) }×{ WHOLE($height) } pixels declared, { WHOLE($found_width) }×{ WHOLE($found_height) } found
no-stream = there is no stream in it

## Why a file cannot be analyzed

-photograph = a JPEG, PNG, WebP, TIFF, BMP, HEIC or AVIF photograph
-video = an MP4, MOV, WebM, MKV, AVI, WMV, MPEG, FLV, OGG, MXF or GIF video
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
file-too-large = The file is too large: at most { MILLIONS($limit, digits: 0) } MB can be analyzed, { MILLIONS($size, digits: 1) } MB came; save the photograph in a format that compresses.
video-too-large = The video is too large: at most { MILLIONS($limit, digits: 0) } MB can be analyzed, { MILLIONS($size, digits: 1) } MB or more came; cut out the part in question, or set TELLTALE_MAX_VIDEO_BYTES higher.
copy-too-large = The marked copy would be larger than { MILLIONS($limit) } MB; on the command line, `python -m forensics analyze VIDEO --annotated FOLDER` writes it at any size.
too-many-pixels = The picture is too large: at most { MILLIONS($limit) } megapixels can be analyzed, its header declares { WHOLE($width) }×{ WHOLE($height) } pixels; make a smaller version or cut out the faces in question.
frames-too-large = The frames are too large: at most { MILLIONS($limit) } megapixels can be analyzed, { WHOLE($width) }×{ WHOLE($height) } pixels came; make a smaller version of the video, or set TELLTALE_MAX_VIDEO_PIXELS to { WHOLE($pixels) } or more.
too-few-bytes = The file claims a picture of { WHOLE($width) } × { WHOLE($height) } pixels and has only { COUNT($bytes) } bytes, too few for a photograph; get a complete copy of the file.
out-of-memory = There is not enough memory for this picture of { WHOLE($width) }×{ WHOLE($height) } pixels; close other programs or make a smaller version of it.
decoding-memory = Decoding the file takes more than { WHOLE($megabytes) } MB of memory, the bound that is set; make a smaller version of it, or set TELLTALE_DECODING_LIMIT higher.
decoding-too-long = Decoding the file takes more than { WHOLE($seconds) } seconds, the bound that is set; save it anew with a program that opens it, or set TELLTALE_DECODING_LIMIT higher.
decoder-crashed = The decoder broke down over the file: its data is damaged, or made to break a decoder; nothing but this file was affected. Get another copy of it.
no-decoder = The process that decodes files cannot be started ({ $reason }); close other programs and try again.

damaged = The picture is damaged or cut off: its data cannot be decoded ({ $because }); get a complete copy of the file.
video-damaged = The video is damaged or cut off: its data cannot be read ({ $because }); get a complete copy of the file.
frame-lost = The frame at { FIXED($seconds, digits: 1) } seconds cannot be found again: the file has changed since it was analyzed; analyze it once more.
no-frames = The video has no picture that can be decoded ({ WHOLE($broken) } broken pieces came); get a complete copy of the file.
no-frame-decoded = The video has no frame that can be decoded: pictures were wanted, none came; get a complete copy of it.
encrypted = The video is encrypted: pictures that can be decoded were wanted; save it without copy protection.
dolby-vision = The video is coded for Dolby Vision alone (profile { $profile }): its colors cannot be read here; save it as HDR10, HLG or ordinary video.
unsupported-codec = The video is coded in a way that cannot be decoded here; convert it to H.264 in MP4.

video = The file is a video ({ $found }): one photograph was wanted here; analyze it as a video, or save the frames in question as PNG and analyze those.
unsupported-video = Videos of the type { $found } cannot be analyzed: { -video } was wanted; convert it to MP4.
unsupported-picture = Pictures of the type { $found } cannot be analyzed: { -photograph } was wanted; convert it to PNG or TIFF, which lose nothing.
raw-picture = The file is a camera's raw picture, and what can be read of it at once are its previews: a photograph was wanted; develop it and save it as TIFF or JPEG. The previews were not looked at.
unsupported-coding = The picture is intact as far as can be told, and coded in a way that is not read ({ $found }: { $coding }); convert it to PNG or TIFF with ordinary compression, which lose nothing.
not-a-picture = The file is not a picture or a video: { -photograph }, or { -video } was wanted, { what-came } came; check that the file is what its name says.
not-a-video = The file is not a video: { -video } was wanted, { what-came } came; check that the file is what its name says.
no-video = The file holds no video: moving pictures were wanted, only { $because } came; check that the file is what its name says.
cover-picture = a cover picture{ and-what-else }
data-stream = data{ and-what-else }
sound = sound{ and-what-else }
subtitles = subtitles{ and-what-else }
animated = The file is of a type for animated pictures ({ $found }): one photograph was wanted, not a sequence; save the frames in question as PNG and analyze those.
several-pages = The file holds several pages or pictures: one photograph was wanted; save each as a file of its own.

no-face-in-photo = No face was found in { $photo }; name another photograph.
no-face-in-first-frame = No face was found in the first frame; begin where the face is seen.
photo-refused = { $photo }: { $because }

missing-file = There is no such file; check the path.
unreadable-file = The file cannot be read ({ $reason }); check its permissions.
link-loop = The path is a loop of links that leads to no file; name the file itself.
changed-file = The file was changed while it was analyzed; analyze it again once nothing writes to it any more.
no-ordinary-file = This is no ordinary file; name a picture, a video or a folder.
unreadable-folder = The folder cannot be read ({ $reason }); check its permissions.
no-pictures = There is no { $videos ->
        [yes] picture or video
       *[no] picture
    } in the folder { $folder }: files ending in { $suffixes } were wanted; name another folder, or name the files themselves.
video-gone = The video cannot be opened ({ $reason }); choose the file again.

disk-full = There is no room for the file in { $folder }; free some, or set TELLTALE_HOME to a folder on another disk.
not-kept = The file cannot be kept in { $folder } ({ $reason }); set TELLTALE_HOME to a folder that can be written to.
not-written = The marked copy cannot be written as MP4 ({ $reason }); convert the video to MP4 with H.264 and analyze that.
over-original = { $option } would write over { $name }, one of the files to analyze, which would be lost; name another folder.

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
wrong-hash = The weights of the detector '{ $name }' are not those of its card (SHA-256 { $found }… instead of { $wanted }…); nothing was analyzed. Restore both files.
wrong-release-file = The weights { $file } are not those of this release; restore them.
wrong-weights = The weights of the detector '{ $name }' do not fit its network in this version of Telltale.
missing-model = The model file { $file } is missing; install the package { $package }.

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
wrong-decoding-limit = TELLTALE_DECODING_LIMIT must be a number of MB and a number of seconds, both whole and above 0, such as "{ $default }"; got { $came }: correct it or remove it.
wrong-device = TELLTALE_DEVICE must be cpu, cuda or cuda:N of a CUDA device that PyTorch sees here ({ WHOLE($cuda) } of them), got { $came }: correct it or remove it.
engine-failed = The network cannot be run by { $engine } ({ $reason }); set TELLTALE_ENGINE to eager, which is slower.
wrong-engine = TELLTALE_ENGINE must be one of { $known }, got { $came }: correct it or remove it.
wrong-steps = --steps must be at least 1, got { WHOLE($came) }.
wrong-name = A detector's name has 1 to 32 characters out of a-z, 0-9 and -, and does not begin with -; got { $came }.
taken-name = There is a detector '{ $name }' already and it is not overwritten; choose another name.
unknown-family = There is no family { $name }; choose all or one of { $known }.
no-donor-photo = { $photo } has one face and the donor photographs { WHOLE($faces) }: there is nobody to borrow from; name a DONOR_PHOTO with another face.

nothing-to-analyse = { $because }
missing-reference = --reference: { $path } does not exist.
no-reference = --reference names no picture; name a folder with some, or files.

output-is-folder = { $path } is a folder; name a file to write.
output-is-no-file = { $path } is a device or a pipe, and would be replaced; name a file.
output-is-input = { $path } is one of the files to analyze and would be lost; name another.
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
not-explained = The maps explain networks that look at one face at a time; { $network } is none.
one-part = This face cannot be divided into parts, it is too small or nothing but noise; use the other methods.

## What is wrong with the data of a training, or with what it was asked to do

-what-to-check = labels may be wrong, or the forgeries leave no trace the network can learn; check the folders, add pictures or train for more steps
-swapped = the labels look swapped; check which folder is which
missing-archive = { $file } is not in the data folder { $folder }.
missing-folder = There is no folder { $folder }; check the path.
empty-folder = There is no picture in { $folder }.
no-fitting-mask = No mask in { $folder } has the name of a forged picture; name them alike.
missing-start = { $path } is missing: a wheel does without these weights; train and fit from a checkout.
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

## What is explained, in what unit, and beside what

evidence-unit = as much as the average pixel of the crop
target = { $target ->
        [fake_evidence] evidence of manipulation (class logit)
        [real_evidence] evidence of an untouched face (activation of the untouched half)
        [masked_area] the masked area (mean mask logit inside the network's mask)
        [reconstruction_error] the reconstruction error (mean difference)
       *[region] a region drawn by hand (mean mask logit inside it)
    }
target-short = { $target ->
        [fake_evidence] evidence of manipulation
        [real_evidence] evidence of an untouched face
        [masked_area] the masked area
        [reconstruction_error] the reconstruction error
       *[region] a region drawn by hand
    }
target-value = { $target ->
        [fake_evidence] class logit
        [real_evidence] activation of the untouched half
        [masked_area] mean mask logit inside the network's mask
        [reconstruction_error] mean difference
       *[region] mean mask logit inside it
    }
target-supports = { $target ->
        [fake_evidence] speaks for manipulation
        [real_evidence] looks untouched to the network
        [masked_area] makes the network mark its mask
        [reconstruction_error] is hard to rebuild
       *[region] makes the network mark this region
    }
target-opposes = { $target ->
        [fake_evidence] speaks against it
        [real_evidence] takes that away
        [masked_area] speaks against marking it
        [reconstruction_error] makes the rest easier to rebuild
       *[region] speaks against marking it
    }
baseline = { $baseline ->
        [blurred] blurred
        [average_colour] average colour
        [black] black
       *[white] white
    }
map-colors = { $usual ->
        [yes] Orange
       *[no] In maps of { target-short }, orange
    } { target-supports }, blue { target-opposes }.
edges = left { WHOLE($left) }, top { WHOLE($top) }, right { WHOLE($right) }, bottom { WHOLE($bottom) }
asked-target = of { target-short }
asked-place = { edges } of the crop
asked-baseline = baseline: { baseline }

## Methods of explanation: what a map shows, what it does not, what to look for

method-hirescam-shows = Where the network's last feature maps raise the answer, and where they lower it.
method-hirescam-does-not-show = Fine detail: a cell is some fifteenth of the crop wide, and what it tells of may lie beside it.
method-hirescam-look-for = Whether the strongest place lies on the face, on a border such as lips or eyelids, and inside the mask; hair or background is a reason for doubt.
method-gradcam-shows = Where feature channels that count for the answer are active, and where those that count against it.
method-gradcam-does-not-show = Which cells of a channel counted: all are taken alike, so one may light up that did nothing.
method-gradcam-look-for = Whether HiResCAM has its strongest place here too; if not, the place itself may not have counted.
method-gradcam-plus-plus-shows = Every place that supports the answer, small ones made as visible as large ones.
method-gradcam-plus-plus-does-not-show = What speaks against the answer, or how much a place counts: its values are no shares of it.
method-gradcam-plus-plus-look-for = Whether it shows a place that Grad-CAM does not, say the other eye, and whether the mask does too.
method-layercam-shows = Where something in the network's last feature maps raises the answer, cell by cell.
method-layercam-does-not-show = What speaks against the answer, even where it is stronger at the same place.
method-layercam-look-for = Whether a strong place stays strong in HiResCAM; if not, as much speaks against the answer there.
method-eigencam-shows = Where the strongest pattern lies in what the network sees of the whole crop, whatever is explained.
method-eigencam-does-not-show = What the answer rests on: it is the same map for every answer, and leaves out the windows at the picture's own resolution.
method-eigencam-look-for = Whether another map resembles it; that one may show what is striking in the face, not what counts.
method-ablationcam-shows = Where the feature channels lie without which the answer falls or rises: each is switched off in turn.
method-ablationcam-does-not-show = Evidence from the windows at the picture's own resolution, which stay as they are, and evidence that another channel replaces.
method-ablationcam-look-for = Whether HiResCAM, which asks by slopes, has its strongest place here too; if not, rely on neither.
method-integrated-gradients-shows = How much each pixel adds to the answer as the chosen replacement turns step by step into the face.
method-integrated-gradients-does-not-show = What pixels do together, or what is wrong with them; another replacement gives another map.
method-integrated-gradients-look-for = Whether many strong pixels crowd at one place and stay there with another replacement; with black or white, pixels of that very color can get nothing.
method-gradient-shap-shows = How much each pixel adds to the answer on the mean over random mixtures of the chosen replacement and the face with a little noise.
method-gradient-shap-does-not-show = Shares that add up exactly: it draws at random, and weak places change with the seed.
method-gradient-shap-look-for = Whether it agrees with Integrated Gradients: a place that only one of them shows hangs on noise or chance.
method-guided-gradcam-shows = The lines and dots to which the answer is sensitive, at the places where Grad-CAM finds support for it.
method-guided-gradcam-does-not-show = What speaks against the answer, or that the network has learned anything: published checks (Adebayo et al., 2018) found that it draws edges even for a network with randomized weights.
method-guided-gradcam-look-for = Lines that are no plain edges of the face, such as a seam across a cheek; a drawing of eyes, nose and mouth that would fit any face says nothing.
method-occlusion-shows = How much of the answer is lost when a patch an eighth of the crop wide is replaced at this place.
method-occlusion-does-not-show = What is there twice: with one trace replaced, the network still sees the other.
method-occlusion-look-for = Whether the strongest place lies on something that can be seen, such as a seam, teeth or an eye; an even glow over half the face is a weak hint.
method-lime-shows = What each part of the face, cut along its edges, adds to the answer while half the rest is replaced.
method-lime-does-not-show = Where inside a part the trace lies, or parts that count only together; another seed moves the weak ones.
method-lime-look-for = Whether the few strongest parts stay the same with another seed; leave the weak ones out of account.
method-kernel-shap-shows = The share of each part of the face in the answer; all shares add up to what the face has more than its replacement.
method-kernel-shap-does-not-show = Where inside a part the trace lies; a trace that two parts share is split between them, and another seed moves the weak parts.
method-kernel-shap-look-for = Whether the few strongest parts stay the same with another seed, and whether LIME names them too.

## How far a map can be trusted. A doubt has the next one inside it

trust = { $trust ->
        [faithful] faithful
        [weak] weak
       *[chance] not better than chance: do not rely on it
    }
trust-not-measured = faithfulness not measured
-beside-random = insertion less deletion
map-no-better-than-chance = Blurring and giving back what it marks moves the answer no more than maps drawn at random do ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, at random { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }).
map-is-weak = It moves the answer more than maps drawn at random ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, at random { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }), but { $because }.
map-is-faithful = Blurring what it marks takes the answer away, and giving it back restores it, more than with maps drawn at random ({ -beside-random } { SIGNIFICANT($gap, digits: 3) }, at random { SIGNIFICANT($mean, digits: 3) } ± { SIGNIFICANT($spread, digits: 2) }){ $randomised ->
        [yes] {" "}or of a network with randomized weights
       *[no] {""}
    }.
and-doubt = { $because ->
        [none] {""}
       *[other] {" "}and { $because }
    }
deletion-at-random = blurring what it marks first takes away no more than at random{ and-doubt }
insertion-at-random = giving back what it marks first restores no more than at random{ and-doubt }
like-randomised = a network with randomized weights gives a similar map (rank correlation { FIXED($correlation, digits: 2) }){ and-doubt }
randomised-no-worse = the map of a network with randomized weights does no worse{ and-doubt }
places-disagree = The places disagree: { $because }.
and-place = { $because ->
        [none] {""}
       *[other] ; { $because }
    }
evidence-beside-mask = only { SHARE($inside) } of the map's evidence lies inside the mask, which covers { SHARE($covered) } of the crop{ and-place }
error-beside-mask = only { SHARE($inside) } of the reconstruction error lies inside the mask, which covers { SHARE($covered) } of the crop{ and-place }
strongest-apart = the map's strongest tenth and that of the reconstruction error lie apart{ and-place }

## Drawings: the video's timeline and strip, the overview, single panels

verdict-letter = { $verdict ->
        [signs] S
        [inconclusive] I
        [no_signs] N
       *[not_evaluated] –
    }
overview-label = { $face }  { verdict }{ $leaning ->
        [none] {""}
       *[other] , { leans-by }
    }
overview-count = { verdict }: { $faces }
strip-more = + { $more } more
panel-evidence = Evidence; orange speaks for the target, blue against it; 1 = { evidence-unit }
panel-mask = Probability of manipulation
panel-error = Difference; 1 = black against white

## The report: frame, first page

pdf-title = Examination of faces for signs of manipulation
pdf-header = Telltale · examination report
pdf-header-case = Case { $case }
pdf-page = Page { $page } of{" "}
pdf-case = Case
pdf-analyst = Analyst
pdf-blank = not given
pdf-made = Report made
pdf-examined = Examined
pdf-pictures = { $pictures ->
        [one] { COUNT($pictures) } picture
       *[other] { COUNT($pictures) } pictures
    }
pdf-faces = { $faces ->
        [one] { COUNT($faces) } face
       *[other] { COUNT($faces) } faces
    }
pdf-videos = { $videos ->
        [one] { COUNT($videos) } video
       *[other] { COUNT($videos) } videos
    }
pdf-persons = { $persons ->
        [one] { COUNT($persons) } person
       *[other] { COUNT($persons) } persons
    }
detector-provenance = { $provenance ->
        [measured] made by a user; figures, thresholds and ratio were measured on this installation, on pictures kept back from its training
        [figures_measured] made by a user; its figures were measured on this installation, thresholds and ratio are as its card says
       *[unverified] made by a user, figures not verified here
    }
pdf-detector = Detector
pdf-detector-version = { $title }, version { $version }
pdf-not-examined = Not examined
pdf-files-not-examined = { $files ->
        [one] { COUNT($files) } file
       *[other] { COUNT($files) } files
    }, listed under inputs with the reason
pdf-glance = Result at a glance
pdf-nothing-examined = No file could be examined.
pdf-number = No.
pdf-picture = Picture
pdf-faces-with-signs = Faces with signs
pdf-no-face-found = no face found
pdf-no-face-with-signs = none
pdf-strongest-ratio = Strongest ratio
pdf-strongest = { $ratio } (face { $face }{ $leaning ->
        [none] {""}
       *[other] , { leans }
    })
pdf-caution = This report supports an examiner; it does not replace one. A score is the answer of one trained network to traces in pixels. It does not say who made a picture, when, or why, and the absence of signs does not show that a picture is authentic. The likelihood ratio must be weighed together with all other findings of the case.
pdf-inputs = Inputs
pdf-name = Name
pdf-type-and-size = Type and size
pdf-pixels = { WHOLE($width) } × { WHOLE($height) } pixels
pdf-bytes = { COUNT($bytes) } bytes
pdf-reason = Reason
pdf-hash-unknown = unknown
pdf-notes = Notes of the analyst
pdf-font-missing = For some characters there is no font here; they are shown by their codes, such as { $code }.

## The report: a picture and its faces

pdf-picture-number = Picture { $number }
pdf-whole-picture = whole picture taken as one face
pdf-nothing-scored = No face was found in this picture, so nothing was scored.
pdf-not-scored = Not scored: { $faces } × { $reason }
pdf-face = Face { $face }
pdf-crop = crop
pdf-mask = mask
pdf-reconstruction = reconstruction
pdf-reconstruction-error = reconstruction error
pdf-probability = probability
pdf-score = score
pdf-likelihood-ratio = likelihood ratio
pdf-known-ratio = … of known kinds
pdf-untouched-so-high = untouched so high
pdf-fewer-untouched = under 1 in { COUNT($cases) }
pdf-mask-share = mask share
pdf-detector-confidence = detector confidence
pdf-box = Box in pixels: { edges }.
pdf-score-axis = score: 0 to 1, higher with manipulation; dashed: the thresholds
pdf-scored-again-after = Scored again after
pdf-spread = spread

## The report: maps

pdf-map-title = Face { $face }: { $one ->
        [yes] Map { $first }
       *[no] Maps { $first } to { $last }
    } of { $maps }
pdf-evidence-unit = 1 = { evidence-unit }.
pdf-curves-note = Curves: the target as more and more pixels, the strongest first, are blurred (deletion) or given back (insertion). Line: this map; gray band: random maps; dashed: randomized weights.
pdf-deletion = deletion
pdf-insertion = insertion
pdf-deletion-area = deletion area ↓
pdf-insertion-area = insertion area ↑
pdf-road = ROAD ↑
pdf-infidelity = infidelity ↓
pdf-in-mask = in mask ↑
pdf-share-of-mask = mask share
pdf-rank-correlation = rank correlation
pdf-random-maps = random maps
pdf-randomised-weights = randomized weights
pdf-how-to-read-maps = How to read the maps
pdf-maps-share-a-scale = { $colors } All maps of this report share one scale: each is smoothed to the resolution of the coarsest and divided by the mean of its absolute values, so that 1 is as much as the average pixel of that crop. Maps tell what the network answers to, not whether it is right; where they disagree, trust none alone.
pdf-not-shown = Not shown:
pdf-look-for = Look for:
pdf-how-far-to-trust = How far to trust a map
pdf-maps-tested = Why maps are tested
pdf-maps-tested-means = A map always looks as if it explained something. So each is put to the test on this very face, beside maps that cannot know anything: if they do as well, it explains nothing.
pdf-maps-deletion = Deletion
pdf-maps-deletion-means = The pixels that the map marks most strongly are blurred first, then ever more of them, and each time the network is asked again. If the map is right, the answer falls early. The area is the mean height of the curve: the lower, the better.
pdf-maps-insertion = Insertion
pdf-maps-insertion-means = The other way round: everything is blurred, and the strongest pixels are given back first. If the map is right, the answer returns early. The higher the area, the better.
pdf-maps-road = ROAD
pdf-maps-road-means = The pixels are filled in from their neighbors instead of blurred, so that no outline of what was removed remains. Half of how much more is lost with the strongest pixels than with the weakest: the higher, the better.
pdf-maps-infidelity = Infidelity
pdf-maps-infidelity-means = Squares anywhere in the face are removed, and what the map foretells is compared with what the answer loses. 0: all was foretold; 1: nothing. The lower, the better.
pdf-maps-in-mask = In mask, mask share
pdf-maps-in-mask-means = The part of the evidence for the target that lies inside the network's own mask. It says something only beside the mask's share of the crop, which is what an even map would reach.
pdf-maps-random = Random maps
pdf-maps-random-means = Blobs at places drawn by lot, put through the same test: mean ± standard deviation. Blurring any part of a face changes the answer a little, so a figure means nothing until it is far from theirs.
pdf-maps-randomised = Randomized weights
pdf-maps-randomised-means = The same method's map of a copy of the network with fresh weights, so that it has learned nothing. The rank correlation says how alike the two maps are: near 0, the map comes from what the network learned; near 1, it would look the same without, and shows the picture more than the network.
pdf-maps-faithful = Faithful
pdf-maps-faithful-means = The map beats random maps in deletion and in insertion, and the map of randomized weights. It shows what the network's answer hangs on, which is not yet that the answer is right.
pdf-maps-weak = Weak
pdf-maps-weak-means = The map beats random maps, but not in every test, or the map of randomized weights is like it or as good. Use it only as a hint, beside another map that is faithful.
pdf-maps-chance = Not better than chance
pdf-maps-chance-means = Maps drawn by lot do as well. It must not be relied on, however convincing it looks, and nothing may be concluded from the places it marks.

## The report: reference pictures

pdf-references = Reference pictures
pdf-references-are = Faces that the analyst states to be untouched and of the same source as the questioned files. They show which scores are usual there; thresholds and likelihood ratios of this report are moved to that source, the further the more reference faces there are. The answers without them stand beside each finding. { $summary }
pdf-reference = Reference
pdf-reference-faces = Faces
pdf-references-marked = marked: { $faces }
pdf-gave-no-reference = Gave no reference face
pdf-because = Because
pdf-verdict-changed = { $noun ->
        [person] person
       *[face] face
    } { $face } of { $name }: { verdict }, without them { $before }
pdf-verdicts-changed = Reference pictures changed verdicts: { $verdicts }{ $more ->
        [0] {""}
       *[other] ; and { $more } more
    }.
pdf-thresholds-moved = Decided with { $faces ->
        [one] { COUNT($faces) } reference face
       *[other] { COUNT($faces) } reference faces
    }: the thresholds are { SHORTENED($no_signs) } and { SHORTENED($signs) } here; without them { SHORTENED($no_signs_before) } and { SHORTENED($signs_before) }.

## The report: a video

pdf-video = Video
pdf-video-number = Video { $number }
pdf-verdict-of-video = The video's verdict
pdf-persons-with-verdict = Persons: { $verdict }
pdf-nobody-followed = No face was followed in this video, so nothing was scored.
pdf-timeline = Timeline
pdf-timeline-means = Each row: above, the person's score over time from 0 to 1 with its 95 % band, and the two thresholds, dashed; below, what follows from it: S signs of manipulation, I inconclusive, N no signs found, – not evaluated. Nothing is drawn while a person was not to be seen. Dotted lines are cuts.
pdf-timeline-left-out = Of { $persons } persons the { $shown } with the most serious verdicts, then the highest scores, have a row here and key frames below; the others are in the table.
pdf-how-a-video-is-called = A video is called by the person with the strongest signs, and a person by the strongest stretch of a second or more, never by one flickering frame.
pdf-length = Length
pdf-length-looked-at = { $declared ->
        [none] length not declared
       *[other] { $declared }
    }; looked at up to { $until }
pdf-frames = Pictures
pdf-frames-of = { pdf-pixels }, { KNOWN($rate) ->
        [no] rate not declared
       *[yes] { SIGNIFICANT($rate, digits: 4) } frames a second on average
    }, { $codec }
pdf-file = File
pdf-looked-at = Looked at
pdf-frames-looked-at = { COUNT($frames) } frames: { SIGNIFICANT($rate, digits: 6) } in each second, and the frames between two of them where a face's score changes fast
pdf-cuts = Cuts
pdf-no-cuts = none found
pdf-broken = Broken
pdf-broken-pieces = { COUNT($pieces) } pieces of the file could not be decoded and were passed over
pdf-ended-early = Ended early
pdf-note = Note
pdf-video-not-scored = Not scored
pdf-times-and-more = { $times } and { $more } more
pdf-table-of-persons = Persons
pdf-person = Person
pdf-person-number = Person { $person }
pdf-verdict = Verdict
pdf-score-head = Score
pdf-ratio-head = Likelihood ratio
pdf-when = When
pdf-to-be-seen = To be seen
pdf-evaluated = Evaluated
pdf-more-persons = { $persons } more persons, with lower scores or without any, are in the CSV and the JSON file.
pdf-verdict-leans = { verdict }{ $leaning ->
        [none] {""}
       *[other] , { leans }
    }
pdf-interval = { $low } to { $high }
pdf-ratio-of-known-kinds = known kinds: { $ratio }
pdf-frames-evaluated = { $evaluated } of { $sightings } frames
pdf-frames-refused = { $frames } not evaluated, such as: { $reason }
pdf-frames-counting-less = { $frames } counting less, such as: { $reason }
pdf-key-frames = Key frames
pdf-explanations = Explanations
pdf-moment = { $moment ->
        [worst] most suspect
        [typical] typical
       *[best] least suspect
    }
pdf-person-at = Person { $person }{ $moments ->
        [none] {""}
       *[other] , { $moments } moment
    }, { $time }
pdf-still = Still: PNG of frame { WHOLE($frame) }, SHA-256 { $sha256 }
pdf-error = error
pdf-score-at = score { $score }
pdf-not-evaluated = not evaluated

## The report: how a video is judged

pdf-how-judged = How a video is judged
pdf-judged-frames = Frames looked at
pdf-judged-frames-means = Frames are taken at even steps of time, whatever the frame rate, and the frames between two of them where a face's score changes fast. Times are those at which a player shows the frame, from the first one's.
pdf-judged-persons = Persons
pdf-judged-persons-means = Faces of several frames are taken for one person by place, overlap and look. Nobody is identified: a number says that the tracker saw one person, not who that is, and it can mistake one for another, above all after a cut. A face seen too briefly to be followed is counted and not scored.
pdf-judged-score = Score over time
pdf-judged-score-means = At each time the robust mean (weighted median) of the scores within { SIGNIFICANT($window, digits: 6) } s around it, so that no single frame moves it far. The band covers the whole line with 95 % as far as scores scatter at random from frame to frame; frames close in time count hardly more than one.
pdf-judged-weight = Weight
pdf-judged-weight-means = A face that is small, blurred by motion or compression, or full of its blocks counts less; one that the detector's card excludes is not evaluated and counts nothing. The reasons stand in the table.
pdf-judged-person = A person's verdict
pdf-judged-person-means = By the strongest stretch that lasts { SIGNIFICANT($sustained, digits: 6) } s or more, or by all sightings together where they are stronger. Signs of manipulation: the lower end of its 95 % interval reaches the upper threshold. No signs found: its upper end, and the line everywhere, stay under the lower one. Inconclusive between. The interval is wider the longer a person was seen, because the strongest of many stretches is strong by chance. Under { $fewest } evaluated frames nothing is said.
pdf-judged-video = A video's verdict
pdf-judged-video-means = That of its strongest person. With every further person there is one more chance of a false alarm.
pdf-judged-limits = What frames cannot tell
pdf-judged-limits-means = A detector that errs about a face, its light or its pose errs for as long as they last; the interval knows nothing of that.
pdf-judged-ratio = Likelihood ratio
pdf-judged-ratio-of-clips = Fitted on whole clips (see what the words mean): that of the lower end of the strongest stretch's interval. Frames of one face are no independent evidence, so theirs are never multiplied.
pdf-judged-ratio-of-a-picture = That of the stretch's robust mean, as if it were the score of one picture: nothing was fitted on clips. Frames of one face are no independent evidence, so theirs are never multiplied.

## The report: what the words mean

pdf-meanings = What the words mean
pdf-meaning-signs = Signs of manipulation
pdf-meaning-signs-means = The score is { SHORTENED($signs) } or more: the range that manipulated faces reach and untouched ones seldom do.{ KNOWN($bound) ->
        [no] {""}
       *[yes] {" "}With 95 % confidence no more than { PERCENT($bound) } of the { COUNT($faces) } untouched calibration faces { $source ->
            [all] of all sources together
           *[other] of { $source }, the worst source,
        } reach it.
    } In worse pictures, and with reference pictures, threshold and bound are others: each finding states those that it was told by.
pdf-meaning-inconclusive = Inconclusive
pdf-meaning-inconclusive-means = The score lies between { SHORTENED($no_signs) } and { SHORTENED($signs) }, where both kinds are found. Where such a score is at least twice as probable on one side, the answer leans to that side, and the ratio says how far; elsewhere it leans to neither.
pdf-meaning-no-signs = No signs found
pdf-meaning-no-signs-means = The score is { SHORTENED($no_signs) } or less: the network found none of the traces of the kinds of forgery that it knows; a face forged in another way may score as low, and how much that weakens the answer is what the likelihood ratio for such kinds says, where it was measured.
pdf-meaning-not-evaluated = Not evaluated
pdf-meaning-not-evaluated-means = The face is smaller than { WHOLE($smallest) } pixels, or too blurred, too compressed, too much covered or otherwise unlike the faces of the calibration; its score has no meaning and must not be used.
pdf-meaning-score = Score
pdf-meaning-score-means = The network's answer from 0 to 1, higher with manipulation. It is not a probability that the face is manipulated.
pdf-meaning-mask = Mask
pdf-meaning-mask-means = For each pixel the probability that it was manipulated; outlined where it passes 0.5. The mask share is the part of the crop inside the outline.
pdf-meaning-reconstruction = Reconstruction and its error
pdf-meaning-reconstruction-means = The crop as the network rebuilds it from what it kept, and the mean absolute difference from the crop (0 to 1). It shows how much of the face the network took in; alone it is no sign of manipulation.
pdf-meaning-confidence = Detector confidence
pdf-meaning-confidence-means = How sure the face finder is that this is a face, 0 to 1. It says nothing about manipulation.
pdf-meaning-scored-again = Scored again
pdf-meaning-scored-again-means = The same face after JPEG compression of quality 75 and 50, at half size, slightly blurred, and cut out a little beside its place, with the verdict's symbol for each; the spread is the highest less the lowest of all its scores. A face whose verdict hangs on such a change is weak evidence. The score and the verdict above are those of the picture as it came.
pdf-meaning-family = Looks most like
pdf-meaning-family-means = The kind of forgery to which the network's second answer points, where it has one: a hint where to look, of kinds it was trained on only. It takes no part in the verdict.
pdf-meaning-crop = Crop
pdf-meaning-crop-means = The face with a margin, brought to { WHOLE($side) } × { WHOLE($side) } pixels for the network.
pdf-meaning-ratio = Likelihood ratio
pdf-meaning-known-alone-means = How many times more often such a score came from a manipulated face than from an untouched one among the { COUNT($fake) } manipulated and { COUNT($real) } untouched faces of the calibration set ({ $data }). It holds for the kinds of forgery that the detector was trained on; nothing was measured on others, and against these a low score says nothing. { $bounds }
pdf-meaning-ratio-means = How many times more probable such a score is if the face was manipulated, by a method that the detector may not know, than if it was not. Fitted on { COUNT($fake) } manipulated faces of kinds that the scoring network was not trained on, each kind with the same weight ({ $kinds }), and on { COUNT($real) } untouched faces, each source with the same weight ({ $sources }). { $bounds } How low it may fall is what the hardest kind supports: { $hardest }.
pdf-meaning-known-ratio = … for kinds it knows
pdf-meaning-known-ratio-means = The same for the kinds of forgery that the detector was trained on: { COUNT($fake) } manipulated and { COUNT($real) } untouched faces ({ $data }). It says nothing of other kinds. { $bounds }
pdf-meaning-untouched = Untouched faces that score so high
pdf-meaning-untouched-means = Share of the untouched faces of the calibration, each source with the same weight, whose score is at least that of the face.
pdf-meaning-person-ratio = A person's ratio
pdf-meaning-person-ratio-means = Fitted on whole clips: { COUNT($fake) } manipulated ones of kinds that the detector may not know ({ $kinds }; the hardest: { $hardest }) and { COUNT($real) } untouched ones, of which { COUNT($films) } are films and the others photographs set in motion. Frames of one person are no independent cases: each person counts once, by the lower end of the interval of the strongest stretch. { $bounds }
pdf-meaning-bounds = Held within { ratio-bounds }, which is all that so many cases can tell.
pdf-meaning-scale = The ratio in words
pdf-meaning-scale-means = After ENFSI 2015, the same in both directions: { $scale }.
pdf-scale-below = { support-grade } below { COUNT($below) }
pdf-scale-above = { support-grade } from there on

## The report: the detector, how to repeat it, signatures

pdf-the-detector = The detector
pdf-detector-is = { $title } ({ $name }, version { $version })
pdf-provenance = Origin
pdf-architecture = Architecture
pdf-weights = Weights, SHA-256
pdf-training-data = Training data
pdf-papers = Papers
pdf-licence = License
pdf-how-well = How well it was measured to do
pdf-figure = Figure
pdf-value = Value
pdf-95-interval = 95 % interval
pdf-cases = n
pdf-measured-on = Measured on
pdf-interval-unknown = not known
pdf-known-limits = Known limits
pdf-how-to-repeat = How to repeat it
pdf-software = Software
pdf-data-file = Data file
pdf-data-file-is = The JSON file that belongs to this report has SHA-256 { $sha256 }.
pdf-command = Command
pdf-command-gives = On the same files, this gives the same scores{ $marked ->
        [yes] , without the faces and persons that were marked as references
       *[no] {""}
    }:
pdf-examined-by = Examined by{ $named ->
        [yes] : { $analyst }
       *[no] {""}
    }
pdf-reviewed-by = Reviewed by
pdf-signature = Place, date, signature

## The command line: what every command has

cli = Telltale finds signs of manipulation in the faces of photographs and videos.
cli-usage = usage:{" "}
cli-positional = positional arguments
cli-options = options
cli-help = show this help message and exit
cli-version = show program's version number and exit
cli-language = of all that is said and of the report (default: that of the environment, TELLTALE_LANGUAGE first)
cli-wrong-use = %(prog)s: error: %(message)s{"\u000A"}
cli-argument = argument %(argument_name)s: %(message)s
cli-arguments-required = the following arguments are required: %s
cli-arguments-unknown = unrecognized arguments: %s
cli-argument-not-with = not allowed with argument %s
cli-argument-one-of = one of the arguments %s is required
cli-argument-ignored = ignored explicit argument %r
cli-argument-one = expected one argument
cli-argument-at-most-one = expected at most one argument
cli-argument-at-least-one = expected at least one argument
cli-argument-ambiguous = ambiguous option: %(option)s could match %(matches)s
cli-argument-type = invalid %(type)s value: %(value)r
cli-argument-choice = invalid choice: %(value)r (choose from %(choices)s)
cli-empty-path = an empty path names no file and no folder
cli-not-read-or-written = { $file } could not be read or written ({ $reason }).
cli-output = The output
cli-stopped = Stopped.

## The command line: fuzz

cli-fuzz = Try how broken files are read: pictures, videos, detector cards, documents and records, changed by chance.
cli-fuzz-details =
    Every file should get an answer, if only a sentence about what is wrong with it. What a reader breaks over is kept in the
    folder, with a JSON file that says what it did: a traceback, a crash, more memory than it may take, or no answer within
    ten seconds. The same seed makes the same files.

    exit code:
      0  every file got its answer
      1  some are kept as findings
      2  nothing was tried: wrong use
cli-fuzz-minutes = for which files are tried (default: %(default)g)
cli-fuzz-seed = source of chance, 0 or more (default: %(default)s)
cli-fuzz-cases = so many files instead, however long that takes
cli-fuzz-first = number of the first file; a finding is made again with --first NUMBER --cases 1 (default: %(default)s)
cli-fuzz-out = folder for the findings
cli-fuzz-finding = { $file }: { $problem }
cli-fuzz-tried = { $files } files were tried; findings: { $findings }.

## The command line: analyze

cli-analyze = Find signs of manipulation in the faces of photographs and videos.
cli-analyze-details =
    files and folders:
      A file that is named is always tried, whatever its suffix. A folder is searched to any depth for files with the
      suffix of a picture or a video; hidden files and folders are passed over, and links to folders are not followed. The
      same bytes under several names are analyzed once and listed under every name. Videos are read where they lie.
      TELLTALE_MAX_VIDEO_SECONDS, _BYTES and _PIXELS in the environment say how much of one is taken.

    reference pictures:
      With --reference, faces that are known to be untouched and come from the same source as the questioned ones (the same
      camera, site or channel, and recompressed alike) show what scores are usual there; thresholds and likelihood ratios
      are moved to it, the further the more of them there are. A questioned file is no reference. Pictures that give no
      face, or may not fit, are named on the standard error. The JSON document and the report have the answers with and
      without them, the table those with them.

    output:
      Without --json, one line a face, of a video one line a person, goes to the standard output. Progress, and one line for
      every file that failed, go to the standard error. Files are written whole or not at all.

    long runs:
      With --json OUT, what is found of each file is written to OUT.part as soon as it is done, and masks, CSV and annotated
      videos before it. Where a run is killed, the same command goes on from there and analyzes only what is left and what
      failed; a report (--pdf) needs all results and begins anew. At the end OUT is written and OUT.part removed.

    exit code:
      0  all files were analyzed
      1  some could not be, or not wholly; the others are written, and those are listed with the reason
      2  nothing was analyzed: wrong use, no picture or video in the folders named, or a damaged installation
cli-analyze-paths = picture or video, or folder searched for them
cli-analyze-reference = picture, or folder searched for pictures, of untouched faces of the same source; may be given repeatedly
cli-analyze-sample-fps = frames of a video looked at in each second, more where the score changes fast (default: %(default)g)
cli-analyze-faces = find the faces, or take the whole picture or frame as one face crop (default: %(default)s)
cli-analyze-detector = a shipped one or one of your own, made by `finetune` (default: %(default)s)
cli-analyze-json = write all findings to this file
cli-analyze-pdf = write a report to this file
cli-analyze-masks = write <sha256>.png: 255 × probability of each pixel; of a video <sha256>_<person>.png for each person's most suspect moment
cli-analyze-csv = write <sha256>.csv for every video: all sightings
cli-analyze-annotated = write <sha256>.mp4 for every video, with the findings drawn in
cli-analyze-explain = explain every evaluated face, of a video each person's at the most suspect moment, and test how far each map can be trusted: maps in the report, where they peak in the JSON (default target: fake_evidence)
cli-continuing = Continuing: { $done } of { $files } done, by { $file }.
cli-other-run = { $file } is no run of this command with these settings, detector and versions: it is kept as { $kept }, and all files are analyzed.
cli-report-begins-anew = A report needs all results: what { $file } holds is analyzed once more.
cli-passed-over = { $files } other files in folders were passed over; name them to try them.
cli-references-passed-over = --reference: { $files } other files in folders were passed over, hidden ones or without the suffix of a picture; name them to try them.
cli-face-of = { $name }, face { $face }: { $reason }

## The command line: the table of analyze

cli-table-score = SCORE
cli-table-decision = DECISION
cli-table-any = ANY
cli-table-known = KNOWN
cli-table-face = FACE
cli-table-where = BOX OR SECONDS
cli-table-file = FILE
cli-table-verdict = { verdict }{ $leaning ->
        [none] {""}
        [towards] , leans towards
       *[away] , leans away
    }
cli-table-no-face = no face found
cli-list-spans = { $before }, { $thing }

## The command line: progress

cli-analyzing = Analyzing
cli-file = file
cli-explaining = Explaining
cli-map = map
cli-frames-and-faces = { $frames } frames, { $faces } faces
cli-bar = { $name }: { $done }{ $of ->
        [none] {""}
       *[other] {" "}of { $of }
    } s |{ $bar }| { $elapsed } gone, { $remaining } left{ $postfix }
cli-drawing = Drawing { $name }

## The command line: app

cli-app = start the app on http://127.0.0.1:8501
cli-app-details =
    The page is for this machine alone. Another port: STREAMLIT_SERVER_PORT=8600 in the environment. Ctrl-C ends it.

## The command line: benchmark

cli-benchmark = measure how good and how fast the detectors are
cli-benchmark-details =
      detection   AUC, error rates and masks on openforensics-val and -pairs, AUC on foreign-val; written to the card
      foreign     the figures on foreign-val alone, which may choose between networks; written to the card
      kinds       decisions on kinds of forgery by others, and how far the ratio for kinds unknown holds for each
      features    whether more of the answer than its score helps on kinds left out
      references  what 3 to 50 untouched faces of the same source are worth
      ladder      the same faces at four levels of damage, and false alarms on photographs of LFW
      evidence    how truthful the likelihood ratios are; wants the answers that `fit` keeps in OUT
      shortcut    a classifier that sees only size, format, JPEG tables, mean color and sharpness
      unseen      every forgery family kept from a training of its own (hours), and OpenForensics as a whole; wants the
                  checkpoint of `train --last-stage 1 --out OUT/base`
      little-data fine-tuning of the networks of `unseen` on 10, 50 and 200 forgeries of what they never saw
      ablation    either stream and both, on foreign-val: chooses their weights
      naming      how often the family of a forgery is named rightly
      explanations  faithfulness of every method's maps on forged faces with known masks, and what they cost; rows are kept
                  in OUT, so that a broken run goes on where it was (hours on two cores)
      cost        parameters, multiply-accumulates, time a face, speed of training, of every detector
      faces       recall and false alarms of the face finder on multiface-photos
      situations  how many faces are found, and what is said of them, where they are turned, cut by the edge, behind
                  glass, on posters and screens; pictures made from openforensics-val
      speed       ratios and seconds on this machine
      video       videos made of talking-heads and of photographs set in motion: AUC per person and per frame, when the
                  forged seconds are found, identity switches; videos and rows are kept in OUT, so that a broken run goes on
      video-speed speed as a multiple of real time with 1, 4 and 8 faces, memory for 10 seconds and 10 minutes
      repeatability  how far scores of the samples differ: analyzed once more, in company, on two threads, by page and command
                  line
      samples     what is said of every face of sample_media, kept there in findings.json, and how much of it is right
      table       no measurement: the README's table, made from the cards and the result files

    What is not written to the card goes to forensics/measurements/results/. Pictures are read from the data folder;
    nothing is tuned.
cli-data = folder of the archives (%(default)s)
cli-benchmark-detector = name of a detector (%(default)s)
cli-benchmark-limit = situations, ladder, shortcut, unseen: at most so many pictures of an archive; explanations: faces; video: videos
cli-benchmark-out = where the faces lie (%(default)s)
cli-benchmark-families = little-data: families (%(default)s)
cli-benchmark-alone = video: only videos of one person; figures of the others stay as they were
cli-benchmark-dry-run = print the figures, write nothing

## The command line: finetune

cli-finetune = adapt a detector to a new attack with pictures of your own
cli-finetune-details =
    folders:
      --real holds untouched pictures, --fake forged ones, at least ten of each with a face; some dozens are better. A
      picture counts with the face in its middle. --masks holds, under the forgeries' names (any suffix), pictures of the
      same size that are white where something was forged; without one the outline of the face stands in.

    what happens:
      A quarter of the pictures is kept back: it chooses the network, calibrates it and measures it. The new detector is
      written to the folder of your data (TELLTALE_HOME, else your system's, on Linux ~/.local/share/telltale) with a card
      of its own; the app offers it beside the others, and `analyze --detector NAME` takes it.

    exit code:
      0  the detector was written
      2  nothing was written: wrong use, too few pictures, or labels that cannot be right
cli-finetune-real = folder of untouched pictures
cli-finetune-fake = folder of forged pictures
cli-finetune-masks = folder of masks of the forged pictures
cli-finetune-name = of the new detector: a-z, 0-9 and -
cli-finetune-detector = to start from (default: %(default)s)
cli-finetune-steps = batches to train on (%(default)s)
cli-finetune-seed = the same seed gives the same split (%(default)s)
cli-finetune-faces = { $untouched } untouched and { $forged } forged faces
cli-finetune-written = The detector '{ $name }' is in { $folder }.

## The command line: fit

cli-fit = fit everything that hangs on a set of weights, and say what moved
cli-fit-details =
      quick    answers of the network, ratios, thresholds, persons in videos: the card (some 40 minutes on two cores)
      figures  all benchmarks, what is said of the samples, the README's table
      pictures the README's pictures of the app, where the tools of requirements-dev.txt and a browser are there
    The data folder holds the archives named in forensics/fitting/calibration_set.py. Every step is kept in OUT by the
    weights it is of: what was done is not done again, and a broken run goes on. OUT/fit/report.md says what moved.
cli-fit-detector = name of a shipped detector (%(default)s)
cli-fit-out = where answers, clips and steps go (%(default)s)
cli-fit-quick = the card alone; the figures can follow later
cli-fit-threads = CPU threads of the first part; 0: all cores

## The command line: forge

cli-forge = Forge the faces of a photograph, for teaching and for trying the detector.
cli-forge-details =
    Every face found in PHOTO is forged once a family; eyes, mouths and faces to borrow come from its other faces and from
    the donor photographs. Into FOLDER go, for each family, the forged picture, its mask (white = manipulated) and a JSON
    file that says what was done; all pictures are PNG and say in their metadata that they are forged. The same
    photographs, family and seed give the same forgery.

    exit code:
      0  the forgeries are written
      2  not all was forged: wrong use, a picture that cannot be read, no face, or nobody to borrow from; what was written
         before stays
cli-forge-photo = picture whose faces are forged
cli-forge-donors = pictures to borrow faces from
cli-forge-family = a family of forgeries (default: %(default)s)
cli-forge-seed = source of chance, 0 or more (default: %(default)s)
cli-forge-out = where the forgeries are written
cli-forge-sheet = also write a contact sheet: target, forged, mask

## The command line: train

cli-train = train a detector and write its weights and card
cli-train-details =
    The data folder holds the archives named in forensics/training/dataset.py. The first run finds the faces (some ten
    minutes) and keeps them in OUT; later runs start at once. Progress goes to OUT/<network>.log, a checkpoint beside it.

    --stretch goes on with an endless training instead: it starts from the weights in CHECKPOINT (where there is no such
    file, from the shipped ones), trains for the given minutes at a steady rate, and replaces CHECKPOINT every few minutes.
    Progress goes to the standard output, with figures on faces that never train, foreign-val among them. Nothing is
    published before --publish-only asks for it; then `fit`.
cli-train-threads = CPU threads; 0: all cores
cli-train-out = where faces and checkpoints go (%(default)s)
cli-train-first-stage = go on from the checkpoint in OUT at this stage
cli-train-last-stage = stop with the checkpoint of this stage, publish nothing (`benchmark unseen`: 1)
cli-train-publish-only = do not train: make weights and card of the checkpoint
cli-train-stretch = go on with an endless training from there
cli-train-minutes = of a stretch (%(default)s)
cli-train-left-out = kinds, pools and families a stretch does without, by commas
cli-train-tune = instead of a stretch its last step: fine-tune the checkpoint for so many steps
cli-train-share = of the last step: the part of the way from the checkpoint to the fine-tuned network (%(default)s)

## Several things, one after the other

list-next = { $before }, { $thing }
list-and = { $before } and { $thing }
list-clause = { $before }; { $thing }
enumerated = { $things }{ $more ->
        [0] {""}
       *[other] {" "}and { WHOLE($more) } more
    }

## A date with its time, as a pattern of Unicode's CLDR

moment-pattern = yyyy-MM-dd HH:mm 'UTC'

## Kept by an older version as a sentence

told = { $sentence }

## Every page: its title and what it is for, the language

page-title = { $page ->
        [inspect] Inspect
        [explain] Explain
        [report] Report
       *[method] Method
    }
page-caption = { $page ->
        [inspect] Every face of a photograph, every person of a video, scored on its own: which ones bear signs of manipulation, where, and when.
        [explain] What the network wrote about one face, which of its pixels the answer rests on, and how far each map that says so can be trusted.
        [report] All that was found, written down so that it can be checked and repeated.
       *[method] What the network is, how well it was measured to do, what it cannot do, and how to read its answers.
    }
page-language = Language
page-language-name = English
page-starting = Starting Telltale …
page-fault = A fault in Telltale stopped this page; the log says where. Your files and results are kept: go on with another page, or load this one again.
page-host-refused = Telltale is not served under the name { $host }. Open it as localhost; whoever runs it can allow further names with { $variable }.
page-origin-refused = Refused: another site asked.

## Pages: things counted

page-count-cut = { COUNT($number) } { $number ->
        [one] cut
       *[other] cuts
    }
page-count-day = { COUNT($number) } { $number ->
        [one] day
       *[other] days
    }
page-count-detection = { COUNT($number) } { $number ->
        [one] detection
       *[other] detections
    }
page-count-face = { COUNT($number) } { $number ->
        [one] face
       *[other] faces
    }
page-count-file = { COUNT($number) } { $number ->
        [one] file
       *[other] files
    }
page-count-frame = { COUNT($number) } { $number ->
        [one] frame
       *[other] frames
    }
page-count-map = { COUNT($number) } { $number ->
        [one] map
       *[other] maps
    }
page-count-message = { COUNT($number) } { $number ->
        [one] message
       *[other] messages
    }
page-count-person = { COUNT($number) } { $number ->
        [one] person
       *[other] persons
    }
page-count-photograph = { COUNT($number) } { $number ->
        [one] photograph
       *[other] photographs
    }
page-count-picture = { COUNT($number) } { $number ->
        [one] picture
       *[other] pictures
    }
page-count-video = { COUNT($number) } { $number ->
        [one] video
       *[other] videos
    }

## Pages: choosing a file and a face

page-choose-file = File, one of { WHOLE($files) }
page-choose-face = Face, { page-count-face } in this picture
page-choose-second = Compare with
page-choose-no-second = no other face
page-go-to-inspect = Go to Inspect
page-face-label = { $noun ->
        [person] Person
       *[face] Face
    } { WHOLE($face) }: { verdict }{ $score ->
        [none] {""}
       *[other] , score { $score }
    }

## Inspect: taking files in

page-faces-detect = Find the faces
page-faces-whole = Whole picture as one face
page-samples = Samples to try
page-same-as = { $name } (the same as { $known })
page-repeated = Already here, byte for byte, and not analyzed again: { $names }
page-drop-files = Drop photographs or videos here: JPEG, PNG, WebP, TIFF, BMP, HEIC or AVIF up to { MILLIONS($photograph, digits: 0) } MB; MP4, MOV, WebM, MKV, AVI, WMV, MPEG, FLV, OGG, MXF or GIF up to { MILLIONS($video, digits: 0) } MB
page-what-to-score = What to score
page-what-to-score-help = Take the whole picture as one face where it is a cut-out face already, or where none was found.
page-network = Network
page-network-help = The page Method says what each of them is and how well it was measured to do.
page-sample-fps = Of a video, frames in each second
page-sample-fps-help = Where a score changes fast, more are looked at. Fewer take less time, and a short manipulation may fall between them.
page-sample-about = { $how } Origin: { $origin }. License: { $licence }.
page-try-again = Try again
page-clear-messages = Clear { page-count-message }

## Inspect: analyses under way

page-photographs-done = { page-count-photograph }: { COUNT($done) } analyzed
page-waits = Waits for its turn
page-analyzing = Analyzing { $name }
page-cancel = Cancel
page-go-on = Go on
page-remove = Remove
page-photographs-stopped = { page-count-photograph } stopped: { $names }
page-video-stopped = Stopped. What was finished is kept, and the analysis can go on from there.
page-video-waits = Waits for its turn: two videos are analyzed at a time.
page-video-stopping = Stopping after the piece in hand.
page-video-begins = Analyzing: the first seconds are looked at.
page-video-far = Analyzing: { $seconds }{ $total ->
        [none] {""}
       *[other] {" "}of { $total }
    } · { $frames }, { $faces }{ $left ->
        [none] {""}
       *[other] {" "}· { $left } left
    }

## Inspect: removing and keeping

page-removed = Removed { $names }. :small[It can be brought back for ten minutes, or until something else is removed.]
page-undo = Undo
page-deleted = Deleted for good: { $names }. A file that another session has stays there.
page-delete-all = Delete all now
page-delete-all-means = Deletes every file of this session and what was found in them, at once and for good. What another session needs stays there. Reference pictures and the case fields stay on the page.
page-delete-for-good = Delete for good
page-kept-where = in { $folder } on this computer, for { page-count-day } after they were opened last
page-kept = Files, results and this page as it stands are kept { page-kept-where }.
page-kept-without-cookie = Files and results are kept { page-kept-where }. This browser takes no cookie: loaded anew, the page is empty.
page-not-kept = :red[The session could not be kept on the disk ({ $failure }): when the page is loaded anew, the latest changes are lost.] Files and results are kept { page-kept-where }.

## Inspect: files and faces

page-strongest-ratio-help = Of the file's faces or persons the highest likelihood ratio: how many times more probable such a score is if the face was manipulated than if it was not. Where the network's card tells kinds of forgery apart, it is that for kinds that the network may not know.
page-no-face = No face was found in this picture, so nothing was scored. That says nothing about the rest of the picture. If it is one large or cut-out face, choose “{ page-faces-whole }” above.
page-column-file = File
page-column-cases = Faces or persons
page-column-score = Highest score
page-column-ratio = Strongest ratio
page-column-leans = Leans
page-leans = { $leaning ->
        [towards] towards manipulation
       *[away] away from manipulation
    }
page-remove-all = Remove all files
page-picture-with-numbers = The picture with { COUNT($number) } numbered { $noun ->
        [person] { $number ->
            [one] person
           *[other] persons
        }
       *[face] { $number ->
            [one] face
           *[other] faces
        }
    }
page-zoom = Wheel or pinch to zoom, drag to move, double click for the whole picture.
page-found-and-scored = **{ page-count-face }** found and scored
page-faces-with-numbers = { page-count-face }: { $numbers }
page-picture-size = { WHOLE($width) } × { WHOLE($height) } pixels, { $type }, { $size }
page-network-version = Network: { $title }, version { $version }
page-not-scored = { page-count-detection } not scored
page-write-report = Write the report
page-remove-file = Remove this file
page-faces-of-picture = { $noun ->
        [person] Persons in this frame
       *[face] Faces
    }
page-order = Order
page-order-by = { $order ->
        [suspicion] Most suspect first
       *[number] By number
    }
page-face-title = { $noun ->
        [person] Person { WHOLE($face) }, this frame
       *[face] Face { WHOLE($face) }
    }
page-hint-help = The kind of forgery to which the network's small second answer points. It was trained on some kinds only, and it takes no part in the verdict.
page-explain-face = Explain { $noun ->
        [person] person
       *[face] face
    } { WHOLE($face) }
page-scored-again = Scored again after small changes (dots): spread { FIXED($spread, digits: 3) }. { $stability }
page-scored-again-one-by-one = The same face, scored again:
page-after-change = { change }: { $score }
page-face-numbers = mask over { SHARE($mask) } of the crop · reconstruction error { FIXED($error, digits: 3) } · { WHOLE($width) } × { WHOLE($height) } pixels{ KNOWN($confidence) ->
        [no] {""}
       *[yes] {" "}· found with confidence { FIXED($confidence, digits: 2) }
    }
page-score = Score **{ $score }**
page-higher-is-suspect = higher is more suspect
page-picture = { $picture ->
        [crop] Crop
        [mask] Mask
        [reconstruction] Reconstruction
       *[error] Error
    }
page-picture-of-face = { page-picture } of face { WHOLE($face) }
page-scale-label = Score { FIXED($score, digits: 3) } of 1: no signs up to { FIXED($no_signs, digits: 3) }, signs of manipulation from { FIXED($signs, digits: 3) }
page-scale-after = ; after { change } { FIXED($score, digits: 3) }

## What verdicts mean, and what a panel with an output of the network shows

page-meaning = { $verdict ->
        [signs] The score lies in the range that manipulated faces reach and untouched ones seldom do.
        [inconclusive] The score lies where both kinds of face are common. Where it is at least twice as probable on one side, the answer leans to that side and says how far; elsewhere it leans to neither.
        [no_signs] The network found none of the traces of the kinds of forgery that it knows; a face forged in another way may score as low. How much a low score is worth then is what the ratio for such kinds says.
       *[not_evaluated] The face is too small, too blurred, too strongly compressed, mostly covered, cut off, or unlike the faces the network was calibrated on; its score has no meaning. The card of the face says which.
    }
page-output = { $output ->
        [original] Original
        [mask] Mask
        [reconstruction] Reconstruction
       *[reconstruction_error] Reconstruction error
    }
page-output-shows = { $output ->
        [original] The face as it was cut from the picture, with its margin, before it was resized for the network.
        [mask] How probable it is for each pixel that it was manipulated; the white line is one half.
        [reconstruction] The face as the network's decoder rebuilds it from the half of its memory that decided.
       *[reconstruction_error] How far the network's rebuilt face differs from the original, pixel by pixel.
    }
page-output-does-not-show = { $output ->
        [original] What lies outside the crop. The network saw nothing of that.
        [mask] Why. It is computed whatever the verdict, and a sentence says so where the two do not fit.
        [reconstruction] What the face looked like before a manipulation. It is always coarse.
       *[reconstruction_error] Manipulation as such: hair, glasses and fine texture are hard to rebuild in any face.
    }
page-output-look-for = { $output ->
        [original] What the other panels mark: can you see it here with your own eyes?
        [mask] A closed shape that follows a face, a part of it or a seam. Scattered specks say little.
        [reconstruction] Features that it changes: another mouth, eye or outline than in the original.
       *[reconstruction_error] Smooth skin that was hard to rebuild, or an error that stops sharply at a line.
    }

## Explain: faces, panels and their settings

page-nothing-to-explain = There is no face to explain yet. Analyze a photograph first, or choose a moment of a video.
page-named-face = face { WHOLE($face) }{ $file ->
        [none] {""}
       *[other] {" "}of { $file }
    }
page-titled-face = Face { WHOLE($face) }{ $file ->
        [none] {""}
       *[other] {" "}of { $file }
    }
page-panels = Panels
page-panel = Panel { WHOLE($panel) }
page-panel-explains = Panel { WHOLE($panel) } explains
page-opacity = Colors cover the face
page-opacity-help = Lower it to see the face beneath the colors. The values under the pointer stay the same.
page-baseline = What replaces evidence
page-baseline-help = Some methods replace parts of the face to see what the answer loses. This is what they put there. How far a map can be trusted is always measured with a blur.
page-common-scale = One common scale
page-common-scale-help = On: the same color means the same amount in every map, so that maps and faces can be compared. Off: each map fills its own scale, so that a faint map can be seen; it then says so.
page-map-title = { $method }: { target-short }
page-own-scale = { $title }, own scale
page-scale-of-evidence = evidence{ $own ->
        [yes] , own scale
       *[no] {""}
    }, { evidence-unit }
page-scale-of-mask = probability of manipulation
page-scale-of-error = difference{ $own ->
        [yes] , own scale
       *[no] {""}
    }, 1 = black against white
page-under-pointer = at { $x }, { $y } of the crop
page-computing = computing …
page-map-stopped = Stopped before it was finished; “{ page-go-on }” takes it up again.
page-no-region = No region is drawn yet: draw it under the panels.
page-panel-with-note = { $title } ({ $note })
page-panels-shown = { $title }: { $panels }, side by side
page-shows = Shows:
page-does-not-show = Does not show:
page-look-for = Look for:
page-colors = Orange { target-supports }, blue { target-opposes }.
page-in-report = In the report
page-one-place = Do they point at one place?
page-one-place-means = The mask says where the network would mark a manipulation, a map which pixels its answer rests on, and the reconstruction error what it could not rebuild. They are three answers, and where they agree each supports the others. Where they do not, none is wrong for that; but the place is then no finding to rely on. Move the line across the picture to check with your own eyes what is there.
page-how-far = How far can each map be trusted?
page-how-far-means = **Deletion**: the strongest pixels are blurred first; where a map is right the value falls at once. **Insertion**: they are given back first to a blurred face; where it is right the value rises at once. **Random maps** mark blobs at places that mean nothing, **randomized weights** is the map of the same network with fresh weights, as before any training: a map that is no better than these does not tell what the network answered to.
page-swipe = Swipe across
page-swipe-nothing = Show something else than the original in a panel to compare it here.
page-swipe-with = Original and
page-swipe-option = { $title }, { $name }
page-swipe-shown = Original and { $option }, one over the other

## Explain: how far a map can be trusted

page-not-measured-because = Not measured: { $because }
page-not-measured-yet = not measured yet
page-map-not-measured = Not measured yet.
page-map-of-face = **{ $map }**, { $name }
page-place-of-face = **{ $map }, { $name }.** { $said }
page-map-picture = { $map } of { $name }
page-curves-of = Deletion and insertion curves of { $map }
page-of-map = this map
page-of-random-maps = random maps, mean ± sd
page-of-randomised-weights = randomized weights
page-figure = { $figure ->
        [deletion] Deletion area, low is good
        [insertion] Insertion area, high is good
        [gap] Insertion less deletion, high
        [road] ROAD, high is good
        [infidelity] Infidelity, low is good
        [sparseness] Sparseness, 0 even to 1
        [energy] Energy inside the mask, high
        [overlap] Overlap with the mask (IoU), high
        [pointing] Highest point inside the mask
        [correlation] Rank correlation with randomized weights, low
        [sensitivity] Change under invisible noise (max. sensitivity), low
       *[mask_share] Share of the crop inside the mask
    }
page-yes-or-no = { $hit ->
        [yes] yes
       *[no] no
    }
page-hits = { WHOLE($hits) } of { WHOLE($maps) }

## Explain: all methods on one face, and what is still computed

page-ranking = Which method for this face?
page-ranking-target = Explaining
page-rank = Rank all methods for this face
page-rank-help = Draws and measures every method's map. The slow ones take a while; it can be stopped at any time, and what is finished stays.
page-ranked = { COUNT($number) } { $number ->
        [one] method
       *[other] methods
    } measured of { WHOLE($methods) }. Best trusted first, then by how far insertion less deletion is ahead of that of random maps, in their standard deviations.
page-method-failed = { $method }: { $because }
page-rank-column = { $column ->
        [method] Method
        [verdict] Verdict
        [ahead] Ahead, sd
        [deletion] Deletion
        [insertion] Insertion
        [road] ROAD
        [correlation] Rank corr. randomized
        [energy] Energy in mask
       *[seconds] Seconds
    }
page-energy-of-area = { SHARE($energy) } of { SHARE($area) } area
page-put-method = Show
page-put-panel = in panel
page-put = Show it
page-maps-to-go = { page-count-map } to go
page-maps-to-do = { $said }{ $more ->
        [0] {""}
       *[other] {"  ·  "}{ COUNT($more) } more { $more ->
            [one] map
           *[other] maps
        } to do
    }
page-maps-left = { $said } ({ COUNT($left) } to go)
page-stop-computing = Stop computing
page-paused = Computing is paused: { page-count-map } not finished.
page-computing-map = Face { WHOLE($face) }, { $method }: computing the map
page-computing-random = Face { WHOLE($face) }: measuring maps drawn at random, to compare with
page-computing-trust = Face { WHOLE($face) }, { $method }: measuring how far it can be trusted

## Report

page-nothing-to-report = There is nothing to report yet. Analyze a photograph first, or a video.
page-case-number = Case number
page-notes = Notes
page-report-content = { $content }; { page-count-map } of { $faces } chosen on the Explain page
page-report-pictures = { $pictures }, { $faces }
page-report-videos = { $videos }, { $persons }
page-report-unfinished = { page-count-file } not finished yet and not in it
page-explain-all = Explain every face first
page-explain-all-help = With { $methods }, each measured: some seconds a face.
page-prepare = Prepare the report
page-writing-report = Writing the report …
page-no-preview = Prepare the report to see its pages here.
page-report-page = Page { WHOLE($page) } of the report
page-download-pdf = Download PDF
page-download-json = Download JSON
## A video on the page Inspect

page-video-rule = A video is called by the person with the strongest signs; a person by the strongest stretch of evaluated frames that lasts a second or more, or by all of them together, and never by a single frame.
page-video-rule-of-few = A video is called by the person with the strongest signs. Fewer than { $fewest } frames were looked at, so each person is judged by the single frame of the middle score, as a face in a photograph would be.
page-video-nobody = No face was found in the frames that were looked at, so nothing was scored. That says nothing about the rest of the video.
page-video-file = { $length ->
        [none] length not declared
       *[other] { $length }
    }, { WHOLE($width) } × { WHOLE($height) } pixels{ KNOWN($rate) ->
        [no] {""}
       *[yes] , { SIGNIFICANT($rate, digits: 4) } frames a second
    }, { $codec } in { $type }, { $size }
page-video-looked-at = { $frames ->
        [one] { COUNT($frames) } frame
       *[other] { COUNT($frames) } frames
    } looked at up to { $until }, { $cuts ->
        [0] no cut
        [one] { COUNT($cuts) } cut
       *[other] { COUNT($cuts) } cuts
    }
page-video-network = Network: { $title }, version { $version }
page-video-notes = { $notes ->
        [one] { COUNT($notes) } note
       *[other] { COUNT($notes) } notes
    }
page-video-remove = Remove this file
page-video-broken = { $pieces ->
        [one] { COUNT($pieces) } piece
       *[other] { COUNT($pieces) } pieces
    } of the stream could not be decoded and were passed over.
page-video-go-on = Go on
page-video-over-time = Persons over time
page-video-over-time-alt = { pdf-persons } over time; the cards above say the same in words
page-video-reading = Click into a row to look at that moment. Thick line: the score over time, higher is more suspect, in its 95 % band. Dots: single frames; crosses at the bottom: frames in which the person was not evaluated. Thin dashes: the thresholds. Vertical lines: cuts, and the chosen moment.
page-video-thinned = The video is long: of more than { COUNT($points) } points in a row so many are drawn, peaks among them. Click near a moment, and reach the frames between with Previous frame and Next frame.
page-video-flicker = Flicker
page-video-flicker-means = **Flicker** is how much the mask (solid) and the residual (dashed: the reconstruction's error) change from one look at a face to the next. A forgery made frame by frame may sit a little differently in each. A turning head, talking, a change of light and compression make them jump as well, and an empty mask cannot: it is a hint where to look, and takes no part in the verdict.

## A video on the page Inspect: the chart of its persons over time

page-timeline-not-evaluated = { $time }: not evaluated<br>{ $reason }
page-timeline-score = { $time }: score { SCORE($score) } of this frame{ $because ->
        [none] {""}
       *[other] <br>counts less: { $because }
    }
page-timeline-span = { $start } to { $end }: { verdict }
page-timeline-flicker-of-mask = flicker of the mask
page-timeline-flicker-of-residual = flicker of the residual

## A video on the page Inspect: its persons

page-people-pages = { pdf-persons }, the most suspect first, { $shown } at a time.
page-people-when = { $verdict ->
        [signs] { pdf-meaning-signs }
        [inconclusive] { pdf-meaning-inconclusive }
        [no_signs] { pdf-meaning-no-signs }
       *[not_evaluated] { pdf-meaning-not-evaluated }
    } { $times }{ $more ->
        [0] {""}
        [one] , and { COUNT($more) } more time
       *[other] , and { COUNT($more) } more times
    }.
page-people-between = between { $start } and { $end }
page-people-score = Score **{ $score }**
page-people-interval = { $low } to { $high }, 95 %
page-people-seen = Seen { $times } · { WHOLE($evaluated) } of { $sightings ->
        [one] { COUNT($sightings) } sighting
       *[other] { COUNT($sightings) } sightings
    } evaluated
page-people-times-and-more = { $times } and { WHOLE($more) } more times
page-people-moment = { $moment ->
        [worst] Most suspect
        [typical] Typical
        [best] Least suspect
       *[clearest] Clearest
    } { $time }

## How long something will take

page-duration = some { $unit ->
        [seconds] { COUNT($number) } seconds
        [minutes] { $number ->
            [one] { COUNT($number) } minute
           *[other] { COUNT($number) } minutes
        }
       *[hours] { $number ->
            [one] { COUNT($number) } hour
           *[other] { COUNT($number) } hours
        }
    }

## A video on the page Inspect: the chosen moment

page-moment-taking = Taking the frame out of the video …
page-moment-title = Moment { $time }
page-moment-previous = Previous frame
page-moment-next = Next frame
page-moment-frame = Frame { COUNT($frame) } of the video, at { $time }, { $shots ->
        [1] {""}
       *[other] shot { WHOLE($shot) } of { WHOLE($shots) },{" "}
    }with { $persons ->
        [0] nobody whose face was followed
       *[other] { pdf-persons }
    }.
page-moment-counts = Person { $person } counts { SHARE($weight) } in what is said of the person: { $because }.
page-moment-single = The scores of one frame are single answers; what is said of a person follows the rule above. This frame can be explained like a photograph, and goes into the report where it is.

## A video on the page Inspect: its player

page-player-unplayable = Browsers cannot be expected to play this file ({ $type }, { $codec }).
page-player-too-large = The file is too large for the player ({ $size }).
page-player-marked = Persons marked
page-player-marked-help = The copy with boxes around the faces.
page-player-marked-alt = The video with its persons marked
page-player-make-marked = { $because } The copy with the persons marked is an MP4 that can be played: make it under “Take away”, below.
page-player-alt = The video as it was received

## A video on the page Inspect: what can be taken away of it

page-exports-title = Take away
page-exports-csv = Numbers (CSV)
page-exports-csv-help = A line for each person in each frame that was looked at.
page-exports-marked = Marked video (MP4)
page-exports-make-marked = Make a marked video (MP4)
page-exports-make-marked-help = A copy with a box and a verdict for each person, to show to others. It is compressed anew and is no evidence itself.
page-exports-report = Write the report
page-exports-marking = Marking the persons in each frame
page-exports-marking-percent = { page-exports-marking }: { WHOLE($percent) } %
page-exports-not-made = The copy could not be made: { $reason }

## Drawing a region of a face

page-region-drag = **Region of { $face }**: drag a box over the picture.
page-region-drag-alt = The crop of { $face }, to drag a box on; the fields beside it do the same
page-region-edges = Or give its edges, in pixels of the crop.
page-region-use = Use this region
page-region-empty = The region is empty: right must exceed left, and bottom must exceed top.
page-region-left = Left
page-region-right = Right
page-region-top = Top
page-region-bottom = Bottom

## A panel of a face to take away

page-panel-png-help = The panel as a picture, with its color bar and how it was made.
page-panel-raw-help = The raw numbers, float32, one a pixel of the crop: { $of ->
        [map] share of { $target } a pixel, signed and unscaled
        [mask] probability of manipulation
       *[error] difference, 1 = black against white
    }.
page-panel-face = Face
page-panel-network = Network
page-panel-network-is = { $name } { $version }, weights { $weights }…
page-panel-method = Method
page-panel-explained = Explained
page-panel-region = Region
page-panel-region-is = { WHOLE($left) } to { WHOLE($right) } across, { WHOLE($top) } to { WHOLE($bottom) } down, in pixels of the crop
page-panel-replaced-by = Replaced by
page-panel-seed = Seed
page-panel-scale = Scale
page-panel-scale-is = { $shared ->
        [yes] shared with the other panels
       *[no] of this panel alone
    }
page-panel-trust = Trust

## Reference pictures on the page Inspect

page-references-title = Reference pictures{ $faces ->
        [none] {""}
       *[other] : { $faces }
    }{ $doubtful ->
        [0] {""}
       *[other] , { WHOLE($doubtful) } may not fit
    }{ $lost ->
        [0] {""}
       *[other] , { WHOLE($lost) } gone
    }
page-references-are = Add pictures whose faces are known to be untouched and that come from the same source as the files in question: the same camera, site or channel, recompressed alike. They show which scores are usual there, and the answers are decided anew with them. Faces of the files at hand that are known to be untouched can be marked on their cards. Reference pictures are held in memory for this session only.
page-references-drop = Drop untouched pictures of the same source here
page-references-lost = Gone, because reference pictures are in memory only and the program or the page was closed
page-references-add-again = Add them again where they are to count.
page-references-go-on = Go on without them
page-references-marked = face { $face } of { $name }, marked
page-references-stretch = person { $person } of { $name }, from { FIXED($start, digits: 1) } to { FIXED($end, digits: 1) } seconds
page-references-take-out = Take out
page-references-scoring = Scoring the reference pictures
page-references-scoring-one = Scoring the reference picture { $name }
page-references-known = Known to be untouched
page-references-known-help = It then counts as a reference face for all other faces here, those of this picture included, and not for itself.
page-references-stretch-counts = A stretch of this person counts as one reference face, because its frames are no independent ones. It counts for all other persons and files, and not for this person.
page-references-from-to = From, to, in seconds
page-references-use-stretch = Use this stretch
page-references-take-stretch-out = Take it out

## What verdicts promise and ratios are worth, on the page Method

page-evidence-title = Verdicts and strength of evidence
page-evidence-signs = Score of **{ FIXED($score, digits: 3) }** or more. { $promise }
page-evidence-no-signs = Score of **{ FIXED($score, digits: 3) }** or less. { $promise }
page-evidence-inconclusive = Between the two; it leans where the likelihood ratio is 2 or more, or 1/2 or less.
page-evidence-other-kinds = Of forgeries of kinds that the network does not know, more may fall so low.
page-evidence-no-promise = Set on the calibration set; no rate is promised.
page-evidence-promise = With 95 % confidence no more than { PERCENT($bound) } of { COUNT($faces) } { $kind ->
        [manipulated] manipulated
       *[untouched] untouched
    } calibration { $faces ->
        [one] face
       *[other] faces
    } { $source ->
        [all] of all sources together
       *[other] of { $source }, which has the most of them
    } { $kind ->
        [manipulated] fall so low
       *[untouched] reach it
    } (Clopper-Pearson).
page-evidence-calibration = **Calibration set.** { COUNT($fake) } manipulated { $fake ->
        [one] face
       *[other] faces
    }, { COUNT($real) } untouched { $real ->
        [one] face
       *[other] faces
    }: { $data }.
page-evidence-ratios = **Likelihood ratios**, for the kinds of forgery it was trained on, from 1/{ RATIO($low) } to { RATIO($high) }: what lies beyond, so many faces cannot support (empirical bounds, Vergeer et al. 2016).
page-evidence-gate = **Gate.** A face is not evaluated where it is unlike the { COUNT($faces) } faces the gate was fitted on in sharpness, block noise of compression, covered area, brightness or contrast, or under { WHOLE($smallest) } pixels.
page-cost = { $figure ->
        [cllr] Cost of the ratios
        [cllr_min] of which unavoidable
        [miscalibration] of which miscalibration
       *[calibration_error] Calibration error
    }
page-cost-means = { $figure ->
        [cllr] Cllr, in bits: 0 is perfect, 1 is what ratios of 1 for every face would cost.
        [cllr_min] Cllr-min: what the best ratios that keep the order of the scores would cost.
        [miscalibration] Cllr less Cllr-min: what truer ratios would save.
       *[calibration_error] How far, on average, the probability of manipulation that follows from the ratio at equal priors lies from the share of faces that were manipulated. In 15 bins of equal width.
    }
page-cost-measured = Measured on { $data }, n = { COUNT($n) }.
page-cost-interval = { $figure ->
        [cllr] Cllr
        [cllr_min] Cllr-min
        [miscalibration] Cllr minus Cllr-min
       *[calibration_error] expected calibration error
    }, { FIXED($low, digits: 3) } to { FIXED($high, digits: 3) }
page-tippett-alt = Tippett plot of the ratios
page-tippett-shows = **Shows** how many manipulated and how many untouched faces get at least such a likelihood ratio. The further the two curves lie apart the better; an untouched face right of 1, or a manipulated one left of it, was given misleading evidence.
page-tippett-does-not-show = **Does not show** how often that happens with forgeries of another kind than those it was measured on.
page-tippett-curve = { $kind ->
        [manipulated] manipulated
       *[untouched] untouched
    }, { $set ->
        [calibration] calibration set
        [kept_back] kinds kept back
       *[other] { $data }
    } (n = { COUNT($n) })
page-tippett-hover = ratio of { $ratio } or more: { $share }
page-tippett-share = share of faces with at least this ratio
## The page Method: the benchmark

page-method-network = Network
page-method-shows = Shows
page-method-does-not-show = Does not show
page-method-chart = Chart: { $shows }
page-method-not-measured = Not measured yet: `python -m forensics benchmark { $protocol }`
page-method-interval = [{ $low }, { $high }]
page-chart-hover = { FIXED($value, digits: 3) }{ KNOWN($low) ->
        [no] {""}
       *[yes] , 95 % interval { FIXED($low, digits: 3) } to { FIXED($high, digits: 3) }
    }, n = { COUNT($n) }<br>{ $data }
page-method-benchmark = Benchmark
page-method-guessing = guessing
page-method-test-seen = OpenForensics,<br>the kind it was trained on
page-method-test-pairs = OpenForensics,<br>forged beside untouched
page-method-test-composite = Montages by hand
page-method-test-diffusion = Diffusion portraits
page-method-test-videoswap = Video face swaps
page-method-test-mean = Mean of the three
page-method-detection = Kinds it knows, and kinds made by others
page-method-seen-shows = how often the network ranks a forged face above an untouched one (AUC): 1 is always, 0.5 is guessing. The upper rows are forgeries of the kind it was trained on; the lower ones were made by others, in ways no training picture was.
page-method-seen-does-not-show = how it does on a kind that is not listed. The lower rows helped to choose between networks, so that they flatter a little.
page-method-unseen = Kinds left out of training on purpose
page-method-trained-without = trained without the kind
page-method-trained-with-all = trained with all
page-method-unseen-shows = the same, for networks trained again without one family of forgeries and tested on that family, beside one trained just as long that knew them all.
page-method-unseen-does-not-show = the shipped network itself, which knows all these families and was trained for longer.
page-method-data-unseen = unseen family { $family }
page-method-data-known = seen family { $family }
page-method-ladder = Damaged pictures
page-method-level = { $level ->
        [0] clean
       *[other] level { WHOLE($level) }
    }
page-method-level-seen = OpenForensics, { page-method-level }
page-method-level-lfw = Press photographs (LFW), { page-method-level }
page-method-damage = damage
page-method-ladder-shows = what is left of it when pictures are damaged: level 1 is what a phone or a messenger does, level 4 chains several strong changes. Bands are 95 % intervals.
page-method-ladder-does-not-show = every way in which a picture can suffer. Faces that are no longer found drop out; the numbers say how many.
page-method-alarms-shows = how many untouched faces are called manipulated by mistake, of those that are evaluated.
page-method-alarms-does-not-show = the rate in a particular case: other cameras, people and platforms have others.
page-method-numbers = The numbers
page-method-data = Data
page-method-earlier-network = Measured on version { $version } of the network; not yet measured anew.
page-method-shortcut = Could it be a shortcut?
page-method-shortcut-classifier = shortcut classifier
page-method-shortcut-shows = a control: what a classifier reaches that never looks at a face, only at size, format, JPEG tables, mean color and sharpness of the picture. Under 0.5, what it learned from training pictures points the wrong way.
page-method-shortcut-does-not-show = which traces the network uses. Only where it stands well above the control has it learned more than that.
page-method-little-data = A few pictures of a new kind
page-method-to-learn-from = forged pictures to learn from
page-method-data-little = { $family }, { WHOLE($pictures) } pictures
page-method-little-shows = how far a few pictures of a new kind of forgery help a network that has never seen it (fine-tuning).
page-method-little-does-not-show = what they cost on the kinds it knew before.
page-method-cost = Cost
page-method-parameters = Parameters
page-method-multiply-accumulates = Multiply-accumulates a face
page-method-milliseconds = Time a face, ms
page-method-time-ratio = Time over the baseline's
page-method-training-speed = Images a second in training
page-method-cost-shows = what the network costs beside the baseline, both timed in one run on the same machine; times are medians of a few repeats.
page-method-cost-does-not-show = the time to decode a photograph and to find its faces, and how fast another machine is.
page-method-ablation = Which ingredients count
page-method-variant = Variant
page-method-ablation-shows = the AUC on forgeries by others, of the main network's two streams, alone and added in several shares, and of what it was before it had seen all families; brackets hold 95 % intervals. In use is “both, 1 to 1”: more of the windows gains little on forgeries by others and costs on the known kind.
page-method-ablation-does-not-show = a test: these pictures chose, so the figures flatter a little.

## The page Method: names that cards and files of results use

metric-auc = AUC
metric-mean-auc = mean AUC
metric-mean-auc-gain = gain of mean AUC
metric-partial-auc = partial AUC up to 5 % false alarms
metric-auc-loss = loss of AUC against clean
metric-shortcut-auc = AUC of the shortcut classifier
metric-equal-error-rate = equal error rate
metric-accuracy = accuracy at the threshold for signs
metric-false-alarms = untouched faces called manipulated
metric-detected = forged faces called manipulated
metric-misses = forged faces called “no signs found”
metric-at-best-threshold = forged faces over the threshold that 2 % of these untouched faces reach
metric-not-evaluated = faces not evaluated
metric-not-found = pictures whose face was not found
metric-samples-not-found = faces of the manifest that were not found
metric-faces-found = labelled faces found
metric-false-finds = finds that are no labelled face
metric-box-overlap = intersection over union of a found box and the face's
metric-score-change = mean change of a score, either way
metric-family-accuracy = family named rightly
metric-cllr = Cllr
metric-cllr-min = Cllr-min
metric-cllr-cal = Cllr minus Cllr-min
metric-calibration-error = expected calibration error
metric-below-one = forged faces with a likelihood ratio under 1
metric-below-a-third = forged faces with a likelihood ratio under 1/3
metric-untouched-below-a-tenth = untouched faces with a ratio for known kinds of 1/10 or less
metric-mask-iou = mask IoU
metric-mask-f1 = mask F1
metric-mask-pixel-auc = mask pixel AUC
metric-face-box-iou = mask IoU of the whole face box
metric-black-mask-iou = mask IoU of an all-black mask
metric-parameters = parameters
metric-multiply-accumulates = multiply-accumulates a face
metric-milliseconds = milliseconds a face
metric-time-ratio = time a face over the baseline's
metric-training-speed = images a second in training
metric-decoding-seconds = of which decoding, seconds
metric-face-finding-seconds = of which finding the faces, seconds
metric-first-scores-seconds = of which to the first scores, before they are looked at again, seconds
metric-engine-time-ratio = time a face over PyTorch's
metric-busy-engine-time-ratio = the same beside one busy process
metric-busy-time-ratio = time a face beside one busy process over that without
metric-engine-difference = greatest difference of a score from PyTorch's
metric-waiting-ratio = waiting for a photograph, over that with nothing else to do
metric-waiting-aim = the most that waiting may be
metric-memory-growth = memory that stays after photographs of closed sessions, MiB
metric-first-maps-seconds = seconds for the two maps shown first of one face
metric-analysis-time-ratio = time for a photograph with 32 faces over one with 1 face, bytes to findings
metric-scoring-time-ratio = time of scoring 32 faces over 1 face, faces already found
metric-deletion-gain = deletion area below that of random maps
metric-insertion-gain = insertion area above that of random maps
metric-road-gain = ROAD above that of random maps
metric-infidelity = infidelity
metric-max-sensitivity = maximum sensitivity
metric-sparseness = sparseness
metric-energy-lift = energy in the true mask over the mask's share
metric-pointing-game = highest value in the true mask, of detected forgeries
metric-map-iou = IoU with the true mask
metric-randomised-correlation = rank correlation with randomised weights, absolute
metric-map-over-forward = time of a map over a forward pass
metric-map-over-both = time of a map over a forward and backward pass
metric-map-seconds = seconds for a map
metric-faithfulness-seconds = seconds for the faithfulness of a map
metric-random-maps-seconds = seconds for the random maps of a face
metric-person-auc = AUC per person
metric-frame-auc = AUC per frame
metric-frame-auc-untouched-videos = AUC per frame, against untouched videos alone
metric-flicker-auc = AUC per person of the mask's flicker alone
metric-person-auc-gain = AUC per person less AUC per frame
metric-people-with-false-frames = untouched people with a frame called manipulated
metric-people-detected = forged people called manipulated
metric-people-missed = forged people called “no signs found”
metric-people-not-evaluated = people not evaluated
metric-spans-found = forged spans found
metric-span-start-error = error of a found span's start, seconds
metric-span-end-error = error of a found span's end, seconds
metric-identity-switches = identity switches a video
metric-track-splits = tracks too many for its people, a video
metric-track-merges = tracks of more than one person, a video
metric-tracks-kept = videos in which everybody has one track of their own
metric-people-not-tracked = people of whom no track was made
metric-strongest-is-forged = videos whose strongest person is the forged one
metric-video-speed = seconds of 720p video analysed in a second
metric-video-memory = MiB of memory that an analysis adds
metric-decoding-share = share of decoding
metric-face-finding-share = share of finding faces
metric-scoring-share = share of scoring
metric-difference-again = greatest difference of a score: analyzed once more
metric-difference-in-company = greatest difference of a score: after other files
metric-difference-one-by-one = greatest difference of a score: each face by itself
metric-difference-of-threads = greatest difference of a score: one thread and two
metric-difference-of-page = greatest difference of a score: page and command line
page-data-foreign-val-all-three-parts-validation = foreign-val, all three parts (validation)
page-data-foreign-val-composite-validation = foreign-val, composite (validation)
page-data-foreign-val-diffusion-validation = foreign-val, diffusion (validation)
page-data-foreign-val-videoswap-validation = foreign-val, videoswap (validation)
page-data-foreign-val-mean-of-the-three-parts-validation = foreign-val, mean of the three parts (validation)
page-data-lfw-faces-kept-back-clean = lfw-faces kept back, clean
page-data-lfw-faces-kept-back-ladder-level-1 = lfw-faces kept back, ladder level 1
page-data-openforensics-pairs-33-to-67 = openforensics-pairs 33 to 67
page-data-openforensics-val-clean = openforensics-val, clean
page-data-openforensics-val-ladder-level-1 = openforensics-val, ladder level 1
page-data-openforensics-val-ladder-level-2 = openforensics-val, ladder level 2
page-data-openforensics-val-ladder-level-3 = openforensics-val, ladder level 3
page-data-openforensics-val-ladder-level-4 = openforensics-val, ladder level 4
page-data-openforensics-faces-watched-while-training = OpenForensics faces watched while training
page-data-own-families = own families
page-data-random-map = random map
page-family-self-blend = self blend
page-family-identity-swap = identity swap
page-family-hull-swap = hull swap
page-family-patch-swap = patch swap
page-family-reenactment = reenactment
page-family-splice = splice
page-family-retouch = retouch
page-family-resynthesis = resynthesis
page-source-all-others = all others
page-source-group-photographs = group photographs
page-source-portraits = portraits
page-source-light-compression = light compression
page-source-strong-compression = strong compression
page-state-tight = tight
page-state-small = small
page-state-compressed = compressed
page-state-soft = soft
page-state-clean = clean
page-variant-whole-crop-alone = whole crop alone
page-variant-whole-crop-before-all-families = whole crop, before all families
page-variant-windows-alone = windows alone
page-variant-both-2-to-1 = both, 2 to 1
page-variant-both-1-to-1 = both, 1 to 1
page-variant-both-1-to-2 = both, 1 to 2
page-variant-both-1-to-4 = both, 1 to 4
page-videos-talking-heads = talking heads
page-videos-stills-in-motion = stills in motion
page-videos-side-by-side = side by side
page-videos-crossing = crossing
page-videos-behind-a-bar = behind a bar
page-videos-cut-back = cut back

## The page Method: the detector's card

page-method-all-figures = All { WHOLE($figures) } measured figures of the card
page-method-no-figures = No figures have been measured for this network yet.
page-method-none-stated = none stated
page-method-measured-by = Measured by
page-method-training = Version, hash and training configuration
page-method-version = Version { $version }, input { WHOLE($side) } × { WHOLE($side) } pixels
page-method-setting = Setting

## The page Method: kinds of forgery that the detector may not know

page-kinds = Kinds of forgery that it may not know
page-kinds-not-measured = Nothing was measured for this detector on kinds of forgery that it was not trained on: its likelihood ratios hold for the kinds it was trained on, and a low score says nothing of others.
page-kinds-fitted = **The leading ratio** was fitted on { COUNT($fake) } manipulated { $fake ->
        [one] face
       *[other] faces
    } of kinds that the scoring network was not trained on, each kind with the same weight: { $kinds }; and on { COUNT($real) } untouched { $real ->
        [one] face
       *[other] faces
    } of { COUNT($count) } { $count ->
        [one] source
       *[other] sources
    }, each with the same weight: { $sources }.
page-kinds-bounds = It lies between { $bounds }; how far a low score may speak against manipulation is what the hardest kind supports: **{ $hardest }**. For the kinds that the detector knows the ratio lies between { $known }.
page-kinds-false-alarms = **False alarms** by the state of the picture, in the worst source of each: the threshold is raised where more than 2 % of its untouched faces, to the nearest face, would reach it
page-kinds-state = State
page-kinds-signs-from = Signs from
page-kinds-upper-bound = Upper bound, 95 %
page-kinds-untouched = Untouched faces
page-kinds-worst-source = Worst source
page-kinds-not-named = not named
page-kinds-persons = Persons in videos
page-kinds-persons-fitted = Fitted on whole clips, each person once, because frames of one person are no independent cases: { COUNT($fake) } manipulated { $fake ->
        [one] clip
       *[other] clips
    } of kinds that the scoring network was not trained on ({ $kinds }; the hardest: { $hardest }) and { COUNT($real) } untouched { $real ->
        [one] clip
       *[other] clips
    }, of which **only { COUNT($films) } are films of people**; the others are photographs set in motion.
page-kinds-persons-limits = Signs of manipulation from **{ SHORTENED($signs) }** on, by the lower end of the interval of the strongest stretch: no more than { $stated } of the untouched clips reach it, to the nearest clip; with 95 % confidence no more than { $bound } ({ COUNT($clips) } { $clips ->
        [one] clip
       *[other] clips
    }{ $source ->
        [none] {""}
       *[other] {" "}in the worst source, { $source }
    }). No signs found up to **{ SHORTENED($no_signs) }**, by the upper end. The ratio lies between { $bounds }, for kinds that the detector knows between { $known }.

## The page Method: how far each explanation can be trusted

page-method-method = Method
page-method-explanations = How far each explanation can be trusted
page-method-explanations-measured = All methods drew maps of the main network's evidence for manipulation in the same forged faces, of which it is known which pixels were manipulated. **Deletion** blurs the pixels that a map marks most strongly first: where the map is right, the evidence is gone at once. **Insertion** gives them back first to a blurred face: where the map is right, the evidence is back at once. **Random maps** mark blobs at places that mean nothing, and a gain says by how much a method does better than they do, so that 0 is chance. **Randomized weights** are those of the same network before any training: a map that stays alike, with a rank correlation above { SHORTENED($limit) }, shows the picture more than the network. **Energy in the true mask** is the share of a map that lies on manipulated pixels, here as a multiple of the share of the crop that they take up, so that 1 is chance. The **pointing game** asks how often a map's highest value lies on a manipulated pixel.
page-method-forged-faces = Forged faces
page-method-own-families = Own families
page-method-pairs = OpenForensics pairs
page-method-data-maps = { $method } on { $data }
page-method-trust-table = Figures of every method
page-method-deletion-gain = Deletion gain
page-method-insertion-gain = Insertion gain
page-method-road-gain = ROAD gain
page-method-infidelity = Infidelity
page-method-lift = Energy in the true mask over its share
page-method-pointing = Pointing game
page-method-true-iou = Overlap with the true mask (IoU)
page-method-sparseness = Sparseness
page-method-correlation = Rank correlation, randomized weights
page-method-sensitivity = Change under noise
page-method-called-faithful = Called faithful
page-method-called-chance = Called not better than chance
page-method-better = { $better ->
        [high] high
       *[low] low
    }
page-method-worse = ▼ worse than random
page-method-unclear = ○ may be chance
page-method-alike = ▲ shows the picture
page-method-random-map = Random map
page-method-shown-first = ★ shown first
page-method-explanations-shows = means over { WHOLE($faces) } forged faces, of the pointing game over the { WHOLE($detected) } that were detected, and of the last four columns over { WHOLE($few) }, with 95 % intervals; a method may have no map of some of them. Gains are in units of the logit; (high) and (low) say which is good.
page-method-explanations-marks = **▼** the whole interval is worse than random maps; **○** it holds what random maps reach; **▲** the rank correlation is above { SHORTENED($limit) }, so that the map shows the picture more than the network; **★** { $first } and { $second } are shown first: on own families they have the largest gains together of all methods whose two gains are clear of chance and whose rank correlation is at most { SHORTENED($limit) }.
page-method-explanations-does-not-show = how far a single map can be trusted: that is measured anew for each on the Explain page. Own families chose what is shown first, so they flatter it a little; the pairs chose nothing.
page-method-gain = gain over random maps, logit
page-method-gains-chart = Chart: gains of every method over random maps, with intervals
page-method-gains-shows = the two gains of the table beside the line of random maps; a method whose interval reaches the line was not told from chance.
page-method-gains-does-not-show = that what a map marks is a manipulation: only that the answer rests on it.
page-method-map-cost = What a map costs
page-method-map-over-forward = A map, in forward passes
page-method-map-over-both = In forward and backward passes
page-method-map-seconds = A map, seconds
page-method-trust-seconds = Its faithfulness, seconds
page-method-map-cost-shows = the time of a map of one face over that of passes of this face through the network, in the same run on the same machine, with 95 % intervals, and seconds with the range of the repeats.
page-method-map-cost-does-not-show = how fast another machine is, and the random maps, which are measured once a face and serve all its maps.

## The page Method: naming the kind of forgery, persons in video

page-method-naming = Naming the kind of forgery
page-method-naming-chart = Table of true and named families, in per cent
page-method-naming-shows = which family the network names for forgeries of each family, made of faces that never trained, in per cent of { WHOLE($row) } a row. Right in { SHARE($rightly) } of { WHOLE($cases) } cases (95 % interval { SHARE($low) } to { SHARE($high) }).
page-method-naming-does-not-show = what it says of forgeries by other makers: the name is a hint and no finding.
page-method-naming-hover = { $made } named { $named }: { $percent } %
page-method-named = named
page-method-made-as = made as
page-method-videos-head = Persons in video
page-method-videos = Videos
page-method-videos-of = { $kind }, crf { WHOLE($crf) }
page-method-of-cases = { $value }, n = { WHOLE($cases) }
page-method-person-auc = AUC per person
page-method-frame-auc = AUC per frame
page-method-like-auc = AUC per frame, against other people
page-method-people-alarms = Untouched people called manipulated
page-method-one-frame = Untouched people with such a frame
page-method-people-detected = Forged people called manipulated
page-method-people-missed = Forged people called no signs
page-method-start-error = Start, seconds off
page-method-end-error = End, seconds off
page-method-flicker-auc = AUC of flicker alone
page-method-tracks-kept = Everybody has one track of their own
page-method-switches = Switches a video
page-method-splits = Tracks too many
page-method-unions = Tracks of two people
page-method-right-person = Strongest person is the forged one
page-method-judged-shows = how persons are judged in videos made for the purpose, untouched or forged for about half of their time by families of forgeries that the network knows, compressed as for an upload (crf 23) and as after being passed on (crf 40). Brackets hold 95 % intervals over videos. Flicker alone tells little, so it is shown and decides nothing.
page-method-judged-does-not-show = forgeries of other kinds, and real films: stills in motion are photographs that a camera moves across, and of the talking heads the training saw some untouched frames, so those rows flatter.
page-method-followed-shows = whether the tracker keeps people apart and together: side by side (2, 4 and 8), crossing each other, hidden behind a passing bar, and cut back and forth.
page-method-followed-does-not-show = crowds, turned heads and people in the same clothes, which are harder.
page-method-times = { FIXED($speed, digits: 1) } × with { WHOLE($faces) } { $faces ->
        [one] face
       *[other] faces
    }
page-method-speed = **Speed.** On the machine of the measurement, two cores, 720p at five frames a second is analyzed at { $times }, where 1 × is real time. An analysis adds { WHOLE($short) } MiB of memory for ten seconds and { WHOLE($long) } MiB for ten minutes.

## The page Method: how to read what Telltale shows, and the software

page-reading-words = What the words mean
page-reading-maps = How to read a map
page-reading-packages = Software and licenses
page-reading-scores = { $verdict ->
        [signs] Score of { FIXED($signs, digits: 3) } or more.
        [inconclusive] Score between the two thresholds.
        [no_signs] Score of { FIXED($no_signs, digits: 3) } or less.
       *[not_evaluated] Face under { WHOLE($smallest) } pixels{ $gated ->
            [yes] , or outside of what the calibration saw.
           *[no] .
        }
    }
page-reading-no-probability = A likelihood ratio is no probability that this picture was manipulated: that depends on everything else that is known about it, too.
page-software-version = Version
page-software-role = What for
page-software-see-package = see the package
page-software-analysis = analysis and explanations
page-software-centerface = CenterFace, the face detector's model file
page-software-mesh = the face mesh's model file, for making forgeries
page-software-videos = reading and writing videos: FFmpeg, with x264
page-software-calibration = calibration and explanations
page-software-plots = plots and fonts of the report
page-software-report = the report
page-software-letters = letters of any script in the report
page-software-right-to-left = writing from right to left in the report
page-software-outlines = outlines of letters in the report
page-software-devanagari = font of the report: Devanagari
page-software-japanese = font of the report: Japanese
page-software-korean = font of the report: Korean
page-software-chinese = font of the report: Chinese
page-software-preview = preview of the report
page-software-app = this app
page-software-charts = figures of this app
page-software-tables = tables of this app
page-software-records = records on the disk, read back without loss
page-software-folder = the place of the folder of your data
page-software-words = the words of each language
page-software-numbers = numbers as each language writes them

## Curves of deletion and insertion

page-curves-deletion = share of pixels blurred
page-curves-insertion = share of pixels given back
page-curves-own = this map
page-curves-random = random maps, mean ± sd
